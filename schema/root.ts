import { askedOfThing, askedOfThings } from './asked-columns.ts';
import { builder } from './builder.ts';
import { pageArguments, scopeArguments } from './connection.ts';
import { addGroups, thingGroupBy } from './groups.ts';
import { node } from './node.ts';
import { thingOrder } from './order.ts';
import { passage } from './passage.ts';
import { COST_RULE } from './points.ts';
import type { NounSpec } from './spec.ts';
import { nounConnection, nounRef } from './thing.ts';
import { thingWhere } from './where.ts';

builder.queryType({
  description: `Which reforms changed which institutions, by which law, who says so, as of when. \`asOf\` and the other arguments of time on a root field bind everything nested below it. ${COST_RULE}`,
  fields: (t) => ({
    node: t.field({
      type: node,
      description: 'Anything by its id; null when nothing has it. A merged id answers with the survivor.',
      args: {
        id: t.arg.id({
          required: true,
          description: 'For instance `institution/kz/senate`.',
        }),
        ...scopeArguments(t.arg),
      },
      resolve: (_, { id, ...scope }, { load }) => load.node(id, scope),
    }),
    nodes: t.field({
      type: [node],
      nullable: { list: false, items: true },
      description: 'At most 100 ids, answered in their order, null for each that nothing has.',
      args: {
        ids: t.arg.idList({ required: true, description: 'Ids of any kind.' }),
        ...scopeArguments(t.arg),
      },
      resolve: (_, { ids, ...scope }, { load }) => load.nodes(ids, scope),
    }),
    passage: t.field({
      type: passage,
      description: 'A passage by its id; null when nothing has it.',
      args: {
        id: t.arg.id({
          required: true,
          description: 'For instance `passage/kz/000/13`.',
        }),
        ...scopeArguments(t.arg),
      },
      resolve: (_, { id, ...scope }, { load }) => load.passage(id, scope),
    }),
  }),
});

/** Adds the singular and the plural root field of a noun. */
export function addRootFields(noun: NounSpec): void {
  builder.queryField(noun.one, (t) =>
    t.field({
      type: nounRef(noun.name),
      description: `One ${noun.name} by its id or by an identifier; null when nothing has it. ${noun.description}`,
      args: {
        id: t.arg.id({ description: `For instance \`${noun.prefix}/kz/…\`.` }),
        identifier: t.arg.string({
          description:
            'Scheme and value: `act-code:104322`, `law-number:41-VII`, or `decree-number:887-2022` with the year.',
        }),
        ...scopeArguments(t.arg),
      },
      resolve: (_, { id, identifier, ...scope }, { load }, info) =>
        load.one(noun.name, { id, identifier }, scope, askedOfThing(info)),
    }),
  );
  const connection = nounConnection(noun.name);
  addGroups(connection, thingGroupBy(noun.name));
  builder.queryField(noun.many, (t) =>
    t.field({
      type: connection,
      nullable: false,
      description: `${noun.description} In the order of their ids; with \`asOf\` without those known to begin later or to have ended.`,
      args: {
        ...pageArguments(t.arg),
        ...scopeArguments(t.arg),
        orderBy: t.arg({
          type: [thingOrder(noun.name)],
          description: 'In this order instead, the first key first, at most 5; equals by id.',
        }),
        where: t.arg({ type: thingWhere(noun.name), description: 'Only those of which this holds.' }),
      },
      resolve: (_, args, { load }, info) => load.things(noun.name, args, askedOfThings(info)),
    }),
  );
}
