import type { Graph } from '../graph/graph.ts';
import {
  type DesiredNode,
  type DesiredTie,
  type OwnLabel,
  ownLabelOf,
  ownLabels,
  type Properties,
} from './graph-shape.ts';
import { compareNodes } from './load-statements.ts';

/** A node or tie as it lies in Neo4j, with the database's own id: an id of ours may be missing there. */
export interface StoredNode extends DesiredNode {
  readonly elementId: string;
}
export interface StoredTie extends DesiredTie {
  readonly elementId: string;
}
export interface StoredGraph {
  readonly nodes: readonly StoredNode[];
  readonly ties: readonly StoredTie[];
}

type TieRow = readonly [elementId: string, type: string, toId: unknown, properties: Properties];

/** Reads all nodes of ours and the ties between them, label by label and page by page in the order of ids. */
export async function readStoredGraph(graph: Pick<Graph, 'read'>): Promise<StoredGraph> {
  // Side by side: a database just started plans each text anew, which is most of the work.
  const parts = await Promise.all(ownLabels.map((label) => readLabel(graph, label)));
  return { nodes: parts.flatMap(({ nodes }) => nodes), ties: parts.flatMap(({ ties }) => ties) };
}

async function readLabel(graph: Pick<Graph, 'read'>, label: OwnLabel): Promise<StoredGraph> {
  const nodes: StoredNode[] = [];
  const ties: StoredTie[] = [];
  for await (const [id, elementId, labels, properties, starting] of pages(graph, label)) {
    const fromId = String(id);
    // A node of ours that also bears another label of ours is met under the first.
    if (ownLabelOf(labels as string[]) !== label) continue;
    nodes.push({
      id: fromId,
      elementId: String(elementId),
      labels: [...(labels as string[])].sort(),
      properties: properties as Properties,
    });
    for (const [tieElement, type, toId, own] of starting as TieRow[]) {
      ties.push({ id: textOr(own.id), elementId: tieElement, type, fromId, toId: textOr(toId), properties: own });
    }
  }
  return { nodes, ties };
}

async function* pages(graph: Pick<Graph, 'read'>, label: OwnLabel) {
  const statement = compareNodes(label);
  const pageSize = Number(/LIMIT (\d+)/.exec(statement.text)?.[1]);
  let after = '';
  for (;;) {
    const rows = await graph.read(statement, { after });
    yield* rows;
    if (rows.length < pageSize) return;
    after = String(rows.at(-1)?.[0]);
  }
}

const textOr = (value: unknown): string => (typeof value === 'string' ? value : '');
