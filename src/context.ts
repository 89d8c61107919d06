import type { RequestGraph } from './graph/request-graph.ts';
import { createLoaders, type Loaders } from './loaders/loaders.ts';

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
