import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Statement } from '../../src/graph/graph.ts';
import { openPlanner, type Planner } from '../../src/graph/plan.ts';
import { desiredGraph } from '../../src/load/desired-graph.ts';
import { writeGraph } from '../../src/load/write-graph.ts';
import { serveForTests } from '../ask.ts';
import { everyTie } from '../every-tie.ts';
import { hubGraph } from '../hub-graph.ts';
import { openTestGraph } from '../neo4j.ts';
import { SEED } from '../seed.ts';

const SENATE = 'institution/kz/senate';

const SHAPES = [
  '{ laws(where: { name: { contains: "x" }, adoptedOn: { gte: "2022", lte: "2023" } }) { nodes { id } } }',
  '{ laws(where: { OR: [{ kind: { in: [CODE] } }, { NOT: { amends: { every: { edge: { modality: { eq: FACT } } } } } }] }) { nodes { id } } }',
  '{ laws(where: { amendedBy: { count: { gte: 2 } }, amends: { none: { node: { name: { eq: "x" } } } } }) { nodes { id } } }',
  '{ figures(where: { measure: { eq: "x" }, rank: { eq: NORMAL }, about: { some: { node: { law: { kind: { eq: CODE } } } } } }) { nodes { id } } }',
  `{ institution(id: "${SENATE}") { affectedBy(where: { edge: { rank: { eq: NORMAL }, validFrom: { gte: "2022", lte: "2023" }, validTo: { isNull: true } } }) { nodes { id } } } }`,
  `{ institution(id: "${SENATE}") { affectedBy(last: 5, where: { node: { enactedBy: { some: { node: { kind: { eq: CONSTITUTION } } } } } }) { nodes { id } } } }`,
  `{ institution(id: "${SENATE}") { concernedBy(where: { node: { noun: { in: [Law] }, reform: { affects: { count: { eq: 1 } } } } }) { nodes { id } } } }`,
];

/** In an order of their own, all rows are read. */
const ORDERED = [
  '{ laws(orderBy: [{ amendedBy: { count: DESC } }, { adoptedOn: ASC }]) { nodes { id } } }',
  '{ figures(orderBy: [{ validFrom: ASC }, { about: { node: { name: DESC } } }]) { nodes { id } } }',
  `{ institution(id: "${SENATE}") { affectedBy(orderBy: [{ edge: { validFrom: DESC } }, { node: { name: ASC } }]) { nodes { id } } } }`,
  `{ institution(id: "${SENATE}") { possiblySameAs(orderBy: [{ node: { foundedOn: DESC } }]) { nodes { id } } } }`,
];

/** What the server would ask: the texts need no database. */
const pages: Statement[] = [];
const ordered: Statement[] = [];
let planner: Planner;
beforeAll(async () => {
  planner = openPlanner(inject('neo4j'));
  const { ask } = await serveForTests({
    read: async (statement) => (statement.name.endsWith(' by id') ? [[0, [SENATE]]] : [[0, []]]),
  });
  for (const query of [...SHAPES, ...ORDERED]) {
    const { sent, errors } = await ask(query);
    expect(errors).toEqual([]);
    const asked = sent.map(({ statement }) => statement);
    pages.push(...asked.filter(({ name }) => name.endsWith(' where')));
    ordered.push(...asked.filter(({ name }) => name.endsWith(' ordered')));
  }
  expect([pages.length, ordered.length]).toEqual([SHAPES.length, ORDERED.length]);
});
afterAll(() => planner.close());

test('nothing is warned of on a graph that has a tie of every row', async () => {
  await writeGraph(await openTestGraph(), everyTie());
  for (const page of [...pages, ...ordered]) expect((await planner.explain(page)).notifications).toEqual([]);
});

describe.each([
  ['an empty graph', async () => void (await openTestGraph())],
  ['the seed', async () => void (await writeGraph(await openTestGraph(), desiredGraph(SEED)))],
  ['a graph with hubs', async () => void (await writeGraph(await openTestGraph(), hubGraph()))],
])('on %s', (_, fill) => {
  beforeAll(fill);

  test('pages under conditions are read in index order', async () => {
    for (const page of pages) {
      const { operators } = await planner.explain(page);
      const sorted = operators.filter((operator) => /^(Top|PartialTop|Sort|PartialSort|Distinct)$|Scan/.test(operator));
      expect([page.text, sorted, operators.includes('Limit')]).toEqual([page.text, [], true]);
    }
  });
});
