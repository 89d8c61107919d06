import pino from 'pino';
import { readConfig } from '../../../../src/config.ts';
import { openGraph } from '../../../../src/graph/gateway.ts';
import { keepAnswers } from '../../../../src/http/kept-answers.ts';
import { startServer } from '../../../../src/listen.ts';
import { planAhead } from '../../../../src/loaders/plan-ahead.ts';

/** Our server as `npm start` runs it, over the bench's database. */
const { NEO4J_URI = '', NEO4J_USER, NEO4J_PASSWORD = '', NEO4J_DATABASE, KEPT_ANSWERS_MB } = readConfig(process.env);
const graph = openGraph({ uri: NEO4J_URI, user: NEO4J_USER, password: NEO4J_PASSWORD, database: NEO4J_DATABASE });
const leaving = new AbortController();
const server = await startServer({
  graph,
  logger: pino({ level: 'silent' }),
  ...(KEPT_ANSWERS_MB > 0 ? { kept: keepAnswers(graph, KEPT_ANSWERS_MB * 1_000_000) } : {}),
  // W12 asks for more than a stranger may.
  costLimit: 100_000,
  host: '127.0.0.1',
  port: 0,
});
process.once('SIGTERM', async () => {
  leaving.abort();
  await server.stop();
  await graph.close();
});
console.log(`listening on ${server.port}`);
await planAhead(graph, leaving.signal);
console.log('settled');
