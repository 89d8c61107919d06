import {
  type ConditionFields,
  edgeFields,
  farEnd,
  type TieField,
  thingFields,
  tieFields,
} from '../../schema/conditions.ts';
import { nounNames, nouns } from '../../schema/nouns.ts';
import { parsePartialDate } from '../../src/graph/time.ts';
import type { SeedThing, SeedTie } from '../../src/load/seed-types.ts';
import { type Asked, farThings, valuesOfThing, valuesOfTie, type Where } from './evaluate.ts';

/** Groups counted in memory over the seed, by what the contract says of them. */

export interface Edge {
  readonly tie?: SeedTie;
  readonly far: SeedThing;
}

export interface Found {
  readonly totalGroups: number;
  readonly groups: readonly {
    readonly keys: readonly { readonly value: string | null }[];
    readonly count: number;
    readonly distinctNodes: number;
  }[];
}

const DIGITS: Readonly<Record<string, number>> = { YEAR: 4, MONTH: 7 };
type Value = string | number;

function scalarValues(fields: ConditionFields, held: Readonly<Record<string, unknown>>, key: Where): readonly Value[] {
  const [[name, unit] = ['', '']] = Object.entries(key);
  const value = held[name];
  if (value === undefined) return [];
  if (fields[name]?.type !== 'PartialDate') return Array.isArray(value) ? value : [value as Value];
  const date = parsePartialDate(String(value));
  const [first, last] = [date?.earliest, date?.latest].map((day) => day?.slice(0, DIGITS[String(unit)]));
  return first !== undefined && first === last ? [first] : [];
}

function thingValues(thing: SeedThing, key: Where, asked: Asked, mixed: boolean): readonly Value[] {
  const [[name, value] = ['', '']] = Object.entries(key);
  if (mixed) {
    if (name === 'noun') return [thing.noun];
    const noun = nounNames.find((one) => nouns[one].one === name);
    if (noun) return noun === thing.noun ? thingValues(thing, value as Where, asked, false) : [];
    return scalarValues(thingFields(), valuesOfThing(thing), key);
  }
  const row = tieFields(thing.noun).find(({ field }) => field === name);
  if (!row) return scalarValues(thingFields(thing.noun), valuesOfThing(thing), key);
  return farThings(thing, row, asked).flatMap((pair) => pairValues(pair, row, value as Where, asked));
}

export function pairValues(
  { tie, far }: { tie: SeedTie; far: SeedThing },
  row: Omit<TieField, 'field'>,
  { edge, node }: Where,
  asked: Asked,
): readonly Value[] {
  return edge
    ? scalarValues(edgeFields(row.tie.type), valuesOfTie(tie), edge as Where)
    : thingValues(far, node as Where, asked, typeof farEnd(row) !== 'string');
}

export const valuesOfListed = (thing: SeedThing, key: Where, asked: Asked): readonly Value[] =>
  thingValues(thing, key, asked, false);

/** Every combination of one value of each key. */
const combinations = (keys: readonly (readonly (Value | null)[])[]): readonly (readonly (Value | null)[])[] =>
  keys.reduce<readonly (readonly (Value | null)[])[]>(
    (some, values) => some.flatMap((one) => values.map((value) => [...one, value])),
    [[]],
  );

/** The largest first, then by value, null last. */
export function groupsOf(
  edges: readonly Edge[],
  valuesOf: (edge: Edge, key: Where) => readonly Value[],
  by: readonly Where[],
  first: number,
): Found {
  const met = new Map<string, { values: readonly (Value | null)[]; edges: Edge[] }>();
  for (const edge of edges) {
    const held = by.map((key) => [...new Set(valuesOf(edge, key))]);
    for (const values of combinations(held.map((some) => (some.length > 0 ? some : [null])))) {
      const found = met.get(JSON.stringify(values)) ?? { values, edges: [] };
      found.edges.push(edge);
      met.set(JSON.stringify(values), found);
    }
  }
  const compare = (a: Value | null, b: Value | null): number => {
    if (a === b) return 0;
    if (a === null || b === null) return a === null ? 1 : -1;
    return a < b ? -1 : 1;
  };
  const sorted = [...met.values()].sort(
    (a, b) =>
      b.edges.length - a.edges.length ||
      a.values.map((value, at) => compare(value, b.values[at] ?? null)).find((order) => order !== 0) ||
      0,
  );
  return {
    totalGroups: sorted.length,
    groups: sorted.slice(0, first).map(({ values, edges: members }) => ({
      keys: values.map((value) => ({ value: value === null ? null : String(value) })),
      count: members.length,
      distinctNodes: new Set(members.map(({ far }) => far.id)).size,
    })),
  };
}
