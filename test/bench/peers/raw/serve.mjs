import { createServer } from 'node:http';
import neo4j from 'neo4j-driver';

const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE } = process.env;

/** Serves `name of the question → function of its variables that gives the text of data`; `run` gives the rows of a statement. */
export function serve(makeAnswers) {
  const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), {
    maxConnectionPoolSize: 50,
    disableLosslessIntegers: true,
    notificationFilter: { minimumSeverityLevel: 'OFF' },
    telemetryDisabled: true,
  });

  async function run(text, parameters) {
    const session = driver.session({ database: NEO4J_DATABASE, defaultAccessMode: neo4j.session.READ, fetchSize: -1 });
    try {
      const { records } = await session.run(text, parameters);
      return records.map((record) => record.get(0));
    } finally {
      session.close();
    }
  }

  const answers = makeAnswers(run);

  async function answer(body, response) {
    const { query, variables } = JSON.parse(body);
    const text = Buffer.from(`{"data":${await answers[query](variables)}}`);
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': text.length }).end(text);
  }

  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      answer(Buffer.concat(chunks), response).catch((error) => {
        response.writeHead(500).end(JSON.stringify({ errors: [{ message: String(error) }] }));
      });
    });
  });
  server.listen(0, '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
  process.once('SIGTERM', () => {
    server.close();
    server.closeAllConnections();
    driver.close();
  });
}
