import { fileURLToPath } from 'node:url';
import { openGraph } from '../../src/graph/gateway.ts';
import { setUpGraph } from '../../src/graph/indexes.ts';
import { startThrowawayNeo4j } from '../../src/launch/throwaway-neo4j.ts';
import { LOAD_DEADLINES } from '../../src/load/write-graph.ts';
import { writeGenerated } from './write-generated.ts';

/** A throw-away Neo4j with a generated graph of so many nodes. What has to be ended again is handed to `started`. */
export async function startBenchGraph(nodes: number, started: (() => unknown)[], progress: (message: string) => void) {
  const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
  const neo4j = await startThrowawayNeo4j({
    home: `${projectRoot}.reformgraph`,
    projectRoot,
    env: process.env,
    progress,
    conf: nodes > 200_000 ? { 'server.memory.pagecache.size': '2g' } : {},
  });
  started.push(() => neo4j.stop());
  const graph = openGraph(neo4j, LOAD_DEADLINES);
  started.push(() => graph.close());
  await setUpGraph(graph, progress);
  return { neo4j, graph, relationships: await writeGenerated(graph, nodes, progress) };
}
