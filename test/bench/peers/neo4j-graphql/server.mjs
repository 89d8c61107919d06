import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Neo4jGraphQL } from '@neo4j/graphql';
import { createYoga } from 'graphql-yoga';
import neo4j from 'neo4j-driver';
import { announce, openDriver } from '../common/driver.mjs';

const neo4jGraphQL = new Neo4jGraphQL({
  typeDefs: readFileSync(new URL('types.graphql', import.meta.url), 'utf8'),
  driver: openDriver(neo4j),
  features: {
    excludeDeprecatedFields: {
      mutationOperations: true,
      aggregationFilters: true,
      aggregationFiltersOutsideConnection: true,
      relationshipFilters: true,
      attributeFilters: true,
    },
  },
});

const yoga = createYoga({
  schema: await neo4jGraphQL.getSchema(),
  context: () => ({ sessionConfig: { database: process.env.NEO4J_DATABASE } }),
  graphiql: false,
  landingPage: false,
  logging: false,
  cors: false,
  multipart: false,
});
const server = createServer(yoga);
server.listen(0, '127.0.0.1', () => announce(server.address().port));
