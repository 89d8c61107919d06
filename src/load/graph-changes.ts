import { type DesiredGraph, type DesiredNode, type DesiredTie, type OwnLabel, ownLabelOf } from './graph-shape.ts';
import type { StoredGraph, StoredNode } from './stored-graph.ts';

export interface Tally {
  created: number;
  updated: number;
  removed: number;
  unchanged: number;
}

/** What a load did, or would do. */
export interface Counts {
  readonly nodes: Tally;
  readonly ties: Tally;
}

export interface NodeChange {
  readonly node: DesiredNode;
  readonly label: OwnLabel;
  /** Labels it bears in the graph and not in the seed. */
  readonly dropped: readonly string[];
}

/** What makes the stored graph equal to the desired one; what is to be removed is named by the database's own ids. */
export interface GraphChanges {
  readonly nodes: readonly NodeChange[];
  readonly ties: readonly DesiredTie[];
  readonly removedNodes: readonly string[];
  readonly removedTies: readonly string[];
  readonly counts: Counts;
}

const nodeKey = ({ id, labels }: DesiredNode): string => `${ownLabelOf(labels)} ${id}`;
const tieKey = ({ id, type, fromId, toId }: DesiredTie): string => JSON.stringify([type, id, fromId, toId]);

/** Properties in an order of their own. */
const content = (properties: object): string =>
  JSON.stringify(Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Compares everything: ids, labels, ends and properties. */
export function graphChanges(desired: DesiredGraph, stored: StoredGraph): GraphChanges {
  const nodes = compare(
    desired.nodes,
    stored.nodes,
    nodeKey,
    ({ labels, properties }) => `${[...labels].sort().join()} ${content(properties)}`,
  );
  const ties = compare(desired.ties, stored.ties, tieKey, ({ properties }) => content(properties));
  return {
    nodes: nodes.written.map(({ wanted, found }) => nodeChange(wanted, found)),
    ties: ties.written.map(({ wanted }) => wanted),
    removedNodes: nodes.removed,
    removedTies: ties.removed,
    counts: { nodes: nodes.tally, ties: ties.tally },
  };
}

function nodeChange(node: DesiredNode, found: StoredNode | undefined): NodeChange {
  const label = ownLabelOf(node.labels);
  if (!label) throw new Error(`${node.id} has none of the labels the loader writes: ${node.labels.join(', ')}.`);
  return {
    node,
    label,
    dropped: (found?.labels ?? []).filter((one) => !node.labels.includes(one)),
  };
}

function compare<Wanted, Found extends Wanted & { readonly elementId: string }>(
  desired: readonly Wanted[],
  stored: readonly Found[],
  keyOf: (one: Wanted) => string,
  contentOf: (one: Wanted) => string,
) {
  const wantedByKey = new Map(desired.map((one) => [keyOf(one), one]));
  const foundByKey = new Map<string, Found>();
  const removed: string[] = [];
  for (const one of stored) {
    const key = keyOf(one);
    if (wantedByKey.has(key) && !foundByKey.has(key)) foundByKey.set(key, one);
    else removed.push(one.elementId);
  }
  const written: { wanted: Wanted; found: Found | undefined }[] = [];
  const tally: Tally = {
    created: 0,
    updated: 0,
    removed: removed.length,
    unchanged: 0,
  };
  for (const [key, wanted] of wantedByKey) {
    const found = foundByKey.get(key);
    if (found && contentOf(found) === contentOf(wanted)) {
      tally.unchanged += 1;
      continue;
    }
    tally[found ? 'updated' : 'created'] += 1;
    written.push({ wanted, found });
  }
  return { written, removed, tally };
}
