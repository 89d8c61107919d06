import { checkSeed } from '../load/check-seed.ts';
import type { Seed } from '../load/seed-types.ts';

/** Reads a seed that may still be half-written, and says so. */
export function readForCurator(folder: string): Seed {
  const { seed, problems } = checkSeed(folder);
  if (problems.length > 0) console.error(`The seed has problems (${problems.length}); check-data tells which.\n`);
  return seed;
}
