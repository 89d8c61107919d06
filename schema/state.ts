import type { ArgBuilder } from '@pothos/core';
import type { Cause, Difference, StateClaim } from '../src/loaders/state.ts';
import type { Entity } from '../src/loaders/values.ts';
import { builder, enumRef } from './builder.ts';
import { claim } from './claim.ts';
import type { Types } from './connection.ts';
import { evidenceArguments, passage } from './passage.ts';
import { nounRef, thing } from './thing.ts';

/** What an institution was on a day, and what became different between two. */

const aspectArguments = (arg: ArgBuilder<Types>) => ({
  aspects: arg({ type: [enumRef('StateAspect')], description: 'Only these aspects.' }),
  first: arg.int({ required: true, defaultValue: 100, description: 'How many at most, 1 to 100.' }),
});

const stateClaim = builder.objectRef<StateClaim>('StateClaim').implement({
  description: 'Something that holds, or may hold, of an institution on the day asked.',
  fields: (t) => ({
    aspect: t.field({
      type: enumRef('StateAspect'),
      nullable: false,
      description: 'What of the institution it tells.',
      resolve: ({ aspect }) => aspect,
    }),
    holds: t.field({
      type: enumRef('Holds'),
      nullable: false,
      description: 'Whether it certainly holds on that day.',
      resolve: (value) => value.holds,
    }),
    modality: t.field({
      type: enumRef('Modality'),
      nullable: false,
      description: 'Fact, plan, proposal, expectation or opinion.',
      resolve: ({ modality }) => modality,
    }),
    sentence: t.string({
      nullable: false,
      description: 'What it says, as a plain English sentence; what is no fact says so first.',
      resolve: (value, _, { load }) => load.stateSentence(value),
    }),
    thing: t.field({
      type: thing,
      description: 'The thing at the other end; for a figure, the figure.',
      resolve: (value, _, { load }) => load.farOf(value),
    }),
    claim: t.field({
      type: claim,
      description: 'The tie or figure that says it.',
      resolve: (value, _, { load }) => load.claimBehind(value),
    }),
    evidence: t.field({
      type: [passage],
      nullable: { list: false, items: false },
      args: evidenceArguments(t.arg),
      description: 'The passages it rests on.',
      resolve: ({ passages, of }, { first }, { load }) => load.evidence(passages, first, of.scope),
    }),
  }),
});

const state = builder.objectRef<Entity>('InstitutionState').implement({
  description: 'An institution as it was on a day.',
  fields: (t) => ({
    institution: t.field({
      type: nounRef('Institution'),
      nullable: false,
      description: 'The institution, bound to the day: its name, existence and every connection are those of then.',
      resolve: (entity) => entity,
    }),
    claims: t.field({
      type: [stateClaim],
      nullable: { list: false, items: false },
      args: aspectArguments(t.arg),
      description: 'Rules, figures, who appoints, consents and chairs, parts and members, by aspect. One statement.',
      resolve: (entity, args, { load }) => load.stateClaims(entity, args),
    }),
  }),
});

const cause = builder.objectRef<Cause>('Cause').implement({
  description: 'A reform or act that a tie makes the cause of a difference.',
  fields: (t) => ({
    thing: t.field({
      type: thing,
      nullable: false,
      description: 'The reform or act.',
      resolve: (value) => value.thing,
    }),
    claim: t.field({
      type: claim,
      description: 'The tie that says so.',
      resolve: (value, _, { load }) => load.claimOfCause(value),
    }),
  }),
});

const difference = builder.objectRef<Difference>('InstitutionDifference').implement({
  description: 'Something of an institution that began or ended, or may have, between two days.',
  fields: (t) => ({
    aspect: t.field({
      type: enumRef('StateAspect'),
      nullable: false,
      description: 'What of the institution it tells.',
      resolve: ({ aspect }) => aspect,
    }),
    turn: t.field({
      type: enumRef('Turn'),
      nullable: false,
      description: 'Whether it began or ended.',
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
    sentence: t.string({
      nullable: false,
      description: 'What it says, as a plain English sentence; what is no fact says so first.',
      resolve: (value, _, { load }) => load.entrySentence(value),
    }),
    thing: t.field({
      type: thing,
      description: 'The thing at the other end; for a figure, the figure.',
      resolve: (value, _, { load }) => load.farOf(value),
    }),
    claim: t.field({
      type: claim,
      description: 'The tie or figure that says it; null for names and dates of the institution itself.',
      resolve: (value, _, { load }) => load.claimBehind(value),
    }),
    causes: t.field({
      type: [cause],
      nullable: { list: false, items: false },
      description:
        'Reforms and acts that a tie makes the cause: those that created, ended, amended or refilled the rule, office or body concerned, dated alike, or those the figure is the level before or after of. Empty where no tie says so. One statement for all.',
      resolve: (value, _, { load }) => load.causes(value),
    }),
    evidence: t.field({
      type: [passage],
      nullable: { list: false, items: false },
      args: evidenceArguments(t.arg),
      description: 'The passages it rests on.',
      resolve: ({ passages, of }, { first }, { load }) => load.evidence(passages, first, of.scope),
    }),
  }),
});

builder.objectFields(nounRef('Institution'), (t) => ({
  state: t.field({
    type: state,
    nullable: false,
    args: { at: t.arg({ type: 'Date', required: true, description: 'The day.' }) },
    description: 'What it was on a day: rules, figures, who appoints and consents, parts, names.',
    resolve: (entity, { at }) => ({ ...entity, scope: { ...entity.scope, asOf: at } }),
  }),
  difference: t.field({
    type: [difference],
    nullable: { list: false, items: false },
    args: {
      from: t.arg({ type: 'Date', required: true, description: 'The earlier day.' }),
      to: t.arg({ type: 'Date', required: true, description: 'The later day.' }),
      ...aspectArguments(t.arg),
    },
    description:
      'What began or ended after one day and up to another, in order of time, each with what caused it; what an imprecise date only allows is listed too, unless `certainOnly`. Three statements, one more for causes.',
    resolve: (entity, args, { load }) => load.institutionDifference(entity, args),
  }),
}));
