import type { RequestGraph } from './graph/request-graph.ts';
import { createLoaders, type Loaders } from './loaders/loaders.ts';

/** What every resolver gets. Dates do not stand here: they travel in the values. */
export interface Context {
  readonly load: Loaders;
}

/** One per request. */
export const createContext = (graph: RequestGraph): Context => ({
  load: createLoaders(graph),
});
