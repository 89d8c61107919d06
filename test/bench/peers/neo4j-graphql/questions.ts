import { coldShape, type Shape } from '../../cold-shapes.ts';
import type { Peer, Question } from '../../peer.ts';
import { read, readOne } from './read.ts';

/** What was withdrawn or is known to be wrong is no part of an answer. */
const isListed = 'retracted: { eq: "9999" }';
const isCurrent = `edge: { ${isListed}, rank: { in: ["PREFERRED", "NORMAL"] } }`;

const byTie = `where: { ${isCurrent} }, sort: [{ edge: { sortKey: ASC } }]`;

/** Ids begin with the noun: said as a condition, the index on ids is read in order. Without it all of a label are sorted. */
const listed = (noun: string): string => `where: { id: { startsWith: "${noun}/" }, ${isListed} }, sort: [{ id: ASC }]`;

const printNode = ({ scalars, ties }: Shape): string => [...scalars, ...ties.map(printTie)].join(' ');

function printTie(shape: Shape): string {
  const { field, alias, first, totalCount, edge } = shape;
  const node = `node { ${printNode(shape)} }`;
  const things = edge.length > 0 ? `edges { properties { ${edge.join(' ')} } ${node} }` : `nodes: edges { ${node} }`;
  return `${alias ?? field}: ${field}Connection(first: ${first}, ${byTie}) { ${totalCount ? 'totalCount ' : ''}${things} }`;
}

function printShape(shape: Shape): string {
  const { field, alias, first } = shape;
  const list = `${field}(${listed(field.slice(0, -1))}, limit: ${first})`;
  return `{ ${alias ? `${alias}: ` : ''}${list} { ${printNode(shape)} } }`;
}

/** The at-th of the questions that are asked once. */
export const cold = (at: number): Question => ({ query: printShape(coldShape(at)), read });

/** Ties are connections of the same name here too, by aliases. */
export const questions: Peer['questions'] = {
  W1: {
    query: 'query W1($id: ID!) { institutions(where: { id: { eq: $id } }) { id name kind summary } }',
    read: readOne,
  },
  W2: { query: `query W2 { institutions(${listed('institution')}, limit: 20) { id name kind } }`, read },
  W3: {
    query: `query W3 {
  laws(${listed('law')}, limit: 20) {
    id name
    enacts: enactsConnection(first: 5, ${byTie}) {
      edges {
        properties { validFrom }
        node {
          id name
          affects: affectsConnection(first: 3, ${byTie}) {
            edges { properties { mechanism validFrom } node { id name kind } }
          }
        }
      }
    }
  }
}`,
    read,
  },
  W3h: {
    query: `query W3h {
  reforms(${listed('reform')}, limit: 20) {
    id name
    affects: affectsConnection(first: 5, ${byTie}) {
      edges {
        properties { mechanism validFrom }
        node {
          id name kind
          affectedBy: affectedByConnection(first: 3, ${byTie}) {
            edges { properties { mechanism validFrom } node { id name } }
          }
        }
      }
    }
  }
}`,
    read,
  },
  W4: { query: `query W4 { laws(${listed('law')}, limit: 100) { id name } }`, read },
  W4c: {
    query: `query W4c { laws: lawsConnection(${listed('law')}, first: 100) { totalCount nodes: edges { node { id name } } } }`,
    read,
  },
  W5: {
    query: `query W5($id: ID!) {
  laws(
    where: {
      id: { startsWith: "law/" }
      ${isListed}
      enactsConnection: {
        some: { ${isCurrent}, node: { affectsConnection: { some: { ${isCurrent}, node: { id: { eq: $id } } } } } }
      }
    }
    sort: [{ id: ASC }]
    limit: 20
  ) { id name }
}`,
    read,
  },
  W6: {
    query: `query W6 {
  institutions(${listed('institution')}, limit: 20) {
    id name
    affectedBy: affectedByConnection(where: { ${isCurrent} }) { totalCount }
    consentedBy: consentedByConnection(where: { ${isCurrent} }) { totalCount }
  }
}`,
    read,
  },
  W7: { cannot: 'it has no paths but by a statement written by hand' },
  W8: {
    query: `query W8($words: String!) {
  search(phrase: $words, where: { node: { ${isListed} } }, sort: [{ score: DESC }], first: 1) {
    nodes: edges {
      node {
        id name
        affectedBy: affectedByConnection(first: 3, ${byTie}) {
          edges { properties { mechanism validFrom } node { id name } }
        }
      }
    }
  }
}`,
    // The index holds small letters, and no signs.
    send: ({ text = '' }) => ({ words: (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).join(' AND ') }),
    read,
  },
  W9: {
    query: `query W9 {
  laws(${listed('law')}, limit: 3) {
    ...Law
    reforms: enactsConnection(first: 3, ${byTie}) {
      nodes: edges {
        node {
          ...Reform
          changed: affectsConnection(first: 2, ${byTie}) {
            nodes: edges {
              node {
                ...Body
                wholes: partOfConnection(first: 2, ${byTie}) {
                  nodes: edges {
                    node {
                      ...Body
                      changes: affectedByConnection(first: 2, ${byTie}) {
                        nodes: edges {
                          node {
                            ...Reform
                            acts: enactedByConnection(first: 2, ${byTie}) { nodes: edges { node { ...Law } } }
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
      }
    }
  }
}
fragment Law on Law { id name kind summary }
fragment Reform on Reform { id name kind }
fragment Body on Institution { id name kind summary }`,
    read,
  },
  W11: cold(0),
  W12: {
    query: `query W12 {
  laws(${listed('law')}, limit: 100) {
    id name
    enacts: enactsConnection(first: 10, ${byTie}) {
      nodes: edges {
        node {
          id name
          affects: affectsConnection(first: 5, ${byTie}) {
            nodes: edges {
              node {
                id name kind
                affectedBy: affectedByConnection(first: 4, ${byTie}) { nodes: edges { node { id name } } }
              }
            }
          }
        }
      }
    }
  }
}`,
    read,
  },
};
