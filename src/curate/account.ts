import type { Seed, SeedPassage } from '../load/seed-types.ts';
import type { Source } from './source-files.ts';

/** What the seed makes of one line of a document. */
export interface Line {
  readonly number: number;
  readonly text: string;
  readonly passages: readonly SeedPassage[];
  readonly reason?: string;
  readonly state: 'CLAIMED' | 'WITHOUT' | 'BLANK' | 'UNACCOUNTED';
}

/** Every line of a text, with the passages on it or why there is none. */
export function accountFor({ document, file }: Source, seed: Seed): readonly Line[] {
  const passages = seed.passages.filter((passage) => passage.document === document?.id);
  return (file?.lines ?? []).map((text, index) => {
    const number = index + 1;
    const here = passages.filter(({ place: { line = 0, lineEnd = line } }) => line <= number && number <= lineEnd);
    const reason = document?.withoutClaims.find(({ line, lineEnd }) => line <= number && number <= lineEnd)?.reason;
    const state =
      here.length > 0 ? 'CLAIMED' : text.trim() === '' ? 'BLANK' : reason === undefined ? 'UNACCOUNTED' : 'WITHOUT';
    return { number, text, passages: here, state, ...(reason === undefined ? {} : { reason }) };
  });
}

/** `72 lines: 60 with claims, 8 without and why, 4 blank, 0 unaccounted`. */
export function summary(lines: readonly Line[]): string {
  const of = (state: Line['state']): number => lines.filter((line) => line.state === state).length;
  return `${lines.length} lines: ${of('CLAIMED')} with claims, ${of('WITHOUT')} without and why, ${of('BLANK')} blank, ${of('UNACCOUNTED')} unaccounted`;
}
