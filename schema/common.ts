import type { SharedValue } from '../src/loaders/common.ts';
import type { EdgeOf } from '../src/loaders/values.ts';
import { builder } from './builder.ts';
import { connectionType, nodesBy, pageArguments, scopeArguments } from './connection.ts';
import { tieType } from './hop.ts';
import type { NounName } from './spec.ts';
import { nounEnum, thing } from './thing.ts';
import { tieInterface } from './tie.ts';

/** What several things share. */

const edge = builder.objectRef<EdgeOf<SharedValue>>('SharedEdge').implement({
  description: 'Something that at least two of the things asked for are tied to.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', { nullable: false, description: 'Its place in the list.' }),
    node: t.field({
      type: thing,
      nullable: false,
      description: 'What they share.',
      resolve: ({ node }) => node.thing,
    }),
    count: t.int({
      nullable: false,
      description: 'How many of the things asked for share it.',
      resolve: ({ node }) => node.count,
    }),
    ties: t.field({
      type: [tieInterface],
      nullable: { list: false, items: false },
      args: {
        first: t.arg.int({ required: true, defaultValue: 20, description: 'How many at most, 1 to 100.' }),
      },
      description: 'The claims that tie them to it. One statement for the page.',
      resolve: async ({ node }, { first }, { load }) => load.firstOf(await load.sharedTies(node), first),
    }),
  }),
});

const connection = connectionType({
  name: 'SharedConnection',
  description: 'What things share: by how many of them, the most first, then by id.',
  edge,
});

builder.objectField(connection, 'nodes', (t) =>
  t.field({
    type: [thing],
    nullable: { list: false, items: false },
    description: 'What they share on this page.',
    resolve: nodesBy(({ node }) => node.thing),
  }),
);

builder.queryField('common', (t) =>
  t.field({
    type: connection,
    description:
      'What at least two of several things are tied to: people, laws, reforms and the rest. Null when nothing has one of the ids. One statement for the whole list.',
    args: {
      of: t.arg.idList({ required: true, description: 'Ids of things of any kind, 2 to 10, each once.' }),
      kinds: t.arg({ type: [nounEnum], description: 'Only things of these kinds, hubs among them.' }),
      ties: t.arg({ type: [tieType], description: 'Only by ties of these types.' }),
      hubs: t.arg.boolean({
        required: true,
        defaultValue: false,
        description:
          'Hubs too: source documents, topics, countries and parts of the world, which are shared by much that has little to do with each other.',
      }),
      ...pageArguments(t.arg),
      ...scopeArguments(t.arg),
    },
    resolve: (_, { of, kinds, ties, hubs, first, after, last, before, ...scope }, { load }) =>
      load.common({ of, kinds: kinds as NounName[] | null, ties, hubs, first, after, last, before }, scope),
  }),
);
