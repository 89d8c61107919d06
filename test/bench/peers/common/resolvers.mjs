import { readFileSync } from 'node:fs';

export const typeDefs = readFileSync(new URL('schema.graphql', import.meta.url), 'utf8');

/** Types of the connections that ties lead to. */
export const tieConnections = [
  'AffectsReformConnection',
  'AffectsInstitutionConnection',
  'ToInstitutionConnection',
  'ToReformConnection',
  'ToLawConnection',
];

const tiesOf = {
  Institution: ['affectedBy', 'partOf', 'consentsTo', 'consentedBy'],
  Reform: ['affects', 'enactedBy'],
  Law: ['enacts', 'adoptedBy', 'amends', 'amendedBy'],
};

/** All but how ties are loaded: a connection is only what to load, and its fields load it. */
export function createResolvers(graph) {
  const listOf =
    (label) =>
    (_, { first }) => ({ label, first });
  const tieFields = (ties) => Object.fromEntries(ties.map((tie) => [tie, ({ id }, { first }) => ({ tie, id, first })]));
  const ofLabel = {
    totalCount: ({ label }) => graph.count(label),
    nodes: ({ label, first }) => graph.list(label, first),
  };
  return {
    Query: {
      institution: (_, { id }) => graph.thing('Institution', id),
      institutions: listOf('Institution'),
      reforms: listOf('Reform'),
      laws: (_, { first, affecting }) => ({ label: 'Law', first, affecting }),
      search: (_, { query, first }) => ({ query, first }),
    },
    SearchConnection: { nodes: ({ query, first }) => graph.search(query, first) },
    InstitutionConnection: ofLabel,
    ReformConnection: ofLabel,
    LawConnection: {
      totalCount: ({ label, affecting }) => (affecting ? graph.countLawsAffecting(affecting) : graph.count(label)),
      nodes: ({ label, first, affecting }) =>
        affecting ? graph.lawsAffecting(affecting, first) : graph.list(label, first),
    },
    ...Object.fromEntries(Object.entries(tiesOf).map(([type, ties]) => [type, tieFields(ties)])),
  };
}

/** Resolvers of every connection of ties, where each loads for itself: `edges` and `total` take the connection and the context. */
export function tieResolvers({ edges, total }) {
  const fields = {
    edges: (connection, _, context) => edges(connection, context),
    nodes: async (connection, _, context) => (await edges(connection, context)).map(({ node }) => node),
    totalCount: (connection, _, context) => total(connection, context),
  };
  return Object.fromEntries(tieConnections.map((type) => [type, fields]));
}
