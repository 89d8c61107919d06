import type { InputRef } from '@pothos/core';
import { builder } from './builder.ts';
import { type ConditionFields, edgeFields, farEnd, thingFields, tieFields } from './conditions.ts';
import { pairName, tieName } from './edge-name.ts';
import { type Conditions, filterOf, nounFilter } from './filters.ts';
import { nounNames, nouns } from './nouns.ts';
import type { NounName, TieEnd } from './spec.ts';

/** The inputs of `where`, made from the ties table and the noun files; each type once. */
const made = new Map<string, InputRef<Conditions>>();

interface InputField {
  readonly type: InputRef<Conditions>;
  readonly description: string;
}

function input(
  name: string,
  description: string,
  fields: () => Readonly<Record<string, InputField>>,
  logical: boolean,
): InputRef<Conditions> {
  const found = made.get(name);
  if (found) return found;
  const ref = builder.inputRef<Conditions>(name);
  made.set(name, ref);
  ref.implement({
    description: `${description} All that is stated must hold.`,
    fields: (t) =>
      ({
        ...Object.fromEntries(Object.entries(fields()).map(([field, options]) => [field, t.field(options)])),
        ...(logical
          ? {
              AND: t.field({ type: [ref], description: 'All of these hold.' }),
              OR: t.field({ type: [ref], description: 'At least one of these holds.' }),
              NOT: t.field({ type: ref, description: 'This does not hold.' }),
            }
          : {}),
      }) as never,
  });
  return ref;
}

const scalars = (fields: ConditionFields): Record<string, InputField> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, { type: filterOf(field), description: field.description }]),
  );

/** Conditions on a thing of a noun; on any thing where the end may be of several. */
export const thingWhere = (end: TieEnd): InputRef<Conditions> =>
  typeof end === 'string'
    ? input(`${end}Where`, `Conditions on a ${end}.`, () => ({ ...scalars(thingFields(end)), ...tiesOf(end) }), true)
    : input(
        'ThingWhere',
        'Conditions on a thing of any kind.',
        () => ({
          noun: { type: nounFilter(), description: 'What kind of thing it is.' },
          ...scalars(thingFields()),
          ...Object.fromEntries(
            nounNames.map((noun) => [
              nouns[noun].one,
              { type: thingWhere(noun), description: `It is a ${noun}, and this holds of it.` },
            ]),
          ),
        }),
        true,
      );

function tiesOf(noun: NounName): Record<string, InputField> {
  return Object.fromEntries(
    tieFields(noun).map((field) => [
      field.field,
      { type: tiesWhere(field.tie.type, farEnd(field)), description: `Conditions on its ties \`${field.field}\`.` },
    ]),
  );
}

/** Conditions on one tie and what it leads to: `where` of a nested connection. */
export const pairWhere = (type: string, far: TieEnd): InputRef<Conditions> =>
  input(
    `${pairName(type, far)}Where`,
    `Conditions on one ${type} tie and the thing at its other end.`,
    () => ({
      edge: { type: edgeWhere(type), description: 'On the tie itself.' },
      node: { type: thingWhere(far), description: 'On the thing it leads to.' },
    }),
    true,
  );

const edgeWhere = (type: string): InputRef<Conditions> =>
  input(`${tieName(type)}Where`, `Conditions on a ${type} tie itself.`, () => scalars(edgeFields(type)), true);

function tiesWhere(type: string, far: TieEnd): InputRef<Conditions> {
  const pair = pairWhere(type, far);
  return input(
    `${pairName(type, far)}Ties`,
    `Conditions on all ${type} ties of a thing that the time and ranks asked let through.`,
    () => ({
      some: { type: pair, description: 'At least one is so; `{}` when there is one at all.' },
      none: { type: pair, description: 'None is so.' },
      every: { type: pair, description: 'All are so; also true where there is none.' },
      count: { type: filterOf({ type: 'Int' }), description: 'How many there are.' },
      countWhere: { type: pair, description: 'Which of them `count` counts; all when absent.' },
    }),
    false,
  );
}
