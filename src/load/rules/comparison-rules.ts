import type { SeedSide } from '../seed-types.ts';
import { tiesMeant } from '../side-claim.ts';
import type { Rules, SeedIndex } from './rule.ts';

export const comparisonRules: Rules = {
  COMPARISON_ONE_SIDE: ({ comparisons }, refuse) => {
    for (const { sides, ...comparison } of comparisons) {
      if (sides.length > 1) continue;
      const message = `${comparison.id} has ${sides.length === 0 ? 'no side' : 'one side'}`;
      refuse(comparison, 'sides', message, 'add the passages that differ; one may be silent and have no claim');
    }
  },

  COMPARISON_OVER_NOTHING: ({ comparisons }, refuse) => {
    for (const comparison of comparisons) {
      if (comparison.over.length > 0) continue;
      refuse(comparison, 'over', `${comparison.id} is over nothing`, 'name the things on which the sides differ');
    }
  },

  SIDE_CLAIM_UNCLEAR: (seed, refuse) => {
    for (const side of seed.comparisons.flatMap(({ sides }) => sides)) {
      const [message, hint] = faultOfClaim(side, seed) ?? [];
      if (message && hint) refuse(side, 'claim', message, hint);
    }
  },

  VERDICT_MISFIT: ({ comparisons, passageById }, refuse) => {
    for (const comparison of comparisons) {
      const { id, verdict, settledBy, sides } = comparison;
      const documents = new Set(sides.map(({ passage }) => passageById.get(passage)?.document));
      if (verdict === 'UNSETTLED' && settledBy !== undefined) {
        const hint = 'leave settledBy out, or write the verdict it leads to';
        refuse(comparison, 'settledBy', `${id} is UNSETTLED, yet settled by ${settledBy}`, hint);
      }
      // Where a passage or a side is missing, that is said already.
      if (sides.length < 2 || documents.has(undefined)) continue;
      const one = documents.size === 1;
      if (one === (verdict === 'ONE_DOCUMENT')) continue;
      const message = `${id} has sides in ${one ? 'one document' : `${documents.size} documents`} and the verdict ${verdict}`;
      const hint = one
        ? 'write ONE_DOCUMENT'
        : 'write how the documents differ; ONE_DOCUMENT is for sides of a single one';
      refuse(comparison, 'verdict', message, hint);
    }
  },
};

/** What is wrong with the claim of a side; ids that name nothing are another rule's matter. */
function faultOfClaim(
  { claim, passage }: SeedSide,
  { byId, passageById }: SeedIndex,
): [message: string, hint: string] | undefined {
  if (!claim || !passageById.has(passage)) return undefined;
  if ('figure' in claim) {
    const figure = byId.get(claim.figure)?.claim;
    if (!figure || figure.passages.includes(passage)) return undefined;
    return [`${claim.figure} does not rest on ${passage}`, 'name a figure that does, or leave claim out for silence'];
  }
  const { of, field, to } = claim;
  if (!byId.has(of) || !byId.has(to)) return undefined;
  const found = tiesMeant(claim, passage, byId).length;
  if (found === 1) return undefined;
  const message = `${of} has ${found === 0 ? 'no tie' : `${found} ties`} "${field}" to ${to} that ${found > 1 ? 'rest' : 'rests'} on ${passage}`;
  return [
    message,
    found === 0 ? 'name one that does, or leave claim out for silence' : 'add the validFrom of the one that is meant',
  ];
}
