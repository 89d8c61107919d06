import type { InputRef } from '@pothos/core';
import { builder } from './builder.ts';
import { type ConditionFields, edgeFields, farEnd, thingFields, tieFields } from './conditions.ts';
import { pairName, tieName } from './edge-name.ts';
import type { Conditions } from './filters.ts';
import { type KeyField, oneKeyInput } from './one-key.ts';
import type { NounName, TieEnd } from './spec.ts';

const direction = builder.enumType('Direction', {
  description: 'Which end of an order comes first. What has no value comes last either way.',
  values: {
    ASC: { description: 'The least, the earliest or A first.' },
    DESC: { description: 'The greatest, the latest or Z first.' },
  },
});

/** Dates stand where the earliest day they may mean stands. */
const scalars = (fields: ConditionFields): Record<string, KeyField> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, { list }]) => !list)
      .map(([name, { description }]) => [name, { type: direction, description }]),
  );

const nounOf = (end: TieEnd): NounName | undefined => (typeof end === 'string' ? end : undefined);

/** Keys by which things can be ordered: own scalars, the number of their ties, and what those lead to. */
export const thingOrder = (end: TieEnd): InputRef<Conditions> => {
  const noun = nounOf(end);
  return oneKeyInput(`${noun ?? 'Thing'}Order`, `What things of kind ${noun ?? 'any'} are ordered by.`, () => ({
    ...scalars(thingFields(noun)),
    ...Object.fromEntries(
      (noun ? tieFields(noun) : []).map((row) => [
        row.field,
        { type: tiesOrder(farEnd(row)), description: `By its ties \`${row.field}\`.` },
      ]),
    ),
  }));
};

const tiesOrder = (far: TieEnd): InputRef<Conditions> => {
  const noun = nounOf(far) ?? 'Thing';
  return oneKeyInput(`${noun}TiesOrder`, `What ties to a ${noun} give to order by.`, () => ({
    count: { type: direction, description: 'How many there are, within the time and ranks asked.' },
    node: {
      type: oneKeyInput(`${noun}ScalarOrder`, `A scalar of a ${noun}.`, () => scalars(thingFields(nounOf(far)))),
      description: 'A scalar of what they lead to: of several the least with ASC, the greatest with DESC.',
    },
  }));
};

/** Keys by which ties can be ordered: their own scalars, and whatever the thing they lead to can be ordered by. */
export const pairOrder = (type: string, far: TieEnd): InputRef<Conditions> =>
  oneKeyInput(`${pairName(type, far)}Order`, `What ${type} ties are ordered by.`, () => ({
    edge: {
      type: oneKeyInput(`${tieName(type)}Order`, `A scalar of a ${type} tie.`, () => scalars(edgeFields(type))),
      description: 'By the tie itself.',
    },
    node: { type: thingOrder(far), description: 'By the thing it leads to.' },
  }));
