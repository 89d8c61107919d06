import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** No client calls a field so. */
const KEY = '__idOfAnswered';

const ID: FieldNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: 'id' },
  alias: { kind: Kind.NAME, value: KEY },
};

/** Types whose objects are nodes of the graph, beside those of `Thing`. */
const NODES = new Set(['Thing', 'Node', 'Passage', 'Comparison']);

/** Asks a document for the ids of all that it answers with, beside what it asks for itself. */
export function askingForIds(schema: GraphQLSchema) {
  const known = new WeakMap<DocumentNode, DocumentNode>();

  function isNode(typeName: string): boolean {
    const type = schema.getType(typeName);
    if (!isObjectType(type) && !isInterfaceType(type)) return false;
    return NODES.has(type.name) || type.getInterfaces().some(({ name }) => name === 'Thing');
  }

  return (document: DocumentNode): DocumentNode => {
    const types = new TypeInfo(schema);
    const made =
      known.get(document) ??
      (visit(
        document,
        visitWithTypeInfo(types, {
          SelectionSet(node): SelectionSetNode | undefined {
            const type = types.getParentType();
            if (!type || !isNode(getNamedType(type).name)) return undefined;
            return { ...node, selections: [...node.selections, ID] };
          },
        }),
      ) as DocumentNode);
    known.set(document, made);
    return made;
  };
}

/** Takes those ids out of the data of an answer, each once, in the order in which they stand there. */
export function takeIds(data: unknown): readonly string[] {
  const ids = new Set<string>();
  const left: unknown[] = [data];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null) continue;
    const { [KEY]: id } = value as { [KEY]?: unknown };
    if (typeof id === 'string') {
      ids.add(id);
      delete (value as { [KEY]?: unknown })[KEY];
    }
    left.push(...Object.values(value).reverse());
  }
  return [...ids];
}
