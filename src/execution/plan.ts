import {
  BREAK,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import type { FieldInfo } from '../../schema/asked-columns.ts';
import { type Column, field, leaf, list, object, objects, type Run, required, Unplanned } from './columns.ts';

type Variables = Run['variables'];
type Fields = ReadonlyMap<string, readonly FieldNode[]>;

/**
 * A read operation as one function from its root to the text of its data, made of the schema's own fields and resolvers.
 * `conditions` are the variables that `@skip` and `@include` ask for. Throws `Unplanned` for introspection.
 */
export function planOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  conditions: Variables,
): Column {
  const query = schema.getQueryType();
  if (!query || operation.operation !== 'query') throw new Unplanned('It does not read.');
  const fragments = Object.fromEntries(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );

  function columnOfFields(type: GraphQLObjectType, fields: Fields): Column {
    return object([...fields].map(([key, nodes]) => ({ key, column: columnOfField(type, nodes) })));
  }

  function columnOfField(type: GraphQLObjectType, nodes: readonly FieldNode[]): Column {
    const node = nodes[0] as FieldNode;
    const name = node.name.value;
    if (name === '__typename') return (values) => values.map(() => JSON.stringify(type.name));
    const definition = type.getFields()[name];
    if (!definition) throw new Unplanned(`"${name}" asks about the schema.`);
    const argumentsOf = argumentsReader(definition, node);
    const { resolve = (value: Record<string, unknown>) => value[name] } = definition;
    // All that resolvers look at.
    const info = { fieldNodes: nodes, fragments } satisfies FieldInfo as unknown as GraphQLResolveInfo;
    return field(
      argumentsOf,
      (value, args, { context }) => resolve(value as never, args, context, info),
      columnOfType(definition.type, nodes),
    );
  }

  function columnOfType(type: GraphQLOutputType, nodes: readonly FieldNode[]): Column {
    if (isNonNullType(type)) return required(columnOfType(type.ofType, nodes));
    if (isListType(type)) return list(columnOfType(type.ofType, nodes));
    if (isLeafType(type)) return leaf(type);
    const made = new Map<GraphQLObjectType, Column>();
    const columnOf = (own: GraphQLObjectType): Column => {
      const column = made.get(own) ?? columnOfFields(own, collectSubfields(schema, fragments, conditions, own, nodes));
      made.set(own, column);
      return column;
    };
    if (isObjectType(type)) columnOf(type);
    return objects(type, (name) => schema.getType(name) as GraphQLObjectType, columnOf);
  }

  return columnOfFields(query, collectFields(schema, fragments, conditions, query, operation.selectionSet));
}

/** Arguments are read once a request, and only once where no variable is in them. */
function argumentsReader(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
): (run: Run) => Record<string, unknown> {
  if (hasVariables(node)) return ({ variables }) => getArgumentValues(definition, node, variables);
  const fixed = getArgumentValues(definition, node);
  return () => fixed;
}

function hasVariables({ arguments: args = [] }: FieldNode): boolean {
  let found = false;
  for (const argument of args)
    visit(argument, {
      Variable() {
        found = true;
        return BREAK;
      },
    });
  return found;
}
