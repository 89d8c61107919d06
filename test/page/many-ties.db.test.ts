import { expect, test } from 'vitest';
import { nouns } from '../../schema/nouns.ts';
import { nounsAt, ties } from '../../schema/ties.ts';
import type { DesiredGraph } from '../../src/load/desired-graph.ts';
import { writeGraph } from '../../src/load/write-graph.ts';
import { claimProperties, thingNode } from '../every-tie.ts';
import { openTestGraph } from '../neo4j.ts';
import { openPages } from './open.ts';

const HUB = 'institution/x/hub';
/** Of each type: more than a page shows of one, and all together more than the contract brings at once. */
const EACH = 26;

/** Ties that lead to institutions and need no values of their own, each from things of one noun. */
const rows = [
  ...new Map(
    ties
      .filter(
        ({ to, properties = {} }) =>
          nounsAt(to).includes('Institution') && !Object.values(properties).some(({ required }) => required),
      )
      .map((row) => [row.type, row] as const),
  ).values(),
];

function manyTies(): DesiredGraph {
  const made = rows.flatMap(({ type, from }) => {
    const [noun = 'Institution'] = nounsAt(from);
    return Array.from({ length: EACH }, (_, at) => {
      const name = `${type.toLowerCase().replaceAll('_', '-')}-${at}`;
      const far = `${nouns[noun].prefix}/x/${name}`;
      const id = `claim/${name}`;
      const tie = { id, type, fromId: far, toId: HUB, properties: claimProperties(id, far, HUB) };
      return { node: thingNode(noun, far, { kind: 'OTHER' }), tie };
    });
  });
  return {
    nodes: [thingNode('Institution', HUB, { kind: 'OTHER' }), ...made.map(({ node }) => node)],
    ties: made.map(({ tie }) => tie),
  };
}

test('a thing with more ties than come at once shows each kind of them, with how many there are', async () => {
  expect(rows.length * EACH).toBeGreaterThan(100);
  const graph = await openTestGraph();
  await writeGraph(graph, manyTies());
  const { open } = await openPages(graph);
  const { status, text } = await open(`/${HUB}`);
  expect(status).toBe(200);
  const shown = [...text.matchAll(/<h3 id="(\w+)">[^<]* <span class="quiet">(\d+)<\/span>/g)].map(([, field, n]) => [
    field,
    n,
  ]);
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(rows.map(({ backward }) => [backward, String(EACH)])));
});
