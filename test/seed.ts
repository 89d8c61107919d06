import { fileURLToPath } from 'node:url';
import { checkSeed } from '../src/load/check-seed.ts';
import type { Seed } from '../src/load/seed-types.ts';

export const SEED_FOLDER = fileURLToPath(new URL('../seed', import.meta.url));

/** The seed as it stands, read once. */
export const SEED: Seed = checkSeed(SEED_FOLDER).seed;
