import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Graph } from '../src/graph/graph.ts';
import { loadSeed } from '../src/load/load.ts';
import { type AskGraphql, serveForTests } from './ask.ts';
import { openTestGraph } from './neo4j.ts';
import { SEED_FOLDER } from './seed.ts';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
/** Rows of its table: what is wanted, as GraphQL, as Cypher. */
const rows = [...README.matchAll(/^\| (.+) \| `(\{.+\})` \| `(.+)` \|$/gm)].map(([, wanted, graphql, cypher]) => ({
  wanted: String(wanted),
  graphql: String(graphql),
  cypher: String(cypher),
}));

let graph: Graph;
let ask: AskGraphql;
beforeAll(async () => {
  graph = await openTestGraph();
  await loadSeed(graph, SEED_FOLDER);
  ({ ask } = await serveForTests(graph));
});

/** What an answer says, without the names it says it under. */
const values = (answer: unknown): unknown[] =>
  typeof answer === 'object' && answer !== null ? Object.values(answer).flatMap(values) : [answer];

test('the README sets ten ways of asking side by side with Cypher', () => {
  expect(rows.length).toBeGreaterThanOrEqual(10);
});

test.each(rows)('$wanted: both ways have one answer', async ({ wanted, graphql, cypher }) => {
  const { data, errors } = await ask(graphql);
  expect(errors).toEqual([]);
  expect(values(data).length).toBeGreaterThan(0);
  expect(values(await graph.read({ name: wanted, text: cypher }))).toEqual(values(data));
});
