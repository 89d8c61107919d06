import { graphql } from 'react-relay';

/** A list at the root, with conditions and order. */
export const laws = graphql`
  fragment laws_list on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" }, where: { type: "LawWhere" }, orderBy: { type: "[LawOrder!]" })
  @refetchable(queryName: "lawsPageQuery") {
    laws(first: $count, after: $cursor, where: $where, orderBy: $orderBy) @connection(key: "laws_laws") {
      totalCount
      edges {
        node {
          id
          name
          ...thing_any
        }
      }
    }
  }
`;

export const page = graphql`
  query lawsQuery($where: LawWhere, $orderBy: [LawOrder!]) {
    ...laws_list @arguments(where: $where, orderBy: $orderBy)
  }
`;
