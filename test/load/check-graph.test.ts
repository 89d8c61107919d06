import { expect, it } from 'vitest';
import { checkGraph } from '../../src/load/check-graph.ts';
import { type DesiredGraph, desiredGraph } from '../../src/load/desired-graph.ts';
import { SEED } from '../seed.ts';
import { graphOf } from './graph-of.ts';

const stored = ({ nodes, ties }: DesiredGraph) => ({
  nodes: nodes.map((node) => ({ ...node, elementId: `n ${node.id}` })),
  ties: ties.map((tie) => ({ ...tie, elementId: `e ${tie.id}` })),
});

/** Whatever a seed says is found again in its graph, so that the graph says the same to the rules. */
it('finds nothing in the graph of a sound seed', () => {
  expect(checkGraph(stored(graphOf()))).toEqual([]);
  expect(checkGraph(stored(desiredGraph(SEED)))).toEqual([]);
  expect(checkGraph({ nodes: [], ties: [] })).toEqual([]);
});
