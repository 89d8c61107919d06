import { graphql } from 'react-relay';

/** A page of ties of a thing, which Relay turns over by asking `node(id:)` again. */
export const affectedBy = graphql`
  fragment affectedBy_institution on Institution
  @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" }, modalities: { type: "[Modality!]" })
  @refetchable(queryName: "affectedByPageQuery") {
    name
    affectedBy(first: $count, after: $cursor, modalities: $modalities) @connection(key: "affectedBy_affectedBy") {
      totalCount
      edges {
        mechanism
        validFrom
        node {
          id
          ...affectedBy_reform
        }
      }
    }
  }
`;

/** And back, from the end. */
export const before = graphql`
  fragment affectedBy_backwards on Institution
  @argumentDefinitions(count: { type: "Int", defaultValue: 5 }, cursor: { type: "String" })
  @refetchable(queryName: "affectedByBackwardsQuery") {
    latest: affectedBy(last: $count, before: $cursor) @connection(key: "affectedBy_latest") {
      edges {
        node {
          id
        }
      }
    }
  }
`;

export const reform = graphql`
  fragment affectedBy_reform on Reform {
    name
    enactedBy(first: 5) {
      nodes {
        name
        number
        adoptedOn
      }
    }
  }
`;

export const page = graphql`
  query affectedByQuery($id: ID!) {
    institution(id: $id, asOf: "2022-12-31") {
      ...affectedBy_institution
      ...affectedBy_backwards
    }
  }
`;
