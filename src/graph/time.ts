import edtf from 'edtf';

/** Bounds of stored keys: they sort below and above every real day. Never shown to a client. */
export const FLOOR = '0000';
export const OPEN = '9999';

/** What a partial date says: its own text, and the earliest and latest day it may mean (FLOOR or OPEN when a side is open). */
export interface PartialDate {
  readonly text: string;
  readonly earliest: string;
  readonly latest: string;
}

const SPAN = /^\[(\d[^.\]]*)\.\.(\d[^.\]]*)\]$/;
const UP_TO = /^\.\.\/(\d.*)$/;
const FROM_ON = /^(\d.*)\/\.\.$/;
const SINGLE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** Reads EDTF level 0 (`2022`, `2022-06`, `2022-06-05`), `[2021..2023]`, `../2021-04` and `2024/..`; undefined when the text is none of them. */
export function parsePartialDate(text: string): PartialDate | undefined {
  const span = SPAN.exec(text);
  const first = singleBounds(span?.[1] ?? FROM_ON.exec(text)?.[1]);
  const last = singleBounds(span?.[2] ?? UP_TO.exec(text)?.[1]);
  if (span) return first && last && first[0] < last[1] ? { text, earliest: first[0], latest: last[1] } : undefined;
  if (first) return { text, earliest: first[0], latest: OPEN };
  if (last) return { text, earliest: FLOOR, latest: last[1] };
  const single = singleBounds(text);
  return single && { text, earliest: single[0], latest: single[1] };
}

/** Is the text one real calendar day, `2022-06-05`? */
export const isDay = (text: string): boolean => text.length === 10 && singleBounds(text) !== undefined;

function singleBounds(text: string | undefined): [earliest: string, latest: string] | undefined {
  if (text === undefined || !SINGLE.test(text)) return undefined;
  try {
    const date = edtf(text);
    const bounds: [string, string] = [dayOf(date.min), dayOf(date.max)];
    // The parser takes 29 February of any year for a day, the first of March.
    return bounds[0].startsWith(text) ? bounds : undefined;
  } catch {
    return undefined;
  }
}

const dayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

export type Lasts = 'DEED' | 'STATE';
export type End = 'ONGOING' | 'ENDED' | 'UNKNOWN';

/**
 * The stored keys that decide when a claim holds; `validTo` is the first day it no longer holds.
 * It may hold on a day when since ≤ day < until, and certainly does when startLatest ≤ day < endEarliest.
 */
export interface TimeKeys {
  readonly since: string;
  readonly until: string;
  readonly startLatest: string;
  readonly endEarliest: string;
}

/** A deed is true ever after its day; a state ends on validTo, never (ONGOING), or on a day nobody states. */
export function timeKeys(
  from: PartialDate | undefined,
  to: PartialDate | undefined,
  lasts: Lasts,
  end?: End,
): TimeKeys {
  const start = {
    since: from?.earliest ?? FLOOR,
    startLatest: from?.latest ?? OPEN,
  };
  if (lasts === 'DEED' || end === 'ONGOING') return { ...start, until: OPEN, endEarliest: OPEN };
  return {
    ...start,
    until: to?.latest ?? OPEN,
    endEarliest: to?.earliest ?? FLOOR,
  };
}
