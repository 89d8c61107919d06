import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestGraph, Wait } from './graph/request-graph.ts';
import { createLoaders, type Loaders } from './loaders/loaders.ts';
import type { Visit } from './seen/visit.ts';

/** What became of an operation: its points, and the JSON text of its data where nothing was amiss. */
export interface Answered {
  readonly cost: number;
  readonly data: string | undefined;
}

/** What every resolver gets. Dates do not stand here: they travel in the values. */
export interface Context {
  readonly load: Loaders;
  /** To be told what the question costs. */
  readonly visit?: { costs(points: number): void };
  /** Waits for what is not the graph's to answer, within the time of the request. */
  readonly wait?: Wait;
  /** What is known of the question already: something is amiss with it, and the ordinary way is to tell what. */
  readonly tried?: Answered;
}

/** One per request. */
export const createContext = (graph: RequestGraph, visit?: Context['visit']): Context => ({
  load: createLoaders(graph),
  ...(graph.wait ? { wait: graph.wait } : {}),
  ...(visit ? { visit } : {}),
});

/** What Yoga is handed with a request. */
export interface InRequest extends Omit<Context, 'visit'> {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly requestId: string;
  readonly visit: Visit;
}
