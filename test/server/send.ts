import { expect } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import type { ServerOptions } from '../../src/server.ts';
import { serveForTests } from '../ask.ts';

/** Words of the database, of its settings or of our own source, which no answer may hold; "cypher" may stand in what a client sent. */
export const RAW_WORDS = /Neo4j|NEO4J|neo4j|Cypher|bolt:|Neo\.|at .*\.(ts|js):|ECONN/;
/** Under it a request that cannot be answered has a status that says so. */
export const STRICT = 'application/graphql-response+json';

interface Told {
  readonly message: string;
  readonly path?: unknown;
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly data: unknown;
  readonly errors: readonly Told[];
  readonly codes: readonly unknown[];
}

export interface Sender {
  readonly url: string;
  /** How often the graph was read since the last call. */
  reads(): number;
  send(path: string, init: RequestInit): Promise<Reply>;
  post(body: string | object, accept?: string): Promise<Reply>;
}

/** A server, and requests whose answers keep to what every answer must keep to. */
export async function openSender(
  graph: Pick<Graph, 'read'>,
  profile: Pick<ServerOptions, 'profile' | 'registeredOperations'> = {},
): Promise<Sender> {
  let reads = 0;
  const counted: Pick<Graph, 'read'> = {
    read: (...question) => {
      reads += 1;
      return graph.read(...question);
    },
  };
  const { url } = await serveForTests(counted, undefined, profile);

  async function send(path: string, init: RequestInit): Promise<Reply> {
    const response = await fetch(new URL(path, url), init);
    const { status, headers } = response;
    const text = await response.text();
    expect(status).not.toBe(500);
    expect(text).not.toMatch(RAW_WORDS);
    const { data, errors = [] } = JSON.parse(text) as { data?: unknown; errors?: Told[] };
    for (const { extensions } of errors) {
      const { code, requestId, cost, limit, ...more } = extensions;
      expect(code).toMatch(/^[A-Z_]+$/);
      expect([typeof cost, more]).toEqual([typeof limit, {}]);
      expect(requestId).toBe(headers.get('x-request-id'));
    }
    return { status, headers, data, errors, codes: errors.map(({ extensions }) => extensions.code) };
  }

  return {
    url,
    send,
    reads: () => {
      const count = reads;
      reads = 0;
      return count;
    },
    post: (body, accept = STRICT) =>
      send('/graphql', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: accept },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}
