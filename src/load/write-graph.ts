import { nouns } from '../../schema/nouns.ts';
import type { PropertySpec } from '../../schema/spec.ts';
import { ties } from '../../schema/ties.ts';
import { integer } from '../graph/gateway.ts';
import type { Graph, Statement, WriteStep } from '../graph/graph.ts';
import { statementFile } from '../graph/statements.ts';
import { type Counts, type GraphChanges, graphChanges, type NodeChange } from './graph-changes.ts';
import type { DesiredGraph, Properties } from './graph-shape.ts';
import { mergeNodes, mergeTies, removeNodes, removeTies } from './load-statements.ts';
import { readStoredGraph, type StoredGraph } from './stored-graph.ts';

export type { Counts } from './graph-changes.ts';

/** A database that has just started is slow to answer, and a load takes longer than a question may. */
export const LOAD_DEADLINES = { readDeadline: 120_000, writeDeadline: 120_000 };

/** Rows one transaction writes at most: larger ones are no faster. */
const BATCH = 2_000;
/** Statements in one transaction at most: a database just started plans some ten in a second, and must stay within the deadline. */
const STATEMENTS = 12;

/** Makes the graph equal to the desired one and writes nothing that is so already. A small change is one transaction. */
export async function writeGraph(
  graph: Graph,
  desired: DesiredGraph,
  progress: (message: string) => void = () => undefined,
): Promise<Counts> {
  progress('comparing the graph with the seed');
  const changes = graphChanges(desired, (await isEmpty(graph)) ? NOTHING : await readStoredGraph(graph));
  const transactions = transactionsOf(stepsOf(changes));
  const total = transactions.flat().reduce((sum, { rows }) => sum + rows.length, 0);
  let written = 0;
  for (const steps of transactions) {
    progress(`writing to the graph: ${written} of ${total}`);
    await graph.write(
      steps.map(
        ({ statement, rows }): WriteStep => ({
          statement,
          parameters: { rows },
        }),
      ),
    );
    written += steps.reduce((sum, { rows }) => sum + rows.length, 0);
  }
  return changes.counts;
}

const NOTHING: StoredGraph = { nodes: [], ties: [] };

/** An empty database just started would need seconds to plan the texts that compare. */
async function isEmpty(graph: Graph): Promise<boolean> {
  const [content] = await graph.read(statementFile('read/content'));
  return content?.[1] === 0;
}

/** What lies in Neo4j now, in the shape of what is desired. */
export async function currentGraph(graph: Graph): Promise<DesiredGraph> {
  const stored = await readStoredGraph(graph);
  return {
    nodes: stored.nodes.map(({ elementId: _, ...node }) => node),
    ties: stored.ties.map(({ elementId: _, ...tie }) => tie),
  };
}

interface Step {
  readonly statement: Statement;
  readonly rows: readonly unknown[];
}

/** In an order in which each step finds what it needs: ties go before the nodes they hang on, and come after them. */
function stepsOf({ nodes, ties: changed, removedNodes, removedTies }: GraphChanges): readonly Step[] {
  return [
    { statement: removeTies, rows: removedTies },
    ...groups(nodes, ({ label }) => label).map(([label, some]) => ({
      statement: mergeNodes(label),
      rows: some.map(nodeRow),
    })),
    ...groups(changed, ({ type }) => type).map(([type, some]) => ({
      statement: mergeTies(type),
      rows: some.map(({ id, fromId, toId, properties }) => ({
        id,
        fromId,
        toId,
        properties: storable(properties, wholeNumbers.get(type)),
      })),
    })),
    { statement: removeNodes, rows: removedNodes },
  ];
}

const nodeRow = ({ node, label, dropped }: NodeChange) => ({
  id: node.id,
  labels: node.labels.filter((one) => one !== label),
  dropped,
  properties: node.labels.reduce((made, one) => storable(made, wholeNumbers.get(one)), node.properties),
});

function groups<T, Key>(all: readonly T[], keyOf: (one: T) => Key): readonly (readonly [Key, readonly T[]])[] {
  const found = new Map<Key, T[]>();
  for (const one of all) {
    const group = found.get(keyOf(one));
    if (group) group.push(one);
    else found.set(keyOf(one), [one]);
  }
  return [...found];
}

/** Cuts the steps, in their order, into transactions that stay within both limits. */
function transactionsOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const transactions: Step[][] = [];
  let current: Step[] = [];
  let room = 0;
  for (const { statement, rows } of steps) {
    for (let at = 0; at < rows.length; ) {
      if (room === 0 || current.length === STATEMENTS) {
        current = [];
        transactions.push(current);
        room = BATCH;
      }
      const some = rows.slice(at, at + room);
      current.push({ statement, rows: some });
      at += some.length;
      room -= some.length;
    }
  }
  return transactions;
}

const wholeKeys = (specs: Readonly<Record<string, PropertySpec>> = {}): readonly string[] =>
  Object.entries(specs).flatMap(([key, { type }]) => (type === 'Int' ? [key] : []));

/** Label or type → properties to be stored as integers; plain numbers become floats. */
const wholeNumbers: ReadonlyMap<string, readonly string[]> = new Map([
  ['Passage', ['line', 'lineEnd', 'start', 'end']],
  ['SIDE', ['order']],
  ...Object.values(nouns).map((noun) => [noun.name, wholeKeys(noun.properties)] as const),
  ...ties.map(({ type, properties }) => [type, wholeKeys(properties)] as const),
]);

function storable(properties: Properties, whole: readonly string[] = []): Properties {
  const wrapped = whole.flatMap((key) =>
    typeof properties[key] === 'number' ? [[key, integer(properties[key])]] : [],
  );
  return { ...properties, ...Object.fromEntries(wrapped) };
}
