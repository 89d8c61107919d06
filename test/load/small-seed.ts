import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

export type Files = Readonly<Record<string, string>>;

/** A seed without a problem that has something of everything; tests change a line of it. */
export const smallSeed: Files = {
  'measures.yaml': `
- { measure: seats, unit: seats, holds: NUMBER, singleValued: true, description: Seats of a body. }
- { measure: held-on, holds: DATE, description: Day on which something is held. }
`,
  'testland/release.yaml': `
name: testland
title: Reforms of Testland
jurisdiction: tl
releases: ["2026-01-01", "2026-02-01"]
`,
  'testland/merged.yaml': `
- { id: institution/tl/upper-house, into: institution/tl/senate }
`,
  'testland/institutions.yaml': `
- id: institution/tl/parliament
  name: Parliament
  kind: PARLIAMENT
  passages: [passage/tl/report/1]
- id: institution/tl/senate
  name: Senate
  summary: Upper chamber of the Parliament.
  identifiers: ["register:17"]
  kind: CHAMBER
  foundedOn: 1995
  dissolvedOn: 2026-07-01
  inferred: [dissolvedOn]
  note: Follows from the act.
  passages: [passage/tl/report/1]
  names:
    - { text: The Senate, language: en, script: Latn, kind: OFFICIAL, validFrom: 1995, passages: [passage/tl/report/1] }
    - { text: Upper house, language: en, script: Latn, kind: OURS }
  partOf:
    - { to: institution/tl/parliament, role: UPPER_CHAMBER, validFrom: 1995, validTo: 2026-07-01, passages: [passage/tl/report/1] }
  possiblySameAs:
    - { to: institution/tl/council, passages: [passage/tl/report/1] }
- id: institution/tl/council
  name: Council
  kind: OTHER
  passages: [passage/tl/report/1]
- id: institution/tl/speaker
  name: Speaker of the Senate
  kind: OFFICE
  passages: [passage/tl/report/2]
  partOf:
    - { to: institution/tl/senate, role: OFFICE, end: ONGOING, passages: [passage/tl/report/2] }
`,
  'testland/officials.yaml': `
- id: official/tl/ada
  name: Ada
  passages: [passage/tl/report/2]
  heldOffice:
    - { to: institution/tl/speaker, validFrom: "[2019..2021]", validTo: "2024/..", passages: [passage/tl/report/2, passage/tl/report/2b] }
`,
  'testland/events.yaml': `
- id: event/tl/vote
  name: Vote of 2022
  kind: MEETING
  startedOn: 2022-06-05
  endedOn: 2022-06-05
  passages: [passage/tl/report/2]
  unstated:
    - { question: What was the turnout? }
    - { question: Who counted the votes?, note: The report names nobody. }
`,
  'testland/reforms.yaml': `
- id: reform/tl/quota-cut
  name: Cut of the quota
  kind: PARLIAMENT
  passages: [passage/tl/report/1]
  affects:
    - { to: institution/tl/senate, mechanism: COMPOSITION_CHANGED, validFrom: 2022-06, passages: [passage/tl/report/1, passage/tl/act-17/article-50] }
  enactedBy:
    - { to: law/tl/act, how: AMENDMENT, provisions: [provision/tl/act/article-50], passages: [passage/tl/act-17/article-50] }
  plannedIn:
    - { to: law/tl/plan, modality: PLAN, passages: [passage/tl/report/2] }
  proposedBy:
    - { to: official/tl/ada, stage: PROPOSED, at: event/tl/vote, passages: [passage/tl/report/2] }
`,
  'testland/laws.yaml': `
- id: law/tl/act
  name: Act of 2022
  kind: LAW
  number: "17"
  adoptedOn: 2022-06-08
  passages: [passage/tl/act-17/article-50]
- id: law/tl/plan
  name: Plan
  kind: PLAN
  passages: [passage/tl/report/2]
`,
  'testland/provisions.yaml': `
- id: provision/tl/act/article-50
  name: Article 50
  kind: ARTICLE
  number: "50"
  passages: [passage/tl/act-17/article-50]
  partOfLaw:
    - { to: law/tl/act, passages: [passage/tl/act-17/article-50] }
`,
  'testland/figures.yaml': `
- id: figure/tl/senate-seats
  name: 50 seats
  measure: seats
  value: 50
  comparator: EXACT
  validFrom: 2022-06
  passages: [passage/tl/report/2]
  about:
    - { to: institution/tl/senate, role: SUBJECT }
    - { to: reform/tl/quota-cut, role: AFTER }
`,
  'testland/source-documents.yaml': `
- id: document/tl/report
  name: Report
  kind: ARTICLE
  publisherKind: PRESS
  publishedOn: 2023-01-02
  passages: [passage/tl/report/1]
- id: document/tl/act-17
  name: Record of the act
  kind: ACT_RECORD
  url: https://example.org/act-17
  publisherKind: STATE
  passages: [passage/tl/act-17/article-50]
`,
  'testland/passages/report.yaml': `
- document: document/tl/report
  passages:
    - id: passage/tl/report/1
      line: 1
      start: 0
      end: 40
      sha256: ${'a'.repeat(64)}
      statement: The reform cut the quota in the Senate.
      mentions:
        - { to: institution/tl/senate, as: the Senate }
    - id: passage/tl/report/2
      line: 2
      lineEnd: 3
      start: 12
      end: 400
      sha256: ${'b'.repeat(64)}
      statement: Ada held the chair.
      spokenBy: official/tl/ada
    - { id: passage/tl/report/2b, line: 2, start: 401, end: 410, sha256: ${'c'.repeat(64)}, statement: She left later. }
`,
  'testland/passages/acts.yaml': `
- document: document/tl/act-17
  passages:
    - { id: passage/tl/act-17/article-50, locator: article 50, statement: The act changed how the Senate is filled. }
`,
  'testland/comparisons.yaml': `
- id: comparison/tl/number-of-seats
  name: Number of seats
  verdict: UNSETTLED
  explanation: The report gives a number, the act none.
  over: [event/tl/vote, institution/tl/senate]
  sides:
    - { passage: passage/tl/report/2, says: fifty, claim: figure/tl/senate-seats }
    - { passage: passage/tl/act-17/article-50, says: gives no number }
- id: comparison/tl/change-of-the-senate
  name: What changed in the Senate
  verdict: WORDING
  explanation: The report speaks of a quota, the act of how the Senate is filled.
  settledBy: law/tl/act
  over: [reform/tl/quota-cut]
  sides:
    - { passage: passage/tl/report/1, says: a quota was cut }
    - passage: passage/tl/act-17/article-50
      says: the Senate is filled otherwise
      claim: { of: reform/tl/quota-cut, field: enactedBy, to: law/tl/act }
`,
};

/** Marks the line a problem is expected at. */
export const HERE = '# here';

/** The small seed with a text of one file changed, which must be there once. The line is marked, unless the new text has a mark. */
export function changed(file: string, old: string, wanted: string): Files {
  const [before, after, ...more] = (smallSeed[file] ?? '').split(old);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`${file} does not have exactly one "${old}".`);
  }
  const rest = wanted.includes(HERE) ? after : after.replace('\n', ` ${HERE}\n`);
  return { ...smallSeed, [file]: before + wanted + rest };
}

/** The small seed with lines more at the end of a file, or with a file more. */
export const added = (file: string, lines: string): Files => ({
  ...smallSeed,
  [file]: `${smallSeed[file] ?? ''}${lines}`,
});

/** Where the mark stands. */
export function markedPlace(files: Files): { file: string; line: number } | undefined {
  for (const [file, text] of Object.entries(files)) {
    const index = text.split('\n').findIndex((line) => line.endsWith(HERE));
    if (index >= 0) return { file: `seed/${file}`, line: index + 1 };
  }
  return undefined;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Writes a seed into a folder of its own, which goes after the tests of the file. */
export function writeSeed(files: Files): string {
  const home = mkdtempSync(join(tmpdir(), 'reformgraph-seed-'));
  folders.push(home);
  const folder = join(home, 'seed');
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}
