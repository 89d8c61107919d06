import { expect } from 'vitest';
import { checkSeed } from '../../src/load/check-seed.ts';
import { type DesiredGraph, type DesiredTie, desiredGraph } from '../../src/load/desired-graph.ts';
import { type Files, smallSeed, writeSeed } from './small-seed.ts';

/** What a seed without a problem stands for. */
export function graphOf(files: Files = smallSeed): DesiredGraph {
  const { seed, problems } = checkSeed(writeSeed(files));
  expect(problems).toEqual([]);
  return desiredGraph(seed);
}

export const tiesIn = (graph: DesiredGraph, type: string): readonly DesiredTie[] =>
  graph.ties.filter((tie) => tie.type === type);
