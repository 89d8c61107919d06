import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openPlanner, type Planner } from '../../src/graph/plan.ts';
import { writeGraph } from '../../src/load/write-graph.ts';
import { type AskGraphql, serveForTests } from '../ask.ts';
import { HUB_TIES, hubGraph } from '../hub-graph.ts';
import { openTestGraph } from '../neo4j.ts';

/** A page of what is tied to a named hub is found from the first things of the list; of what is tied to others, from those. */

let planner: Planner;
let ask: AskGraphql;
beforeAll(async () => {
  const graph = await openTestGraph({ readDeadline: 60_000 });
  planner = openPlanner(inject('neo4j'));
  await writeGraph(graph, hubGraph());
  ({ ask } = await serveForTests(graph));
});
afterAll(() => planner.close());

const reform = (at: number): string => `reform/x/${String(at).padStart(4, '0')}`;

async function page(slug: string, args: string, more = '') {
  const where = `{ affects: { some: { node: { id: { eq: "institution/x/${slug}" } } } } ${more} }`;
  const { data, errors, sent } = await ask(`{ reforms(${args}, where: ${where}) { nodes { id } } }`);
  expect(errors).toEqual([]);
  expect(sent.length).toBe(1);
  const [{ statement, parameters }] = sent as [(typeof sent)[number]];
  const { hits } = await planner.profile(statement, parameters);
  return { ids: data.reforms.nodes.map(({ id }: { id: string }) => id) as string[], hits };
}

test.each([
  ['forwards', 'first: 3', [0, 1, 2]],
  ['backwards', 'last: 3', [1_997, 1_998, 1_999]],
])('a page under a hub costs no more than one under a thing with 10 ties: %s', async (_, args, wanted) => {
  const small = await page('small', 'first: 3');
  expect(small.ids).toEqual([0, 1, 2].map(reform));
  const { ids, hits } = await page('hub', args);
  expect(ids).toEqual(wanted.map(reform));
  expect(hits).toBeLessThan(1.5 * small.hits);
});

test('where the first things of the list do not fill the page, all that the hub is tied to are tried', async () => {
  const { ids, hits } = await page('hub', 'first: 3', 'name: { contains: "199" }');
  const wanted = Array.from({ length: HUB_TIES }, (_, at) => reform(at)).filter((id) => id.includes('199'));
  expect(ids).toEqual(wanted.slice(0, 3));
  expect(hits).toBeGreaterThan(HUB_TIES);
});

test('a page too long for a hub of that size is found from the hub', async () => {
  const { ids, hits } = await page('hub', 'first: 100');
  expect(ids).toEqual(Array.from({ length: 100 }, (_, at) => reform(at)));
  expect(hits).toBeGreaterThan(HUB_TIES);
});
