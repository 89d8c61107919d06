import type { CoverageQuestion, FieldCoverage, OpenQuestion } from '../src/loaders/coverage.ts';
import type { Entity } from '../src/loaders/values.ts';
import { builder, enumRef } from './builder.ts';
import { pageArguments, scopeArguments } from './connection.ts';
import { nounConnection, thing } from './thing.ts';

const openQuestion = builder.objectRef<OpenQuestion>('OpenQuestion').implement({
  description: 'A question that the sources leave open, in our words.',
  fields: (t) => ({
    question: t.exposeString('question', { nullable: false, description: 'The question.' }),
    note: t.exposeString('note', { description: 'What the sources do say, or where it was looked for.' }),
  }),
});

builder.interfaceField(thing, 'unstated', (t) =>
  t.field({
    type: [openQuestion],
    nullable: { list: false, items: false },
    description: 'What the sources leave open about it, as written down by whoever read them; `coverage` tells more.',
    resolve: (entity, _, { load }) => load.unstated(entity),
  }),
);

const coverageQuestion = builder.objectRef<CoverageQuestion>('CoverageQuestion').implement({
  description: 'A question about a thing, and whether anything in the graph answers it.',
  fields: (t) => ({
    question: t.exposeString('question', {
      nullable: false,
      description: 'The question, for instance `Which law enacted it?`.',
    }),
    status: t.field({
      type: enumRef('CoverageStatus'),
      nullable: false,
      description: 'Whether the sources answer it. NOT_STATED means that none says, not that the answer is no.',
      resolve: ({ status }) => status,
    }),
    claims: t.exposeInt('claims', {
      nullable: false,
      description: 'How many claims answer it; an own scalar of the thing counts as one.',
    }),
    field: t.exposeString('field', {
      description: 'Field of the thing where the answer stands or would stand; null for a question that has none.',
    }),
    ofParts: t.exposeBoolean('ofParts', {
      nullable: false,
      description: 'The claims are of its parts only: ask there.',
    }),
    curated: t.exposeBoolean('curated', {
      nullable: false,
      description: 'Whoever read the sources wrote down that they leave it open: more than a mere absence.',
    }),
    note: t.exposeString('note', { description: 'The note on such a curated gap.' }),
  }),
});

const fieldCoverage = builder.objectRef<FieldCoverage>('FieldCoverage').implement({
  description: 'How many claims a field of a thing has.',
  fields: (t) => ({
    field: t.exposeString('field', { nullable: false, description: 'Field of the thing, for instance `affectedBy`.' }),
    claims: t.exposeInt('claims', { nullable: false, description: 'Its claims.' }),
    inferred: t.exposeInt('inferred', {
      nullable: false,
      description: 'Those of them that the sources only imply.',
    }),
  }),
});

const coverage = builder.objectRef<Entity>('Coverage').implement({
  description:
    'What is known of a thing, and what is not: its documents, its claims, and the questions asked often of its like.',
  fields: (t) => ({
    thing: t.field({ type: thing, nullable: false, description: 'The thing.', resolve: (entity) => entity }),
    documents: t.field({
      type: nounConnection('SourceDocument'),
      nullable: false,
      args: pageArguments(t.arg),
      description: 'Documents that speak of it, or that it or claims of it rest on, in the order of their ids.',
      resolve: (entity, args, { load }) => load.documentsBehind(entity, args),
    }),
    textCount: t.int({
      nullable: false,
      description: 'How many of these documents are texts: articles, statements, overviews.',
      resolve: (entity, _, { load }) => load.documentCount(entity, 'texts'),
    }),
    actRecordCount: t.int({
      nullable: false,
      description: 'How many of them are records of acts.',
      resolve: (entity, _, { load }) => load.documentCount(entity, 'actRecords'),
    }),
    statedUntil: t.field({
      type: 'PartialDate',
      description:
        'How far the evidence reaches: the latest `publishedOn`, else `notBefore`, of these documents; null when none states a date.',
      resolve: (entity, _, { load }) => load.statedUntil(entity),
    }),
    claims: t.field({
      type: [fieldCoverage],
      nullable: { list: false, items: false },
      description: 'Its claims by field, those without any left out.',
      resolve: (entity, _, { load }) => load.coverageFields(entity),
    }),
    questions: t.field({
      type: [coverageQuestion],
      nullable: { list: false, items: false },
      description: 'What is asked often of such a thing, then what was found to be open.',
      resolve: (entity, _, { load }) => load.coverageQuestionsOf(entity),
    }),
  }),
});

builder.queryField('coverage', (t) =>
  t.field({
    type: coverage,
    description:
      'What the sources say of a thing and what they leave open; null when nothing has the id. At most three statements, and one for documents shown.',
    args: {
      of: t.arg.id({
        required: true,
        description: 'Id of any thing, for instance `reform/kz/constitutional-reform-2022`.',
      }),
      ...scopeArguments(t.arg),
    },
    resolve: (_, { of, ...scope }, { load }) => load.thing(of, scope),
  }),
);
