import { graphql } from 'react-relay';

export const found = graphql`
  fragment find_found on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }, text: { type: "String!" })
  @refetchable(queryName: "findPageQuery") {
    search(query: $text, first: $count, after: $cursor) @connection(key: "find_search") {
      edges {
        score
        matchedName {
          text
        }
        node {
          ...thing_any
        }
      }
    }
  }
`;

export const timeline = graphql`
  fragment find_timeline on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }, of: { type: "ID!" })
  @refetchable(queryName: "findTimelineQuery") {
    timeline(of: $of, first: $count, after: $cursor) @connection(key: "find_timeline") {
      edges {
        node {
          __typename
        }
      }
    }
  }
`;

export const page = graphql`
  query findQuery($text: String!, $of: ID!) {
    ...find_found @arguments(text: $text)
    ...find_timeline @arguments(of: $of)
  }
`;
