import type { Statement } from '../graph/graph.ts';
import { linkTypes, tieTypes } from '../graph/model.ts';
import { statementFile } from '../graph/statements.ts';
import { type OwnLabel, ownLabels } from './graph-shape.ts';

/** Which labels a type of tie joins, where that is not Thing and Thing. */
export const ENDS: Readonly<Record<string, readonly [from: OwnLabel, to: OwnLabel]>> = {
  NAMED: ['Thing', 'Name'],
  IDENTIFIES: ['Identifier', 'Thing'],
  INTO: ['Merged', 'Thing'],
  ...Object.fromEntries(linkTypes.map((type) => [type, ['Passage', 'Thing'] as const])),
  SIDE: ['Comparison', 'Passage'],
  OVER: ['Comparison', 'Thing'],
  TOUCHES: ['Comparison', 'Thing'],
};

/** A page of the nodes with a label, and what starts from them. */
export const compareNodes = perKey((label: OwnLabel) =>
  variant('write/compare-nodes', label, { '(node:Thing)': `(node:${label})` }),
);

/** Writes nodes with a label. */
export const mergeNodes = perKey((label: OwnLabel) =>
  variant('write/merge-nodes', label, { '(node:Thing ': `(node:${label} ` }),
);

/** Writes ties of a type. The labels of its ends and the type are constants of the text, since only then are their indexes used. */
export const mergeTies = perKey((type: string) => {
  const [from, to] = ENDS[type] ?? ['Thing', 'Thing'];
  return variant('write/merge-ties', type, {
    '(from:Thing ': `(from:${from} `,
    '(to:Thing ': `(to:${to} `,
    '[tie:AFFECTS ': `[tie:${type} `,
  });
});

export const removeTies: Statement = statementFile('write/remove-ties');
export const removeNodes: Statement = statementFile('write/remove-nodes');

/** Every text the loader can send, for tests and for printing. */
export const loadStatements = (): readonly Statement[] => [
  ...ownLabels.flatMap((label) => [compareNodes(label), mergeNodes(label)]),
  ...[...tieTypes, ...Object.keys(ENDS)].map(mergeTies),
  removeTies,
  removeNodes,
];

/** The statement of a file with other labels or types in the place of those that stand there. */
function variant(file: string, suffix: string, replacements: Readonly<Record<string, string>>): Statement {
  const { name, text } = statementFile(file);
  return {
    name: `${name} ${suffix}`,
    text: Object.entries(replacements).reduce((made, [old, wanted]) => {
      if (!made.includes(old))
        throw new Error(`cypher/${file}.cypher has no "${old}" to put "${wanted}" in its place.`);
      return made.replace(old, wanted);
    }, text),
  };
}

/** Makes each statement once. */
function perKey<Key extends string>(make: (key: Key) => Statement): (key: Key) => Statement {
  const made = new Map<Key, Statement>();
  return (key) => {
    const statement = made.get(key) ?? make(key);
    made.set(key, statement);
    return statement;
  };
}
