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

  PASSAGE_PLACE: ({ passages }, refuse) => {
    for (const passage of passages) {
      for (const [key, message, hint] of faultsOfPlace(passage)) refuse(passage, key, message, hint);
    }
  },
};

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
