import { type DocumentNode, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Visit } from './visit.ts';

/** What the operation that will run calls itself. */
export const nameOf = (document: DocumentNode, operationName: string | null | undefined): string | undefined =>
  getOperationAST(document, operationName)?.name?.value;

/** Tells the visit of what Yoga finds: which operation it is, and what is refused. Stands after what gives errors their codes. */
export const tellVisit: Plugin<{ visit: Visit }> = {
  onExecute({ args: { document, operationName, contextValue } }) {
    contextValue.visit.asks(nameOf(document, operationName));
  },
  onResultProcess({ result, serverContext }) {
    const visit = (serverContext as { visit?: Visit } | undefined)?.visit;
    if (!visit || Array.isArray(result) || Symbol.asyncIterator in result) return;
    const code = result.errors?.[0]?.extensions?.code;
    if (typeof code === 'string') visit.code = code;
  },
  onResponse({ response, serverContext }) {
    const visit = (serverContext as { visit?: Visit } | undefined)?.visit;
    if (visit) response.headers.set('Server-Timing', visit.serverTiming);
  },
};
