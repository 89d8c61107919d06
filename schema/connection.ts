import type { ArgBuilder, ObjectRef } from '@pothos/core';
import type { Connection, PageInfo } from '../src/loaders/values.ts';
import { type MaybePromise, whenThere } from '../src/maybe-promise.ts';
import { builder, enumRef } from './builder.ts';

export type Types = (typeof builder)['$inferSchemaTypes'];
type Arguments = ArgBuilder<Types>;

/** Relay's four arguments. */
export const pageArguments = (arg: Arguments) => ({
  first: arg.int({
    description: 'How many from the start, 1 to 100; 20 when neither `first` nor `last` is given.',
  }),
  after: arg.string({
    description: 'Only what follows this cursor of the same list.',
  }),
  last: arg.int({ description: 'How many from the end, 1 to 100.' }),
  before: arg.string({
    description: 'Only what precedes this cursor of the same list.',
  }),
});

/** What binds everything nested below, until a nested field states its own. */
export const scopeArguments = (arg: Arguments) => ({
  asOf: arg({
    type: 'Date',
    description: 'Only what holds, or may hold, on this day. Binds all that is nested.',
  }),
  knownAt: arg({
    type: 'DateTime',
    description: 'What the graph said at this instant. Binds all that is nested.',
  }),
  certainOnly: arg.boolean({
    description: 'With `asOf`: leave out what only may hold. Binds all that is nested.',
  }),
  modalities: arg({
    type: [enumRef('Modality')],
    description: 'Only claims of these modalities. Binds all that is nested.',
  }),
  ranks: arg({
    type: [enumRef('Rank')],
    description: 'Only claims of these ranks; every rank but DEPRECATED when absent. Binds all that is nested.',
  }),
});

const pageInfo = builder.objectRef<PageInfo>('PageInfo').implement({
  description: 'Where a page stands in its list.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', {
      nullable: false,
      description: 'More follow. When paging backwards: `before` was given.',
    }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
      nullable: false,
      description: 'More precede. When paging forwards: `after` was given.',
    }),
    startCursor: t.exposeString('startCursor', {
      description: 'Cursor of the first edge; null on an empty page.',
    }),
    endCursor: t.exposeString('endCursor', {
      description: 'Cursor of the last edge; null on an empty page.',
    }),
  }),
});

interface ConnectionSpec<Edge> {
  readonly name: string;
  readonly description: string;
  readonly edge: ObjectRef<Types, Edge>;
  /** Present where edges are claims: several may lead to one thing. */
  readonly claims?: true;
}

/** A lazy connection type over one edge type; `nodes` stands beside it where it is made. */
export function connectionType<Edge, Shape extends Connection<Edge> = Connection<Edge>>({
  name,
  description,
  edge,
  claims,
}: ConnectionSpec<Edge>): ObjectRef<Types, Shape> {
  const ref = builder.objectRef<Shape>(name);
  builder.objectType(ref, {
    description,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        nullable: { list: false, items: false },
        description: 'The page, in the order of the list.',
        resolve: (connection) => connection.edges() as MaybePromise<Edge[]>,
      }),
      pageInfo: t.field({
        type: pageInfo,
        nullable: false,
        description: 'Where the page stands; costs no more than the page.',
        resolve: (connection) => connection.pageInfo(),
      }),
      totalCount: t.int({
        nullable: false,
        description: `Number of ${claims ? 'claims' : 'edges'} on all pages. One statement, only when asked.`,
        resolve: (connection) => connection.totalCount(),
      }),
    }),
  });
  if (claims) {
    builder.objectField(ref, 'distinctNodes', (t) =>
      t.int({
        nullable: false,
        description:
          'Number of distinct things on all pages: several claims may lead to one. One statement, only when asked.',
        resolve: (connection) => connection.distinctNodes(),
      }),
    );
  }
  return ref;
}

/** Resolves `nodes`, which stands beside `edges` for those who want nothing of these but what they lead to. */
export const nodesBy =
  <Edge, Node>(nodeOf: (edge: Edge) => Node) =>
  (connection: Connection<Edge>): MaybePromise<Node[]> =>
    whenThere(connection.edges(), (edges) => edges.map(nodeOf));
