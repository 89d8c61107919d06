import type { TieSpec } from '../../schema/spec.ts';
import { ties } from '../../schema/ties.ts';
import { ReformgraphError } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';
import { checkSeed, describeProblems } from './check-seed.ts';
import { desiredGraph } from './desired-graph.ts';
import type { DesiredGraph } from './graph-shape.ts';
import { type Counts, writeGraph } from './write-graph.ts';

export type { Counts } from './write-graph.ts';

/** Brings what a seed's folder says into the graph. A seed with any problem is refused as a whole, and nothing is written. */
export async function loadSeed(
  graph: Graph,
  folder: string,
  progress: (message: string) => void = () => undefined,
  table: readonly TieSpec[] = ties,
): Promise<Counts> {
  return writeGraph(graph, soundSeed(folder, table), progress);
}

/** What the graph is to hold, if the seed has no problem; else throws them all. */
export function soundSeed(folder: string, table: readonly TieSpec[] = ties): DesiredGraph {
  const { seed, problems } = checkSeed(folder, table);
  if (problems.length === 0) return desiredGraph(seed);
  throw new ReformgraphError(
    'SEED_REFUSED',
    `The seed is refused and nothing was written. Correct each place, then load again.\n${describeProblems(problems)}`,
  );
}
