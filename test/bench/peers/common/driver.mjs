/** A driver for the Neo4j that the environment names. `neo4j` is the peer's own copy of neo4j-driver. */
export function openDriver(neo4j) {
  const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD } = process.env;
  return neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), {
    maxConnectionPoolSize: 50,
    disableLosslessIntegers: true,
    notificationFilter: { minimumSeverityLevel: 'OFF' },
    telemetryDisabled: true,
  });
}

/** Says where the server listens, and ends when asked to. */
export function announce(port) {
  process.once('SIGTERM', () => process.exit());
  console.log(`listening on ${port}`);
}
