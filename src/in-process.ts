import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context, InRequest } from './context.ts';
import type { Visit } from './seen/visit.ts';

/** What a question brought, as a client would get it. */
export interface InProcessAnswer {
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

export type AskInProcess = (
  text: string,
  variables: Readonly<Record<string, unknown>>,
  /** Those of the request, as the contract has them. */
  extensions?: Readonly<Record<string, unknown>>,
) => Promise<InProcessAnswer>;

interface Endpoint<ServerContext> {
  readonly graphqlEndpoint: string;
  fetch(url: string, init: RequestInit, context: ServerContext): Promise<Response> | Response;
}

/**
 * Asks as a client asks over HTTP, by all that stands before its questions: what may be asked, limits, cost, queue, deadline, log.
 * The questions of one request share its time, and what was read for one of them need not be read again.
 */
export function inProcess(
  { fetch, graphqlEndpoint }: Endpoint<InRequest>,
  begin: (response: ServerResponse, visit: Visit) => Context,
) {
  return (request: IncomingMessage, response: ServerResponse, visit: Visit): AskInProcess => {
    const begun = begin(response, visit);
    return async (query, variables, extensions) => {
      const part = visit.part();
      const answer = await fetch(
        `http://localhost${graphqlEndpoint}`,
        {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
          body: JSON.stringify({ query, variables, extensions }),
        },
        { ...begun, req: request, res: response, requestId: visit.requestId, visit: part },
      );
      visit.operation ??= part.operation;
      visit.code ??= part.code;
      visit.statements += part.statements;
      const brought = (await answer.json()) as Partial<InProcessAnswer>;
      return { data: brought.data ?? null, errors: brought.errors ?? [], extensions: brought.extensions ?? {} };
    };
  };
}
