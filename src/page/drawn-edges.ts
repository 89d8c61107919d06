import type { OneTie } from './answers.ts';
import { spanOf, states } from './claims.ts';
import type { DrawnEdge } from './drawn.ts';
import { fieldOf } from './tie-questions.ts';
import { TIE_WORDS } from './tie-words.ts';
import type { View } from './view.ts';

/** A tie as the neighbourhood of a thing has it. */
export type Edge = Pick<OneTie, 'id' | 'type' | 'validFrom' | 'validTo' | 'end' | 'modality'> & {
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
};

/** What a tie is called as seen from where it begins. */
export const wordOf = ({ asked }: Pick<View, 'asked'>, { type, from, to }: Edge): string =>
  TIE_WORDS[fieldOf(type, from.id, to.id, from.id) ?? '']?.[asked.language] ?? type;

export function drawnEdge(view: View, edge: Edge): DrawnEdge {
  const { id, modality, validFrom, validTo } = edge;
  const word = wordOf(view, edge);
  // Along a line there is room for years only; the list has the days.
  const span = spanOf(view, { ...edge, validFrom: inYears(validFrom), validTo: inYears(validTo) });
  return {
    id,
    source: edge.from.id,
    target: edge.to.id,
    word,
    label: span ? `${word}\n${span}` : word,
    modality,
    ...yearsOfTie(edge),
  };
}

/** A date that is no more exact than a year: `[2022-06-08..2023-01-01]` becomes `[2022..2023]`. */
function inYears(text: string | null): string | null {
  return text?.replace(/(\d{4})(-\d{2}){1,2}/g, '$1').replace(/^\[(\d{4})\.\.\1\]$/, '$1') ?? null;
}

/** A deed is of the years of its date; what holds for a while, of those from its beginning to its end. */
export function yearsOfTie({
  type,
  validFrom,
  validTo,
  end,
}: Pick<Edge, 'type' | 'validFrom' | 'validTo' | 'end'>): Pick<DrawnEdge, 'from' | 'to'> {
  const lasts = states.has(type) || validTo !== null || end === 'ONGOING';
  return { from: yearAt(validFrom, 0), to: yearAt(lasts ? validTo : validFrom, -1) };
}

/** The year at the one or the other side of a date; null where that is open. */
function yearAt(text: string | null, side: 0 | -1): number | null {
  const year = text
    ?.split(/\.{2}\/|\/\.{2}|\.{2}/)
    .at(side)
    ?.match(/\d{4}/);
  return year ? Number(year[0]) : null;
}
