import { openGraph } from '../../src/graph/gateway.ts';
import type { GraphAddress } from '../../src/graph/graph.ts';
import { setUpGraph } from '../../src/graph/indexes.ts';
import { startThrowawayNeo4j } from '../../src/launch/throwaway-neo4j.ts';
import { loadSeed } from '../../src/load/load.ts';
import { LOAD_DEADLINES } from '../../src/load/write-graph.ts';
import { projectRoot } from './server-child.ts';

export const progress = (message: string): void => void process.stderr.write(`${message}\n`);

/**
 * A throw-away Neo4j with the seed in it, or the one that `SEEDED_NEO4J_URI` names with `SEEDED_NEO4J_PASSWORD`: so that several runs share one.
 * What has to be ended again is handed to `started`.
 */
export async function startSeededNeo4j(started: (() => Promise<unknown>)[]) {
  const { SEEDED_NEO4J_URI: uri, SEEDED_NEO4J_PASSWORD: password = '' } = process.env;
  const neo4j = uri ? { uri, user: 'neo4j', password, database: 'neo4j' } : await startEmptyNeo4j(started);
  const graph = openGraph(neo4j, LOAD_DEADLINES);
  started.push(() => graph.close());
  const version = await graph.checkServer();
  await setUpGraph(graph);
  await loadSeed(graph, `${projectRoot}seed`, progress);
  return { neo4j, graph, version };
}

export async function startEmptyNeo4j(started: (() => Promise<unknown>)[]): Promise<GraphAddress> {
  const neo4j = await startThrowawayNeo4j({
    home: `${projectRoot}.reformgraph`,
    projectRoot,
    env: process.env,
    progress,
  });
  started.push(() => neo4j.stop());
  return neo4j;
}
