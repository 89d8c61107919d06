import type { NameForm } from './name-form.ts';
import { isFiller, isNumber } from './weights.ts';

/** A clause of an index's query grows to fifty where it allows for typos, and Lucene takes 1,024 in all. */
const MOST_WITH_TYPOS = 6;
const MOST_WORDS = 30;

/**
 * The query that brings every name worth comparing, from words of letters and digits only.
 * It is wide on purpose: what of it is alike enough is decided by `likeness`.
 */
export function candidateQuery({ words, pairs }: NameForm): string {
  const telling = words.filter((word) => !isFiller(word));
  const asked = (telling.length > 0 ? telling : words).slice(0, MOST_WORDS);
  const longest = [...asked]
    .sort((a, b) => b.weight - a.weight || b.spelled.length - a.spelled.length)
    .slice(0, MOST_WITH_TYPOS);
  const clauses = [
    ...asked.flatMap(({ spelled, sounded }) => [`${spelled}^4`, `${sounded}^4`, `${spelled}*`, ...stems(sounded)]),
    ...longest.flatMap(({ spelled, sounded }) => [...withTypos(spelled), ...withTypos(sounded)]),
    ...pairs.map(({ sounded }) => `${sounded}^4`),
  ];
  return [...new Set(clauses)].join(' ');
}

/** Beginnings of a word that endings follow. */
const stems = (sounded: string): readonly string[] =>
  isNumber(sounded)
    ? []
    : [`${sounded}*`, ...(sounded.length > 4 ? [`${sounded.slice(0, Math.max(4, sounded.length - 3))}*`] : [])];

const withTypos = (text: string): readonly string[] =>
  isNumber(text) || text.length < 4 ? [] : [`${text}~${text.length < 7 ? 1 : 2}`];
