import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesPlugin } from '@escape.tech/graphql-armor-max-directives';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import { createYoga } from 'graphql-yoga';
import type { Logger } from 'pino';
import { schema } from '../schema/index.ts';
import { codedErrors } from './answer-errors.ts';
import { type Context, createContext } from './context.ts';
import { executeFast, fastExecution } from './execution/fast-execution.ts';
import type { Graph } from './graph/gateway.ts';
import { mergeReads } from './graph/merge-reads.ts';
import { requestGraph } from './graph/request-graph.ts';
import { shareReads } from './graph/share-reads.ts';
import { statementFile } from './graph/statements.ts';
import { graphiqlPage, sendPage, wantsPage } from './graphiql.ts';
import { type AdmissionLimits, createAdmission } from './http/admission.ts';
import { fastLane } from './http/fast-lane.ts';
import type { KeptAnswers } from './http/kept-answers.ts';
import { LIMITS, limitVariables, onReject } from './limits.ts';
import { FULL, NOT_FOUND, type Refusal, refusal } from './refusals.ts';

export interface ServerOptions {
  readonly graph: Pick<Graph, 'read'>;
  readonly logger: Logger;
  /** Answers that are kept until the graph changes; none when absent. */
  readonly kept?: KeptAnswers;
  /** Points a question may cost. */
  readonly costLimit?: number;
  /** Milliseconds within which a question is answered or refused. */
  readonly deadline?: number;
  readonly admission?: AdmissionLimits;
  /** Is the server about to end? Then it is not ready, and clients are asked to leave their connections. */
  readonly leaving?: () => boolean;
}

const ENDPOINT = '/graphql';
const READY_WITHIN = 2_000;

/** The HTTP side without a port: for `startServer` and for tests. */
export function createHandler({
  graph,
  logger,
  kept,
  costLimit = LIMITS.cost,
  deadline = LIMITS.deadline,
  admission: limits = LIMITS.admission,
  leaving = () => false,
}: ServerOptions) {
  const merged = mergeReads(shareReads(graph));
  const admission = createAdmission(limits);
  const execute = fastExecution(schema, costLimit);
  const begin = (response: ServerResponse): Context => {
    const left = new AbortController();
    response.once('close', () => response.writableFinished || left.abort());
    return createContext(requestGraph(merged, deadline, left.signal));
  };
  const lane = fastLane({ execute, admission, begin, kept });
  const yoga = createYoga<{ req: IncomingMessage; requestId: string } & Context>({
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
    context: ({ load }) => ({ load }),
    maskedErrors: { maskError: (error) => error as Error },
    plugins: [
      maxTokensPlugin({ n: LIMITS.tokens, onReject }),
      maxDepthPlugin({ n: LIMITS.depth, flattenFragments: true, onReject }),
      maxAliasesPlugin({ n: LIMITS.aliases, allowList: [], onReject }),
      maxDirectivesPlugin({ n: LIMITS.directives, onReject }),
      limitVariables,
      executeFast(execute, admission, lane.remember),
      codedErrors(logger),
    ],
  });

  async function ready(response: ServerResponse): Promise<void> {
    if (leaving()) return sendJson(response, 503, { ready: false });
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
    if (leaving()) response.setHeader('Connection', 'close');
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
    else if (path === '/') response.writeHead(307, { Location: ENDPOINT }).end();
    else if (path === ENDPOINT && wantsPage(request)) sendPage(graphiqlPage(), request, response);
    else {
      const refused = path !== ENDPOINT ? NOT_FOUND : admission.isFull() ? FULL : refusal(request);
      if (refused) refuse(response, refused, requestId);
      else
        void lane
          .answer(request, response)
          .then((begun) => begun && yoga(request, response, { req: request, requestId, ...begun }))
          .catch(() => response.destroy());
    }
  };
}

function refuse(response: ServerResponse, [status, message, code]: Refusal, requestId: string): void {
  if (status === 405) response.setHeader('Allow', 'GET, POST');
  if (status === 503) response.setHeader('Retry-After', '1');
  sendJson(response, status, { errors: [{ message, extensions: { code: code ?? 'BAD_USER_INPUT', requestId } }] });
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
