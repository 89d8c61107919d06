import type { RuleCode } from '../../../schema/rule-codes.ts';
import { type Located, type Report, spotOf } from '../problem.ts';
import type { Measure, Seed, SeedClaim, SeedPassage, SeedThing, SeedTie } from '../seed-types.ts';

/** The seed with the ways into it that rules need. */
export interface SeedIndex extends Seed {
  readonly byId: ReadonlyMap<string, SeedThing>;
  readonly passageById: ReadonlyMap<string, SeedPassage>;
  readonly measureByName: ReadonlyMap<string, Measure>;
  readonly ties: readonly SeedTie[];
  /** Ties that stand for themselves and figures, each with what a message calls it. */
  readonly claims: readonly {
    readonly claim: SeedClaim;
    readonly what: string;
    readonly tie?: SeedTie;
  }[];
}

/** Refuses something for what it says under a key, or as a whole. */
export type Refuse = (record: Located, key: string | undefined, message: string, hint: string) => void;

/** One concern: looks through the seed and refuses what breaks it. */
export type Rule = (seed: SeedIndex, refuse: Refuse) => void;

export type Rules = Readonly<Partial<Record<RuleCode, Rule>>>;

export function indexSeed(seed: Seed): SeedIndex {
  const ties = seed.things.flatMap((thing) => thing.ties);
  return {
    ...seed,
    byId: firstBy(seed.things, ({ id }) => id),
    passageById: firstBy(seed.passages, ({ id }) => id),
    measureByName: firstBy(seed.measures, ({ measure }) => measure),
    ties,
    claims: seed.things.flatMap((thing) =>
      thing.claim
        ? [{ claim: thing.claim, what: thing.id }]
        : thing.ties.map((tie) => ({
            claim: tie,
            what: describeTie(tie),
            tie,
          })),
    ),
  };
}

/** The first to bear a key keeps it: whoever comes later is the duplicate. */
function firstBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T> {
  return new Map([...all].reverse().map((one) => [keyOf(one), one]));
}

export const describeTie = ({ spec, from, to }: SeedTie): string => `${from} ${spec.forward} ${to}`;

/** Runs every rule of a table; each reports under its own code. */
export function applyRules(rules: Rules, seed: SeedIndex, report: Report): void {
  for (const [code, rule] of Object.entries(rules)) {
    rule(seed, (record, key, message, hint) => report(spotOf(record, key), code as RuleCode, message, hint));
  }
}
