import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { afterAll } from 'vitest';
import type { Graph, Parameters, Statement } from '../src/graph/graph.ts';
import type { KeptAnswers } from '../src/http/kept-answers.ts';
import { createHandler, type ServerOptions } from '../src/server.ts';

export interface Sent {
  readonly statement: Statement;
  readonly parameters: Parameters;
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are compared whole or read in one assertion
  readonly data: any;
  readonly errors: readonly {
    message: string;
    path?: unknown;
    extensions: { code: string; requestId?: string };
  }[];
  /** Points, where it was run. */
  readonly cost: number | undefined;
  /** Statements the question cost. */
  readonly sent: readonly Sent[];
}

export type AskGraphql = (query: string, variables?: Record<string, unknown>) => Promise<Answer>;

/** The server over a graph, asked as a client asks: over HTTP. */
export async function serveForTests(
  graph: Pick<Graph, 'read'>,
  kept?: KeptAnswers,
  more: Partial<ServerOptions> = {},
): Promise<{ url: string; ask: AskGraphql }> {
  const sent: Sent[] = [];
  const counted: Pick<Graph, 'read'> = {
    read: (statement, parameters = {}, ...more) => {
      sent.push({ statement, parameters });
      return graph.read(statement, parameters, ...more);
    },
  };
  const logger = pino({ level: 'silent' });
  // A machine that runs tests may be slow; what is late is tried by tests of its own.
  const server = createServer(
    createHandler({ graph: counted, logger, deadline: 60_000, ...(kept ? { kept } : {}), ...more }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const ask: AskGraphql = async (query, variables = {}) => {
    sent.length = 0;
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/graphql-response+json',
        Connection: 'close',
      },
      body: JSON.stringify({ query, variables }),
    });
    const {
      data = null,
      errors = [],
      extensions,
    } = (await response.json()) as Partial<Answer> & {
      extensions?: { cost: number };
    };
    return { status: response.status, data, errors, cost: extensions?.cost, sent: [...sent] };
  };
  return { url, ask };
}
