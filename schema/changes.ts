import type { Change } from '../src/loaders/changes.ts';
import type { EdgeOf } from '../src/loaders/values.ts';
import { builder, enumRef } from './builder.ts';
import { claim } from './claim.ts';
import { connectionType, pageArguments, scopeArguments } from './connection.ts';
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
  description: 'Changes in order of time; those of what is recorded in the order of their claims.',
  edge,
});

builder.objectField(connection, 'nodes', (t) =>
  t.field({
    type: [change],
    nullable: { list: false, items: false },
    description: 'The changes of the page.',
    resolve: async (value) => (await value.edges()).map(({ node }) => node),
  }),
);

builder.queryField('changes', (t) =>
  t.field({
    type: connection,
    description:
      'What happened to a thing, began or ended after one day and up to another, as far as dates tell; `certainOnly` leaves out what an imprecise date only allows. With `known`, which claims of it the graph gained or withdrew between the two days. Null when nothing has the id. Three statements at most, one more for the parts of a reform.',
    args: {
      of: t.arg.id({ required: true, description: 'Id of any thing, for instance `institution/kz/parliament`.' }),
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
      ...pageArguments(t.arg),
      ...scopeArguments(t.arg),
    },
    resolve: async (_, { of, from, to, known, includeParts, first, after, last, before, ...scope }, { load }) => {
      const found = await load.thing(of, scope);
      return found && load.changes(found, { from, to, known, includeParts, first, after, last, before });
    },
  }),
);
