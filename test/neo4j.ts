import { inject } from 'vitest';
import { openGraph } from '../src/graph/gateway.ts';
import type { Graph, GraphOptions } from '../src/graph/graph.ts';
import { setUpGraph } from '../src/graph/indexes.ts';
import { LOAD_DEADLINES } from '../src/load/write-graph.ts';
import { wipe } from './wipe.ts';

const opened: Graph[] = [];

/** Closes what the tests of one file opened. */
export const closeGraphs = () => Promise.all(opened.splice(0).map((graph) => graph.close()));

/** The test database as it is. */
export function openSharedGraph(options: GraphOptions = {}): Graph {
  const graph = openGraph(inject('neo4j'), options);
  opened.push(graph);
  return graph;
}

/** The test database, emptied, with constraints and indexes, and with the time that a load is given. */
export async function openTestGraph(options: GraphOptions = {}): Promise<Graph> {
  const graph = openSharedGraph({ ...LOAD_DEADLINES, ...options });
  await graph.setup(wipe);
  await setUpGraph(graph);
  return graph;
}
