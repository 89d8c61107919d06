import type { Graph } from '../../src/graph/graph.ts';
import type { DesiredNode, DesiredTie } from '../../src/load/desired-graph.ts';
import { mergeNodes, mergeTies } from '../../src/load/load-statements.ts';
import { generatedNodes, generatedTies } from './generated-graph.ts';

const BATCH = 2_000;

/** Writes the generated graph into an empty database with the loader's own texts, a batch at a time; returns how many relationships it has. */
export async function writeGenerated(
  graph: Graph,
  nodes: number,
  progress: (message: string) => void,
): Promise<number> {
  let written = 0;
  const tell = (what: string, some: number): void => {
    written += some;
    if (written % 20_000 < some) progress(`writing the generated graph: ${written} ${what}`);
  };
  for (const some of batches(generatedNodes(nodes), () => '')) {
    await graph.write([{ statement: mergeNodes('Thing'), parameters: { rows: some.map(nodeRow) } }]);
    tell('nodes', some.length);
  }
  written = 0;
  for (const some of batches(generatedTies(nodes), ({ type }) => type)) {
    const [{ type }] = some as [DesiredTie];
    await graph.write([{ statement: mergeTies(type), parameters: { rows: some } }]);
    tell('relationships', some.length);
  }
  // Plans follow from what Neo4j knows of the data: make it know all of this.
  await graph.setup({ name: 'prepare for replanning', text: 'CALL db.prepareForReplanning(120)' });
  return written;
}

const nodeRow = ({ id, labels, properties }: DesiredNode) => ({
  id,
  labels: labels.filter((label) => label !== 'Thing'),
  dropped: [],
  properties,
});

/** Of one kind each, which follow each other. */
function* batches<T>(all: Iterable<T>, kindOf: (one: T) => string): Generator<readonly T[]> {
  let batch: T[] = [];
  for (const one of all) {
    const [first] = batch;
    if (batch.length === BATCH || (first !== undefined && kindOf(first) !== kindOf(one))) {
      yield batch;
      batch = [];
    }
    batch.push(one);
  }
  if (batch.length > 0) yield batch;
}
