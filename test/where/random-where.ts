import fc from 'fast-check';
import {
  type ConditionField,
  edgeFields,
  farEnd,
  type TieField,
  thingFields,
  tieFields,
} from '../../schema/conditions.ts';
import { enums } from '../../schema/enums.ts';
import { nounNames, nouns } from '../../schema/nouns.ts';
import type { NounName, TieEnd } from '../../schema/spec.ts';
import { SEED } from '../seed.ts';
import type { Where } from './evaluate.ts';

/** Random conditions out of the tables, with values that stand in the seed, so that they often hold. */

const known = new Map<string, Set<string>>();
for (const thing of SEED.things) {
  const held: Record<string, unknown> = { ...thing, ...thing.scalars, ...thing.claim };
  for (const [name, value] of Object.entries(held)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one === 'string') known.set(name, (known.get(name) ?? new Set()).add(one));
    }
  }
}

const texts = (name: string): readonly string[] => [...(known.get(name) ?? ['x'])];
const DATES = ['1995', '2021', '2022', '2022-06', '2022-06-08', '[2021..2023]', '../2021-04', '2024/..', '2026-07-01'];

export const oneKey = (key: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<Where> =>
  value.map((held) => ({ [key]: held }));

function scalar(name: string, { type, list }: ConditionField): fc.Arbitrary<Where> {
  const isNull = oneKey('isNull', fc.boolean());
  if (type === 'PartialDate') {
    const date = fc.constantFrom(...DATES);
    return fc.oneof(oneKey('eq', date), oneKey('gte', date), oneKey('lte', date), oneKey('within', date), isNull);
  }
  if (type === 'Float' || type === 'Int') return number(isNull);
  const of =
    typeof type === 'object' && 'enum' in type
      ? Object.keys(enums[type.enum as keyof typeof enums].values)
      : texts(name);
  const value = fc.constantFrom(...of);
  if (list) return fc.oneof(oneKey('has', value), isNull);
  const plain = [
    oneKey('eq', value),
    oneKey('not', value),
    oneKey('in', fc.array(value, { minLength: 1, maxLength: 4 })),
    isNull,
  ];
  if (type !== 'String' && type !== 'Url') return fc.oneof(...plain);
  const part = fc.tuple(value, fc.nat(20), fc.integer({ min: 1, max: 4 }));
  const cut = part.map(([text, at, length]) => text.slice(at % text.length, (at % text.length) + length).toUpperCase());
  return fc.oneof(
    ...plain,
    oneKey('contains', cut),
    oneKey(
      'startsWith',
      part.map(([text, , length]) => text.slice(0, length)),
    ),
  );
}

const number = (...more: fc.Arbitrary<Where>[]): fc.Arbitrary<Where> => {
  const value = fc.constantFrom(0, 1, 2, 3, 5, 7, 47, 50);
  return fc.oneof(
    ...['eq', 'not', 'gt', 'gte', 'lt', 'lte'].map((word) => oneKey(word, value)),
    oneKey('in', fc.array(value, { minLength: 1, maxLength: 3 })),
    ...more,
  );
};

function logical(field: fc.Arbitrary<Where>, depth: number): fc.Arbitrary<Where> {
  if (depth === 0) return field;
  const within = logical(field, depth - 1);
  const few = fc.array(within, { maxLength: 2 });
  return fc.oneof(
    { weight: 4, arbitrary: field },
    { weight: 1, arbitrary: oneKey('NOT', within) },
    { weight: 1, arbitrary: oneKey('OR', few) },
    { weight: 1, arbitrary: fc.tuple(field, few).map(([one, AND]) => ({ ...one, AND })) },
  );
}

const scalars = (fields: Readonly<Record<string, ConditionField>>): fc.Arbitrary<Where> =>
  fc.oneof(...Object.entries(fields).map(([name, field]) => oneKey(name, scalar(name, field))));

export function randomWhere(end: TieEnd, depth: number): fc.Arbitrary<Where> {
  if (typeof end !== 'string') {
    const noun = fc.constantFrom(...nounNames);
    return logical(
      fc.oneof(
        oneKey(
          'noun',
          fc.oneof(
            oneKey('eq', noun),
            oneKey('not', noun),
            oneKey('in', fc.array(noun, { minLength: 1, maxLength: 3 })),
          ),
        ),
        scalars(thingFields()),
        ...(depth > 0 ? [noun.chain((one: NounName) => oneKey(nouns[one].one, randomWhere(one, depth - 1)))] : []),
      ),
      1,
    );
  }
  const rows = tieFields(end);
  const ties = fc.constantFrom(...rows).chain((row) => oneKey(row.field, tiesOf(row, depth)));
  return logical(depth > 0 ? fc.oneof(scalars(thingFields(end)), ties) : scalars(thingFields(end)), 1);
}

function tiesOf(row: TieField, depth: number): fc.Arbitrary<Where> {
  const pair = randomPair(row, depth - 1);
  const counted = fc.tuple(number(), pair).map(([count, countWhere]) => ({ count, countWhere }));
  return fc.oneof(oneKey('count', number()), counted, ...['some', 'none', 'every'].map((word) => oneKey(word, pair)));
}

export const randomPair = (row: Omit<TieField, 'field'>, depth: number): fc.Arbitrary<Where> =>
  logical(
    fc.oneof(
      oneKey('edge', logical(scalars(edgeFields(row.tie.type)), 1)),
      oneKey('node', randomWhere(farEnd(row), depth)),
      fc.constant({}),
    ),
    1,
  );
