import { nouns } from '../../../schema/nouns.ts';
import { partialDate } from '../dates.ts';
import type { Located } from '../problem.ts';
import type { SeedThing } from '../seed-types.ts';
import type { Rules, SeedIndex } from './rule.ts';

/** Own dates of a noun of which the second is the last day, not the first day after. */
const LAST_DAYS: Readonly<Record<string, readonly [begin: string, lastDay: string]>> = {
  Event: ['startedOn', 'endedOn'],
};

/** Is it certain that the end is not after the begin? Dates that cannot be read are another rule's matter. */
function endsTooEarly(from: unknown, to: unknown, lastDay: boolean): boolean {
  const begin = partialDate(from);
  const end = partialDate(to);
  if (!begin || !end) return false;
  return lastDay ? end.latest < begin.earliest : end.latest <= begin.earliest;
}

function* intervals(thing: SeedThing) {
  const { begins = [], ends } = nouns[thing.noun].time ?? {};
  for (const begin of ends ? begins : []) yield { begin, end: ends ?? '', lastDay: false };
  const [begin, end] = LAST_DAYS[thing.noun] ?? [];
  if (begin && end) yield { begin, end, lastDay: true };
}

/** All that was recorded on one release day and may be taken back on another. */
const recorded = ({ things, claims, comparisons }: SeedIndex) => [
  ...things.filter(({ claim }) => !claim),
  ...claims.map(({ claim }) => claim),
  ...comparisons,
];

export const timeRules: Rules = {
  IMPOSSIBLE_INTERVAL: ({ things, claims }, refuse) => {
    const hint = (end: string, lastDay: boolean): string =>
      lastDay ? `${end} is the last day` : `${end} is the first day on which it no longer holds: it must be later`;
    for (const thing of things) {
      for (const { begin, end, lastDay } of intervals(thing)) {
        const [from, to] = [thing.scalars[begin], thing.scalars[end]];
        if (!endsTooEarly(from, to, lastDay)) continue;
        refuse(thing, end, `${end} ${to} is not after ${begin} ${from}`, hint(end, lastDay));
      }
    }
    const dated: (Located & { validFrom?: string; validTo?: string })[] = [
      ...claims.map(({ claim }) => claim),
      ...things.flatMap(({ names }) => names),
    ];
    for (const record of dated) {
      const { validFrom, validTo } = record;
      if (!endsTooEarly(validFrom, validTo, false)) continue;
      refuse(record, 'validTo', `validTo ${validTo} is not after validFrom ${validFrom}`, hint('validTo', false));
    }
  },

  DEED_WITH_END: ({ claims }, refuse) => {
    for (const { claim, what, tie } of claims) {
      if (tie?.spec.lasts !== 'DEED') continue;
      for (const key of ['end', 'validTo'].filter((name) => claim.lines[name] !== undefined)) {
        refuse(claim, key, `${what} is a deed, done once and true ever after`, `leave ${key} out`);
      }
    }
  },

  END_CONTRADICTED: ({ claims }, refuse) => {
    for (const { claim, what } of claims) {
      if (claim.validTo === undefined || claim.end === undefined || claim.end === 'ENDED') continue;
      refuse(
        claim,
        'end',
        `${what} has the end ${claim.end}, yet ends on ${claim.validTo}`,
        'leave one of the two out',
      );
    }
  },

  UNKNOWN_RELEASE: (seed, refuse) => {
    const days = [...new Set(seed.releases.flatMap((release) => release.days))].sort();
    for (const record of recorded(seed)) {
      for (const key of ['recordedAt', 'retractedAt'] as const) {
        const day = record[key];
        if (day === undefined || record.lines[key] === undefined || days.includes(day)) continue;
        refuse(
          record,
          key,
          `${key} ${day} is no release day`,
          `write one of ${days.join(', ')}, or add it to release.yaml`,
        );
      }
    }
  },

  RETRACTED_TOO_EARLY: (seed, refuse) => {
    for (const record of recorded(seed)) {
      const { recordedAt, retractedAt } = record;
      if (retractedAt === undefined || retractedAt > recordedAt) continue;
      const message = `retracted on ${retractedAt}, recorded on ${recordedAt}`;
      refuse(record, 'retractedAt', message, 'write a later release day, or leave it out');
    }
  },
};
