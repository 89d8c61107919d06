import { ReformgraphError } from '../errors.ts';
import type { PassagePlace, Seed, SeedThing } from '../load/seed-types.ts';
import { type SourceFile, sha256, stemOf } from './source-files.ts';
import { lengthOf, linesAt, plainWords, stretchOf } from './stretch.ts';

/** What to write for a text that the seed does not know. */
export function documentEntry({ name, sha256: hash }: SourceFile, { releases }: Seed): string {
  const slug = stemOf(name)
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-');
  return `- id: document/${releases[0]?.jurisdiction ?? 'kz'}/${slug}
  name:                    # short, for captions
  kind:                    # ARTICLE, STATEMENT or OVERVIEW
  publisherKind: UNKNOWN
  sha256: ${hash}
  passages: []             # on what its own values rest
  withoutClaims: []        # { line: 1, reason: a heading }`;
}

/** A stretch of a document, named by its lines and the words it holds. */
export interface Wanted {
  readonly line: number;
  readonly lineEnd: number;
  /** All of it, or from where to where: `first words ... last words`. Without, the whole line. */
  readonly words?: string;
}

export interface FoundStretch {
  readonly place: Required<Omit<PassagePlace, 'locator' | 'lineEnd'>> & { readonly lineEnd?: number };
  readonly text: string;
}

export function findStretch(file: SourceFile, { line, lineEnd, words }: Wanted): FoundStretch {
  const whole = linesAt(file.lines, { line, lineEnd });
  if (whole === undefined) {
    throw new ReformgraphError(
      'BAD_USER_INPUT',
      `${file.name} has ${file.lines.length} lines, from 1; got ${line} to ${lineEnd}.`,
    );
  }
  const [start, end] = words ? boundsOf(whole, words, `line ${line}`) : trimmed(whole);
  const text = stretchOf(whole, start, end);
  if (text === '') throw new ReformgraphError('BAD_USER_INPUT', `Line ${line} of ${file.name} is blank.`);
  return { place: { line, ...(lineEnd > line ? { lineEnd } : {}), start, end, sha256: sha256(text) }, text };
}

/** The entry for a passage, with everything but our words. */
export function passageEntry(document: SeedThing, { place }: FoundStretch, { passages }: Seed): string {
  const there = passages.filter((passage) => passage.document === document.id);
  const same = there.find((passage) => passage.place.sha256 === place.sha256 && passage.place.line === place.line);
  if (same) {
    throw new ReformgraphError('BAD_USER_INPUT', `${same.id} is this stretch already (${same.file}:${same.line}).`);
  }
  const stem = `${document.id.replace(/^[^/]+/, 'passage')}/${place.line}`;
  const taken = new Set(passages.map(({ id }) => id));
  const id = [stem, ...[...'bcdefghijklmnopqrstuvwxyz'].map((letter) => stem + letter)].find((one) => !taken.has(one));
  const keys = Object.entries(place).map(([key, value]) => `      ${key}: ${value}`);
  const group = there.length > 0 ? '' : `- document: ${document.id}\n  passages:\n`;
  return `${group}    - id: ${id}\n${keys.join('\n')}\n      statement:           # what it says, in your own words`;
}

/** The bounds of a text without the white space around it. */
function trimmed(text: string): readonly [start: number, end: number] {
  const start = lengthOf(text) - lengthOf(text.trimStart());
  return [start, start + lengthOf(text.trim())];
}

function boundsOf(text: string, words: string, where: string): readonly [start: number, end: number] {
  const [first = '', last = first, ...more] = words.split(/\s*(?:\.\.\.|…)\s*/);
  if (more.length > 0)
    throw new ReformgraphError('BAD_USER_INPUT', 'Write "..." once: the first words ... the last words.');
  const [start, firstEnd] = onlyPlace(text, first, where);
  if (last === first) return [start, firstEnd];
  const [lastStart, end] = onlyPlace(text, last, where);
  if (lastStart < start)
    throw new ReformgraphError('BAD_USER_INPUT', `"${last}" stands before "${first}" on ${where}.`);
  return [start, end];
}

/** Where words stand, in code points. They must stand there once. */
function onlyPlace(text: string, words: string, where: string): readonly [start: number, end: number] {
  const letters = [...text];
  const wanted = plainWords(words);
  const places: [number, number][] = [];
  for (let start = 0; start < letters.length; start++) {
    if (/\s/.test(letters[start] ?? '')) continue;
    const end = endOf(letters, start, wanted);
    if (end !== undefined) places.push([start, end]);
  }
  const [place, another] = places;
  if (place && !another) return place;
  throw new ReformgraphError(
    'BAD_USER_INPUT',
    place
      ? `"${words}" stands on ${where} ${places.length} times; write more words.`
      : `"${words}" does not stand on ${where}.`,
  );
}

/** Where the words end if they begin here. */
function endOf(letters: readonly string[], start: number, wanted: string): number | undefined {
  let got = '';
  for (let end = start; end < letters.length; end++) {
    got = plainWords(letters.slice(start, end + 1).join(''));
    if (got === wanted) return end + 1;
    if (got.length > wanted.length) return undefined;
  }
  return undefined;
}
