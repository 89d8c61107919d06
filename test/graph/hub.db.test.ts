import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { openPlanner, type Planner } from '../../src/graph/plan.ts';
import { writeGraph } from '../../src/load/write-graph.ts';
import { type AskGraphql, serveForTests } from '../ask.ts';
import { HUB_TIES, hubGraph } from '../hub-graph.ts';
import { openTestGraph } from '../neo4j.ts';

let graph: Graph;
let planner: Planner;
let ask: AskGraphql;

beforeAll(async () => {
  graph = await openTestGraph();
  planner = openPlanner(inject('neo4j'));
  await writeGraph(graph, hubGraph());
  ({ ask } = await serveForTests(graph));
});
afterAll(() => planner.close());

const query = `query Page($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $asOf: Date) {
  institution(id: $id, asOf: $asOf) {
    affectedBy(first: $first, after: $after, last: $last, before: $before) {
      nodes { id } pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
    }
  }
}`;

/** Database hits of the page statement of a question. */
async function hits(variables: Record<string, unknown>): Promise<number> {
  const { sent } = await ask(query, variables);
  const page = sent.find(({ statement }) => statement.name.includes(' page '));
  if (!page) throw new Error('the question read no page');
  return (await planner.profile(page.statement, page.parameters)).hits;
}

async function pageInfo(variables: Record<string, unknown>) {
  const { data } = await ask(query, variables);
  return data.institution.affectedBy.pageInfo as {
    startCursor: string;
    endCursor: string;
  };
}

describe.each(['hub', 'unknown-starts'])('a page of %s costs what a page of a parent with 10 ties costs', (slug) => {
  const id = `institution/x/${slug}`;

  test.each([
    ['forwards', { first: 5 }],
    ['backwards', { last: 5 }],
    ['as of a day', { first: 5, asOf: '2020-06-01' }],
  ])('%s', async (_, page) => {
    const small = await hits({ id: 'institution/x/small', ...page });
    expect(small).toBeGreaterThan(0);
    expect(await hits({ id, ...page })).toBeLessThanOrEqual(1.2 * small);
  });

  test('continued, forwards and backwards', async () => {
    const small = await hits({ id: 'institution/x/small', first: 5 });
    const middle = await pageInfo({ id, first: 100 });
    expect(await hits({ id, first: 5, after: middle.endCursor })).toBeLessThanOrEqual(1.2 * small);
    const end = await pageInfo({ id, last: 100 });
    expect(await hits({ id, last: 5, before: end.startCursor })).toBeLessThanOrEqual(1.2 * small);
  });
});

test('paging through a hub meets every tie once, in the same order both ways', async () => {
  const walk = async (forwards: boolean): Promise<string[]> => {
    const met: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = forwards ? { first: 100, after: cursor } : { last: 100, before: cursor };
      const { data } = await ask(query, { id: 'institution/x/hub', ...page });
      const { nodes, pageInfo: info } = data.institution.affectedBy;
      const ids = nodes.map((node: { id: string }) => node.id);
      if (forwards) met.push(...ids);
      else met.unshift(...ids);
      if (!(forwards ? info.hasNextPage : info.hasPreviousPage)) return met;
      cursor = forwards ? info.endCursor : info.startCursor;
    }
  };
  const forwards = await walk(true);
  expect(new Set(forwards).size).toBe(HUB_TIES);
  expect(await walk(false)).toEqual(forwards);
});

test('a count of a hub reads its index only', async () => {
  const { data, sent } = await ask(
    '{ institution(id: "institution/x/hub") { affectedBy { totalCount distinctNodes } } }',
  );
  expect(data.institution.affectedBy).toEqual({
    totalCount: HUB_TIES,
    distinctNodes: HUB_TIES,
  });
  expect(sent.map(({ statement }) => statement.name.replace(/.* /, ''))).toEqual(['id', 'claims', 'things']);
  const count = sent.find(({ statement }) => statement.name.endsWith(' claims'));
  if (!count) throw new Error('the question counted nothing');
  const { hits: cost } = await planner.profile(count.statement, count.parameters);
  expect(cost).toBeLessThanOrEqual(HUB_TIES + 10);
});

test('one tie more than the page is read where it is asked what follows, and only there', async () => {
  const asked = async (more: string): Promise<[rows: number, data: unknown]> => {
    const { data, sent } = await ask(
      `{ institution(id: "institution/x/hub") { affectedBy(first: 5) { nodes { id } ${more} } } }`,
    );
    const page = sent.find(({ statement }) => statement.name.includes(' page '));
    return [Number(page?.parameters.limit), data.institution.affectedBy.nodes];
  };
  const [rows, nodes] = await asked('');
  expect(rows).toBe(5);
  expect(nodes).toHaveLength(5);
  expect(await asked('pageInfo { hasNextPage }')).toEqual([6, nodes]);
  expect(await asked('... @include(if: true) { pageInfo { endCursor } }')).toEqual([6, nodes]);
});
