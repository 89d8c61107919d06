import type { Shape } from './cold-shapes.ts';

/**
 * A question in the words of our contract or of a plain one. `narrowed` names, by tie, the type its far end must be narrowed
 * to before its fields can be asked.
 */
export function printShape(shape: Shape, narrowed: Readonly<Record<string, string>> = {}): string {
  const printList = ({ field, alias, first, totalCount, edge, scalars, ties }: Shape): string => {
    const fields = [...scalars, ...ties.map(printList)].join(' ');
    const type = narrowed[field];
    const node = type ? `... on ${type} { ${fields} }` : fields;
    const things = edge.length > 0 ? `edges { ${edge.join(' ')} node { ${node} } }` : `nodes { ${node} }`;
    return `${alias ? `${alias}: ` : ''}${field}(first: ${first}) { ${totalCount ? 'totalCount ' : ''}${things} }`;
  };
  return `{ ${printList(shape)} }`;
}
