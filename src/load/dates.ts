import { type PartialDate, parsePartialDate } from '../graph/time.ts';

const known = new Map<string, PartialDate | undefined>();

/** Reads a partial date of the seed; each text is parsed once, since the same days come again and again. */
export function partialDate(text: unknown): PartialDate | undefined {
  if (typeof text !== 'string') return undefined;
  if (!known.has(text)) known.set(text, parsePartialDate(text));
  return known.get(text);
}
