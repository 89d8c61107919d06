import type { InputRef, ObjectRef } from '@pothos/core';
import type { GroupArguments, GroupedConnection, GroupKeyValue, Groups, GroupValue } from '../src/loaders/groups.ts';
import { builder } from './builder.ts';
import { type ConditionFields, edgeFields, farEnd, thingFields, tieFields } from './conditions.ts';
import type { Types } from './connection.ts';
import { pairName, tieName } from './edge-name.ts';
import type { Conditions } from './filters.ts';
import { nounNames, nouns } from './nouns.ts';
import { type KeyField, oneKeyInput } from './one-key.ts';
import type { TieEnd } from './spec.ts';
import { thing } from './thing.ts';

const byValue = builder.enumType('ByValue', {
  description: 'How a value makes groups.',
  values: { VALUE: { description: 'A group for each value; of a list for each element.' } },
});

const byDate = builder.enumType('ByDate', {
  description:
    'How a date makes groups. One that may lie in several years (or months) has no year (or month), and stands with what has no date.',
  values: {
    YEAR: { description: 'A group for each year, `2022`.' },
    MONTH: { description: 'A group for each month, `2022-06`.' },
  },
});

const scalars = (fields: ConditionFields): Record<string, KeyField> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, { type, description }]) => [
      name,
      { type: type === 'PartialDate' ? byDate : byValue, description },
    ]),
  );

/** Keys by which things make groups: own scalars, and whatever their ties and what these lead to make groups by. */
export const thingGroupBy = (end: TieEnd): InputRef<Conditions> =>
  typeof end === 'string'
    ? oneKeyInput(`${end}GroupBy`, `What a ${end} makes groups by.`, () => ({
        ...scalars(thingFields(end)),
        ...Object.fromEntries(
          tieFields(end).map((row) => [
            row.field,
            {
              type: pairGroupBy(row.tie.type, farEnd(row)),
              description: `By its ties \`${row.field}\`: it stands in the group of each, once.`,
            },
          ]),
        ),
      }))
    : oneKeyInput('ThingGroupBy', 'What a thing of any kind makes groups by.', () => ({
        noun: { type: byValue, description: 'What kind of thing it is.' },
        ...scalars(thingFields()),
        ...Object.fromEntries(
          nounNames.map((noun) => [
            nouns[noun].one,
            { type: thingGroupBy(noun), description: `What only a ${noun} has; another thing has no value.` },
          ]),
        ),
      }));

/** Keys by which ties make groups: their own scalars, and whatever the thing they lead to makes groups by. */
export const pairGroupBy = (type: string, far: TieEnd): InputRef<Conditions> =>
  oneKeyInput(`${pairName(type, far)}GroupBy`, `What a ${type} tie makes groups by.`, () => ({
    edge: {
      type: oneKeyInput(`${tieName(type)}GroupBy`, `A scalar of a ${type} tie.`, () => scalars(edgeFields(type))),
      description: 'By the tie itself.',
    },
    node: { type: thingGroupBy(far), description: 'By the thing it leads to; `{ id: VALUE }` for the thing itself.' },
  }));

const groupKey = builder.objectRef<GroupKeyValue>('GroupKey').implement({
  description: 'What the members of a group have in common by one key.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The value as text; null where they have none.' }),
    node: t.field({
      type: thing,
      description: 'The thing, where the value is the id of one.',
      resolve: ({ node }) => node,
    }),
  }),
});

const group = builder.objectRef<GroupValue>('Group').implement({
  description:
    'What has the same values. Its members are the list itself with the path of the key as `where`: `{ kind: { eq: … } }`, of a list `has`, of a year or month `within`, of a tie `{ affects: { some: { node: { id: { eq: … } } } } }`; where the value is null, `isNull: true` or `none`.',
  fields: (t) => ({
    keys: t.field({
      type: [groupKey],
      nullable: { list: false, items: false },
      description: 'One for each key it was grouped by, in their order.',
      resolve: ({ keys }) => keys as GroupKeyValue[],
    }),
    count: t.exposeInt('count', { nullable: false, description: 'How many edges of the list stand in it.' }),
    distinctNodes: t.exposeInt('distinctNodes', {
      nullable: false,
      description: 'How many distinct things: several claims may lead to one.',
    }),
  }),
});

const groups = builder.objectRef<Groups>('Groups').implement({
  description: 'Groups of a list, the largest first, then by value, null last.',
  fields: (t) => ({
    groups: t.field({
      type: [group],
      nullable: { list: false, items: false },
      description: 'The first of them.',
      resolve: (found) => found.groups as GroupValue[],
    }),
    totalGroups: t.exposeInt('totalGroups', { nullable: false, description: 'How many there are in all.' }),
  }),
});

/** Adds `facets` and `groupBy` to a connection whose edges make groups by such keys. */
export function addGroups<Edge>(ref: ObjectRef<Types, GroupedConnection<Edge>>, by: InputRef<Conditions>): void {
  builder.objectFields(ref, (t) => {
    const args = (limit: string) => ({
      by: t.arg({ type: [by], required: true, description: `The keys, ${limit}.` }),
      first: t.arg.int({ description: 'How many groups, 1 to 100; 20 when absent.' }),
    });
    return {
      facets: t.field({
        type: [groups],
        nullable: { list: false, items: false },
        args: args('1 to 5'),
        description:
          'All pages in groups, by each key for itself, in the order of `by`. One statement, only when asked.',
        resolve: (connection, asked) => connection.facets(asked as GroupArguments) as Promise<Groups[]>,
      }),
      groupBy: t.field({
        type: groups,
        nullable: false,
        args: args('1 or 2'),
        description: 'All pages in groups, by the keys together. One statement, only when asked.',
        resolve: (connection, asked) => connection.groupBy(asked as GroupArguments),
      }),
    };
  });
}
