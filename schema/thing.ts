import type { ObjectRef } from '@pothos/core';
import type { Identity } from '../src/execution/columns.ts';
import type { GroupedConnection } from '../src/loaders/groups.ts';
import type { NameValue } from '../src/loaders/names.ts';
import type { EdgeOf, Entity } from '../src/loaders/values.ts';
import { builder, enumRef, scalarOf } from './builder.ts';
import { claim } from './claim.ts';
import { connectionType, nodesBy, type Types } from './connection.ts';
import { node } from './node.ts';
import { nounNames, nouns } from './nouns.ts';
import { evidenceArguments, passage } from './passage.ts';
import type { NounName, NounSpec } from './spec.ts';

/** The GraphQL enum of nouns, for `kinds`. */
export const nounEnum = builder.enumType('Noun', {
  description: 'The kinds of things there are.',
  values: Object.fromEntries(nounNames.map((noun) => [noun, { description: nouns[noun].description }])),
});

const name = builder.objectRef<NameValue>('Name').implement({
  description: 'One name of a thing, with its language, script, standing and validity.',
  fields: (t) => ({
    text: t.exposeString('text', { nullable: false, description: 'The name.' }),
    language: t.exposeString('language', {
      nullable: false,
      description: 'BCP 47 language, for instance `kk`.',
    }),
    script: t.exposeString('script', {
      description: 'ISO 15924 script, for instance `Cyrl`.',
    }),
    kind: t.field({
      type: enumRef('NameKind'),
      nullable: false,
      description: 'Standing of the name.',
      resolve: ({ kind }) => kind,
    }),
    validFrom: t.field({
      type: 'PartialDate',
      description: 'Since when it is the name.',
      resolve: ({ validFrom }) => validFrom,
    }),
    validTo: t.field({
      type: 'PartialDate',
      description: 'First day it no longer was.',
      resolve: ({ validTo }) => validTo,
    }),
    evidence: t.field({
      type: [passage],
      nullable: { list: false, items: false },
      args: evidenceArguments(t.arg),
      description: 'Where the name is used; empty for names of kind OURS.',
      resolve: ({ passages, scope }, { first }, { load }) => load.evidence(passages, first, scope),
    }),
  }),
});

const identifier = builder.objectRef<string>('Identifier').implement({
  description: 'What others call a thing: an act code, a Wikidata item.',
  fields: (t) => ({
    scheme: t.string({
      nullable: false,
      description: 'Whose identifier it is, for instance `act-code`.',
      resolve: (text) => text.slice(0, text.indexOf(':')),
    }),
    value: t.string({
      nullable: false,
      description: 'The identifier within its scheme.',
      resolve: (text) => text.slice(text.indexOf(':') + 1),
    }),
  }),
});

export const thing = builder.interfaceRef<Entity>('Thing').implement({
  description:
    'Anything the graph knows by an id: reforms, laws, institutions, officials, events, documents and the rest.',
  interfaces: [node],
  resolveType: ({ noun }) => noun,
  fields: (t) => ({
    id: t.exposeID('id', {
      nullable: false,
      description: 'The id it has everywhere, for instance `institution/kz/senate`.',
    }),
    name: t.string({
      nullable: false,
      description:
        'Short name, or the name in the first of the languages that has one; under `asOf` the name of that day. Never empty.',
      args: {
        languages: t.arg.stringList({
          description: 'BCP 47 tags in order of preference: `["kk-Latn", "ru", "en"]`.',
        }),
      },
      resolve: (entity, { languages }, { load }) => load.name(entity, languages ?? null),
    }),
    names: t.field({
      type: [name],
      nullable: { list: false, items: false },
      description: 'Every name it is known by, at most 100.',
      resolve: (entity, _, { load }) => load.names(entity),
    }),
    identifiers: t.field({
      type: [identifier],
      nullable: { list: false, items: false },
      description: 'What others call it.',
      resolve: async (entity, _, { load }) => ((await load.cell(entity, 'identifiers')) as string[] | null) ?? [],
    }),
    evidence: t.field({
      type: [passage],
      nullable: { list: false, items: false },
      args: evidenceArguments(t.arg),
      description: 'The passages its own scalars rest on.',
      resolve: async (entity, { first }, { load }) =>
        load.evidence(((await load.cell(entity, 'passages')) as string[] | null) ?? [], first, entity.scope),
    }),
    inferredFields: t.stringList({
      nullable: { list: false, items: false },
      description: 'Names of own scalars that the sources only imply; the note says how.',
      resolve: async (entity, _, { load }) =>
        entity.noun === 'Figure' ? [] : (((await load.cell(entity, 'inferred')) as string[] | null) ?? []),
    }),
    redirectedFrom: t.id({
      description: 'The id it was asked by, when that id has been merged into this one.',
      resolve: ({ redirectedFrom }) => redirectedFrom ?? null,
    }),
    ...Object.fromEntries(
      Object.entries({
        summary: ['String', 'What it is, in one sentence.'],
        jurisdiction: ['String', 'Whose it is: a country code in small letters, or `int`.'],
        note: ['String', 'Why a value was chosen or how it was inferred.'],
        recordedAt: ['Date', 'Day of the release that first held it.'],
        retractedAt: ['Date', 'Day of the release that withdrew it.'],
      } as const).map(([key, [type, description]]) => [
        key,
        t.field({
          type,
          description,
          resolve: (entity, _, { load }) => load.cell(entity, key) as string | null,
        }),
      ]),
    ),
  }),
});

/** Refs of the nouns' object types; their tie fields are added by `tie-fields.ts`. */
const nounRefs = new Map(nounNames.map((noun) => [noun, builder.objectRef<Entity>(noun)]));

export function nounRef(noun: NounName): ObjectRef<Types, Entity> {
  const found = nounRefs.get(noun);
  if (!found) throw new Error(`${noun} does not stand in schema/nouns.ts.`);
  return found;
}

/** A thing that is met twice within one scope is answered alike. */
const identity: Identity = (value) => {
  const { id, scope, redirectedFrom = '' } = value as Entity;
  return { id: `${id} ${redirectedFrom}`, within: scope };
};

/** Adds the object type of a noun, with its own scalars from the noun file. */
export function addNoun(noun: NounSpec): void {
  builder.objectType(nounRef(noun.name), {
    description: noun.description,
    interfaces: noun.claim ? [node, thing, claim] : [node, thing],
    extensions: { identity },
    fields: (t) =>
      Object.fromEntries(
        Object.entries(noun.properties).map(([key, { type, required, description }]) => [
          key,
          t.field({
            type: scalarOf(type),
            nullable: !required,
            description,
            resolve: (entity, _, { load }) => load.cell(entity, key) as never,
          }),
        ]),
      ),
  });
}

const nounEdge = (noun: NounName) =>
  builder.objectRef<EdgeOf<Entity>>(`${noun}Edge`).implement({
    description: `A ${noun} in a list.`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', {
        nullable: false,
        description: 'Its place in the list.',
      }),
      node: t.field({
        type: nounRef(noun),
        nullable: false,
        description: `The ${noun}.`,
        resolve: ({ node: found }) => found,
      }),
    }),
  });

function makeNounConnection(noun: NounName) {
  const ref = connectionType<EdgeOf<Entity>, GroupedConnection<EdgeOf<Entity>>>({
    name: `${noun}Connection`,
    description: `Things of kind ${noun}, in the order of their ids.`,
    edge: nounEdge(noun),
  });
  builder.objectField(ref, 'nodes', (t) =>
    t.field({
      type: [nounRef(noun)],
      nullable: { list: false, items: false },
      description: 'The things of the page.',
      resolve: nodesBy(({ node: found }) => found),
    }),
  );
  return ref;
}

const nounConnections = new Map<NounName, ReturnType<typeof makeNounConnection>>();

/** The connection of a list of one noun's things, made once. */
export function nounConnection(noun: NounName) {
  const connection = nounConnections.get(noun) ?? makeNounConnection(noun);
  nounConnections.set(noun, connection);
  return connection;
}
