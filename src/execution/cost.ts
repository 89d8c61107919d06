import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { pointsOf, sizeOf, TIE_CONDITION } from '../../schema/points.ts';
import { isLeftOut, larger, type Size, sizeAsked, tieConditions, type Variable } from './asked-sizes.ts';

type Variables = Readonly<Record<string, unknown>>;

export interface Counted {
  readonly points: number;
  /** The path of lists in which most of them lie. */
  readonly most: string;
  /** Fields in the question, those of fragments as often as they are spread. */
  readonly fields: number;
}

/** More fields than this, fragments spread out, are not counted one by one. */
const FIELDS = 20_000;
/** What lists of a connection hold is told by its page. */
const PAGED = new Set(['edges', 'nodes', 'groups']);

interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variable: Variable;
  fields: number;
  dearest: { points: number; path: string };
}

/**
 * Counts the points of operations by their coerced variables: literals, variables and defaults count alike. Where fragments ask
 * different things of different types, all count. An upper bound, but for the few lists that only what is known of a thing makes long,
 * such as its names: those count as long as about the longest. Counted once a document where no variable decides.
 */
export function costCounter(schema: GraphQLSchema) {
  const known = new WeakMap<OperationDefinitionNode, Counted>();
  return (document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): Counted => {
    const counted = known.get(operation);
    if (counted) return counted;
    let decides = false;
    const walk: Walk = {
      schema,
      fragments: fragmentsOf(document),
      variable: (name) => {
        decides = true;
        return variables[name];
      },
      fields: 0,
      dearest: { points: 0, path: '' },
    };
    const root = schema.getRootType(operation.operation);
    const points = root
      ? costOfSelections(walk, [operation.selectionSet], root, { page: undefined, times: 1, path: '' })
      : 0;
    const found = { points, most: walk.dearest.path, fields: walk.fields };
    if (!decides) known.set(operation, found);
    return found;
  };
}

const fragmentsOf = ({ definitions }: DocumentNode): Walk['fragments'] =>
  new Map(definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])));

/** Where a selection stands: on a page of so many, below so many parents. */
interface Place {
  readonly page: number | undefined;
  /** How long lists of what it is in are, by name. */
  readonly held?: Readonly<Record<string, number>> | undefined;
  readonly times: number;
  readonly path: string;
}

interface Met {
  readonly type: GraphQLNamedType;
  readonly nodes: FieldNode[];
}

function costOfSelections(
  walk: Walk,
  selections: readonly SelectionSetNode[],
  type: GraphQLNamedType,
  place: Place,
): number {
  const met = new Map<string, Met>();
  const spread = new Set<string>();
  for (const one of selections) collect(walk, one, type, met, spread);
  let points = 0;
  for (const { type: own, nodes } of met.values()) points += costOfField(walk, own, nodes, place);
  return points;
}

/** Fields of one name on one type are one field, however often they are written. */
function collect(
  walk: Walk,
  { selections }: SelectionSetNode,
  type: GraphQLNamedType,
  met: Map<string, Met>,
  spread: Set<string>,
): void {
  for (const one of selections) {
    if (isLeftOut(one.directives, walk.variable)) continue;
    if (one.kind === Kind.FIELD) {
      const key = `${type.name}.${(one.alias ?? one.name).value}`;
      const known = met.get(key);
      if (known) known.nodes.push(one);
      else met.set(key, { type, nodes: [one] });
      continue;
    }
    const fragment = one.kind === Kind.INLINE_FRAGMENT ? one : walk.fragments.get(one.name.value);
    if (!fragment) continue;
    if (one.kind === Kind.FRAGMENT_SPREAD) {
      if (spread.has(one.name.value)) continue;
      spread.add(one.name.value);
    }
    const wanted = fragment.typeCondition ? walk.schema.getType(fragment.typeCondition.name.value) : type;
    if (wanted) collect(walk, fragment.selectionSet, wanted, met, spread);
  }
}

function costOfField(walk: Walk, type: GraphQLNamedType, nodes: readonly FieldNode[], place: Place): number {
  walk.fields += 1;
  if (walk.fields > FIELDS) {
    throw tooCostly(`This question asks for more than ${FIELDS} fields once its fragments are spread out.`, {});
  }
  const [node] = nodes as [FieldNode];
  const name = node.name.value;
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  if (!field) return pointsOf(type.name, name, true);
  const held = getNamedType(field.type);
  let points = pointsOf(type.name, name, isLeafType(held));
  let size: Size = {};
  for (const one of nodes) {
    size = larger(size, sizeAsked(type.name, field, one, walk.variable));
    points += TIE_CONDITION * tieConditions(one, walk.variable);
  }
  if (!isCompositeType(held)) return points;
  const isList = isListType(getNullableType(field.type));
  const length = isList ? lengthOfList(type, name, size, place) : 1;
  const path = place.path ? `${place.path}.${name}` : name;
  const selections = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const below = {
    page: isList && size.listed === undefined ? undefined : size.page,
    held: size.held,
    times: place.times * length,
    path,
  };
  const inside = costOfSelections(walk, selections, held, below);
  // The list itself is counted by what it holds.
  points += (isList ? length - 1 : 0) + length * inside;
  const own = place.times * length;
  if (own > walk.dearest.points) walk.dearest = { points: own, path };
  return points;
}

const lengthOfList = (type: GraphQLNamedType, name: string, size: Size, place: Place): number =>
  size.listed ??
  size.page ??
  place.held?.[name] ??
  (PAGED.has(name) ? place.page : undefined) ??
  sizeOf(type.name, name);

const HOW_TO_SHRINK = 'Ask for shorter pages (first: 10) or fewer lists within lists, or split the question.';

const tooCostly = (message: string, extensions: Readonly<Record<string, unknown>>): GraphQLError =>
  new GraphQLError(`${message} ${HOW_TO_SHRINK}`, {
    extensions: { code: 'QUERY_TOO_COSTLY', ...extensions, http: { status: 400, spec: true } },
  });

export const overLimit = (cost: number, limit: number, most: string): GraphQLError =>
  tooCostly(`This question may cost ${cost} points, but ${limit} are allowed; most of them lie in "${most}".`, {
    cost,
    limit,
  });
