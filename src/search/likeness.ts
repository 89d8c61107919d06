import type { NameForm } from './name-form.ts';
import type { Word } from './spelling.ts';

/** Share of a query that a name must have; more where one word is all there is. Measured: `npm run search:measure`. */
const ENOUGH = 0.62;
const ENOUGH_OF_ONE = 0.72;

/** Shortest word in which one typo, or two, may be. */
const ONE_TYPO = 4;
const TWO_TYPOS = 8;

/** Words of a query that a name need not have, since the kind of thing says them. */
export type Implied = (word: Word) => boolean;

export interface Asked {
  readonly form: NameForm;
  /** The last word may go on. */
  readonly begun: boolean;
}

/**
 * From 0 to 1: the share of the query that the name has, and, for a quarter, the share of the name that the query has.
 * 0 where too little of the query is in it.
 */
export function likeness({ form, begun }: Asked, name: NameForm, implied: Implied = () => false): number {
  const [asked, found] = [form.words, name.words];
  const ofAsked = asked.map((word): number => (implied(word) ? 1 : 0));
  const ofFound = found.map(() => 0);
  const meet = (values: number[], at: number, value: number): void => {
    if (value > (values[at] ?? 1)) values[at] = value;
  };
  for (const [at, word] of asked.entries()) {
    const isLast = at === asked.length - 1;
    const goesOn = begun && isLast;
    const shortest = goesOn ? 1 : isLast && at > 0 ? 2 : 3;
    for (const [other, one] of found.entries()) {
      const value = similarity(word, one, goesOn, shortest);
      meet(ofAsked, at, value);
      meet(ofFound, other, value);
    }
    for (const [other, pair] of name.pairs.entries()) {
      const value = asOne(word, pair);
      meet(ofAsked, at, value);
      meet(ofFound, other, value);
      meet(ofFound, other + 1, value);
    }
    if (name.acronyms.some(({ spelled }) => spelled === word.spelled)) {
      meet(ofAsked, at, 0.95);
      for (const other of found.keys()) meet(ofFound, other, 0.95);
    }
  }
  for (const [at, pair] of form.pairs.entries()) {
    for (const [other, one] of found.entries()) {
      const value = asOne(one, pair);
      meet(ofAsked, at, value);
      meet(ofAsked, at + 1, value);
      meet(ofFound, other, value);
    }
  }
  const share = weighed(asked, ofAsked);
  const telling = asked.filter((word) => word.weight >= 0.5 && !implied(word)).length;
  if (share < (telling > 1 ? ENOUGH : ENOUGH_OF_ONE)) return 0;
  return share * (0.75 + 0.25 * weighed(found, ofFound));
}

function weighed(words: readonly Word[], values: readonly number[]): number {
  let [total, sum] = [0, 0];
  for (const [at, { weight }] of words.entries()) {
    total += weight;
    sum += weight * (values[at] ?? 0);
  }
  return total === 0 ? 0 : sum / total;
}

/** How alike two words are, from 0 to 1; a beginning of `shortest` letters counts. */
function similarity(asked: Word, found: Word, goesOn: boolean, shortest: number): number {
  if (asked.spelled === found.spelled) return 1;
  if (asked.isNumber || found.isNumber) return ofNumbers(asked.spelled, found.spelled, goesOn);
  if (asked.sounded === found.sounded) return 0.97;
  return Math.max(
    asked.spelled.length < shortest ? 0 : ofBeginnings(asked, found, goesOn),
    ofStems(asked.sounded, found.sounded),
    withTypos(asked.sounded, found.sounded),
    asked.spelled === asked.sounded && found.spelled === found.sounded ? 0 : withTypos(asked.spelled, found.spelled),
  );
}

/** Whether a word is what two others are when written as one. */
function asOne({ sounded }: Word, pair: Word): number {
  if (sounded === pair.sounded) return 0.97;
  return Math.min(sounded.length, pair.sounded.length) < TWO_TYPOS ? 0 : withTypos(sounded, pair.sounded);
}

/** One digit is all the difference; only what follows the number proper may be left out. */
function ofNumbers(asked: string, found: string, goesOn: boolean): number {
  if (!found.startsWith(asked)) return 0;
  if (/^\d+$/.test(asked) && /^[ivx]+$/.test(found.slice(asked.length))) return 0.9;
  return goesOn ? 0.85 : 0;
}

function ofBeginnings(asked: Word, found: Word, goesOn: boolean): number {
  const begins = found.spelled.startsWith(asked.spelled) || found.sounded.startsWith(asked.sounded);
  if (!begins) return 0;
  const share = Math.min(1, asked.sounded.length / found.sounded.length);
  return goesOn ? 0.9 + 0.08 * share : 0.72 + 0.24 * share;
}

/** The same beginning with other endings: plural, case, suffix. */
function ofStems(asked: string, found: string): number {
  const shorter = Math.min(asked.length, found.length);
  let common = 0;
  while (common < shorter && asked[common] === found[common]) common += 1;
  const [rest, otherRest] = [asked.length - common, found.length - common];
  if (common === 3 && rest <= 1 && otherRest <= 1) return 0.7;
  if (common < 4 || rest > 3 || otherRest > 4) return 0;
  const share = (2 * common) / (asked.length + found.length);
  return share < 0.65 ? 0 : 0.55 + 0.4 * share;
}

function withTypos(asked: string, found: string): number {
  const [shorter, longer] = [Math.min(asked.length, found.length), Math.max(asked.length, found.length)];
  const allowed = shorter < ONE_TYPO ? 0 : shorter < TWO_TYPOS ? 1 : 2;
  if (longer - shorter > allowed || lettersApart(asked, found) > 2 * allowed) return 0;
  const typos = distance(asked, found, allowed);
  // A short word alone may have none: half of all short words are one letter from another.
  return typos > allowed ? 0 : shorter === ONE_TYPO ? 0.7 : 1 - typos / longer;
}

/** How many letters one word has and the other has not: counting these is quicker than comparing words. */
function lettersApart(a: string, b: string): number {
  let count = 0;
  for (let apart = lettersOf(a) ^ lettersOf(b); apart !== 0; apart &= apart - 1) count += 1;
  return count;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) - 97);
  return letters;
}

/** Letters to change, leave out, put in or swap with their neighbour, counted up to one more than `most`. */
function distance(a: string, b: string, most: number): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
