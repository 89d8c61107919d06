import { ReformgraphError } from '../errors.ts';
import { withDeadline } from './deadline.ts';
import type { Graph } from './graph.ts';
import type { Waiter } from './waiter.ts';

/** Gives up waiting when the time of the request is over, or its client has left; the work goes on. */
export type Wait = <T>(work: Promise<T>) => Promise<T>;

/** What requests read together. */
export type SharedGraph = Pick<Graph, 'read'> & Partial<Pick<Graph, 'version'>>;

/** The graph as one request reads it. */
export interface RequestGraph extends Pick<Graph, 'read'> {
  /** For what several requests wait for together: it ends with none of them. */
  readonly shared?: SharedGraph;
  readonly wait?: Wait;
}

/** All statements of a request have to be answered within one time, and none goes on when its client has left. */
export function requestGraph(graph: SharedGraph, milliseconds: number, waiter: Waiter): RequestGraph {
  const end = performance.now() + milliseconds;
  return {
    shared: graph,
    wait: (work) => withDeadline(work, end - performance.now(), 'the question', waiter),
    read(statement, parameters, deadline = milliseconds) {
      const left = end - performance.now();
      if (left > 0) return graph.read(statement, parameters, Math.min(deadline, left), waiter);
      const message = `The question could not be answered within ${Math.ceil(milliseconds / 1_000)} seconds. Ask for less, or try again.`;
      return Promise.reject(new ReformgraphError('DEADLINE_EXCEEDED', message));
    },
  };
}
