import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type Asked, type AskedOfList, thingHead, tieColumns } from './columns.ts';
import type { TieSpec } from './spec.ts';
import { ties } from './ties.ts';

/** Which columns of a row a question needs, from the fields it asks for: more may be read than that, never less at the price of a wrong answer. */

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;
export type FieldInfo = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** What a field needs of the head of a row; a field that does not stand here needs the whole row. */
type Needs = ReadonlyMap<string, string | undefined>;

const needs = (columns: readonly string[], byIdAlone: readonly string[]): Needs =>
  new Map([
    ...columns.map((column) => [column, column] as const),
    ...byIdAlone.map((field) => [field, undefined] as const),
  ]);

const OF_THINGS = needs(thingHead.slice(1), [
  '__typename',
  'id',
  'names',
  'redirectedFrom',
  ...ties.flatMap(({ forward, backward }) => [forward, backward]),
]);
/** Sentences of ties say what they tie. */
const ALWAYS_OF_THINGS = ['name'];

/** Fields asked below some, by name, in whatever fragment and under whatever condition. */
function below(nodes: readonly FieldNode[], fragments: Fragments): ReadonlyMap<string, readonly FieldNode[]> {
  const found = new Map<string, FieldNode[]>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const { value } = selection.name;
        found.set(value, [...(found.get(value) ?? []), selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else {
        const fragment = fragments[selection.name.value];
        if (fragment) collect(fragment.selectionSet);
      }
    }
  };
  for (const { selectionSet } of nodes) if (selectionSet) collect(selectionSet);
  return found;
}

/** The columns that some fields need, undefined when the head has not all of them. */
function columnsOf(
  fields: Iterable<string>,
  needed: Needs,
  always: readonly string[],
): ReadonlySet<string> | undefined {
  const columns = new Set(always);
  for (const field of fields) {
    if (!needed.has(field)) return undefined;
    const column = needed.get(field);
    if (column !== undefined) columns.add(column);
  }
  return columns;
}

const marked = (head: readonly string[], columns: ReadonlySet<string>): readonly boolean[] =>
  head.map((column) => columns.has(column));

/** Documents are parsed once and asked often. */
function remembered<What>(read: (info: FieldInfo) => What): (info: FieldInfo) => What {
  const known = new WeakMap<FieldNode, What>();
  return (info) => {
    const [node, ...more] = info.fieldNodes;
    if (!node || more.length > 0) return read(info);
    const asked = known.get(node) ?? read(info);
    known.set(node, asked);
    return asked;
  };
}

function askedOf(things: ReadonlyMap<string, unknown>): Asked {
  const columns = columnsOf(things.keys(), OF_THINGS, ALWAYS_OF_THINGS);
  return columns ? marked(thingHead, columns) : 'whole';
}

/** Of a thing. */
export const askedOfThing = remembered(({ fieldNodes, fragments }) => askedOf(below(fieldNodes, fragments)));

function listOf({ fieldNodes, fragments }: FieldInfo) {
  const fields = below(fieldNodes, fragments);
  const edges = below(fields.get('edges') ?? [], fragments);
  const things = below([...(edges.get('node') ?? []), ...(fields.get('nodes') ?? [])], fragments);
  return { pageInfo: fields.has('pageInfo'), edges, things };
}

/** Of a list of things. */
export const askedOfThings = remembered((info): AskedOfList => {
  const { pageInfo, things } = listOf(info);
  return { columns: askedOf(things), pageInfo };
});

/** Of a list of ties and what they lead to. */
export function askedOfTies(tie: TieSpec): (info: FieldInfo) => AskedOfList {
  const claim = ['validFrom', 'validTo', 'end', 'modality'];
  const needed = new Map([
    ...needs([...claim, ...Object.keys(tie.properties ?? {})], ['__typename', 'node', 'via']),
    ['sentence', 'modality'],
    // Its id is the end of its place.
    ['id', 'sortKey'],
    ['cursor', 'sortKey'],
  ]);
  return remembered((info) => {
    const { pageInfo, edges, things } = listOf(info);
    const columns = columnsOf(edges.keys(), needed, pageInfo ? ['sortKey'] : []);
    const far = askedOf(things);
    const all = columns && far !== 'whole';
    return { columns: all ? [...marked(tieColumns(tie, 'head'), columns), ...far] : 'whole', pageInfo };
  });
}
