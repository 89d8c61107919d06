import type { NeighbourhoodValue } from '../src/loaders/neighbourhood.ts';
import { builder } from './builder.ts';
import { scopeArguments } from './connection.ts';
import { tieType } from './hop.ts';
import { thing } from './thing.ts';
import { tieInterface } from './tie.ts';

/** A thing with what lies around it, ready to be drawn. */

const neighbourhood = builder.objectRef<NeighbourhoodValue>('Neighbourhood').implement({
  description: 'A thing and what lies around it: nodes and edges of a picture.',
  fields: (t) => ({
    nodes: t.field({
      type: [thing],
      nullable: { list: false, items: false },
      description:
        'The things, each once: the one asked for first, then by distance, then by id; at most 200. Counted as many as `depth`, `perTie` and `ties` allow.',
      resolve: ({ nodes }) => nodes,
    }),
    edges: t.field({
      type: [tieInterface],
      nullable: { list: false, items: false },
      description:
        'The claims by which they were reached or met again, each once, both ends among the nodes; none between two things at the rim; at most 1,000. Counted as many as `depth`, `perTie` and `ties` allow.',
      resolve: ({ edges }) => edges,
    }),
    truncated: t.boolean({
      nullable: false,
      description:
        'Within this depth there is more: ties beyond `perTie`, more than 200 things, 1,000 ties or 100 ties of one thing, or what lies behind a hub.',
      resolve: ({ truncated }) => truncated,
    }),
  }),
});

builder.queryField('neighbourhood', (t) =>
  t.field({
    type: neighbourhood,
    description: 'What lies around a thing; null when nothing has the id. One statement for each step of depth.',
    args: {
      of: t.arg.id({ required: true, description: 'Id of any thing, for instance `institution/kz/senate`.' }),
      depth: t.arg.int({ required: true, defaultValue: 1, description: 'How many ties away at most, 1 to 3.' }),
      ties: t.arg({ type: [tieType], description: 'Only by ties of these types.' }),
      perTie: t.arg.int({
        required: true,
        defaultValue: 10,
        description:
          'How many ties of each type and direction of a thing, the earliest or unknown starts first; 1 to 25.',
      }),
      hubs: t.arg.boolean({
        required: true,
        defaultValue: false,
        description:
          'Go on from hubs too: source documents, topics, countries and parts of the world. Without it they are shown, and what lies behind them is not.',
      }),
      ...scopeArguments(t.arg),
    },
    resolve: (_, { of, depth, ties, perTie, hubs, ...scope }, { load }) =>
      load.neighbourhood({ of, depth, ties, perTie, hubs }, scope),
  }),
);
