import { expect, it } from 'vitest';
import { checkGraph } from '../../src/load/check-graph.ts';
import { type DesiredGraph, desiredGraph } from '../../src/load/desired-graph.ts';
import { readSeed } from '../../src/load/read-seed.ts';
import type { StoredGraph } from '../../src/load/stored-graph.ts';
import { SEED } from '../seed.ts';
import { graphSeeds } from './bad-seeds.ts';
import { smallSeed, writeSeed } from './small-seed.ts';

/** As Neo4j would hold it: a tie stands between two nodes. */
function stored({ nodes, ties }: DesiredGraph): StoredGraph {
  const ids = new Set(nodes.map(({ id }) => id));
  return {
    nodes: nodes.map((node) => ({ ...node, elementId: `4:${node.id}` })),
    ties: ties
      .filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId))
      .map((tie) => ({ ...tie, elementId: `5:${tie.id}` })),
  };
}

const written = (files = smallSeed): StoredGraph => stored(desiredGraph(readSeed(writeSeed(files)).seed));

/** Whatever a seed says is found again in its graph, so that the graph says the same to the rules. */
it('finds nothing in the graph of a sound seed', () => {
  expect(checkGraph(written())).toEqual([]);
  expect(checkGraph(stored(desiredGraph(SEED)))).toEqual([]);
  expect(checkGraph({ nodes: [], ties: [] })).toEqual([]);
});

it.each(graphSeeds)('finds in a graph what the gate would refuse in its seed: $rule: $why', ({ rule, files }) => {
  const problems = checkGraph(written(files));
  expect(problems.map((problem) => problem.rule)).toEqual([rule]);
  for (const { message, hint } of problems) expect(`${message} ${hint}`).not.toMatch(/undefined|\[object|:0\b/);
});
