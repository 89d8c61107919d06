import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readActs, readArticles } from '../../src/curate/act-files.ts';
import { describeChecks } from '../../src/curate/check.ts';
import { readSources } from '../../src/curate/source-files.ts';
import { verifyActs } from '../../src/curate/verify-acts.ts';
import { verifyTexts } from '../../src/curate/verify-texts.ts';
import type { Files } from '../load/small-seed.ts';
import { seedFiles, seedWith, TEXT, written } from './notes.ts';

const LOOK = { width: 100, colour: false };

function checksOf(files: Files, text = TEXT, name = 'first-of-all.txt') {
  const { seed, documents } = written(files, text, name);
  return [
    ...verifyTexts(readSources(documents, seed), seed),
    ...verifyActs(seed, readActs(join(documents, 'acts.jsonl')), readArticles(join(documents, 'articles.jsonl'))),
  ];
}

const faults = (files: Files, text = TEXT, name?: string) =>
  checksOf(files, text, name).flatMap(({ id, wrong }) => wrong.map((fault) => `${id}: ${fault}`));

const NOTES = 'mill/passages/notes.yaml';
const DOCUMENTS = 'mill/source-documents.yaml';
const LAWS = 'mill/laws.yaml';
const ACT_PASSAGES = 'mill/passages/acts.yaml';

describe('a seed that agrees with its originals', () => {
  it('has nothing wrong, with a count of each', () => {
    expect(written().problems).toEqual([]);
    expect(describeChecks(checksOf(seedFiles), 0, true, LOOK)).toBe(
      '1 document, 2 passages, 2 mentions, 2 acts, 4 act passages: 0 wrong',
    );
  });

  it('shows the text beside our statement', () => {
    const [first, second] = describeChecks(checksOf(seedFiles), 4, false, LOOK).split('\n');
    expect(first).toMatch(/^✓ passage\/tl\/notes\/2 {2}seed\/mill\/passages\/notes\.yaml:4$/);
    expect(second).toMatch(/^ {4}“Mill Board” has nine members +│ The board has 9 members\.$/);
  });

  it('says what was not checked', () => {
    expect(describeChecks([], 4, true, LOOK)).toBe('nothing checked: 0 wrong, 4 act passages not checked');
  });
});

describe('what is wrong in a text', () => {
  it.each([
    ['a start', seedWith(NOTES, 'start: 4', 'start: 3'), /^passage\/tl\/notes\/2: the stretch has another sha256/],
    [
      'an end past the line',
      seedWith(NOTES, 'end: 34', 'end: 36'),
      /^passage\/tl\/notes\/2: it ends at 36, its lines have 35/,
    ],
    [
      'a line past the last',
      seedWith(NOTES, 'lineEnd: 5', 'lineEnd: 7'),
      /^passage\/tl\/notes\/4: first-of-all\.txt has 6 lines, not line 7/,
    ],
    [
      'words that are not there',
      seedWith(NOTES, 'as: its term was', 'as: his term'),
      /notes\/4 → .*: the words "his term" do not stand there/,
    ],
    [
      'words outside of the stretch',
      seedWith(NOTES, `as: '"mill board"'`, 'as: the "mill'),
      /the words "the "mill" stand on the line, but not in the stretch/,
    ],
    [
      'a reason past the last line',
      seedWith(DOCUMENTS, 'line: 6', 'line: 7'),
      /^document\/tl\/notes: withoutClaims names line 7/,
    ],
  ])('is told: %s', (_, files, message) => {
    expect(faults(files)[0]).toMatch(message);
  });

  it('is told once for a document without a file', () => {
    expect(faults(seedFiles, 'Something else.')).toEqual([
      'document/tl/notes: no file of the folder is this document, so 2 passages cannot be checked',
    ]);
  });

  it('is told of a file that changed, its passages one by one', () => {
    const found = faults(seedFiles, TEXT.replace('nine', 'five'), 'notes.txt');
    expect(found.map((fault) => fault.slice(0, 40))).toEqual([
      expect.stringMatching(/^document\/tl\/notes: its sha256 is /),
      expect.stringMatching(/^passage\/tl\/notes\/2: the stretch /),
    ]);
  });
});

describe('what is wrong in an act', () => {
  it.each([
    [
      'an unknown code',
      seedWith(LAWS, 'act-code:17', 'act-code:18'),
      /^document\/tl\/act-17: no law has the identifier act-code:17/,
    ],
    [
      'an unknown requisite',
      seedWith(DOCUMENTS, '3 May', '4 May'),
      /^document\/tl\/act-bread-2024: no act has the requisite "Act of 4 May/,
    ],
    [
      'a number',
      seedWith(LAWS, 'number: "17"', 'number: "71"'),
      /number of law\/tl\/mill-act is 71, in the acts it is 17/,
    ],
    ['no number', seedWith(LAWS, '  number: "17"\n', ''), /number of law\/tl\/mill-act is absent/],
    ['a day', seedWith(LAWS, '2023-04-05', '2023-04-06'), /adoptedOn of law\/tl\/mill-act is 2023-04-06/],
    [
      'an address',
      seedWith(DOCUMENTS, 'url: https://acts.example/17', 'url: https://acts.example/71'),
      /its url is https:\/\/acts\.example\/71/,
    ],
    [
      'an address of the law',
      seedWith(LAWS, 'officialUrl: https://acts.example/17', 'officialUrl: https://acts.example/1'),
      /officialUrl of law/,
    ],
    [
      'an article',
      seedWith(ACT_PASSAGES, 'locator: article 5', 'locator: article 6'),
      /^passage\/tl\/act-17\/article-5: neither the articles/,
    ],
    [
      'an article only like one in the note',
      seedWith(ACT_PASSAGES, 'locator: article 2', 'locator: article 3'),
      /article-2: neither/,
    ],
    [
      'a version',
      seedWith(ACT_PASSAGES, 'locator: version 2024-01-02', 'locator: version 2024-01-03'),
      /the act has no version of 2024-01-03/,
    ],
    [
      'no locator at all',
      seedWith(ACT_PASSAGES, 'locator: article 5', 'locator: page 5'),
      /"page 5" is no place in an act/,
    ],
  ])('is told: %s', (_, files, message) => {
    expect(faults(files)[0]).toMatch(message);
  });

  it('is told of a file that holds something else, with the line', () => {
    const { documents } = written();
    const file = join(documents, 'acts.jsonl');
    writeFileSync(file, '{"versions": []}\n{"versions": 3}\n');
    expect(() => readActs(file)).toThrow(`${file}:2 is no such record`);
  });
});
