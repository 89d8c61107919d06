import { type TimeKeys, timeKeys } from '../../graph/time.ts';
import { partialDate } from '../dates.ts';
import type { SeedThing } from '../seed-types.ts';
import { areRivals, factsOfOneValue, scopeOf } from './figure-rules.ts';
import type { Rules, SeedIndex } from './rule.ts';

export const conflictRules: Rules = {
  /** Successive steps are none: only what surely holds on one and the same day. Rivals have a code of their own. */
  POSSIBLE_CONFLICT: (seed, refuse) => {
    const facts = factsOfOneValue(seed).filter(({ claim }) => claim?.rank !== 'PREFERRED');
    for (const [at, figure] of facts.entries()) {
      const other = facts
        .slice(0, at)
        .find((one) => differ(one, figure) && holdAtOnce(one, figure) && !areJudged(seed, one, figure));
      if (!other) continue;
      const message = `${figure.id} and ${other.id} hold at once with two values`;
      const hint = 'correct the dates, prefer or deprecate one with a note, or compare them';
      refuse(figure, 'id', message, hint);
    }
  },
};

/** Is each of them the claim of a side of one comparison? */
const areJudged = ({ comparisons }: SeedIndex, one: SeedThing, other: SeedThing): boolean =>
  comparisons.some(({ sides }) =>
    [one, other].every(({ id }) => sides.some(({ claim }) => claim && 'figure' in claim && claim.figure === id)),
  );

const statedBy = ({ scalars: { value, date, comparator } }: SeedThing): string =>
  JSON.stringify([value, date, comparator]);

const differ = (one: SeedThing, other: SeedThing): boolean =>
  one.scalars.measure === other.scalars.measure &&
  scopeOf(one) === scopeOf(other) &&
  statedBy(one) !== statedBy(other) &&
  !areRivals(one, other);

/** Is there surely a day on which both hold: a later one, or the first of either, known or not? */
function holdAtOnce(one: SeedThing, other: SeedThing): boolean {
  const [a, b] = [keysOf(one), keysOf(other)];
  const start = a.startLatest > b.startLatest ? a.startLatest : b.startLatest;
  const end = a.endEarliest < b.endEarliest ? a.endEarliest : b.endEarliest;
  return start < end || coversStart(a, b) || coversStart(b, a);
}

const coversStart = (one: TimeKeys, other: TimeKeys): boolean =>
  one.startLatest <= other.since && other.startLatest < one.endEarliest;

const keysOf = ({ claim, scalars }: SeedThing): TimeKeys =>
  timeKeys(partialDate(claim?.validFrom ?? scalars.measuredOn), partialDate(claim?.validTo), 'STATE', claim?.end);
