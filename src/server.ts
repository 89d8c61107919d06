import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesPlugin } from '@escape.tech/graphql-armor-max-directives';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import { createYoga } from 'graphql-yoga';
import type { Logger } from 'pino';
import { schema } from '../schema/index.ts';
import { guardMutations } from './access.ts';
import { codedErrors } from './answer-errors.ts';
import { createContext } from './context.ts';
import { ReformgraphError } from './errors.ts';
import { executeFast, fastExecution } from './execution/fast-execution.ts';
import type { Graph } from './graph/gateway.ts';
import { mergeReads } from './graph/merge-reads.ts';
import { shareReads } from './graph/share-reads.ts';
import { statementFile } from './graph/statements.ts';
import { graphiqlPage, sendPage, wantsPage } from './graphiql.ts';
import { type Begun, fastLane } from './http/fast-lane.ts';
import type { Gate, TurnedAway } from './http/gate.ts';
import type { KeptAnswers } from './http/kept-answers.ts';
import { LIMITS, limitVariables, onReject } from './limits.ts';
import { NOT_FOUND, type Refusal, refusal } from './refusals.ts';
import type { Seen } from './seen/metrics.ts';
import { tellVisit } from './seen/tell-visit.ts';
import type { Tracing } from './seen/tracing.ts';
import type { Visit } from './seen/visit.ts';
import { visits } from './seen/visits.ts';

export interface ServerOptions {
  readonly graph: Pick<Graph, 'read'>;
  readonly logger: Logger;
  /** Answers that are kept until the graph changes; none when absent. */
  readonly kept?: KeptAnswers;
  /** Who may ask, and how much; everybody and without end when absent. */
  readonly gate?: Gate;
  /** Numbers at /metrics; none when absent. */
  readonly seen?: Seen;
  /** Spans of requests and statements; none when absent. */
  readonly tracing?: Tracing;
}

export interface RunningServer {
  readonly port: number;
  /** Takes nothing new and lets what is under way finish, for a while. */
  stop(): Promise<void>;
}

const ENDPOINT = '/graphql';
const READY_WITHIN = 2_000;
const FINISH_WITHIN = 10_000;

/** The HTTP side without a port: for tests and for `startServer`. */
export function createHandler({ graph, logger, kept, gate, seen, tracing }: ServerOptions) {
  guardMutations(schema);
  const begin = visits({ logger, seen, tracing, counted: ENDPOINT });
  const merged = mergeReads(shareReads(graph));
  const execute = fastExecution(schema);
  const lane = fastLane({
    execute,
    createContext: (visit) => createContext(visit ? visit.reading(merged) : merged),
    kept,
  });
  const yoga = createYoga<{ req: IncomingMessage; requestId: string; visit: Visit } & Begun>({
    schema,
    graphqlEndpoint: ENDPOINT,
    landingPage: false,
    graphiql: false,
    cors: false,
    multipart: false,
    batching: false,
    maxRequestBodySize: LIMITS.bodyBytes,
    logging: {
      debug: () => undefined,
      info: () => undefined,
      warn: logger.warn.bind(logger),
      error: logger.error.bind(logger),
    },
    context: ({ load, visit }) => (load ? { load } : createContext(visit.reading(merged))),
    maskedErrors: { maskError: (error) => error as Error },
    plugins: [
      maxTokensPlugin({ n: LIMITS.tokens, onReject }),
      maxDepthPlugin({ n: LIMITS.depth, flattenFragments: true, onReject }),
      maxAliasesPlugin({ n: LIMITS.aliases, allowList: [], onReject }),
      maxDirectivesPlugin({ n: LIMITS.directives, onReject }),
      limitVariables,
      executeFast(execute, lane.remember),
      codedErrors(logger),
      tellVisit,
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

  async function answer(request: IncomingMessage, response: ServerResponse, visit: Visit): Promise<void> {
    const entering = gate?.enter(request, response, visit);
    const turnedAway = entering instanceof Promise ? await entering : entering;
    const refused = turnedAway ?? refusal(request);
    if (refused) return refuse(response, refused, visit);
    const begun = await lane.answer(request, response, visit);
    if (begun) await yoga(request, response, { req: request, requestId: visit.requestId, visit, ...begun });
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const visit = begin(request, response, path);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (path === '/health') sendJson(response, 200, { healthy: true });
    else if (path === '/ready') void ready(response);
    else if (path === '/metrics' && seen?.mayLook(request)) void seen.send(response);
    else if (path === '/') response.writeHead(307, { Location: ENDPOINT }).end();
    else if (path !== ENDPOINT) refuse(response, NOT_FOUND, visit);
    else if (wantsPage(request)) sendPage(graphiqlPage(), request, response);
    else void answer(request, response, visit).catch(() => response.destroy());
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
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 15_000 }, createHandler(options));
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

function refuse(response: ServerResponse, refused: Refusal | TurnedAway, visit: Visit): void {
  const { status, code, message, headers } = 'status' in refused ? refused : badRequest(refused);
  const { requestId } = visit;
  visit.code = code;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  sendJson(response, status, { errors: [{ message, extensions: { code, requestId } }] });
}

const badRequest = ([status, message]: Refusal) => ({
  status,
  message,
  code: 'BAD_USER_INPUT',
  headers: status === 405 ? { Allow: 'GET, POST' } : {},
});

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
