import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { thingHead, type Width } from './columns.ts';
import type { TieSpec } from './spec.ts';
import { ties } from './ties.ts';

/** How much of a row a question needs, from the fields it asks for: more may be read than that, never less at the price of a wrong answer. */

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;
export type FieldInfo = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** What needs nothing of a row but its head: those columns, and whatever goes by the id alone. */
const OF_THINGS: ReadonlySet<string> = new Set([
  ...thingHead,
  '__typename',
  'names',
  'redirectedFrom',
  ...ties.flatMap(({ forward, backward }) => [forward, backward]),
]);
const OF_TIES = ['__typename', 'cursor', 'node', 'via', 'sentence', 'id', 'validFrom', 'validTo', 'end', 'modality'];

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

const within = (asked: Iterable<string>, head: ReadonlySet<string>): boolean =>
  [...asked].every((name) => head.has(name));

/** Documents are parsed once and asked often. */
function remembered(read: (info: FieldInfo) => Width): (info: FieldInfo) => Width {
  const known = new WeakMap<FieldNode, Width>();
  return (info) => {
    const [node, ...more] = info.fieldNodes;
    if (!node || more.length > 0) return read(info);
    const width = known.get(node) ?? read(info);
    known.set(node, width);
    return width;
  };
}

/** Of a thing. */
export const widthOfThing = remembered(({ fieldNodes, fragments }) =>
  within(below(fieldNodes, fragments).keys(), OF_THINGS) ? 'head' : 'whole',
);

function nodesOf({ fieldNodes, fragments }: FieldInfo) {
  const fields = below(fieldNodes, fragments);
  const edges = below(fields.get('edges') ?? [], fragments);
  const things = below([...(edges.get('node') ?? []), ...(fields.get('nodes') ?? [])], fragments);
  return { edges, things };
}

/** Of the things of a list. */
export const widthOfThings = remembered((info) => (within(nodesOf(info).things.keys(), OF_THINGS) ? 'head' : 'whole'));

/** Of ties and what they lead to. */
export function widthOfTies(tie: TieSpec): (info: FieldInfo) => Width {
  const head = new Set([...OF_TIES, ...Object.keys(tie.properties ?? {})]);
  return remembered((info) => {
    const { edges, things } = nodesOf(info);
    return within(edges.keys(), head) && within(things.keys(), OF_THINGS) ? 'head' : 'whole';
  });
}
