import type { IncomingMessage, ServerResponse } from 'node:http';
import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesPlugin } from '@escape.tech/graphql-armor-max-directives';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { schema } from '../schema/index.ts';
import { guardMutations } from './access.ts';
import { codedErrors } from './answer-errors.ts';
import { browserFiles } from './browser/files.ts';
import { carryCypher, extensionAsks, headerAsks } from './carried/carry.ts';
import { recorded, type Sent } from './carried/recorded.ts';
import { type Context, createContext, type InRequest } from './context.ts';
import { parserCaches } from './document-caches.ts';
import { executeFast, fastExecution } from './execution/fast-execution.ts';
import { keepIntrospection } from './execution/kept-introspection.ts';
import { withDeadline } from './graph/deadline.ts';
import { mergeReads } from './graph/merge-reads.ts';
import { type RequestGraph, requestGraph, type SharedGraph } from './graph/request-graph.ts';
import { statementFile } from './graph/statements.ts';
import { Waiter } from './graph/waiter.ts';
import { type AdmissionLimits, createAdmission } from './http/admission.ts';
import { fastLane } from './http/fast-lane.ts';
import type { Gate } from './http/gate.ts';
import type { KeptAnswers } from './http/kept-answers.ts';
import { oneATurn } from './http/one-a-turn.ts';
import { refuse, sendJson, turnedAway } from './http/refuse.ts';
import { sendPage, wantsPage } from './http/send-page.ts';
import { inProcess } from './in-process.ts';
import { limitIntrospection } from './introspection.ts';
import { LIMITS, limitVariables, onReject } from './limits.ts';
import { isAsset, sendAsset } from './page/assets.ts';
import { isPage, pages } from './page/page.ts';
import { onlyRegistered } from './profile/only-registered.ts';
import { readRegistered } from './profile/registered-operations.ts';
import { FAULT, FULL, NOT_FOUND, refusal } from './refusals.ts';
import { limitRepeats } from './repeats.ts';
import type { Seen } from './seen/metrics.ts';
import { tellVisit } from './seen/tell-visit.ts';
import type { Tracing } from './seen/tracing.ts';
import type { Visit } from './seen/visit.ts';
import { visits } from './seen/visits.ts';
import { withoutGuesses } from './unknown-names.ts';

export interface ServerOptions {
  readonly graph: SharedGraph;
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
  /** Who may ask, and how much; everybody and without end when absent. */
  readonly gate?: Gate;
  /** Numbers at /metrics; none when absent. */
  readonly seen?: Seen;
  /** Spans of requests and statements; none when absent. */
  readonly tracing?: Tracing;
  /** `locked` answers registered operations only, and has neither GraphiQL nor introspection. */
  readonly profile?: Profile;
  /** A folder of operations that a locked server answers beside the gallery. */
  readonly registeredOperations?: string;
  /** Neo4j Browser over the same graph, with host and user filled in; unknown when absent. */
  readonly browserUrl?: string | undefined;
}

export type Profile = 'public' | 'locked';

const ENDPOINT = '/graphql';
const READY_WITHIN = 2_000;
/** Milliseconds of a deadline that are left to say what was missed. */
const TELLING = 250;

/** What is too long is not read to its end, so nothing more can be sent over its connection; clients that are not told would try. */
const closeUnread: Plugin = {
  onResponse({ response }) {
    if (response.status === 413) response.headers.set('Connection', 'close');
  },
};

/** The HTTP side without a port: for `startServer` and for tests. */
export function createHandler({
  graph,
  logger,
  kept,
  costLimit = LIMITS.cost,
  deadline = LIMITS.deadline,
  admission: limits = LIMITS.admission,
  leaving = () => false,
  gate,
  seen,
  tracing,
  profile = 'public',
  registeredOperations,
  browserUrl,
}: ServerOptions) {
  const isLocked = profile === 'locked';
  guardMutations(schema);
  const arrive = visits({ logger, seen, tracing, counted: (path) => path === ENDPOINT || isPage(path) });
  const merged = { ...mergeReads(graph), ...(graph.version ? { version: graph.version } : {}) };
  const admission = createAdmission(limits);
  const execute = fastExecution(schema, costLimit);
  seen?.watchQueue(() => admission.counts().waiting);
  const forBrowser = isLocked ? undefined : browserFiles(browserUrl);
  const reading = (response: ServerResponse, visit?: Visit): RequestGraph => {
    const client = new Waiter();
    response.once('close', () => response.writableFinished || client.leave());
    const own = requestGraph(merged, Math.max(deadline / 2, deadline - TELLING), client);
    return visit ? { ...own, ...visit.reading(own) } : own;
  };
  const begin = (response: ServerResponse, visit?: Visit): Context => createContext(reading(response, visit), visit);
  const beginRecorded = (response: ServerResponse, visit: Visit): Context & { readonly sent: readonly Sent[] } => {
    const { graph: own, sent } = recorded(reading(response, visit));
    return { ...createContext(own, visit), sent };
  };
  const lane = fastLane({ execute, admission, begin, kept });
  // To parse and check what is not known yet takes milliseconds, in which nobody else is heard.
  const itsTurn = oneATurn();
  const yoga = createYoga<InRequest>({
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
    context: ({ load, visit, req, res, params }) =>
      !isLocked && (headerAsks(req) || extensionAsks(params.extensions)) ? beginRecorded(res, visit) : { load, visit },
    maskedErrors: { maskError: (error) => error as Error },
    plugins: [
      ...(isLocked ? [onlyRegistered(readRegistered(schema, registeredOperations))] : []),
      maxTokensPlugin({ n: LIMITS.tokens, onReject }),
      maxDepthPlugin({ n: LIMITS.depth, flattenFragments: true, onReject }),
      maxAliasesPlugin({ n: LIMITS.aliases, allowList: [], onReject }),
      maxDirectivesPlugin({ n: LIMITS.directives, onReject }),
      limitRepeats,
      ...(isLocked ? [] : [limitIntrospection]),
      limitVariables,
      withoutGuesses,
      executeFast(execute, admission, lane.remember),
      ...(isLocked ? [] : [keepIntrospection(), carryCypher(schema, browserUrl)]),
      codedErrors(logger, !isLocked),
      closeUnread,
      tellVisit,
    ],
  });

  async function ready(response: ServerResponse): Promise<void> {
    if (leaving()) return sendJson(response, 503, { ready: false });
    const answer = merged.read(statementFile('read/ready'), {}, READY_WITHIN);
    const isReady = await withDeadline(answer, READY_WITHIN, 'read/ready').then(
      () => true,
      () => false,
    );
    sendJson(response, isReady ? 200 : 503, { ready: isReady });
  }

  async function answer(request: IncomingMessage, response: ServerResponse, visit: Visit): Promise<void> {
    const entering = gate?.enter(request, response, visit);
    const refused = (entering instanceof Promise ? await entering : entering) ?? refusal(request);
    if (refused) return refuse(response, refused, visit);
    // What was answered past Yoga or kept has no Cypher with it.
    const isAsked = !isLocked && headerAsks(request);
    const begun = isAsked ? begin(response, visit) : await lane.answer(request, response, visit);
    if (!begun) return;
    await itsTurn();
    if (response.destroyed) return;
    await yoga(request, response, { req: request, res: response, requestId: visit.requestId, ...begun, visit });
  }

  async function sendGraphiql(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Nine megabytes that a server may never be asked for.
    const { graphiqlPage } = await import('./graphiql.ts');
    sendPage(await graphiqlPage(), request, response);
  }

  const page = pages({ ask: inProcess(yoga, begin), hasGraphiql: !isLocked });

  async function showPage(request: IncomingMessage, response: ServerResponse, visit: Visit): Promise<void> {
    const entering = gate?.enter(request, response, visit);
    const entered = entering instanceof Promise ? await entering : entering;
    await page(request, response, visit, entered ?? (admission.isFull() ? turnedAway(FULL) : undefined));
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const visit = arrive(request, response, path);
    const failed = (error: unknown): void => {
      // Whoever left is no fault of ours; the line of the request tells that.
      if (response.destroyed) return;
      logger.error({ requestId: visit.requestId, err: error }, 'a request failed');
      response.headersSent ? response.destroy() : refuse(response, FAULT, visit);
    };
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (leaving()) response.setHeader('Connection', 'close');
    if (path === ENDPOINT) {
      if (!isLocked && wantsPage(request)) sendGraphiql(request, response).catch(failed);
      else if (admission.isFull()) refuse(response, FULL, visit);
      else answer(request, response, visit).catch(failed);
    } else if (path === '/health') sendJson(response, 200, { healthy: true });
    else if (path === '/ready') void ready(response);
    else if (path === '/metrics' && seen?.mayLook(request)) seen.send(response).catch(failed);
    else if (forBrowser?.(path, request, response)) return;
    else if (isAsset(path)) sendAsset(path, request, response).catch(failed);
    else if (isPage(path) || wantsPage(request)) showPage(request, response, visit).catch(failed);
    else refuse(response, NOT_FOUND, visit);
  };
}
