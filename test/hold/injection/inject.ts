import { type GraphQLSchema, isObjectType } from 'graphql';
import { ReformgraphError } from '../../../src/errors.ts';
import type { Graph } from '../../../src/graph/graph.ts';
import { LIMITS } from '../../../src/limits.ts';
import { RAW_WORDS } from '../../server/send.ts';
import type { TextArgument, TextArguments } from './arguments.ts';
import { MARK } from './payloads.ts';

export interface Pair {
  readonly argument: TextArgument;
  readonly payload: string;
}

export interface Injected {
  pairs: number;
  requests: number;
  /** Requests of which every field was answered, some were refused, or all. */
  answered: number;
  partly: number;
  refused: number;
  readonly codes: Map<string, number>;
  /** What may not be, with some requests that show it. */
  readonly faults: Map<string, { count: number; readonly shown: string[] }>;
}

/** The door to the database, watched: what fails there, and whether a payload has become part of a statement. */
export function watch(graph: Pick<Graph, 'read'>) {
  const seen = { statements: 0, texts: new Set<string>(), failures: new Map<string, number>(), marked: 0 };
  const watched: Pick<Graph, 'read'> = {
    async read(statement, ...more) {
      seen.statements += 1;
      seen.texts.add(statement.text);
      if (statement.text.includes(MARK)) seen.marked += 1;
      try {
        return await graph.read(statement, ...more);
      } catch (error) {
        const cause =
          error instanceof ReformgraphError ? (error.cause as { code?: string } | undefined)?.code : undefined;
        const failure = `${statement.name}: ${cause ?? String(error)}`;
        seen.failures.set(failure, (seen.failures.get(failure) ?? 0) + 1);
        throw error;
      }
    },
  };
  return { watched, seen };
}

/** Notes which arguments are given to resolvers, so that one which nobody reads is not taken for a safe one. To be called before a server is made. */
export function watchResolvers(schema: GraphQLSchema) {
  const given = new Set<string>();
  const undo: (() => void)[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (field.args.length === 0 || !resolve) continue;
      field.resolve = (source, args, context, info) => {
        for (const name of Object.keys(args)) given.add(`${type.name}.${field.name}(${name}`);
        return resolve(source, args, context, info);
      };
      undo.push(() => {
        field.resolve = resolve;
      });
    }
  }
  return {
    wasGiven: ({ name }: TextArgument): boolean => given.has(/^[^(]+\(\w+/.exec(name)?.[0] ?? ''),
    stop: () => {
      for (const one of undo) one();
    },
  };
}

/** Of a request, with room for all around the payloads. */
const MOST_BYTES = LIMITS.bodyBytes - 15_000;

/** Requests of several pairs each, all under one type. */
export function batches(pairs: Iterable<Pair>): readonly (readonly Pair[])[] {
  const open = new Map<string, { pairs: Pair[]; bytes: number }>();
  const made: (readonly Pair[])[] = [];
  for (const pair of pairs) {
    const { parent } = pair.argument;
    const bytes = JSON.stringify(pair.payload).length * 2;
    const batch = open.get(parent) ?? { pairs: [], bytes: 0 };
    if (batch.pairs.length === LIMITS.aliases || batch.bytes + bytes > MOST_BYTES) {
      made.push(batch.pairs.splice(0));
      batch.bytes = 0;
    }
    batch.pairs.push(pair);
    batch.bytes += bytes;
    open.set(parent, batch);
  }
  return [...made, ...[...open.values()].map((batch) => batch.pairs)].filter((batch) => batch.length > 0);
}

export const nothingInjected = (): Injected => ({
  ...{ pairs: 0, requests: 0, answered: 0, partly: 0, refused: 0 },
  ...{ codes: new Map(), faults: new Map() },
});

/** Sends one request of several pairs, and adds to the account what came of it. */
export async function inject(
  url: string,
  { reach }: TextArguments,
  batch: readonly Pair[],
  into: Injected,
): Promise<void> {
  const [first] = batch;
  if (!first) return;
  const variables = Object.fromEntries(batch.map(({ payload }, at) => [`p${at}`, payload]));
  const defined = batch.map(({ argument }, at) => `$p${at}: ${argument.type}!`).join(', ');
  const fields = batch.map(({ argument }, at) => `p${at}: ${argument.ask(`$p${at}`)}`).join(' ');
  const query = `query(${defined}) ${reach(first.argument.parent, fields)}`;
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/graphql-response+json',
      Connection: 'close',
    },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const { data, errors = [] } = JSON.parse(text) as {
    data?: unknown;
    errors?: { path?: unknown[]; message: string; extensions: { code: string } }[];
  };
  const fault = (name: string): void => {
    const known = into.faults.get(name) ?? { count: 0, shown: [] };
    known.count += 1;
    if (known.shown.length < 3)
      known.shown.push(
        JSON.stringify({
          names: batch.map(({ argument }) => argument.name),
          query,
          variables,
          text: text.slice(0, 600),
        }).slice(0, 4_000),
      );
    into.faults.set(name, known);
  };
  into.pairs += batch.length;
  into.requests += 1;
  for (const { extensions, path, message } of errors) {
    into.codes.set(extensions.code, (into.codes.get(extensions.code) ?? 0) + 1);
    // Without a path, no field was asked: the question itself was not right.
    if (!path) fault(`QUESTION ${message.slice(0, 80)}`);
    if (['INTERNAL_SERVER_ERROR', 'DEADLINE_EXCEEDED', 'GRAPH_UNAVAILABLE'].includes(extensions.code))
      fault(extensions.code);
  }
  if (response.status >= 500) fault(`STATUS_${response.status}`);
  if (RAW_WORDS.test(text)) fault('LEAK');
  if (errors.length === 0) into.answered += 1;
  else if (data === undefined || data === null) into.refused += 1;
  else into.partly += 1;
}
