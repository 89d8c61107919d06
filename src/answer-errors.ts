import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { ReformgraphError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { withoutSuggestion } from './unknown-names.ts';

const HTTP_STATUS: Partial<Record<ReformgraphError['code'], number>> = {
  GRAPH_UNAVAILABLE: 503,
  DEADLINE_EXCEEDED: 503,
  OVERLOADED: 503,
  INTERNAL_SERVER_ERROR: 500,
};

/** Of a request that could not be answered at all; who accepts plain JSON only gets 200, as the GraphQL over HTTP standard has it. */
const REQUEST_ERROR = { status: 400, spec: true };

/** What is wrong with the database, and with the settings for it, is for the log alone. */
const AWAY = 'The graph cannot be reached. Try again in a few seconds.';
const BODY_TOO_LARGE = `A request may hold ${LIMITS.bodyBytes} bytes, but got more. Ask for less at once.`;

/** Every error that leaves has a code and the request's id, wherever in the request it arose. `mayLook`: who asks may ask for the contract. */
export function codedErrors(logger: Logger, mayLook: boolean): Plugin<{ requestId?: string }> {
  return {
    onRequestParse({ requestParser, setRequestParser }) {
      if (requestParser) setRequestParser((request) => readJson(() => requestParser(request)));
    },
    onResultProcess({ result, setResult, serverContext }) {
      if (Array.isArray(result) || Symbol.asyncIterator in result || !result.errors) return;
      const requestId = (serverContext as { requestId?: string } | undefined)?.requestId ?? '';
      const log = (error: unknown) => logger.error({ requestId, err: error }, 'a field failed');
      const whole = result.data == null;
      setResult({
        ...result,
        errors: result.errors.map((error) => answerError(error, { requestId, log, whole, mayLook })),
      });
    },
  };
}

/** What is no JSON is no GraphQL request at all: 400 whatever is accepted, and not with the words of the parser. */
async function readJson<T>(read: () => T): Promise<Awaited<T>> {
  try {
    return await read();
  } catch (error) {
    const broken = error instanceof GraphQLError ? error.extensions.originalError : error instanceof SyntaxError;
    if (!broken) throw error;
    throw new GraphQLError('This is not JSON. Send an object such as {"query": "…", "variables": {…}}.', {
      extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
    });
  }
}

interface AnswerContext {
  readonly requestId: string;
  readonly log: (error: unknown) => void;
  /** The request has no data at all, so its HTTP status may speak of the error. */
  readonly whole: boolean;
  readonly mayLook: boolean;
}

/** What a variable makes of an argument shows when the field is asked only. */
const OF_ARGUMENT = /^Argument "/;

/** Ours and those of GraphQL itself go out as they are, with a code and the request's id; anything else is masked and logged. */
function answerError(error: unknown, { requestId, log, whole, mayLook }: AnswerContext): GraphQLError {
  const graphqlError = error instanceof GraphQLError ? error : undefined;
  const cause = graphqlError?.originalError ?? (graphqlError ? undefined : error);
  if (cause instanceof ReformgraphError) {
    if (cause.cause) log(cause);
    const message = cause.code === 'GRAPH_UNAVAILABLE' ? AWAY : cause.message;
    return shown(message, graphqlError, { code: cause.code, requestId, ...httpOf(cause.code, whole) });
  }
  const said = cause instanceof GraphQLError ? cause : cause === undefined ? graphqlError : undefined;
  // What has a path but no code arose while answering, from a fault of ours: a null where there must be none, for instance.
  if (said && (said.extensions.code || !graphqlError?.path || OF_ARGUMENT.test(said.message))) {
    // Of a variable, the outer error alone says which and where.
    const message =
      said.extensions.code === 'REQUEST_ENTITY_TOO_LARGE' ? BODY_TOO_LARGE : (graphqlError ?? said).message;
    return shown(withoutSuggestion(message, mayLook), graphqlError, {
      code: 'BAD_USER_INPUT',
      ...(graphqlError?.path ? {} : { http: REQUEST_ERROR }),
      ...said.extensions,
      requestId,
    });
  }
  log(cause ?? error);
  return shown('Something went wrong on our side. Try again; if it stays, report the request id.', graphqlError, {
    code: 'INTERNAL_SERVER_ERROR',
    requestId,
    ...httpOf('INTERNAL_SERVER_ERROR', whole),
  });
}

function httpOf(code: ReformgraphError['code'], whole: boolean): Record<string, unknown> {
  const status = whole ? HTTP_STATUS[code] : undefined;
  return status ? { http: { status, ...(status === 503 ? { headers: { 'Retry-After': '1' } } : {}) } } : {};
}

function shown(message: string, at: GraphQLError | undefined, extensions: Record<string, unknown>): GraphQLError {
  return new GraphQLError(message, {
    nodes: at?.nodes ?? null,
    source: at?.source ?? null,
    positions: at?.positions ?? null,
    path: at?.path ?? null,
    extensions,
  });
}
