import { openGraph } from '../graph/gateway.ts';
import type { Graph } from '../graph/graph.ts';
import { setUpGraph } from '../graph/indexes.ts';
import { startThrowawayNeo4j } from '../launch/throwaway-neo4j.ts';
import type { DesiredGraph } from '../load/graph-shape.ts';
import { soundSeed } from '../load/load.ts';
import { LOAD_DEADLINES, writeGraph } from '../load/write-graph.ts';
import { createLoaders } from '../loaders/loaders.ts';
import type { Terminal } from '../terminal.ts';
import { graphOfNames, readForeignNames } from './foreign-names.ts';
import { type Find, type Measured, measure, type Pair, type Recall, readPairs } from './measure.ts';

interface Options {
  readonly projectRoot: string;
  readonly env: NodeJS.ProcessEnv;
  readonly progress: Terminal;
}

/** Queries that go out together: one request of many at a time, so that one slow statement holds up few. */
const AT_ONCE = 25;

/** What `test/search` says, over the seed of a folder. */
export async function measurePairs(seed: string, misses: boolean, options: Options): Promise<string> {
  const tuned = readPairs(`${options.projectRoot}test/search/pairs.yaml`);
  const heldOut = readPairs(`${options.projectRoot}test/search/held-out.yaml`);
  const desired = soundSeed(seed);
  return withGraph(desired, options, async (graph) => {
    const find = finder(graph, options.progress);
    const [all, apart] = [await measure([...tuned, ...heldOut], find), await measure(heldOut, find)];
    return [
      table('All pairs', [...all.kinds, all.overall]),
      table('The pairs that nothing was tuned on', [...apart.kinds, apart.overall]),
      `Nonsense that finds anything: ${all.nonsense.five} of ${all.nonsense.pairs}; not tuned on: ${apart.nonsense.five} of ${apart.nonsense.pairs}`,
      ...(misses ? [missesOf(all)] : []),
    ].join('\n\n');
  });
}

/** Each name of a foreign list is to find the other names of its person. */
export async function measureForeignNames(path: string, misses: boolean, options: Options): Promise<string> {
  const names = readForeignNames(path);
  const personOf = new Map(names.map(({ id, person }) => [id, person]));
  const queried = names.filter(({ id, person }) => names.some((other) => other.person === person && other.id !== id));
  return withGraph(graphOfNames(names), options, async (graph) => {
    const find = finder(graph, options.progress, 6);
    const ownId = new Map(queried.map(({ name, id }) => [name, id]));
    // The name itself is left out of what it finds; others count by whose they are.
    const others: Find = async (queries) =>
      (await find(queries)).map((ids, at) =>
        ids.filter((id) => id !== ownId.get(queries[at] ?? '')).map((id) => personOf.get(id) ?? id),
      );
    const pairs = queried.map(({ name, person }): Pair => ({ kind: 'names', query: name, id: person }));
    const measured = await measure(pairs, others);
    const title = `${names.length} names of ${new Set(personOf.values()).size} people, ${pairs.length} of which have others`;
    return [table(title, [measured.overall]), ...(misses ? [missesOf(measured)] : [])].join('\n\n');
  });
}

async function withGraph<T>(
  desired: DesiredGraph,
  { projectRoot, env, progress }: Options,
  work: (graph: Graph) => Promise<T>,
): Promise<T> {
  const neo4j = await startThrowawayNeo4j({
    home: `${projectRoot}.reformgraph`,
    projectRoot,
    env,
    progress: progress.progress,
  });
  const graph = openGraph(neo4j, LOAD_DEADLINES);
  try {
    await setUpGraph(graph, progress.progress);
    await writeGraph(graph, desired, progress.progress);
    return await work(graph);
  } finally {
    progress.clear();
    await graph.close();
    await neo4j.stop();
  }
}

const finder =
  (graph: Graph, { progress }: Terminal, first = 5): Find =>
  async (queries) => {
    const found: string[][] = [];
    for (let at = 0; at < queries.length; at += AT_ONCE) {
      progress(`searching: ${at} of ${queries.length}`);
      const { search } = createLoaders(graph);
      const pages = queries.slice(at, at + AT_ONCE).map((query) => ask(async () => search({ query, first }).edges()));
      found.push(...(await Promise.all(pages)).map((edges) => edges.map(({ node }) => node.thing.id)));
    }
    return found;
  };

/** What is refused finds nothing. */
async function ask<T>(work: () => Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'BAD_USER_INPUT') return [];
    throw error;
  }
}

function table(title: string, rows: readonly Recall[]): string {
  const line = (kind: string, pairs: string, first: string, five: string): string =>
    `${kind.padEnd(22)}${pairs.padStart(6)}${first.padStart(10)}${five.padStart(10)}`;
  const share = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(3));
  return [
    title,
    line('', 'pairs', 'recall@1', 'recall@5'),
    ...rows.map(({ kind, pairs, first, five }) => line(kind, String(pairs), share(first, pairs), share(five, pairs))),
  ].join('\n');
}

const missesOf = ({ missed }: Measured): string =>
  missed
    .map(
      ({ pair: { kind, query, id }, found }) =>
        `${kind}: "${query}" ${id ? `is not ${id} but` : 'finds'} ${found.join(', ') || 'nothing'}`,
    )
    .join('\n');
