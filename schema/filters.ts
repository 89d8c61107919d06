import type { InputRef } from '@pothos/core';
import { builder, enumRef } from './builder.ts';
import type { ConditionField } from './conditions.ts';
import { nounEnum } from './thing.ts';

/** Inputs whose fields come from a table have no shape of their own: they are checked where they are compiled. */
export type Conditions = Record<string, unknown>;

const eq = 'Exactly this.';
const not = 'Not this; also true of what has none.';
const oneOf = 'One of these, at most 1,000.';
const isNull = 'Whether it has none.';

type Value = 'String' | 'ID' | 'Float' | 'Int' | ReturnType<typeof enumRef> | typeof nounEnum;

function plainFilter(name: string, description: string, value: Value, more: Record<string, [Value, string]> = {}) {
  return builder.inputRef<Conditions>(name).implement({
    description: `${description} All that is stated must hold.`,
    fields: (t) =>
      ({
        eq: t.field({ type: value, description: eq }),
        not: t.field({ type: value, description: not }),
        in: t.field({ type: [value], description: oneOf }),
        ...Object.fromEntries(
          Object.entries(more).map(([key, [type, said]]) => [key, t.field({ type, description: said })]),
        ),
        isNull: t.boolean({ description: isNull }),
      }) as never,
  });
}

function listFilter(name: string, value: Value): InputRef<Conditions> {
  return builder.inputRef<Conditions>(name).implement({
    description: 'Conditions on a list. All that is stated must hold.',
    fields: (t) =>
      ({
        has: t.field({ type: value, description: 'It holds this.' }),
        isNull: t.boolean({ description: 'Whether it is empty.' }),
      }) as never,
  });
}

const ranges = (type: 'Float' | 'Int'): Record<string, [Value, string]> => ({
  gt: [type, 'More than this.'],
  gte: [type, 'This or more.'],
  lt: [type, 'Less than this.'],
  lte: [type, 'This or less.'],
});

const made = new Map<string, InputRef<Conditions>>();

const makers: Readonly<Record<string, () => InputRef<Conditions>>> = {
  ID: () => plainFilter('IdFilter', 'Conditions on an id.', 'ID'),
  String: () =>
    plainFilter('StringFilter', 'Conditions on a text.', 'String', {
      contains: ['String', 'It holds this, in capital or small letters.'],
      startsWith: ['String', 'It begins with this, in capital or small letters.'],
    }),
  Float: () => plainFilter('FloatFilter', 'Conditions on a number.', 'Float', ranges('Float')),
  Int: () => plainFilter('IntFilter', 'Conditions on a whole number.', 'Int', ranges('Int')),
  PartialDate: () =>
    builder.inputRef<Conditions>('PartialDateFilter').implement({
      description:
        'Conditions on a date that may be known in part: all but `within` hold when they may hold. `gte: "2022"` is met by `2022`, `2022-06` and `[2021..2023]`, not by what has no date. All that is stated must hold.',
      fields: (t) =>
        ({
          eq: t.field({
            type: 'PartialDate',
            description: 'The same day, or within the same span, as far as is known.',
          }),
          gte: t.field({ type: 'PartialDate', description: 'Its latest day is not before this begins.' }),
          lte: t.field({ type: 'PartialDate', description: 'Its earliest day is not after this ends.' }),
          within: t.field({ type: 'PartialDate', description: 'Every day it may mean lies within this: surely so.' }),
          isNull: t.boolean({ description: isNull }),
        }) as never,
    }),
};

function once(name: string, make: () => InputRef<Conditions>): InputRef<Conditions> {
  const found = made.get(name) ?? make();
  made.set(name, found);
  return found;
}

/** The filter of a kind of scalar, made once. */
export function filterOf({ type, list }: Pick<ConditionField, 'type' | 'list'>): InputRef<Conditions> {
  const kind = type === 'Url' ? 'String' : typeof type === 'object' && 'ref' in type ? 'ID' : type;
  if (typeof kind === 'object') {
    return list
      ? once(`${kind.enum}ListFilter`, () => listFilter(`${kind.enum}ListFilter`, enumRef(kind.enum)))
      : once(kind.enum, () => plainFilter(`${kind.enum}Filter`, `Conditions on a ${kind.enum}.`, enumRef(kind.enum)));
  }
  const scalar = kind === 'ID' ? 'ID' : 'String';
  return list
    ? once(`${scalar}ListFilter`, () => listFilter(`${scalar === 'ID' ? 'Id' : scalar}ListFilter`, scalar))
    : once(kind, makers[kind] as () => InputRef<Conditions>);
}

/** Conditions on the noun of a thing that may be of several. */
export const nounFilter = (): InputRef<Conditions> =>
  once('Noun', () => plainFilter('NounFilter', 'Conditions on the kind of a thing.', nounEnum));
