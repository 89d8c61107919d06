import type { Found, MatchedName, SearchConnection } from '../src/loaders/search.ts';
import type { EdgeOf } from '../src/loaders/values.ts';
import { builder, enumRef } from './builder.ts';
import { connectionType, nodesBy, pageArguments, scopeArguments } from './connection.ts';
import { nounNames } from './nouns.ts';
import { nounEnum, thing } from './thing.ts';
import { thingWhere } from './where.ts';

/** Things by a name in anybody's spelling. */

const matchedName = builder.objectRef<MatchedName>('MatchedName').implement({
  description: 'The name by which a thing was found, or the number of an act, which has no language, script or kind.',
  fields: (t) => ({
    text: t.exposeString('text', { nullable: false, description: 'The name as the graph has it.' }),
    language: t.exposeString('language', { description: 'BCP 47 language, for instance `kk`.' }),
    script: t.exposeString('script', { description: 'ISO 15924 script, for instance `Cyrl`.' }),
    kind: t.field({
      type: enumRef('NameKind'),
      description: 'Standing of the name.',
      resolve: ({ kind }) => kind,
    }),
  }),
});

const score = 'How alike query and name are, above 0 to 1: 1 for the name itself. It depends on these two alone.';

const edge = builder.objectRef<EdgeOf<Found>>('SearchEdge').implement({
  description: 'A thing that was found.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', { nullable: false, description: 'Its place in the list.' }),
    score: t.float({ nullable: false, description: score, resolve: ({ node }) => node.score }),
    matchedName: t.field({
      type: matchedName,
      nullable: false,
      description: 'The name of it that is most alike.',
      resolve: ({ node }) => node.matchedName,
    }),
    node: t.field({
      type: thing,
      nullable: false,
      description: 'The thing. One statement more for each kind of thing found, when more than its id is asked.',
      resolve: ({ node }) => node.thing,
    }),
  }),
});

const facet = builder.objectRef<{ readonly kind: string; readonly count: number }>('SearchFacet').implement({
  description: 'How many things of a kind were found.',
  fields: (t) => ({
    kind: t.field({ type: nounEnum, nullable: false, description: 'The kind of thing.', resolve: ({ kind }) => kind }),
    count: t.exposeInt('count', { nullable: false, description: 'How many, on all pages.' }),
  }),
});

const connection = connectionType({
  name: 'SearchConnection',
  description: 'Things that were found, the most alike first, equals in the order of their ids.',
  edge,
});

builder.objectField(connection, 'nodes', (t) =>
  t.field({
    type: [thing],
    nullable: { list: false, items: false },
    description: 'The things of the page.',
    resolve: nodesBy(({ node }) => node.thing),
  }),
);

builder.objectField(connection, 'facets', (t) =>
  t.field({
    type: [facet],
    nullable: { list: false, items: false },
    description: 'How many of each kind were found, most first.',
    resolve: async (value) => [...(await (value as SearchConnection).facets())],
  }),
);

const suggestion = builder.objectRef<Found>('Suggestion').implement({
  description: 'A name that may be meant by what was typed so far.',
  fields: (t) => ({
    score: t.exposeFloat('score', { nullable: false, description: score }),
    matchedName: t.field({
      type: matchedName,
      nullable: false,
      description: 'The name to complete to.',
      resolve: (found) => found.matchedName,
    }),
    node: t.field({
      type: thing,
      nullable: false,
      description: 'The thing that bears it. One statement more for each kind, when more than its id is asked.',
      resolve: (found) => found.thing,
    }),
  }),
});

builder.queryField('search', (t) =>
  t.field({
    type: connection,
    nullable: false,
    description:
      'Things by a name, a part of one or the number of an act, in Kazakh of either script, Russian or English, transliterated or misspelt. Every name and identifier the graph has counts, those of former days too. What is too unlike is not found. One statement, with counts and facets; of the names that pass the conditions, the 500 that are nearest by the index are compared.',
    args: {
      query: t.arg.string({
        required: true,
        description: 'At most 200 characters. Letters and digits are searched by, all else only parts words.',
      }),
      kinds: t.arg({ type: [nounEnum], description: 'Only things of these kinds.' }),
      where: t.arg({ type: thingWhere(nounNames), description: 'Only those of which this holds.' }),
      ...pageArguments(t.arg),
      ...scopeArguments(t.arg),
    },
    resolve: (_, args, { load }) => load.search(args),
  }),
);

builder.queryField('suggest', (t) =>
  t.field({
    type: [suggestion],
    nullable: { list: false, items: false },
    description: 'Names to complete what somebody is typing, each thing once, the most alike first. One statement.',
    args: {
      prefix: t.arg.string({
        required: true,
        description: 'What was typed so far, at most 200 characters; its last word may go on.',
      }),
      first: t.arg.int({ required: true, defaultValue: 10, description: 'How many at most, 1 to 100.' }),
      ...scopeArguments(t.arg),
    },
    resolve: async (_, { prefix, first, ...scope }, { load }) => [...(await load.suggest(prefix, first, scope))],
  }),
);
