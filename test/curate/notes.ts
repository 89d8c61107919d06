import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSeed } from '../../src/load/check-seed.ts';
import { type Files, writeSeed } from '../load/small-seed.ts';

/** A text of our own, with a blank line, a stretch over two lines, letters beyond one code unit and curly quotes. */
export const TEXT = [
  'Notes of a clerk 🌾',
  'The “Mill  Board” has nine members.',
  '',
  '🌾 In 2024 its term',
  'was cut to two years.',
  'Goodbye.',
  '',
].join('\n');

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The seed that goes with it. */
export const seedFiles: Files = {
  'measures.yaml':
    '- { measure: seats, unit: seats, holds: NUMBER, singleValued: true, description: Seats of a body. }\n',
  'mill/release.yaml': '{ name: mill, title: The mill, jurisdiction: tl, releases: ["2026-01-01"] }\n',
  'mill/source-documents.yaml': `
- id: document/tl/notes
  name: Notes
  kind: ARTICLE
  publisherKind: UNKNOWN
  sha256: ${hash(TEXT)}
  passages: [passage/tl/notes/2]
  withoutClaims: [{ line: 1, reason: a heading }, { line: 6, reason: a greeting }]
- id: document/tl/act-17
  name: Record of the mill act
  kind: ACT_RECORD
  publisherKind: STATE
  url: https://acts.example/17
  passages: [passage/tl/act-17/record]
- id: document/tl/act-bread-2024
  name: Record of the bread act
  summary: Unofficial copy of the metadata of the act.
  kind: ACT_RECORD
  publisherKind: STATE
  requisite: Act of 3 May 2024 on bread
  passages: [passage/tl/act-bread-2024/article-2]
`,
  'mill/institutions.yaml': `
- id: institution/tl/mill-board
  name: Mill Board
  kind: OTHER
  passages: [passage/tl/notes/2]
  names:
    - { text: Board of the mill, language: en, script: Latn, kind: VARIANT, passages: [passage/tl/notes/2] }
`,
  'mill/reforms.yaml': `
- id: reform/tl/term-cut
  name: Cut of the term
  kind: LOCAL_GOVERNMENT
  passages: [passage/tl/notes/4]
  affects:
    - { to: institution/tl/mill-board, mechanism: TERM_CHANGED, modality: PLAN, validFrom: 2024, passages: [passage/tl/notes/4, passage/tl/act-17/article-5] }
`,
  'mill/figures.yaml': `
- id: figure/tl/nine
  name: 9 members
  measure: seats
  value: 9
  comparator: EXACT
  passages: [passage/tl/notes/2]
  about: [{ to: institution/tl/mill-board, role: SUBJECT }]
`,
  'mill/laws.yaml': `
- id: law/tl/mill-act
  name: Mill act
  kind: LAW
  number: "17"
  adoptedOn: 2023-04-05
  identifiers: ["act-code:17"]
  officialUrl: https://acts.example/17
  passages: [passage/tl/act-17/record, passage/tl/act-17/version-2024-01-02]
- id: law/tl/bread-2024
  name: Bread act
  kind: LAW
  adoptedOn: 2024-05-03
  passages: [passage/tl/act-bread-2024/article-2]
`,
  'mill/passages/notes.yaml': `
- document: document/tl/notes
  passages:
    - id: passage/tl/notes/2
      line: 2
      start: 4
      end: 34
      sha256: ${hash('“Mill  Board” has nine members')}
      statement: The board has 9 members.
      mentions:
        - { to: institution/tl/mill-board, as: '"mill board"' }
    - id: passage/tl/notes/4
      line: 4
      lineEnd: 5
      start: 2
      end: 39
      sha256: ${hash('In 2024 its term\nwas cut to two years')}
      statement: Its term became shorter.
      mentions:
        - { to: institution/tl/mill-board, as: its term was }
`,
  'mill/passages/acts.yaml': `
- document: document/tl/act-17
  passages:
    - { id: passage/tl/act-17/record, locator: record, statement: x }
    - { id: passage/tl/act-17/article-5, locator: article 5, statement: x }
    - { id: passage/tl/act-17/version-2024-01-02, locator: version 2024-01-02, statement: x }
- document: document/tl/act-bread-2024
  passages:
    - { id: passage/tl/act-bread-2024/article-2, locator: article 2, statement: x }
`,
};

export const ACTS = [
  {
    actCode: '17',
    number: '17',
    adoptedOn: '2023-04-05',
    officialUrl: 'https://acts.example/17',
    versions: [{ date: '2024-01-02' }],
  },
  {
    actCode: null,
    requisite: 'Act of 3 May 2024 on bread',
    number: null,
    adoptedOn: '2024-05-03',
    officialUrl: null,
    notes: 'not read; article 1(3): flour; 2: price; 12: end',
  },
];

export const ARTICLES = [{ actCode: '17', article: '5' }];

/** The seed with one text of one file changed, which must be there once. */
export function seedWith(file: string, old: string, wanted: string): Files {
  const [before, after, ...more] = (seedFiles[file] ?? '').split(old);
  if (before === undefined || after === undefined || more.length > 0) throw new Error(`not exactly one "${old}"`);
  return { ...seedFiles, [file]: before + wanted + after };
}

/** Writes seed and text into folders of their own. */
export function written(files = seedFiles, text = TEXT, name = 'first-of-all.txt') {
  const folder = writeSeed(files);
  const documents = join(folder, '..', 'texts');
  mkdirSync(documents);
  writeFileSync(join(documents, name), text);
  writeFileSync(join(documents, 'README.md'), 'No text of a document.');
  const jsonLines = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  writeFileSync(join(documents, 'acts.jsonl'), jsonLines(ACTS));
  writeFileSync(join(documents, 'articles.jsonl'), jsonLines(ARTICLES));
  return { documents, ...checkSeed(folder) };
}
