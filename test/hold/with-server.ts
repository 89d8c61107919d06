import { spawn } from 'node:child_process';
import { once } from 'node:events';
import pino from 'pino';
import { openGraph } from '../../src/graph/gateway.ts';
import { startServer } from '../../src/listen.ts';
import { startSeededNeo4j } from './seeded-neo4j.ts';

/** Runs a command with the address of a server of its own in the place of `{url}`: a scanner, for instance. Ends as the command ends. */
const [command, ...args] = process.argv.slice(2);
if (!command) throw new Error('Write the command to run: node --import tsx test/hold/with-server.ts scanner {url}');
const profile = process.env.REFORMGRAPH_PROFILE === 'locked' ? 'locked' : 'public';
const started: (() => Promise<unknown>)[] = [];
try {
  const { neo4j } = await startSeededNeo4j(started);
  const graph = openGraph(neo4j);
  started.push(() => graph.close());
  const logger = pino({ level: 'error' }, pino.destination(2));
  const server = await startServer({ graph, logger, host: '127.0.0.1', port: 0, profile });
  started.push(() => server.stop());
  const url = `http://127.0.0.1:${server.port}/graphql`;
  const child = spawn(
    command,
    args.map((arg) => arg.replace('{url}', url)),
    { stdio: 'inherit' },
  );
  const [status] = (await once(child, 'exit')) as [number | null];
  process.exitCode = status ?? 1;
} finally {
  for (const end of started.reverse()) await end();
}
