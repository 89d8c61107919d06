import { thingSeek, tieSeek, wordSeek } from './seeks.mjs';

/**
 * Questions that nest, each told once: from what kind of thing, along which ties, how many, which properties.
 * `edge` are the properties of ties that are asked for; without it a connection shows its nodes only.
 */
export const nested = {
  W2: { field: 'institutions', label: 'Institution', first: 20, node: ['id', 'name', 'kind'] },
  W3: laws(20, {
    node: ['id', 'name'],
    ties: [
      enacts('enacts', 5, {
        edge: ['validFrom'],
        node: ['id', 'name'],
        ties: [affects('affects', 3, { edge: ['mechanism', 'validFrom'], node: ['id', 'name', 'kind'] })],
      }),
    ],
  }),
  W3h: {
    field: 'reforms',
    label: 'Reform',
    first: 20,
    node: ['id', 'name'],
    ties: [
      affects('affects', 5, {
        edge: ['mechanism', 'validFrom'],
        node: ['id', 'name', 'kind'],
        ties: [affectedBy('affectedBy', 3, { edge: ['mechanism', 'validFrom'], node: ['id', 'name'] })],
      }),
    ],
  },
  W4: laws(100, { node: ['id', 'name'] }),
  W8: {
    field: 'search',
    label: 'Institution',
    byWords: true,
    first: 1,
    node: ['id', 'name'],
    ties: [affectedBy('affectedBy', 3, { edge: ['mechanism', 'validFrom'], node: ['id', 'name'] })],
  },
  W9: laws(3, {
    node: ['id', 'name', 'kind', 'summary'],
    ties: [
      enacts('reforms', 3, {
        node: ['id', 'name', 'kind'],
        ties: [
          affects('changed', 2, {
            node: ['id', 'name', 'kind', 'summary'],
            ties: [
              tie('PART_OF', 'fromId')('wholes', 2, {
                node: ['id', 'name', 'kind', 'summary'],
                ties: [
                  affectedBy('changes', 2, {
                    node: ['id', 'name', 'kind'],
                    ties: [tie('ENACTED_BY', 'fromId')('acts', 2, { node: ['id', 'name', 'kind', 'summary'] })],
                  }),
                ],
              }),
            ],
          }),
        ],
      }),
    ],
  }),
  W12: laws(100, {
    node: ['id', 'name'],
    ties: [
      enacts('enacts', 10, {
        node: ['id', 'name'],
        ties: [
          affects('affects', 5, {
            node: ['id', 'name', 'kind'],
            ties: [affectedBy('affectedBy', 4, { node: ['id', 'name'] })],
          }),
        ],
      }),
    ],
  }),
};

function laws(first, rest) {
  return { field: 'laws', label: 'Law', first, ...rest };
}

function tie(type, near) {
  return (field, first, rest) => ({ field, type, near, first, ...rest });
}

function enacts(...rest) {
  return tie('ENACTED_BY', 'toId')(...rest);
}

function affects(...rest) {
  return tie('AFFECTS', 'fromId')(...rest);
}

function affectedBy(...rest) {
  return tie('AFFECTS', 'toId')(...rest);
}

/** One statement for the whole question, a row for each thing it begins with; `row` says what a row returns. */
export const statementOf = ({ label, byWords, first, ...shape }, row) => `
${byWords ? wordSeek('n0', label) : thingSeek('n0', label)}
WITH n0${byWords ? ', score' : ''} ORDER BY ${byWords ? 'score DESC' : 'n0.id'} LIMIT ${first}
RETURN ${row(shape, 0)} AS row`;

const pageOf = ({ type, near, first }, depth, returned) => {
  const [e, far] = [`e${depth}`, `n${depth}`];
  return `COLLECT {
  ${tieSeek({ tie: e, type, near, id: `n${depth - 1}.id`, far })}
  WITH ${e}, ${far} ORDER BY ${e}.${near}, ${e}.sortKey LIMIT ${first}
  RETURN ${returned}
}`;
};

/** Properties of the tie, of the thing, then a list for each of its ties. */
export const listOf = ({ edge = [], node, ties = [] }, depth) =>
  `[${[
    ...edge.map((property) => `e${depth}.${property}`),
    ...node.map((property) => `n${depth}.${property}`),
    ...ties.map((one) => pageOf(one, depth + 1, listOf(one, depth + 1))),
  ].join(', ')}]`;

/** The same as a map in the shape of the answer. */
export const mapOf = ({ edge, node, ties = [] }, depth) => {
  const thing = `{${[
    ...node.map((property) => `${property}: n${depth}.${property}`),
    ...ties.map(
      (one) => `${one.field}: {${one.edge ? 'edges' : 'nodes'}: ${pageOf(one, depth + 1, mapOf(one, depth + 1))}}`,
    ),
  ].join(', ')}}`;
  const ofEdge = edge?.map((property) => `${property}: e${depth}.${property}`);
  return ofEdge ? `{${[...ofEdge, `node: ${thing}`].join(', ')}}` : thing;
};

/** Writes the text of an answer from such lists; made once for a question. */
export function writerOf({ edge, node, ties = [] }) {
  const scalars = (properties) => properties.map((property) => `"${property}":`);
  const [ofEdge, ofNode] = [scalars(edge ?? []), scalars(node)];
  const ofTies = ties.map((one) => [`"${one.field}":{"${one.edge ? 'edges' : 'nodes'}":[`, writerOf(one)]);
  return (row) => {
    let at = 0;
    let text = '{';
    for (const name of ofEdge) text += `${name}${valueText(row[at++])},`;
    if (edge) text += '"node":{';
    for (const name of ofNode) text += `${at > ofEdge.length ? ',' : ''}${name}${valueText(row[at++])}`;
    for (const [begin, write] of ofTies) text += `,${begin}${row[at++].map(write).join(',')}]}`;
    return `${text}${edge ? '}}' : '}'}`;
  };
}

const valueText = (value) => (value === null ? 'null' : JSON.stringify(value));
