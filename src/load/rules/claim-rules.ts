import { nouns } from '../../../schema/nouns.ts';
import type { Rules } from './rule.ts';

export const claimRules: Rules = {
  INFERRED_WITHOUT_NOTE: ({ things, claims }, refuse) => {
    const records = [
      ...things.filter(({ claim }) => !claim).map((record) => ({ record, what: record.id })),
      ...claims.map(({ claim, what }) => ({ record: claim, what })),
    ];
    for (const { record, what } of records) {
      if (record.inferred.length === 0 || record.note !== undefined) continue;
      refuse(
        record,
        'inferred',
        `${what} is inferred in part and does not say how`,
        'add a note on what it follows from',
      );
    }
  },

  INFERRED_ABSENT: ({ things, claims }, refuse) => {
    for (const thing of things.filter(({ claim }) => !claim)) {
      for (const key of thing.inferred) {
        if (thing.scalars[key] !== undefined || !(key in nouns[thing.noun].properties)) continue;
        refuse(
          thing,
          'inferred',
          `${thing.id} has no ${key} that could be inferred`,
          `add ${key}, or leave it out of the list`,
        );
      }
    }
    for (const { claim, what } of claims) {
      if (!claim.inferred.includes('DATE') || claim.validFrom !== undefined || claim.validTo !== undefined) continue;
      if (claim.end === 'ONGOING' || claim.end === 'ENDED') continue;
      refuse(
        claim,
        'inferred',
        `${what} has no date that could be inferred`,
        'add the date, or leave DATE out of the list',
      );
    }
  },

  RANK_WITHOUT_NOTE: ({ claims }, refuse) => {
    for (const { claim, what } of claims) {
      if (claim.rank === 'NORMAL' || claim.note !== undefined) continue;
      refuse(claim, 'rank', `${what} is ${claim.rank} without a reason`, 'add a note that gives the reason');
    }
  },

  NOT_AN_OFFICE: ({ ties, byId }, refuse) => {
    for (const tie of ties) {
      const office = tie.spec.type === 'HELD_OFFICE' ? byId.get(tie.to) : undefined;
      if (!office || office.scalars.kind === 'OFFICE') continue;
      const hint = 'name the post, an institution of the kind OFFICE that is part of this body';
      refuse(tie, 'to', `${tie.to} is of the kind ${office.scalars.kind}`, hint);
    }
  },
};
