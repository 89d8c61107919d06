import pino from 'pino';
import { readConfig } from '../../../src/config.ts';
import { openGraph } from '../../../src/graph/gateway.ts';
import { keepAnswers } from '../../../src/http/kept-answers.ts';
import { startServer } from '../../../src/listen.ts';

/** The server as `npm start` runs it, in a process of its own: tells its port and, when asked, what it holds in memory after a collection. */
const config = readConfig(process.env);
const graph = openGraph({
  uri: config.NEO4J_URI ?? '',
  user: config.NEO4J_USER,
  password: config.NEO4J_PASSWORD ?? '',
  database: config.NEO4J_DATABASE,
});
const server = await startServer({
  graph,
  logger: pino({ level: 'info' }),
  kept: keepAnswers(graph, config.KEPT_ANSWERS_MB * 1_000_000),
  host: '127.0.0.1',
  port: 0,
  profile: config.REFORMGRAPH_PROFILE,
  ...(config.REGISTERED_OPERATIONS ? { registeredOperations: config.REGISTERED_OPERATIONS } : {}),
});
process.on('message', () => {
  // Twice: what a first collection sets free may hold more.
  globalThis.gc?.();
  setTimeout(() => {
    globalThis.gc?.();
    process.send?.({ memory: process.memoryUsage() });
  }, 500);
});
// Whoever started it is gone.
process.once('disconnect', () => process.exit(0));
process.once('SIGTERM', async () => {
  await server.stop();
  await graph.close();
  process.exit(0);
});
process.send?.({ port: server.port });
