import fc from 'fast-check';
import { enums } from '../../schema/enums.ts';
import type { Asked } from './evaluate.ts';
import { RELEASES } from './varied-seed.ts';

const DAYS = ['2015-01-01', '2022-03-01', '2022-06-08', '2026-12-31'];
const INSTANTS = ['2026-11-21', ...RELEASES, '2026-12-01T10:00:00Z'];

const some = (name: 'Modality' | 'Rank') => fc.subarray(Object.keys(enums[name].values), { minLength: 1 });

/** A random scope, each part of it stated half of the time, the day more often. */
export const randomScope: fc.Arbitrary<Asked> = fc
  .tuple(
    fc.option(fc.constantFrom(...DAYS), { freq: 3 }),
    fc.option(fc.constantFrom(...INSTANTS), { freq: 1 }),
    fc.option(fc.boolean(), { freq: 1 }),
    fc.option(some('Modality'), { freq: 1 }),
    fc.option(some('Rank'), { freq: 1 }),
  )
  .map(([asOf, knownAt, certainOnly, modalities, ranks]) => ({
    ...(asOf === null ? {} : { asOf }),
    ...(knownAt === null ? {} : { knownAt }),
    ...(certainOnly === null ? {} : { certainOnly }),
    ...(modalities === null ? {} : { modalities }),
    ...(ranks === null ? {} : { ranks }),
  }));

/** How a question declares a scope as variables, and hands it to a field. */
export const SCOPE_VARIABLES =
  '$asOf: Date, $knownAt: DateTime, $certainOnly: Boolean, $modalities: [Modality!], $ranks: [Rank!]';
export const SCOPE_ARGUMENTS =
  'asOf: $asOf, knownAt: $knownAt, certainOnly: $certainOnly, modalities: $modalities, ranks: $ranks';
