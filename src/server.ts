import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesPlugin } from '@escape.tech/graphql-armor-max-directives';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import { createYoga } from 'graphql-yoga';
import type { Logger } from 'pino';
import { schema } from '../schema/index.ts';
import { codedErrors } from './answer-errors.ts';
import { createContext } from './context.ts';
import { parserCaches } from './document-caches.ts';
import { ReformgraphError } from './errors.ts';
import { executeFast, fastExecution } from './execution/fast-execution.ts';
import type { Graph } from './graph/gateway.ts';
import { mergeReads } from './graph/merge-reads.ts';
import { shareReads } from './graph/share-reads.ts';
import { statementFile } from './graph/statements.ts';
import { graphiqlPage, sendPage, wantsPage } from './graphiql.ts';
import { type Begun, fastLane } from './http/fast-lane.ts';
import type { KeptAnswers } from './http/kept-answers.ts';
import { LIMITS, limitVariables, onReject } from './limits.ts';
import { onlyRegistered } from './profile/only-registered.ts';
import { readRegistered } from './profile/registered-operations.ts';
import { NOT_FOUND, type Refusal, refusal } from './refusals.ts';
import { limitRepeats } from './repeats.ts';
import { withoutGuesses } from './unknown-names.ts';

export interface ServerOptions {
  readonly graph: Pick<Graph, 'read'>;
  readonly logger: Logger;
  /** Answers that are kept until the graph changes; none when absent. */
  readonly kept?: KeptAnswers;
  /** `locked` answers registered operations only, and has neither GraphiQL nor introspection. */
  readonly profile?: Profile;
  /** A folder of operations that a locked server answers beside the gallery. */
  readonly registeredOperations?: string;
}

export type Profile = 'public' | 'locked';

export interface RunningServer {
  readonly port: number;
  /** Takes nothing new and lets what is under way finish, for a while. */
  stop(): Promise<void>;
}

const ENDPOINT = '/graphql';
const READY_WITHIN = 2_000;
const FINISH_WITHIN = 10_000;
/** Milliseconds a client may take to send its headers, and all; Node would look only every half minute whether one has taken longer. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 1_000 } as const;

/** The HTTP side without a port: for tests and for `startServer`. */
export function createHandler({ graph, logger, kept, profile = 'public', registeredOperations }: ServerOptions) {
  const isLocked = profile === 'locked';
  const merged = mergeReads(shareReads(graph));
  const execute = fastExecution(schema);
  const lane = fastLane({
    execute,
    createContext: () => createContext(merged),
    kept,
  });
  const yoga = createYoga<{ req: IncomingMessage; requestId: string } & Begun>({
    schema,
    graphqlEndpoint: ENDPOINT,
    landingPage: false,
    graphiql: false,
    cors: false,
    multipart: false,
    batching: false,
    maxRequestBodySize: LIMITS.bodyBytes,
    parserAndValidationCache: parserCaches(),
    logging: {
      debug: () => undefined,
      info: () => undefined,
      warn: logger.warn.bind(logger),
      error: logger.error.bind(logger),
    },
    context: ({ load }) => (load ? { load } : createContext(merged)),
    maskedErrors: { maskError: (error) => error as Error },
    plugins: [
      ...(isLocked ? [onlyRegistered(readRegistered(schema, registeredOperations))] : []),
      maxTokensPlugin({ n: LIMITS.tokens, onReject }),
      maxDepthPlugin({ n: LIMITS.depth, flattenFragments: true, onReject }),
      maxAliasesPlugin({ n: LIMITS.aliases, allowList: [], onReject }),
      maxDirectivesPlugin({ n: LIMITS.directives, onReject }),
      limitRepeats,
      limitVariables,
      withoutGuesses,
      executeFast(execute, lane.remember),
      codedErrors(logger, !isLocked),
    ],
  });

  async function ready(response: ServerResponse): Promise<void> {
    const answer = graph.read(statementFile('read/ready')).then(
      () => true,
      () => false,
    );
    const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), READY_WITHIN).unref());
    const isReady = await Promise.race([answer, late]);
    sendJson(response, isReady ? 200 : 503, { ready: isReady });
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    const requestId = randomUUID();
    const started = performance.now();
    response.setHeader('X-Request-Id', requestId);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    const path = (request.url ?? '/').split('?', 1)[0];
    response.once('close', () => {
      const milliseconds = Math.round(performance.now() - started);
      logger.info(
        {
          requestId,
          method: request.method,
          path,
          status: response.statusCode,
          milliseconds,
        },
        'request',
      );
    });
    if (path === '/health') sendJson(response, 200, { healthy: true });
    else if (path === '/ready') void ready(response);
    else if (path === '/' && !isLocked) response.writeHead(307, { Location: ENDPOINT }).end();
    else if (path === ENDPOINT && !isLocked && wantsPage(request)) sendPage(graphiqlPage(), request, response);
    else {
      const refused = path === ENDPOINT ? refusal(request) : NOT_FOUND;
      if (refused) refuse(response, refused, requestId);
      else
        void lane
          .answer(request, response)
          .then((begun) => begun && yoga(request, response, { req: request, requestId, ...begun }))
          .catch(() => response.destroy());
    }
  };
}

export interface ListenOptions extends ServerOptions {
  readonly port: number;
  readonly host: string;
  /** Milliseconds a stop leaves to what is under way. */
  readonly finishWithin?: number;
}

export async function startServer(options: ListenOptions): Promise<RunningServer> {
  const { port, host, finishWithin = FINISH_WITHIN } = options;
  const server = createServer({ ...TIMEOUTS }, createHandler(options));
  // A stopping server would otherwise wait until clients give their connections up.
  server.on('request', (_, response) =>
    response.once('close', () => server.listening || server.closeIdleConnections()),
  );
  await listen(server, port, host);
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        const late = setTimeout(() => server.closeAllConnections(), finishWithin);
        server.close(() => {
          clearTimeout(late);
          resolve();
        });
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why =
        cause.code === 'EADDRINUSE'
          ? `port ${port} on ${host} is taken`
          : `${host}:${port} cannot be used (${cause.code})`;
      reject(
        new ReformgraphError('START_FAILED', `The server cannot start: ${why}. Choose another: PORT=4001 npm start.`, {
          cause,
        }),
      );
    });
    server.listen(port, host, resolve);
  });
}

function refuse(response: ServerResponse, [status, message]: Refusal, requestId: string): void {
  if (status === 405) response.setHeader('Allow', 'GET, POST');
  sendJson(response, status, { errors: [{ message, extensions: { code: 'BAD_USER_INPUT', requestId } }] });
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
