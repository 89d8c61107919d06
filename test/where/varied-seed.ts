import type { Graph } from '../../src/graph/graph.ts';
import { desiredGraph } from '../../src/load/desired-graph.ts';
import type { Seed } from '../../src/load/seed-types.ts';
import { writeGraph } from '../../src/load/write-graph.ts';
import { SEED } from '../seed.ts';

/** Days on which something of the varied seed is recorded or withdrawn. */
export const RELEASES = ['2026-11-22', '2026-11-30', '2026-12-15'] as const;

const [, SECOND, THIRD] = RELEASES;
const RANKS = ['NORMAL', 'PREFERRED', 'NORMAL', 'DEPRECATED', 'NORMAL'];

/** The real data know one release and one rank: here every few things and claims have another, so that each part of a scope divides them. */
function vary<T extends { readonly recordedAt: string }>(one: T, at: number): T {
  return {
    ...one,
    ...('rank' in one ? { rank: RANKS[at % RANKS.length] } : {}),
    ...(at % 7 === 3 ? { recordedAt: SECOND } : {}),
    ...(at % 11 === 5 ? { retractedAt: THIRD } : {}),
  };
}

export const VARIED_SEED: Seed = {
  ...SEED,
  things: SEED.things.map((thing, at) => ({
    ...vary(thing, at),
    ...(thing.claim ? { claim: vary(thing.claim, at) } : {}),
    ties: thing.ties.map((tie, place) => vary(tie, at + place)),
  })),
};

/** Writes it without the checks of a load, which it would not pass. */
export const writeVariedSeed = (graph: Graph): Promise<unknown> => writeGraph(graph, desiredGraph(VARIED_SEED));
