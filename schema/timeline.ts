import type { TimelineEntry } from '../src/loaders/timeline.ts';
import type { EdgeOf } from '../src/loaders/values.ts';
import { builder, enumRef } from './builder.ts';
import { claim } from './claim.ts';
import { connectionType, nodesBy, pageArguments, scopeArguments } from './connection.ts';
import { evidenceArguments, passage } from './passage.ts';
import { thing } from './thing.ts';

/** What is known of a thing in order of time. */

/** A day, or null for a side that nothing bounds. */
const bound = (day: string): string | null => (day > '0000' && day < '9999' ? day : null);

export const entry = builder.objectRef<TimelineEntry>('TimelineEntry').implement({
  description:
    'Something dated that is known of a thing. `modality` tells a plan from a fact, and so does the sentence.',
  fields: (t) => ({
    kind: t.field({
      type: enumRef('TimelineKind'),
      nullable: false,
      description: 'What it tells of.',
      resolve: ({ kind }) => kind,
    }),
    turn: t.field({
      type: enumRef('Turn'),
      nullable: false,
      description: 'Whether it is a point in time, or the beginning or end of something that lasts.',
      resolve: ({ turn }) => turn,
    }),
    modality: t.field({
      type: enumRef('Modality'),
      nullable: false,
      description: 'Fact, plan, proposal, expectation or opinion.',
      resolve: ({ modality }) => modality,
    }),
    date: t.field({
      type: 'PartialDate',
      nullable: false,
      description: 'When, as exact as the source.',
      resolve: ({ date }) => date,
    }),
    earliest: t.field({
      type: 'Date',
      description: 'The earliest day the date may mean; null when that side is open.',
      resolve: ({ earliest }) => bound(earliest),
    }),
    latest: t.field({
      type: 'Date',
      description: 'The latest day the date may mean; null when that side is open.',
      resolve: ({ latest }) => bound(latest),
    }),
    sentence: t.string({
      nullable: false,
      description: 'What it says, as a plain English sentence; what is no fact says so first.',
      resolve: (value, _, { load }) => load.entrySentence(value),
    }),
    claim: t.field({
      type: claim,
      description: 'The tie or figure that says it; null for names and dates of the thing itself.',
      resolve: (value, _, { load }) => load.entryClaim(value),
    }),
    thing: t.field({
      type: thing,
      description: 'The thing at the other end; for a figure, the figure.',
      resolve: (value, _, { load }) => load.entryThing(value),
    }),
    via: t.field({
      type: thing,
      description: 'The part of the reform that has it; null where the thing has it itself.',
      resolve: (value, _, { load }) => load.entryVia(value),
    }),
    inferred: t.field({
      type: [enumRef('Inferred')],
      nullable: { list: false, items: false },
      description: 'What of it the sources only imply; the note says how.',
      resolve: ({ inferred }) => [...inferred],
    }),
    note: t.exposeString('note', { description: 'Why it was judged so, or how it was inferred.' }),
    evidence: t.field({
      type: [passage],
      nullable: { list: false, items: false },
      args: evidenceArguments(t.arg),
      description: 'The passages it rests on.',
      resolve: ({ passages, of }, { first }, { load }) => load.evidence(passages, first, of.scope),
    }),
  }),
});

const edge = builder.objectRef<EdgeOf<TimelineEntry>>('TimelineEdge').implement({
  description: 'An entry of a timeline.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', { nullable: false, description: 'Its place in the list.' }),
    node: t.field({ type: entry, nullable: false, description: 'The entry.', resolve: ({ node }) => node }),
  }),
});

export const timelineConnection = connectionType({
  name: 'TimelineConnection',
  description:
    'Entries in order of time: by the earliest day each may mean, or by the latest where nothing earlier is known.',
  edge,
});

builder.objectField(timelineConnection, 'nodes', (t) =>
  t.field({
    type: [entry],
    nullable: { list: false, items: false },
    description: 'The entries of the page.',
    resolve: nodesBy(({ node }) => node),
  }),
);

builder.queryField('timeline', (t) =>
  t.field({
    type: timelineConnection,
    description:
      'What is known of a thing in order of time: events, deeds, stages, terms of office, states, names, figures, its beginning and end. What nobody dates has no entry. Null when nothing has the id. Three statements, one more for the parts of a reform, for any page. `asOf` leaves out what is later.',
    args: {
      of: t.arg.id({ required: true, description: 'Id of any thing, for instance `institution/kz/senate`.' }),
      kinds: t.arg({ type: [enumRef('TimelineKind')], description: 'Only entries of these kinds.' }),
      from: t.arg({ type: 'Date', description: 'Only what may lie on this day or later.' }),
      to: t.arg({ type: 'Date', description: 'Only what may lie on this day or earlier.' }),
      includeParts: t.arg.boolean({
        required: true,
        defaultValue: true,
        description: 'For a reform: with the entries of its parts, and of theirs.',
      }),
      ...pageArguments(t.arg),
      ...scopeArguments(t.arg),
    },
    resolve: async (_, { of, kinds, from, to, includeParts, first, after, last, before, ...scope }, { load }) => {
      const found = await load.thing(of, scope);
      return found && load.timeline(found, { kinds, from, to, includeParts, first, after, last, before });
    },
  }),
);
