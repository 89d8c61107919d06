import type { Graph } from './graph/gateway.ts';
import { createLoaders, type Loaders } from './loaders/loaders.ts';

/** What every resolver gets. Dates do not stand here: they travel in the values. */
export interface Context {
  readonly load: Loaders;
}

/** One per request. */
export const createContext = (graph: Pick<Graph, 'read'>): Context => ({
  load: createLoaders(graph),
});
