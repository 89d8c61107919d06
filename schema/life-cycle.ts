import type { Days, ReformStage, Stalled } from '../src/loaders/life-cycle.ts';
import type { EdgeOf } from '../src/loaders/values.ts';
import { builder, enumRef } from './builder.ts';
import { claim } from './claim.ts';
import { connectionType, nodesBy, pageArguments, scopeArguments } from './connection.ts';
import { nounRef, thing } from './thing.ts';
import { entry } from './timeline.ts';

/** How a reform came about, stage by stage. */

const days = builder.objectRef<Days>('DayCount').implement({
  description: 'A number of days, as bounds: where both dates are exact the two are equal.',
  fields: (t) => ({
    min: t.exposeInt('min', {
      description:
        'At least so many; below zero where the dates are too coarse to tell which came first; null when nothing bounds it.',
    }),
    max: t.exposeInt('max', { description: 'At most so many; null when nothing bounds it.' }),
  }),
});

const stage = builder.objectRef<ReformStage>('ReformStage').implement({
  description: 'A stage of a reform that something dates.',
  fields: (t) => ({
    stage: t.field({
      type: enumRef('ReachedStage'),
      nullable: false,
      description: 'The stage.',
      resolve: (value) => value.stage,
    }),
    modality: t.field({
      type: enumRef('Modality'),
      nullable: false,
      description: 'Whether it was reached, or is planned or proposed.',
      resolve: ({ modality }) => modality,
    }),
    date: t.field({
      type: 'PartialDate',
      description: 'The first date of it, as exact as the source.',
      resolve: ({ entries }) => entries[0]?.date ?? null,
    }),
    entries: t.field({
      type: [entry],
      nullable: { list: false, items: false },
      args: { first: t.arg.int({ required: true, defaultValue: 20, description: 'How many at most, 1 to 100.' }) },
      description: 'What dates it, the earliest first: stages and proposals of the reform, days of laws that enact it.',
      resolve: ({ entries }, { first }, { load }) => load.firstOf(entries, first),
    }),
    since: t.field({
      type: enumRef('ReachedStage'),
      description:
        'The nearest stage before it that was reached; null when there is none, or when this one was not reached.',
      resolve: ({ daysSince }) => daysSince?.stage ?? null,
    }),
    daysSince: t.field({
      type: days,
      description: 'Days from the first date of that stage to the first date of this one.',
      resolve: ({ daysSince }) => daysSince?.days ?? null,
    }),
  }),
});

builder.objectField(nounRef('Reform'), 'stages', (t) =>
  t.field({
    type: [stage],
    nullable: { list: false, items: false },
    args: {
      includeParts: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: 'With the stages of its parts; their laws are not followed.',
      }),
    },
    description:
      'Stages that something dates, in their order: announced, proposed, adopted, signed, in force, implemented. Plans stand beside facts, never as them. Seven statements at most.',
    resolve: (reform, { includeParts }, { load }) => load.reformStages(reform, includeParts),
  }),
);

const stalled = builder.objectRef<Stalled>('Stalled').implement({
  description: 'A reform or law that was planned or proposed, and that no source here reports as done.',
  fields: (t) => ({
    thing: t.field({
      type: thing,
      nullable: false,
      description: 'The reform or law.',
      resolve: (value) => value.thing,
    }),
    date: t.field({
      type: 'PartialDate',
      description: 'Since when it is planned or proposed; null when nothing dates that.',
      resolve: ({ claims }) => claims.find(({ date }) => date !== null)?.date ?? null,
    }),
    modalities: t.field({
      type: [enumRef('Modality')],
      nullable: { list: false, items: false },
      description: 'How these claims are put: that somebody proposed it can itself be a fact.',
      resolve: ({ claims }) => [...new Set(claims.map(({ modality }) => modality))].sort(),
    }),
    claims: t.field({
      type: [claim],
      nullable: { list: false, items: false },
      description: 'The claims that plan or propose it; one statement for each relationship type found.',
      resolve: (value, _, { load }) => load.stalledClaims(value),
    }),
  }),
});

const stalledEdge = builder.objectRef<EdgeOf<Stalled>>('StalledEdge').implement({
  description: 'A stalled reform or law in a list.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', { nullable: false, description: 'Its place in the list.' }),
    node: t.field({ type: stalled, nullable: false, description: 'What is stalled.', resolve: ({ node }) => node }),
  }),
});

const stalledConnection = connectionType({
  name: 'StalledConnection',
  description: 'Reforms and laws not reported done, in the order of their ids.',
  edge: stalledEdge,
});

builder.objectField(stalledConnection, 'nodes', (t) =>
  t.field({
    type: [stalled],
    nullable: { list: false, items: false },
    description: 'The stalled of the page.',
    resolve: nodesBy(({ node }) => node),
  }),
);

builder.queryField('stalled', (t) => {
  const scope = scopeArguments(t.arg);
  return t.field({
    type: stalledConnection,
    nullable: false,
    description:
      'Reforms and laws planned or proposed and not reported done: no fact of a change, an act, an amendment or a stage from adoption on, of them or of their parts. With `asOf`, not reported done by that day. That no source here reports it does not mean it was not done.',
    args: {
      since: t.arg({
        type: 'Date',
        required: true,
        description: 'Planned or proposed on this day or before, as far as dates tell; the undated are listed too.',
      }),
      ...pageArguments(t.arg),
      asOf: scope.asOf,
      knownAt: scope.knownAt,
    },
    resolve: (_, { since, ...args }, { load }) => load.stalled(since, args),
  });
});
