import pino from 'pino';
import { readConfig } from '../../../../src/config.ts';
import { openGraph } from '../../../../src/graph/gateway.ts';
import { startServer } from '../../../../src/server.ts';

/** Our server as `npm start` runs it, over the bench's database. */
const { NEO4J_URI = '', NEO4J_USER, NEO4J_PASSWORD = '', NEO4J_DATABASE } = readConfig(process.env);
const graph = openGraph({ uri: NEO4J_URI, user: NEO4J_USER, password: NEO4J_PASSWORD, database: NEO4J_DATABASE });
const server = await startServer({ graph, logger: pino({ level: 'silent' }), host: '127.0.0.1', port: 0 });
console.log(`listening on ${server.port}`);
process.once('SIGTERM', async () => {
  await server.stop();
  await graph.close();
});
