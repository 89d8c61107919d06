import type { Change } from '../src/loaders/changes.ts';
import type { EdgeOf } from '../src/loaders/values.ts';
import { builder, enumRef } from './builder.ts';
import { claim } from './claim.ts';
import { connectionType, nodesBy, pageArguments, scopeArguments } from './connection.ts';
import { evidenceArguments, passage } from './passage.ts';
import { thing } from './thing.ts';

/** What changed between two days, in the world or in what the graph says. */

const change = builder.objectRef<Change>('Change').implement({
  description: 'Something that changed between two days.',
  fields: (t) => ({
    change: t.field({
      type: enumRef('ChangeKind'),
      nullable: false,
      description: 'In what way.',
      resolve: (value) => value.change,
    }),
    kind: t.field({
      type: enumRef('TimelineKind'),
      nullable: false,
      description: 'What it tells of.',
      resolve: ({ told }) => told.kind,
    }),
    modality: t.field({
      type: enumRef('Modality'),
      nullable: false,
      description: 'Fact, plan, proposal, expectation or opinion.',
      resolve: ({ told }) => told.modality,
    }),
    date: t.field({
      type: 'PartialDate',
      description:
        'When it happened, began or ended, as exact as the source; null for a recorded claim without a date.',
      resolve: ({ date }) => date,
    }),
    sentence: t.exposeString('sentence', {
      nullable: false,
      description: 'What it says, as a plain English sentence; what is no fact says so first.',
    }),
    of: t.field({
      type: thing,
      nullable: false,
      description:
        'The thing it is told of: the one asked; in the whole graph where the tie starts, or the subject of the figure.',
      resolve: ({ of }) => of,
    }),
    thing: t.field({
      type: thing,
      description: 'The thing at the other end; for a figure, the figure.',
      resolve: ({ told, of }, _, { load }) => load.entryThing({ ...told, of }),
    }),
    via: t.field({
      type: thing,
      description: 'The part of the reform that has it; null where the thing has it itself.',
      resolve: ({ told, of }, _, { load }) => load.entryVia({ ...told, of }),
    }),
    claim: t.field({
      type: claim,
      description: 'The tie or figure that says it; null for names and dates of the thing itself.',
      resolve: ({ told, of }, _, { load }) => load.entryClaim({ ...told, of }),
    }),
    evidence: t.field({
      type: [passage],
      nullable: { list: false, items: false },
      args: evidenceArguments(t.arg),
      description: 'The passages it rests on.',
      resolve: ({ told, of }, { first }, { load }) => load.evidence(told.passages, first, of.scope),
    }),
  }),
});

const edge = builder.objectRef<EdgeOf<Change>>('ChangeEdge').implement({
  description: 'A change in a list.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', { nullable: false, description: 'Its place in the list.' }),
    node: t.field({ type: change, nullable: false, description: 'The change.', resolve: ({ node }) => node }),
  }),
});

const connection = connectionType({
  name: 'ChangeConnection',
  description:
    'Changes in order of time; those of what is recorded about a thing in the order of their claims, of what is recorded at all in the order of the days.',
  edge,
});

builder.objectField(connection, 'nodes', (t) =>
  t.field({
    type: [change],
    nullable: { list: false, items: false },
    description: 'The changes of the page.',
    resolve: nodesBy(({ node }) => node),
  }),
);

builder.queryField('changes', (t) =>
  t.field({
    type: connection,
    description:
      'What happened to a thing, began or ended after one day and up to another, as far as dates tell; `certainOnly` leaves out what an imprecise date only allows. With `known`, which claims of it the graph gained or withdrew between the two days. Null when nothing has the id. Three statements at most, one more for the parts of a reform. Without `of`, all of the whole graph: claims by their own dates, each once, and what things date themselves, but no names; in the order of the earliest day each may mean, what is only known to be by some day first. One statement for a page, and one more for every type and noun on it.',
    args: {
      of: t.arg.id({
        description: 'Id of any thing, for instance `institution/kz/parliament`; the whole graph without it.',
      }),
      from: t.arg({ type: 'Date', required: true, description: 'The earlier day.' }),
      to: t.arg({ type: 'Date', required: true, description: 'The later day.' }),
      known: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: 'Take the days as record days: what the graph said on the one and on the other.',
      }),
      includeParts: t.arg.boolean({
        required: true,
        defaultValue: true,
        description: 'For a reform: with the changes of its parts, and of theirs.',
      }),
      types: t.arg.stringList({
        description:
          'Only claims of these types: relationship types such as `AFFECTS`, or `Figure`; with other nouns, such as `Law`, also what those date themselves.',
      }),
      ...pageArguments(t.arg),
      ...scopeArguments(t.arg),
    },
    resolve: async (
      _,
      { of, from, to, known, includeParts, types, first, after, last, before, ...scope },
      { load },
    ) => {
      const asked = { from, to, known, includeParts, types, first, after, last, before };
      if (of == null) return load.allChanges(asked, scope);
      const found = await load.thing(of, scope);
      return found && load.changes(found, asked);
    },
  }),
);
