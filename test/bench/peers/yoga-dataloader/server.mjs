import { createServer } from 'node:http';
import DataLoader from 'dataloader';
import { createSchema, createYoga } from 'graphql-yoga';
import neo4j from 'neo4j-driver';
import { announce } from '../common/driver.mjs';
import { openGraph } from '../common/graph.mjs';
import { createResolvers, tieResolvers, typeDefs } from '../common/resolvers.mjs';

const graph = openGraph(neo4j);

/** Loaders of one request, each made when it is first asked for: one for a tie and page size, one for a tie's counts. */
function createLoaders() {
  const loaders = new Map();
  const loader = (name, batch) => {
    const known = loaders.get(name);
    if (known) return known;
    const made = new DataLoader(batch);
    loaders.set(name, made);
    return made;
  };
  return {
    edges: ({ tie, id, first }) => loader(`${tie} ${first}`, (ids) => graph.pages(tie, first, ids)).load(id),
    total: ({ tie, id }) => loader(tie, (ids) => graph.totals(tie, ids)).load(id),
  };
}

const yoga = createYoga({
  schema: createSchema({
    typeDefs,
    resolvers: {
      ...createResolvers(graph),
      ...tieResolvers({
        edges: (connection, { loaders }) => loaders.edges(connection),
        total: (connection, { loaders }) => loaders.total(connection),
      }),
    },
  }),
  context: () => ({ loaders: createLoaders() }),
  graphiql: false,
  landingPage: false,
  logging: false,
  cors: false,
  multipart: false,
});
const server = createServer(yoga);
server.listen(0, '127.0.0.1', () => announce(server.address().port));
