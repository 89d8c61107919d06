import { beforeAll, describe, expect, test } from 'vitest';
import { loadSeed } from '../src/load/load.ts';
import { type AskGraphql, serveForTests } from './ask.ts';
import { smallSeed, writeSeed } from './load/small-seed.ts';
import { openTestGraph } from './neo4j.ts';

/** One reform and many ways of changing the Senate, each with its own dates, modality, rank or record. */
const reforms = `
- id: reform/tl/quota-cut
  name: Cut of the quota
  kind: PARLIAMENT
  passages: [passage/tl/report/1]
  affects:
    - { to: institution/tl/senate, mechanism: TERM_CHANGED, passages: [passage/tl/report/1] }
    - { to: institution/tl/senate, mechanism: POWERS_CUT, validFrom: 2010-05-01, passages: [passage/tl/report/1] }
    - { to: institution/tl/senate, mechanism: COMPOSITION_CHANGED, validFrom: 2022, passages: [passage/tl/report/1] }
    - { to: institution/tl/senate, mechanism: ABOLISHED, validFrom: 2030, modality: PLAN, passages: [passage/tl/report/2] }
    - { to: institution/tl/senate, mechanism: POWERS_WIDENED, validFrom: 2011, rank: DEPRECATED, note: A misreading., passages: [passage/tl/report/1] }
    - { to: institution/tl/senate, mechanism: STRENGTHENED, validFrom: 2012, retractedAt: 2026-02-01, note: Withdrawn., passages: [passage/tl/report/1] }
    - { to: institution/tl/senate, mechanism: PROCEDURE_CHANGED, validFrom: 2012, recordedAt: 2026-02-01, passages: [passage/tl/report/1] }
  enactedBy:
    - { to: law/tl/act, how: AMENDMENT, provisions: [provision/tl/act/article-50], validFrom: 2022-06-08, passages: [passage/tl/act-17/article-50] }
  plannedIn:
    - { to: law/tl/plan, modality: PLAN, passages: [passage/tl/report/2] }
  proposedBy:
    - { to: official/tl/ada, stage: PROPOSED, at: event/tl/vote, passages: [passage/tl/report/2, passage/tl/report/2b] }
`;

let ask: AskGraphql;
beforeAll(async () => {
  const graph = await openTestGraph();
  await loadSeed(graph, writeSeed({ ...smallSeed, 'testland/reforms.yaml': reforms }));
  ({ ask } = await serveForTests(graph));
});

const mechanisms = async (args: string, nested = ''): Promise<string[]> => {
  const { data, errors } = await ask(
    `{ institution(id: "institution/tl/senate"${args}) { affectedBy${nested} { totalCount edges { mechanism } } } }`,
  );
  expect(errors).toEqual([]);
  const { totalCount, edges } = data.institution.affectedBy;
  const found = edges.map((edge: { mechanism: string }) => edge.mechanism);
  expect(totalCount).toBe(found.length);
  return found.sort();
};

const now = ['ABOLISHED', 'COMPOSITION_CHANGED', 'POWERS_CUT', 'PROCEDURE_CHANGED', 'TERM_CHANGED'];

describe('what an argument at the root lets through', () => {
  test.each([
    ['nothing stated: all but what is withdrawn or known to be wrong', '', now],
    ['asOf before a dated deed', ', asOf: "2009-12-31"', ['TERM_CHANGED']],
    ['asOf on the day of a deed', ', asOf: "2010-05-01"', ['POWERS_CUT', 'TERM_CHANGED']],
    [
      'asOf within a year known only as a year',
      ', asOf: "2022-03-01"',
      ['COMPOSITION_CHANGED', 'POWERS_CUT', 'PROCEDURE_CHANGED', 'TERM_CHANGED'],
    ],
    ['certainOnly within that year', ', asOf: "2022-03-01", certainOnly: true', ['POWERS_CUT', 'PROCEDURE_CHANGED']],
    [
      'certainOnly after that year',
      ', asOf: "2023-01-01", certainOnly: true',
      ['COMPOSITION_CHANGED', 'POWERS_CUT', 'PROCEDURE_CHANGED'],
    ],
    [
      'knownAt before the second release',
      ', knownAt: "2026-01-31T23:59:59Z"',
      ['ABOLISHED', 'COMPOSITION_CHANGED', 'POWERS_CUT', 'STRENGTHENED', 'TERM_CHANGED'],
    ],
    ['knownAt on the day of the second release', ', knownAt: "2026-02-01"', now],
    ['knownAt before the first release', ', knownAt: "2025-12-31"', []],
    ['modalities', ', modalities: [PLAN]', ['ABOLISHED']],
    ['ranks', ', ranks: [DEPRECATED]', ['POWERS_WIDENED']],
  ])('%s', async (_, args, expected) => {
    expect(await mechanisms(args)).toEqual(expected);
  });
});

test('what is stated below replaces what was stated above, the rest goes on binding', async () => {
  expect(await mechanisms(', asOf: "2009-12-31", modalities: [FACT]', '(asOf: "2010-05-01")')).toEqual([
    'POWERS_CUT',
    'TERM_CHANGED',
  ]);
  expect(await mechanisms(', asOf: "2009-12-31", modalities: [PLAN]', '(asOf: "2031-01-01")')).toEqual(['ABOLISHED']);
});

test('a day binds three levels down', async () => {
  const question = (asOf: string) => `{ institution(id: "institution/tl/senate"${asOf}) {
    affectedBy(first: 1) { nodes { enactedBy { nodes { provisions { nodes { number } } } } } }
  } }`;
  const before = await ask(question(', asOf: "2022-06-07"'));
  const after = await ask(question(', asOf: "2022-06-08"'));
  expect(before.data.institution.affectedBy.nodes).toEqual([{ enactedBy: { nodes: [] } }]);
  expect(after.data.institution.affectedBy.nodes).toEqual([
    { enactedBy: { nodes: [{ provisions: { nodes: [{ number: '50' }] } }] } },
  ]);
});

test('evidence narrows a tie to a document, an author or a speaker', async () => {
  const count = async (evidence: string): Promise<number> => {
    const { data, errors } = await ask(
      `{ reform(id: "reform/tl/quota-cut") { proposedBy(evidence: {${evidence}}) { totalCount } } }`,
    );
    expect(errors).toEqual([]);
    return data.reform.proposedBy.totalCount;
  };
  expect(await count('document: "document/tl/report"')).toBe(1);
  expect(await count('document: "document/tl/act-17"')).toBe(0);
  expect(await count('speaker: "official/tl/ada"')).toBe(1);
  expect(await count('speaker: "official/tl/ada", document: "document/tl/act-17"')).toBe(0);
  expect(await count('author: "official/tl/ada"')).toBe(0);
});

test('an undirected tie is asked from both ends, and an edge leads to the things its properties name', async () => {
  const { data, errors } = await ask(`{
    senate: institution(id: "institution/tl/senate") { possiblySameAs { totalCount distinctNodes nodes { name } } }
    council: institution(id: "institution/tl/council") { possiblySameAs(last: 1) { totalCount nodes { name } } }
    reform(id: "reform/tl/quota-cut") { proposedBy { edges { stage at { name startedOn } } } enactedBy { edges { provisions { name } } } }
  }`);
  expect(errors).toEqual([]);
  expect(data).toEqual({
    senate: { possiblySameAs: { totalCount: 1, distinctNodes: 1, nodes: [{ name: 'Council' }] } },
    council: { possiblySameAs: { totalCount: 1, nodes: [{ name: 'Senate' }] } },
    reform: {
      proposedBy: { edges: [{ stage: 'PROPOSED', at: { name: 'Vote of 2022', startedOn: '2022-06-05' } }] },
      enactedBy: { edges: [{ provisions: [{ name: 'Article 50' }] }] },
    },
  });
});

test('a merged id answers with the survivor', async () => {
  const { data, errors } = await ask(`{
    institution(id: "institution/tl/upper-house") { id redirectedFrom }
    node(id: "institution/tl/upper-house") { id }
    itself: institution(id: "institution/tl/senate") { redirectedFrom }
  }`);
  expect(errors).toEqual([]);
  expect(data).toEqual({
    institution: { id: 'institution/tl/senate', redirectedFrom: 'institution/tl/upper-house' },
    node: { id: 'institution/tl/senate' },
    itself: { redirectedFrom: null },
  });
});
