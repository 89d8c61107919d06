import type { PathValue } from '../src/loaders/paths.ts';
import { builder } from './builder.ts';
import { scopeArguments } from './connection.ts';
import { hop, tieType } from './hop.ts';
import { thing } from './thing.ts';

/** How one thing hangs together with another. */

const path = builder.objectRef<PathValue>('Path').implement({
  description: 'A way from one thing to another that meets nothing twice.',
  fields: (t) => ({
    length: t.int({ nullable: false, description: 'How many hops it has.', resolve: ({ hops }) => hops.length }),
    nodes: t.field({
      type: [thing],
      nullable: { list: false, items: false },
      description: 'The things it leads through, both ends included. Counted as one more than `maxHops`.',
      resolve: ({ nodes }) => nodes,
    }),
    hops: t.field({
      type: [hop],
      nullable: { list: false, items: false },
      description: 'From each thing to the next. Counted as `maxHops`.',
      resolve: ({ hops }) => hops,
    }),
    commonFrom: t.field({
      type: 'Date',
      description:
        'With `consistentInTime`: the first day on which the ties of its hops may all hold; null when no start is known.',
      resolve: ({ since }) => since,
    }),
    commonTo: t.field({
      type: 'Date',
      description:
        'With `consistentInTime`: the first day on which one of them surely no longer holds; null when none is known to end.',
      resolve: ({ until }) => until,
    }),
  }),
});

builder.queryField('path', (t) =>
  t.field({
    type: [path],
    nullable: { list: true, items: false },
    description:
      'How two things hang together: the shortest paths between them, equals in the order of the ids they lead through. A path is told once, however many claims there are between two of its things. Empty where nothing links them within `maxHops`, null when nothing has one of the two ids. One statement for each hop at most, and one for all claims.',
    args: {
      from: t.arg.id({ required: true, description: 'Id of the thing where it begins.' }),
      to: t.arg.id({ required: true, description: 'Id of the thing where it ends, another one.' }),
      maxHops: t.arg.int({ required: true, defaultValue: 4, description: 'How long at most, 1 to 6.' }),
      first: t.arg.int({ required: true, defaultValue: 3, description: 'How many paths, 1 to 10.' }),
      via: t.arg.idList({
        description: 'Only paths that meet all of these, in any order, hubs or not; at most 3 ids.',
      }),
      avoid: t.arg.idList({ description: 'Only paths that meet none of these; at most 100 ids.' }),
      ties: t.arg({ type: [tieType], description: 'Only by ties of these types.' }),
      hubs: t.arg.boolean({
        required: true,
        defaultValue: false,
        description:
          'Lead through hubs too: source documents, topics, countries and parts of the world, where much meets that has little to do with each other. Both ends and `via` may be hubs in any case.',
      }),
      directed: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: 'Only from where each claim starts to where it leads.',
      }),
      consistentInTime: t.arg.boolean({
        required: true,
        defaultValue: false,
        description:
          'Only paths whose ties may all hold on one and the same day; with `certainOnly`, surely hold. A deed holds from its day on.',
      }),
      ...scopeArguments(t.arg),
    },
    resolve: (
      _,
      { from, to, maxHops, first, via, avoid, ties, hubs, directed, consistentInTime, ...scope },
      { load },
    ) => load.paths({ from, to, maxHops, first, via, avoid, ties, hubs, directed, consistentInTime }, scope),
  }),
);
