import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { ReformgraphError } from '../src/errors.ts';
import { openGraph } from '../src/graph/gateway.ts';
import type { GraphAddress } from '../src/graph/graph.ts';
import { statementFile } from '../src/graph/statements.ts';
import { startThrowawayNeo4j } from '../src/launch/throwaway-neo4j.ts';
import { wipe } from './wipe.ts';

declare module 'vitest' {
  interface ProvidedContext {
    neo4j: GraphAddress & { version: string };
  }
}

const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** One throw-away Neo4j for all tests, never the one NEO4J_URI names. */
export default async function startNeo4j(project: TestProject): Promise<() => Promise<void>> {
  const neo4j = await startThrowawayNeo4j({
    home: `${projectRoot}.reformgraph`,
    projectRoot,
    env: process.env,
    progress: (message) => process.stderr.write(`${message}\n`),
    assertEmpty: refuseFull,
  });
  const graph = openGraph(neo4j);
  const version = await graph.checkServer();
  await graph.close();
  process.stderr.write(`Neo4j ${version}: ${neo4j.reason}\n`);
  project.provide('neo4j', {
    uri: neo4j.uri,
    user: neo4j.user,
    password: neo4j.password,
    database: neo4j.database,
    version,
  });
  return async () => {
    if (neo4j.kind === 'EXTERNAL') await emptyAgain(neo4j);
    await neo4j.stop();
  };
}

async function refuseFull(address: GraphAddress): Promise<void> {
  const graph = openGraph(address);
  try {
    const [row] = await graph.read(statementFile('read/content'));
    if (row?.[1] !== 0) {
      throw new ReformgraphError(
        'GRAPH_NOT_OURS',
        `TEST_NEO4J_URI must name an empty database, but ${address.uri} holds ${row?.[1]} nodes. Empty it, or unset TEST_NEO4J_URI.`,
      );
    }
  } finally {
    await graph.close();
  }
}

async function emptyAgain(address: GraphAddress): Promise<void> {
  const graph = openGraph(address);
  await graph.setup(wipe);
  await graph.close();
}
