import Fastify from 'fastify';
import mercurius from 'mercurius';
import neo4j from 'neo4j-driver';
import { announce } from '../common/driver.mjs';
import { openGraph } from '../common/graph.mjs';
import { createResolvers, tieConnections, typeDefs } from '../common/resolvers.mjs';

const graph = openGraph(neo4j);

/** A loader is given all connections of a type on a level: those of one tie and page size are loaded together. */
const loader = (load) => async (queries) => {
  const groups = new Map();
  for (const [at, { obj }] of queries.entries()) {
    const name = `${obj.tie} ${obj.first}`;
    const group = groups.get(name) ?? { tie: obj.tie, first: obj.first, ids: [], places: [] };
    group.ids.push(obj.id);
    group.places.push(at);
    groups.set(name, group);
  }
  const answers = [];
  const loading = [...groups.values()].map(async ({ tie, first, ids, places }) => {
    const loaded = await load(tie, first, ids);
    for (const [i, at] of places.entries()) answers[at] = loaded[i];
  });
  await Promise.all(loading);
  return answers;
};

const ofTies = {
  edges: loader(graph.pages),
  nodes: loader(async (...page) => (await graph.pages(...page)).map((edges) => edges.map(({ node }) => node))),
  totalCount: loader((tie, _, ids) => graph.totals(tie, ids)),
};

const server = Fastify();
await server.register(mercurius, {
  schema: typeDefs,
  resolvers: createResolvers(graph),
  loaders: Object.fromEntries(tieConnections.map((type) => [type, ofTies])),
  jit: 1,
  graphiql: false,
});
await server.listen({ host: '127.0.0.1', port: 0 });
announce(server.server.address().port);
