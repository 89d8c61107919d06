import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import neo4j from 'neo4j-driver';
import { announce } from '../common/driver.mjs';
import { openGraph } from '../common/graph.mjs';
import { createResolvers, tieResolvers, typeDefs } from '../common/resolvers.mjs';

/** Apollo Server as in its first example: each field asks the database for itself. */
const graph = openGraph(neo4j);
const server = new ApolloServer({
  typeDefs,
  resolvers: { ...createResolvers(graph), ...tieResolvers({ edges: graph.page, total: graph.total }) },
  introspection: false,
  stopOnTerminationSignals: false,
  plugins: [ApolloServerPluginCacheControlDisabled()],
});
const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
announce(new URL(url).port);
