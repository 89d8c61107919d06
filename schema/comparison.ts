import type { ArgBuilder } from '@pothos/core';
import type { ClaimValue, ComparisonValue, EdgeOf, Entity, SideValue } from '../src/loaders/values.ts';
import { builder, enumRef } from './builder.ts';
import { claim } from './claim.ts';
import { passageColumns } from './columns.ts';
import { connectionType, nodesBy, pageArguments, scopeArguments, type Types } from './connection.ts';
import { node } from './node.ts';
import { passage } from './passage.ts';
import { nounRef, thing } from './thing.ts';

/** Where sources disagree, or seem to: what each side says, and what people make of it. */

const side = builder.objectRef<SideValue>('ComparisonSide').implement({
  description: 'What one passage says, or does not say, on what is compared.',
  fields: (t) => ({
    order: t.exposeInt('order', { nullable: false, description: 'Its place among the sides, from 1.' }),
    says: t.exposeString('says', { nullable: false, description: 'What it says, in our words.' }),
    passage: t.field({
      type: passage,
      nullable: false,
      description: 'The passage, with its document.',
      resolve: (value) => value.passage,
    }),
    claim: t.field({
      type: claim,
      description: 'The claim it makes, a tie or a figure; null where it is silent or says what is held as no claim.',
      resolve: (value, _, { load }) => load.sideClaim(value),
    }),
  }),
});

/** Short lists, bounded all the same. */
const listArguments = (arg: ArgBuilder<Types>) => ({
  first: arg.int({ required: true, defaultValue: 100, description: 'How many at most, 1 to 100.' }),
});

const comparison = builder.objectRef<ComparisonValue>('Comparison');

builder.objectType(comparison, {
  description:
    'A disagreement between sources, real or seeming, as people judge it: who says what, how the sides differ and what is known of why.',
  interfaces: [node],
  fields: (t) => ({
    name: t.exposeString('name', { nullable: false, description: 'What is compared, in short.' }),
    verdict: t.field({
      type: enumRef('ComparisonVerdict'),
      nullable: false,
      description: 'What became of it.',
      resolve: ({ verdict }) => verdict,
    }),
    explanation: t.exposeString('explanation', {
      nullable: false,
      description: 'How the sides differ and what is known of why, in our words.',
    }),
    settledBy: t.field({
      type: thing,
      description: 'What settles it, such as an act; null where nothing does, or where nothing has to.',
      resolve: ({ settledBy }) => settledBy,
    }),
    over: t.field({
      type: [thing],
      nullable: { list: false, items: false },
      args: listArguments(t.arg),
      description: 'The things on which the sides differ.',
      resolve: (value, { first }, { load }) => load.comparedThings(value, first),
    }),
    sides: t.field({
      type: [side],
      nullable: { list: false, items: false },
      args: listArguments(t.arg),
      description: 'What each passage says, in order; at least two, of one document or of several.',
      resolve: (value, { first }, { load }) => load.sides(value, first),
    }),
    documents: t.field({
      type: [nounRef('SourceDocument')],
      nullable: { list: false, items: false },
      description: 'The documents the sides stand in, each once, in the order of the sides.',
      resolve: ({ documents }) => documents,
    }),
    recordedAt: t.field({
      type: 'Date',
      nullable: false,
      description: 'Day of the release that first held it.',
      resolve: ({ recordedAt }) => recordedAt,
    }),
    retractedAt: t.field({
      type: 'Date',
      description: 'Day of the release that withdrew it.',
      resolve: ({ retractedAt }) => retractedAt,
    }),
  }),
});

const edge = builder.objectRef<EdgeOf<ComparisonValue>>('ComparisonEdge').implement({
  description: 'A comparison in a list.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', { nullable: false, description: 'Its place in the list.' }),
    node: t.field({
      type: comparison,
      nullable: false,
      description: 'The comparison.',
      resolve: ({ node: found }) => found,
    }),
  }),
});

const connection = connectionType({
  name: 'ComparisonConnection',
  description: 'Comparisons: the unsettled first, then in the order of the verdicts, each by id.',
  edge,
});

builder.objectField(connection, 'nodes', (t) =>
  t.field({
    type: [comparison],
    nullable: { list: false, items: false },
    description: 'The comparisons of the page.',
    resolve: nodesBy(({ node: found }) => found),
  }),
);

const conflictArguments = (arg: ArgBuilder<Types>) => ({
  verdict: arg({ type: [enumRef('ComparisonVerdict')], description: 'Only those with one of these verdicts.' }),
  ...pageArguments(arg),
});

builder.queryFields((t) => ({
  comparison: t.field({
    type: comparison,
    description: 'A comparison of what sources say, by its id; null when nothing has it.',
    args: {
      id: t.arg.id({ required: true, description: 'For instance `comparison/kz/…`.' }),
      knownAt: scopeArguments(t.arg).knownAt,
    },
    resolve: (_, { id, ...scope }, { load }) => load.comparison(id, scope),
  }),
  conflicts: t.field({
    type: connection,
    nullable: false,
    description: 'Where sources disagree, or seem to; the unsettled first. People judge these, nothing is computed.',
    args: {
      about: t.arg.id({
        description:
          'Only those that touch this: a thing they are over or that a claim of theirs speaks of, a claim, a passage or a document.',
      }),
      document: t.arg.id({ description: 'Only those with a side in this source document.' }),
      ...conflictArguments(t.arg),
      knownAt: scopeArguments(t.arg).knownAt,
    },
    resolve: (_, args, { load }) => load.conflicts(args),
  }),
}));

builder.interfaceField(thing, 'conflicts', (t) =>
  t.field({
    type: connection,
    nullable: false,
    args: conflictArguments(t.arg),
    description:
      'Where sources disagree on it: comparisons over it or with a claim that speaks of it; for a source document also those with a side in it.',
    resolve: (entity: Entity, args, { load }) => load.conflictsOf(entity.id, args, entity.scope),
  }),
);

builder.interfaceField(claim, 'conflicts', (t) =>
  t.field({
    type: connection,
    nullable: false,
    args: conflictArguments(t.arg),
    description: 'Comparisons in which it is a side; for a figure also those over it.',
    resolve: (value: ClaimValue, args, { load }) => load.conflictsOf(value.id, args, value.scope),
  }),
);

builder.objectField(passage, 'conflicts', (t) =>
  t.field({
    type: connection,
    nullable: false,
    args: conflictArguments(t.arg),
    description: 'Comparisons in which it is a side.',
    resolve: ({ passage: row, scope }, args, { load }) =>
      load.conflictsOf(String(row[passageColumns.indexOf('id')]), args, scope),
  }),
);
