import { fileCodes, type RuleCode } from '../../schema/rule-codes.ts';
import { contradictorySeeds } from './contradictory-seeds.ts';
import { malformedSeeds } from './malformed-seeds.ts';
import type { Files } from './small-seed.ts';

/** A seed with one mistake, at the marked line; `file` is said where there is nothing to mark. */
export interface BadSeed {
  readonly rule: RuleCode;
  readonly why: string;
  readonly files: Files;
  readonly file?: string;
}

export const badSeeds: readonly BadSeed[] = Object.entries({ ...malformedSeeds, ...contradictorySeeds }).flatMap(
  ([rule, some]) =>
    some.map(([why, files, file]) => ({
      rule: rule as RuleCode,
      why,
      files,
      ...(file === undefined ? {} : { file }),
    })),
);

/** Of the mistakes in a single file, those that a graph can hold too; the readers of files drop the others. */
const KEPT: readonly string[] = [
  'WRONG_END: a far end of another noun',
  'WRONG_NOUN: an event that is a law',
  'WRONG_NOUN: provisions that are laws',
  'WRONG_NOUN: a speaker that is a body',
  'DANGLING_ID: a passage',
  'DANGLING_ID: a passage of a name',
  'DANGLING_ID: a property',
  'BAD_ID: another noun',
  'BAD_ID: a passage of another document',
  'BAD_ID: a passage of another line',
  'DUPLICATE_ID: merged and alive',
];
/** The end of a deed is not read from a file, and a side's tie that is not clear is not stored. */
const DROPPED: readonly string[] = [
  'DEED_WITH_END: an end',
  'SIDE_CLAIM_UNCLEAR: a tie of another passage',
  'SIDE_CLAIM_UNCLEAR: no such field',
  'SIDE_CLAIM_UNCLEAR: another start',
  'SIDE_CLAIM_UNCLEAR: two ties',
];

/** Bad seeds whose graph is as bad. */
export const graphSeeds: readonly BadSeed[] = badSeeds.filter(({ rule, why }) => {
  const name = `${rule}: ${why}`;
  return KEPT.includes(name) || (rule in contradictorySeeds && !fileCodes.includes(rule) && !DROPPED.includes(name));
});
