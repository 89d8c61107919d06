import fc from 'fast-check';
import {
  type ConditionFields,
  edgeFields,
  farEnd,
  type TieField,
  thingFields,
  tieFields,
} from '../../schema/conditions.ts';
import { nounNames, nouns } from '../../schema/nouns.ts';
import type { TieEnd } from '../../schema/spec.ts';
import type { Where } from './evaluate.ts';
import { oneKey } from './random-where.ts';

/** Random keys of groups out of the tables, at most `depth` ties away. */

const scalars = (fields: ConditionFields): fc.Arbitrary<Where> =>
  fc
    .constantFrom(...Object.entries(fields))
    .chain(([name, { type }]) =>
      oneKey(name, type === 'PartialDate' ? fc.constantFrom('YEAR', 'MONTH') : fc.constant('VALUE')),
    );

export function randomKey(end: TieEnd, depth: number): fc.Arbitrary<Where> {
  if (typeof end === 'string') {
    const ties = fc.constantFrom(...tieFields(end)).chain((row) => oneKey(row.field, randomPairKey(row, depth - 1)));
    return depth > 0 ? fc.oneof(scalars(thingFields(end)), ties) : scalars(thingFields(end));
  }
  const ofNoun = fc.constantFrom(...nounNames).chain((noun) => oneKey(nouns[noun].one, randomKey(noun, depth)));
  return fc.oneof(fc.constant({ noun: 'VALUE' }), scalars(thingFields()), ofNoun);
}

export const randomPairKey = (row: Omit<TieField, 'field'>, depth: number): fc.Arbitrary<Where> =>
  fc.oneof(oneKey('edge', scalars(edgeFields(row.tie.type))), oneKey('node', randomKey(farEnd(row), depth)));

/** One or two keys that differ. */
export const randomKeys = (key: fc.Arbitrary<Where>, most: number): fc.Arbitrary<readonly Where[]> =>
  fc.uniqueArray(key, { minLength: 1, maxLength: most, selector: (one) => JSON.stringify(one) });
