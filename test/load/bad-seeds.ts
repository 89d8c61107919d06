import type { RuleCode } from '../../schema/rule-codes.ts';
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
