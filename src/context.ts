import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestGraph } from './graph/request-graph.ts';
import { createLoaders, type Loaders } from './loaders/loaders.ts';
import type { Visit } from './seen/visit.ts';

/** What every resolver gets. Dates do not stand here: they travel in the values. */
export interface Context {
  readonly load: Loaders;
  /** To be told what the question costs. */
  readonly visit?: { costs(points: number): void };
}

/** One per request. */
export const createContext = (graph: RequestGraph, visit?: Context['visit']): Context => ({
  load: createLoaders(graph),
  ...(visit ? { visit } : {}),
});

/** What Yoga is handed with a request. */
export interface InRequest extends Omit<Context, 'visit'> {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly requestId: string;
  readonly visit: Visit;
}
