import { afterAll, expect, onTestFinished, test, vi } from 'vitest';

/** The recipe of the README, tried: one row more in the table, and nothing else. */
vi.resetModules();
vi.doMock('../schema/ties.ts', async (original) => {
  const table = await original<typeof import('../schema/ties.ts')>();
  const row: (typeof table.ties)[number] = {
    type: 'TWINNED_WITH',
    from: 'Institution',
    forward: 'twinnedWith',
    to: 'Place',
    backward: 'twins',
    lasts: 'STATE',
    sentence: { forward: '{from} is twinned with {to}', backward: '{to} is twinned with {from}' },
    description: 'A body and its twin place.',
    properties: { stage: { type: { enum: 'ReachedStage' }, description: 'How far it has come.' } },
  };
  return { ...table, ties: [...table.ties, row] };
});

// Test files share their modules: the next one must not meet this table.
afterAll(() => {
  vi.doUnmock('../schema/ties.ts');
  vi.resetModules();
});

const { serveForTests } = await import('./ask.ts');
const { openTestGraph } = await import('./neo4j.ts');
const { loadSeed } = await import('../src/load/load.ts');
const { writeSeed } = await import('./load/small-seed.ts');

const FILES = {
  'measures.yaml': '[]',
  'small/release.yaml': '{ name: small, title: Small, jurisdiction: x, releases: ["2026-11-22"] }',
  'small/places.yaml': '- { id: place/x/town, name: Town, kind: CITY, passages: [passage/x/d/1] }',
  'small/institutions.yaml': `
- id: institution/x/council
  name: Council
  kind: LOCAL_COUNCIL
  passages: [passage/x/d/1]
  twinnedWith:
    - { to: place/x/town, stage: SIGNED, validFrom: 2022-06, passages: [passage/x/d/1] }`,
  'small/source-documents.yaml':
    '- { id: document/x/d, name: D, kind: ARTICLE, publisherKind: UNKNOWN, passages: [passage/x/d/1] }',
  'small/passages/d.yaml':
    '- { document: document/x/d, passages: [{ id: passage/x/d/1, locator: page 1, statement: The council and the town are twins. }] }',
};

const edges = '{ type stage validFrom sentence node { id name } evidence { statement } }';

test('a tie of a new row is loaded and asked from both ends', async () => {
  const graph = await openTestGraph();
  onTestFinished(() => graph.close());
  await loadSeed(graph, writeSeed(FILES));
  const { ask } = await serveForTests(graph);
  const { data, errors } = await ask(`{
    institution(id: "institution/x/council") { twinnedWith { totalCount edges ${edges} } }
    place(id: "place/x/town") { twins(asOf: "2022-06-15") { edges { holds type stage node { id } } } }
    passage(id: "passage/x/d/1") { claims { nodes: edges { node { ... on TwinnedWithToPlaceEdge { stage } } } } }
  }`);
  expect(errors).toEqual([]);
  expect(data).toEqual({
    institution: {
      twinnedWith: {
        totalCount: 1,
        edges: [
          {
            type: 'TWINNED_WITH',
            stage: 'SIGNED',
            validFrom: '2022-06',
            sentence: 'Council is twinned with Town.',
            node: { id: 'place/x/town', name: 'Town' },
            evidence: [{ statement: 'The council and the town are twins.' }],
          },
        ],
      },
    },
    place: {
      twins: {
        edges: [{ holds: 'POSSIBLY', type: 'TWINNED_WITH', stage: 'SIGNED', node: { id: 'institution/x/council' } }],
      },
    },
    passage: { claims: { nodes: [{ node: { stage: 'SIGNED' } }] } },
  });
});
