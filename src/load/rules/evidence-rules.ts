import { locatorForms, locatorSlug, parseLocator } from '../locator.ts';
import type { SeedPassage } from '../seed-types.ts';
import { citations } from './id-rules.ts';
import type { Rules } from './rule.ts';

export const evidenceRules: Rules = {
  NO_EVIDENCE: (seed, refuse) => {
    for (const { record, what, passages, kind } of citations(seed)) {
      if (passages.length > 0 || kind === 'OURS') continue;
      refuse(record, 'passages', `${what} has no passages`, 'name the passages it rests on, or leave it out');
    }
  },

  UNUSED_PASSAGE: (seed, refuse) => {
    const used = new Set([...citations(seed)].flatMap(({ passages }) => passages));
    for (const passage of seed.passages) {
      if (used.has(passage.id)) continue;
      refuse(passage, 'id', `nothing rests on ${passage.id}`, 'cite it where it says something, or leave it out');
    }
  },

  ACT_RECORD_UNMARKED: ({ things }, refuse) => {
    for (const thing of things) {
      const { id, noun, scalars, summary = '', note = '' } = thing;
      if (noun !== 'SourceDocument' || scalars.kind !== 'ACT_RECORD') continue;
      if (scalars.url !== undefined || /unofficial/i.test(`${summary} ${note}`)) continue;
      const hint = 'add url, or say in the summary that it is an unofficial copy';
      refuse(thing, 'kind', `${id} does not say where the act stands officially`, hint);
    }
  },

  PASSAGE_PLACE: ({ passages }, refuse) => {
    for (const passage of passages) {
      for (const [key, message, hint] of faultsOfPlace(passage)) refuse(passage, key, message, hint);
    }
  },

  BAD_LOCATOR: ({ passages, byId }, refuse) => {
    for (const { id, document, place, ...passage } of passages) {
      const { locator } = place;
      if (locator === undefined || byId.get(document)?.scalars.kind !== 'ACT_RECORD') continue;
      const tail = id.split('/').at(-1) ?? '';
      const slug = locatorSlug(locator);
      if (!parseLocator(locator)) {
        refuse(passage, 'locator', `${id}: "${locator}" is no place in an act`, `write one such as ${locatorForms}`);
      } else if (tail !== slug && tail.slice(0, -1) !== slug) {
        const hint = `end its id with ${slug}, with a letter for a second one`;
        refuse(passage, 'locator', `${id} is at "${locator}"`, hint);
      }
    }
  },

  CLAIM_ON_LINE_WITHOUT: ({ things, passages }, refuse) => {
    for (const { id, withoutClaims } of things) {
      const there = passages.filter(({ document, place }) => document === id && place.line !== undefined);
      for (const [index, without] of withoutClaims.entries()) {
        const { line, lineEnd } = without;
        if (line < 1 || lineEnd < line) {
          refuse(
            without,
            'line',
            `${id}: ${line} to ${lineEnd} are no lines`,
            'count lines from 1, lineEnd is the last',
          );
        }
        const rival = there.find(({ place }) => meets(without, place.line ?? 0, place.lineEnd ?? place.line ?? 0));
        if (rival) {
          const hint = 'take the line out of withoutClaims, or leave the passage out';
          refuse(without, 'line', `${rival.id} stands on a line that ${id} calls without claims`, hint);
        }
        if (withoutClaims.slice(0, index).some((other) => meets(without, other.line, other.lineEnd))) {
          refuse(without, 'line', `${id} gives line ${line} two reasons`, 'keep one of them');
        }
      }
    }
  },
};

const meets = (lines: { line: number; lineEnd: number }, first: number, last: number): boolean =>
  lines.line <= last && first <= lines.lineEnd;

const IN_LINES = ['line', 'start', 'end', 'sha256'] as const;

type Fault = readonly [key: string | undefined, message: string, hint: string];

function faultsOfPlace({ id, place }: SeedPassage): readonly Fault[] {
  const { line, lineEnd, start, end, sha256, locator } = place;
  const given = IN_LINES.filter((key) => place[key] !== undefined);
  const lacking = IN_LINES.filter((key) => place[key] === undefined);
  if (locator !== undefined && (given.length > 0 || lineEnd !== undefined)) {
    return [['locator', `${id} has both a locator and lines`, 'keep the locator for an act, the lines for a text']];
  }
  if (locator !== undefined) return [];
  if (lacking.length > 0) {
    const hint = 'write line, start, end and sha256, or for an act a locator';
    return [[undefined, `${id} lacks ${lacking.join(', ')}`, hint]];
  }
  const faults: Fault[] = [];
  if ((line ?? 0) < 1) faults.push(['line', `${id}: line ${line} is before the first`, 'count lines from 1']);
  if (lineEnd !== undefined && lineEnd < (line ?? 0)) {
    faults.push([
      'lineEnd',
      `${id}: lineEnd ${lineEnd} is before line ${line}`,
      'write the last line, or leave it out',
    ]);
  }
  if ((start ?? 0) < 0 || (start ?? 0) >= (end ?? 0)) {
    faults.push([
      'end',
      `${id}: from ${start} to ${end} is no stretch`,
      'start is from 0, end is past the last code point',
    ]);
  }
  if (!/^[0-9a-f]{64}$/.test(sha256 ?? '')) {
    faults.push(['sha256', `${id}: "${sha256}" is no SHA-256`, 'write 64 hexadecimal digits in small letters']);
  }
  return faults;
}
