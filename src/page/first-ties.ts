import { nounOf } from '../loaders/ids.ts';
import type { Named, OneTie, PageInfo } from './answers.ts';
import { askFor } from './ask-page.ts';
import { type Direction, fieldOf, fieldsBehind, typesAt } from './tie-questions.ts';
import type { View } from './view.ts';

/** Of each type and direction, and of each field; what lies beyond is on pages of its own. More would cost a field that all nouns have too many points. */
export const PER_FIELD = 24;
/** What the contract brings of one thing at once. */
const MOST_AT_ONCE = 100;

/** The first ties behind a field, and how many there are. */
export interface FieldTies {
  readonly totalCount: number;
  readonly edges: readonly OneTie[];
}

export type FieldData = {
  readonly node: (Named & Readonly<Record<string, FieldTies & { readonly pageInfo: PageInfo }>>) | null;
};

interface Surroundings {
  readonly neighbourhood: { readonly edges: readonly OneTie[]; readonly truncated: boolean } | null;
}

/** The first ties of each type and direction; undefined when nothing has the id. Where all are too many to come at once, those from the last type on are asked for again. */
export async function firstTies(view: View, id: string): Promise<readonly OneTie[] | undefined> {
  const met = new Map<string, OneTie>();
  let types: readonly string[] | null = null;
  for (;;) {
    const variables: Readonly<Record<string, unknown>> = { id, perTie: PER_FIELD, types };
    const { neighbourhood } = await askFor<Surroundings>(view, 'ties', variables);
    if (!neighbourhood) return undefined;
    const { edges, truncated } = neighbourhood;
    for (const tie of edges) met.set(tie.id, tie);
    const last = edges.at(-1)?.type ?? '';
    if (!truncated || edges.length < MOST_AT_ONCE || last === types?.[0]) return [...met.values()];
    types = typesAt(nounOf(id)).filter((type) => type >= last);
  }
}

/** Ties by field. They are cut off by type and direction, behind which several fields may stand: each of those is then asked for itself. */
export async function tiesByField(
  view: View,
  id: string,
  edges: readonly OneTie[],
): Promise<ReadonlyMap<string, FieldTies>> {
  const found = new Map<string, OneTie[]>();
  const kinds = new Map<string, { type: string; direction: Direction; n: number }>();
  for (const tie of edges) {
    const direction = tie.from.id === id ? 'forward' : 'backward';
    const kind = `${tie.type} ${direction}`;
    kinds.set(kind, { type: tie.type, direction, n: (kinds.get(kind)?.n ?? 0) + 1 });
    const field = fieldOf(tie.type, tie.from.id, tie.to.id, id);
    if (field) found.set(field, [...(found.get(field) ?? []), tie]);
  }
  const cut = [...kinds.values()].flatMap(({ type, direction, n }) =>
    n < PER_FIELD ? [] : fieldsBehind(type, direction, nounOf(id)),
  );
  const asked = await Promise.all(
    [...new Set(cut)].map(async (field) => {
      const { node } = await askFor<FieldData>(view, `ties.${field}`, { id, first: PER_FIELD, after: null });
      return [field, node?.[field] ?? { totalCount: 0, edges: [] }] as const;
    }),
  );
  return new Map<string, FieldTies>([
    ...[...found].map(([field, ties]) => [field, { totalCount: ties.length, edges: ties }] as const),
    ...asked,
  ]);
}
