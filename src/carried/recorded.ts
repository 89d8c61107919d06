import type { Parameters, Statement } from '../graph/graph.ts';
import { parametersOf } from '../graph/keys.ts';
import type { RequestGraph } from '../graph/request-graph.ts';

/** A statement as it went to the database for one request. */
export interface Sent {
  readonly statement: Statement;
  readonly parameters: Parameters;
}

/**
 * The graph as one request reads it, and what is read. It has no `shared`: what several requests wait for together would be read for
 * another one.
 */
export function recorded(graph: RequestGraph): { readonly graph: RequestGraph; readonly sent: readonly Sent[] } {
  const sent: Sent[] = [];
  return {
    sent,
    graph: {
      ...(graph.wait ? { wait: graph.wait } : {}),
      read(statement, parameters = {}, deadline, waiter) {
        sent.push({ statement, parameters: parametersOf(statement, parameters) });
        return graph.read(statement, parameters, deadline, waiter);
      },
    },
  };
}
