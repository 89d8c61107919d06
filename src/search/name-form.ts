import { joinedPairs, type Word, wordsOf } from './spelling.ts';
import { isCountry, isFiller } from './weights.ts';

/** A name or a query as search compares it. */
export interface NameForm {
  /** Its words as they were written, in small letters. */
  readonly written: readonly string[];
  readonly words: readonly Word[];
  readonly pairs: readonly Word[];
  /** Its initials, as one word; with and without that of the country. */
  readonly acronyms: readonly Word[];
}

/** Longer names are titles: nobody shortens them, nor writes their words as one. */
const LONGEST = 8;

/** Names come back with every query: each is spelled out once. */
const known = new Map<string, NameForm>();
const MOST_KNOWN = 20_000;

export function nameForm(text: string): NameForm {
  const found = known.get(text) ?? makeForm(text);
  if (known.size < MOST_KNOWN) known.set(text, found);
  return found;
}

export function makeForm(text: string): NameForm {
  const words = wordsOf(text);
  return {
    written: writtenWords(text),
    words,
    pairs: words.length > LONGEST ? [] : joinedPairs(words),
    acronyms: acronymsOf(text),
  };
}

const writtenWords = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

function acronymsOf(text: string): readonly Word[] {
  const shouted = text === text.toUpperCase();
  const words = (text.match(/[\p{L}\d]+/gu) ?? []).flatMap((written) => {
    const [word] = wordsOf(written);
    if (!word || isFiller(word)) return [];
    // "UN" in "UN Security Council" is an acronym already.
    const isAcronym = !shouted && written.length <= 4 && written === written.toUpperCase();
    return [{ initials: isAcronym ? written : written.charAt(0), country: isCountry(word) }];
  });
  if (words.length > LONGEST) return [];
  const made = [words, words.filter(({ country }) => !country)]
    .filter(({ length }) => length > 1)
    .flatMap((some) => wordsOf(some.map(({ initials }) => initials.toLowerCase()).join('')));
  return made.filter(
    ({ spelled }, at) => spelled.length > 1 && made.findIndex((one) => one.spelled === spelled) === at,
  );
}

/** What a thing is called on its own node: its short name, then what others number it by, without the scheme. */
export const ownNames = (name: string, identifiers: readonly string[]): readonly string[] => [
  name,
  ...identifiers.map((identifier) => identifier.slice(identifier.indexOf(':') + 1)),
];

/** What is stored beside a name for the full-text index, words with spaces between. */
export function searchKeys(texts: readonly string[]): string {
  const keys = texts
    .map(nameForm)
    .flatMap(({ words, pairs, acronyms }) => [
      ...words.flatMap(({ spelled, sounded }) => [spelled, sounded]),
      ...pairs.map(({ sounded }) => sounded),
      ...acronyms.map(({ spelled }) => spelled),
    ]);
  return [...new Set(keys)].join(' ');
}
