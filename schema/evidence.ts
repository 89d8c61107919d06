import type { ClaimValue, EdgeOf, MentionValue, PassageValue } from '../src/loaders/values.ts';
import { builder } from './builder.ts';
import { claim } from './claim.ts';
import { passageColumns } from './columns.ts';
import { connectionType, nodesBy, pageArguments, scopeArguments } from './connection.ts';
import { passage } from './passage.ts';
import { nounConnection, nounRef, thing } from './thing.ts';

/** From a document to its passages, from a passage to what it says and back: the way of evidence, both ways. */

const idOf = ({ passage: row }: PassageValue): string => String(row[passageColumns.indexOf('id')]);

const passageEdge = builder.objectRef<EdgeOf<PassageValue>>('PassageEdge').implement({
  description: 'A passage in a list.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', {
      nullable: false,
      description: 'Its place in the list.',
    }),
    node: t.field({
      type: passage,
      nullable: false,
      description: 'The passage.',
      resolve: ({ node }) => node,
    }),
  }),
});

const passages = connectionType({
  name: 'PassageConnection',
  description: 'Passages, by document and in the order of the text.',
  edge: passageEdge,
});

builder.objectField(passages, 'nodes', (t) =>
  t.field({
    type: [passage],
    nullable: { list: false, items: false },
    description: 'The passages of the page.',
    resolve: nodesBy(({ node }) => node),
  }),
);

const mentionEdge = builder.objectRef<MentionValue>('MentionEdge').implement({
  description: 'A passage speaks of a thing.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', {
      nullable: false,
      description: 'Its place in the list.',
    }),
    as: t.exposeString('as', {
      nullable: false,
      description: 'The words the passage uses for it.',
    }),
    passage: t.field({
      type: passage,
      description: 'The passage; null when asked from it.',
      resolve: ({ passage: found }) => found,
    }),
    thing: t.field({
      type: thing,
      description: 'The thing; null when asked from it.',
      resolve: ({ thing: found }) => found,
    }),
  }),
});

const mentions = connectionType({
  name: 'MentionConnection',
  description: 'What passages speak of, by document and in the order of the text.',
  edge: mentionEdge,
});

const claimEdge = builder.objectRef<EdgeOf<ClaimValue>>('ClaimEdge').implement({
  description: 'A claim in a list.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', {
      nullable: false,
      description: 'Its place in the list.',
    }),
    node: t.field({
      type: claim,
      nullable: false,
      description: 'The claim: a tie or a figure.',
      resolve: ({ node }) => node,
    }),
  }),
});

const claims = connectionType({
  name: 'ClaimConnection',
  description: 'Claims in the order of their starts, the earliest or unknown first; each once.',
  edge: claimEdge,
});

builder.objectField(claims, 'nodes', (t) =>
  t.field({
    type: [claim],
    nullable: { list: false, items: false },
    description: 'The claims of the page.',
    resolve: nodesBy(({ node }) => node),
  }),
);

builder.objectFields(passage, (t) => ({
  document: t.field({
    type: nounRef('SourceDocument'),
    nullable: false,
    description: 'The document it stands in.',
    resolve: ({ passage: row, scope }) => ({
      noun: 'SourceDocument' as const,
      id: String(row[passageColumns.indexOf('documentId')]),
      row: undefined,
      scope,
    }),
  }),
  spokenBy: t.field({
    type: nounRef('Official'),
    description: 'Who is quoted or reported here; null where the document speaks for itself.',
    resolve: (value, _, { load }) => load.speaker(idOf(value), value.scope),
  }),
  mentions: t.field({
    type: mentions,
    nullable: false,
    args: pageArguments(t.arg),
    description: 'Everything it speaks of, as it words it.',
    resolve: (value, args, { load }) => load.mentions('mentionsInPassage', idOf(value), args, value.scope),
  }),
  claims: t.field({
    type: claims,
    nullable: false,
    args: { ...pageArguments(t.arg), ...scopeArguments(t.arg) },
    description: 'The claims that rest on it.',
    resolve: (value, args, { load }) => load.claims('claimsOfPassage', idOf(value), args, value.scope),
  }),
}));

builder.objectFields(nounRef('SourceDocument'), (t) => ({
  passages: t.field({
    type: passages,
    nullable: false,
    args: pageArguments(t.arg),
    description: 'Its passages, in the order of the text.',
    resolve: (document, args, { load }) => load.passages('passagesOfDocument', document.id, args, document.scope),
  }),
  claims: t.field({
    type: claims,
    nullable: false,
    args: { ...pageArguments(t.arg), ...scopeArguments(t.arg) },
    description: 'The claims that rest on it, each once.',
    resolve: (document, args, { load }) => load.claims('claimsOfDocument', document.id, args, document.scope),
  }),
}));

builder.objectField(nounRef('Official'), 'statements', (t) =>
  t.field({
    type: passages,
    nullable: false,
    args: pageArguments(t.arg),
    description: 'Passages that quote or report this person.',
    resolve: (official, args, { load }) => load.passages('statementsOfOfficial', official.id, args, official.scope),
  }),
);

builder.interfaceField(thing, 'mentions', (t) =>
  t.field({
    type: mentions,
    nullable: false,
    args: pageArguments(t.arg),
    description: 'Passages that speak of it, with the words they use.',
    resolve: (entity, args, { load }) => load.mentions('mentionsOfThing', entity.id, args, entity.scope),
  }),
);

builder.interfaceField(thing, 'documents', (t) =>
  t.field({
    type: nounConnection('SourceDocument'),
    nullable: false,
    args: pageArguments(t.arg),
    description: 'Documents that mention it or that its own scalars rest on, in the order of their ids.',
    resolve: (entity, args, { load }) => load.documents(entity, args),
  }),
);
