import { graphql } from 'react-relay';

/** Of whatever kind it is. */
export const any = graphql`
  fragment thing_any on Thing {
    __typename
    id
    name
    evidence(first: 2) {
      id
      statement
    }
  }
`;

export const one = graphql`
  query thingQuery($id: ID!, $ids: [ID!]!) {
    node(id: $id) {
      ...thing_any @alias
      ... on Institution {
        ...affectedBy_institution @alias
      }
    }
    nodes(ids: $ids) {
      id
      ...thing_any @alias
    }
  }
`;
