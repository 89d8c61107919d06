import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { printLines } from '../../src/curate/print-lines.ts';
import { findStretch, passageEntry } from '../../src/curate/ready-yaml.ts';
import { chooseSources, readSources } from '../../src/curate/source-files.ts';
import type { Files } from '../load/small-seed.ts';
import { seedFiles, seedWith, TEXT, written } from './notes.ts';

const PLAIN = { width: 200, colour: false };

function linesOf(
  files: Files,
  { text = TEXT, name = 'first-of-all.txt', wanted = undefined as string | undefined, gaps = false } = {},
) {
  const { seed, documents } = written(files, text, name);
  return printLines(chooseSources(readSources(documents, seed), wanted), seed, gaps, PLAIN);
}

describe('the lines of a document', () => {
  it('show the claims that rest on each, or why there are none', () => {
    expect(linesOf(seedFiles)).toEqual({
      complete: true,
      text: `document/tl/notes  first-of-all.txt
    1  Notes of a clerk 🌾
       no claim: a heading
    2  The “Mill Board” has nine members.
       passage/tl/notes/2: The board has 9 members.
         - Institution: Mill Board (kind OTHER)
         - Name: Board of the mill (VARIANT; en; of Mill Board)
         - Figure: 9 members (seats EXACT 9; subject Mill Board; FACT)
         - SourceDocument: Notes (kind ARTICLE; publisherKind UNKNOWN; sha256 ${written().seed.things.find(({ id }) => id === 'document/tl/notes')?.scalars.sha256})
    4  🌾 In 2024 its term
       passage/tl/notes/4: Its term became shorter.
         - Reform: Cut of the term (kind LOCAL_GOVERNMENT)
         - Cut of the term changes Mill Board (TERM_CHANGED; PLAN; on 2024)
    5  was cut to two years.
       passage/tl/notes/4 goes on
    6  Goodbye.
       no claim: a greeting
6 lines: 3 with claims, 2 without and why, 1 blank, 0 unaccounted`,
    });
  });

  it('are marked where there is neither passage nor reason', () => {
    const { text, complete } = linesOf(
      seedWith('mill/source-documents.yaml', ', { line: 6, reason: a greeting }', ''),
      { gaps: true },
    );
    expect(complete).toBe(false);
    expect(text).toBe(`document/tl/notes  first-of-all.txt
✗   6  Goodbye.
       neither passage nor reason
6 lines: 3 with claims, 1 without and why, 1 blank, 1 unaccounted`);
  });

  it('of a changed file are those of the document its name begins with', () => {
    expect(linesOf(seedFiles, { text: `${TEXT}One more.`, name: 'notes_2.txt', gaps: true }).text).toContain(
      '✗   7  One more.',
    );
  });

  it('are not there without a file', () => {
    const { text, complete } = linesOf(seedFiles, { text: 'Something else.', gaps: true });
    expect({ text, complete }).toEqual({
      text: 'document/tl/notes\n  No file of the folder is this document.',
      complete: false,
    });
  });

  it('wrap at the width of the terminal, with colours only there', () => {
    const { seed, documents } = written();
    const { text } = printLines(readSources(documents, seed).slice(0, 1), seed, false, { width: 40, colour: true });
    const bare = stripVTControlCharacters(text).split('\n');
    expect(text).not.toBe(bare.join('\n'));
    expect(bare.filter((row) => !row.includes('lines:')).every((row) => row.length <= 40)).toBe(true);
  });

  it.each(['document/tl/notes', 'notes', 'first-of-all.txt', 'first-of-all'])('are found by %s', (wanted) => {
    expect(linesOf(seedFiles, { wanted }).complete).toBe(true);
  });

  it('of an unknown document are refused with those there are', () => {
    expect(() => linesOf(seedFiles, { wanted: 'diary' })).toThrow(
      /no document "diary".*document\/tl\/notes, notes, first-of-all\.txt/s,
    );
  });
});

describe('a passage ready to be written', () => {
  const place = (line: number, lineEnd: number, words?: string) => {
    const { seed, documents } = written();
    const source = readSources(documents, seed)[0];
    if (!source?.document || !source.file) throw new Error('no source');
    const found = findStretch(source.file, words === undefined ? { line, lineEnd } : { line, lineEnd, words });
    return { found, entry: () => passageEntry(source.document, found, seed) };
  };

  it('is the whole line without words', () => {
    expect(place(6, 6).found).toMatchObject({ text: 'Goodbye.', place: { line: 6, start: 0, end: 8 } });
  });

  it.each([
    ['the words', 4, 4, 'its term', 'its term', 10, 18],
    ['straight for curly quotes, one space for two, other case', 2, 2, '"mill board"', '“Mill  Board”', 4, 17],
    ['from the first words to the last', 2, 2, 'board ... nine', 'Board” has nine', 11, 26],
    ['over two lines', 4, 5, 'term was cut', 'term\nwas cut', 14, 26],
  ])('holds %s', (_, line, lineEnd, words, text, start, end) => {
    expect(place(line, lineEnd, words).found).toMatchObject({ text, place: { line, start, end } });
  });

  it.each([
    ['words that are not there', 2, 'ten members', /does not stand on line 2/],
    ['words that are there twice', 5, 'o', /stands on line 5 2 times/],
    ['a line that there is not', 7, undefined, /has 6 lines/],
    ['a blank line', 3, undefined, /is blank/],
    ['last words before the first', 2, 'nine ... mill', /stands before/],
  ])('is refused for %s', (_, line, words, message) => {
    expect(() => place(line, line, words)).toThrow(message);
  });

  it('takes the next free letter, and no stretch twice', () => {
    expect(place(2, 2, 'nine').entry()).toMatch(
      /^ {4}- id: passage\/tl\/notes\/2b\n {6}line: 2\n {6}start: 22\n {6}end: 26\n/,
    );
    expect(place(2, 2, '“Mill ... members').entry).toThrow(/passage\/tl\/notes\/2 is this stretch already/);
  });
});
