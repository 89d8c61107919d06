import type { Peer } from '../../peer.ts';
import { cold } from './cold.ts';

export { cold } from './cold.ts';

/** Texts are planned ahead while nobody asks. */
export const settles = true;

/** What our own contract is asked; its answers are what those of all others are compared with. */
export const questions: Peer['questions'] = {
  W1: { query: 'query W1($id: ID!) { institution(id: $id) { id name kind summary } }' },
  W2: { query: 'query W2 { institutions(first: 20) { nodes { id name kind } } }' },
  W3: {
    query: `query W3 {
  laws(first: 20) {
    nodes {
      id name
      enacts(first: 5) {
        edges {
          validFrom
          node { id name affects(first: 3) { edges { mechanism validFrom node { id name kind } } } }
        }
      }
    }
  }
}`,
  },
  W3h: {
    query: `query W3h {
  reforms(first: 20) {
    nodes {
      id name
      affects(first: 5) {
        edges {
          mechanism validFrom
          node { id name kind affectedBy(first: 3) { edges { mechanism validFrom node { id name } } } }
        }
      }
    }
  }
}`,
  },
  W4: { query: 'query W4 { laws(first: 100) { nodes { id name } } }' },
  W4c: { query: 'query W4c { laws(first: 100) { totalCount nodes { id name } } }' },
  W5: {
    query: `query W5($id: ID!) {
  laws(first: 20, where: { enacts: { some: { node: { affects: { some: { node: { id: { eq: $id } } } } } } } }) {
    nodes { id name }
  }
}`,
  },
  W6: {
    query: `query W6 {
  institutions(first: 20) { nodes { id name affectedBy { totalCount } consentedBy { totalCount } } }
}`,
  },
  W7: {
    query: `query W7($from: ID!, $to: ID!) {
  path(from: $from, to: $to, maxHops: 4, first: 1) { length nodes { id name } }
}`,
  },
  W8: {
    query: `query W8($text: String!) {
  search(query: $text, first: 1) {
    nodes {
      id name
      ... on Institution { affectedBy(first: 3) { edges { mechanism validFrom node { id name } } } }
    }
  }
}`,
  },
  W9: {
    query: `query W9 {
  laws(first: 3) {
    nodes {
      ...Law
      reforms: enacts(first: 3) {
        nodes {
          ...Reform
          changed: affects(first: 2) {
            nodes {
              ...Body
              wholes: partOf(first: 2) {
                nodes {
                  ...Body
                  changes: affectedBy(first: 2) {
                    nodes { ...Reform acts: enactedBy(first: 2) { nodes { ...Law } } }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
fragment Law on Law { id name kind summary }
fragment Reform on Reform { id name kind }
fragment Body on Institution { id name kind summary }`,
  },
  W11: cold(0),
  W12: {
    query: `query W12 {
  laws(first: 100) {
    nodes {
      id name
      enacts(first: 10) {
        nodes {
          id name
          affects(first: 5) { nodes { id name kind affectedBy(first: 4) { nodes { id name } } } }
        }
      }
    }
  }
}`,
  },
};
