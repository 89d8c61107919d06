import fc from 'fast-check';
import {
  type ConditionFields,
  edgeFields,
  farEnd,
  type TieField,
  thingFields,
  tieFields,
} from '../../schema/conditions.ts';
import type { TieEnd } from '../../schema/spec.ts';
import { parsePartialDate } from '../../src/graph/time.ts';
import type { SeedThing } from '../../src/load/seed-types.ts';
import { type Asked, farThings, type SeedPair, valuesOfThing, valuesOfTie } from './evaluate.ts';

/** Random keys to order by, out of the tables, and what each is of a thing or a tie of the varied seed. */

export type Value = string | number | undefined;

export interface Key<Of> {
  /** As `orderBy` has it. */
  readonly entry: Readonly<Record<string, unknown>>;
  readonly descending: boolean;
  keyOf(one: Of, asked: Asked): Value;
}

const direction = fc.boolean();
const word = (descending: boolean): string => (descending ? 'DESC' : 'ASC');

/** A date stands where the earliest day it may mean stands. */
function scalarOf(fields: ConditionFields, name: string, values: Readonly<Record<string, unknown>>): Value {
  const value = values[name] as Value;
  return fields[name]?.type === 'PartialDate' && value !== undefined
    ? parsePartialDate(String(value))?.earliest
    : value;
}

const scalarKey = (fields: ConditionFields) =>
  fc.record({
    name: fc.constantFrom(...Object.keys(fields).filter((name) => !fields[name]?.list)),
    descending: direction,
  });

const nounOf = (end: TieEnd) => (typeof end === 'string' ? end : undefined);

function ownKey(end: TieEnd): fc.Arbitrary<Key<SeedThing>> {
  const fields = thingFields(nounOf(end));
  return scalarKey(fields).map(({ name, descending }) => ({
    entry: { [name]: word(descending) },
    descending,
    keyOf: (thing) => scalarOf(fields, name, valuesOfThing(thing)),
  }));
}

const countKey = (row: TieField): fc.Arbitrary<Key<SeedThing>> =>
  direction.map((descending) => ({
    entry: { [row.field]: { count: word(descending) } },
    descending,
    keyOf: (thing, asked) => farThings(thing, row, asked).length,
  }));

/** Of several the least or the greatest. */
const farKey = (row: TieField): fc.Arbitrary<Key<SeedThing>> =>
  ownKey(farEnd(row)).map(({ entry, descending, keyOf }) => ({
    entry: { [row.field]: { node: entry } },
    descending,
    keyOf: (thing, asked) => {
      const values = farThings(thing, row, asked)
        .map(({ far }) => keyOf(far, asked))
        .filter((value) => value !== undefined)
        .sort((a, b) => (a < b ? -1 : 1));
      return descending ? values.at(-1) : values[0];
    },
  }));

function thingKey(end: TieEnd): fc.Arbitrary<Key<SeedThing>> {
  const noun = nounOf(end);
  if (!noun) return ownKey(end);
  const row = fc.constantFrom(...tieFields(noun));
  return fc.oneof(ownKey(end), row.chain(countKey), row.chain(farKey));
}

function pairKey(row: Omit<TieField, 'field'>): fc.Arbitrary<Key<SeedPair>> {
  const fields = edgeFields(row.tie.type);
  const edge = scalarKey(fields).map(({ name, descending }) => ({
    entry: { edge: { [name]: word(descending) } },
    descending,
    keyOf: ({ tie }: SeedPair) => scalarOf(fields, name, valuesOfTie(tie)),
  }));
  const node = thingKey(farEnd(row)).map(({ entry, descending, keyOf }) => ({
    entry: { node: entry },
    descending,
    keyOf: ({ far }: SeedPair, asked: Asked) => keyOf(far, asked),
  }));
  return fc.oneof(edge, node);
}

const several = <Of>(key: fc.Arbitrary<Key<Of>>) =>
  fc.uniqueArray(key, {
    minLength: 1,
    maxLength: 3,
    // Either way, the same key twice is refused.
    selector: ({ entry }) => JSON.stringify(entry).replace(/"(A|DE)SC"/, ''),
  });

export const randomThingOrder = (end: TieEnd) => several(thingKey(end));
export const randomPairOrder = (row: Omit<TieField, 'field'>) => several(pairKey(row));

/** Ids of rows by their keys: what has no value last, equals by id. */
export function sorted<Of>(
  rows: readonly Of[],
  keys: readonly Pick<Key<Of>, 'descending' | 'keyOf'>[],
  idOf: (one: Of) => string,
  asked: Asked = {},
): string[] {
  const compare = (a: Value, b: Value, descending: boolean): number => {
    if (a === b) return 0;
    if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
    return a < b === descending ? 1 : -1;
  };
  return rows
    .map((one) => ({ id: idOf(one), values: keys.map(({ keyOf }) => keyOf(one, asked)) }))
    .sort((a, b) => {
      const differs = keys.map(({ descending }, at) => compare(a.values[at], b.values[at], descending));
      return differs.find((order) => order !== 0) ?? (a.id < b.id ? -1 : 1);
    })
    .map(({ id }) => id);
}
