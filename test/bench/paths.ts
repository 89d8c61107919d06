import { fileURLToPath } from 'node:url';
import { graphql } from 'graphql';
import { schema } from '../../schema/index.ts';
import { createContext } from '../../src/context.ts';
import { openGraph } from '../../src/graph/gateway.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { setUpGraph } from '../../src/graph/indexes.ts';
import { startThrowawayNeo4j } from '../../src/launch/throwaway-neo4j.ts';
import type { DesiredGraph } from '../../src/load/desired-graph.ts';
import { LOAD_DEADLINES, writeGraph } from '../../src/load/write-graph.ts';
import { randomNumbers } from './generated-graph.ts';
import { HUB, largeGraph } from './large-graph.ts';

/** How long paths take on 50,000 things with 250,000 ties and a hub of 2,000, in a Neo4j of its own. */

const PAIRS = 150;
const WARMING = 15;

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const say = (message: string): void => void process.stderr.write(`${message}\n`);

type Pair = readonly [from: string, to: string];

/** A third of the pairs are any two things, a third the two ends of a walk of four ties, a third of one through the hub. */
function pairsOf({ nodes, ties }: DesiredGraph): readonly Pair[] {
  const random = randomNumbers(7);
  const neighbours = new Map<string, string[]>();
  for (const { fromId, toId } of ties) {
    for (const [one, other] of [
      [fromId, toId],
      [toId, fromId],
    ] as const) {
      const known = neighbours.get(one);
      if (known) known.push(other);
      else neighbours.set(one, [other]);
    }
  }
  const pick = <T>(all: readonly T[]): T => all[random(all.length)] as T;
  const walk = (from: string, steps: number): string =>
    steps === 0 ? from : walk(pick(neighbours.get(from) ?? [from]), steps - 1);
  const made: Pair[] = [];
  while (made.length < PAIRS) {
    const any = pick(nodes).id;
    const pair: Pair =
      made.length % 3 === 0
        ? [any, pick(nodes).id]
        : made.length % 3 === 1
          ? [any, walk(any, 4)]
          : [walk(HUB, 2), walk(HUB, 2)];
    if (pair[0] !== pair[1]) made.push(pair);
  }
  return made;
}

async function measure(graph: Graph, what: string, args: string, pairs: readonly Pair[]): Promise<void> {
  const source = `query Q($from: ID!, $to: ID!) { path(from: $from, to: $to, ${args}) { length nodes { name } hops { sentence direction tie { id validFrom } } } }`;
  const times: number[] = [];
  let linked = 0;
  const refused = new Map<string, number>();
  for (const [at, [from, to]] of [...pairs.slice(0, WARMING), ...pairs].entries()) {
    const begun = performance.now();
    const { data, errors } = await graphql({
      schema,
      source,
      variableValues: { from, to },
      contextValue: createContext(graph),
    });
    if (at < WARMING) continue;
    times.push(performance.now() - begun);
    for (const { message, originalError } of errors ?? []) {
      const code = (originalError as { code?: string } | undefined)?.code ?? message;
      refused.set(code, (refused.get(code) ?? 0) + 1);
    }
    if (Array.isArray(data?.path) && data.path.length > 0) linked += 1;
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => `${Math.round(times[Math.ceil(times.length * share) - 1] ?? 0)} ms`;
  const errors = [...refused].map(([code, count]) => `, ${count} ${code}`).join('');
  console.log(
    `${what}: p50 ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)}; ${linked} of ${times.length} pairs linked${errors}`,
  );
}

const neo4j = await startThrowawayNeo4j({
  home: `${projectRoot}.reformgraph`,
  projectRoot,
  env: process.env,
  progress: say,
});
try {
  const loading = openGraph(neo4j, LOAD_DEADLINES);
  console.log(`Neo4j ${await loading.checkServer()}, ${PAIRS} pairs`);
  const desired = largeGraph();
  await setUpGraph(loading, say);
  await writeGraph(loading, desired, say);
  await loading.close();
  const graph = openGraph(neo4j);
  const pairs = pairsOf(desired);
  await measure(graph, 'to 4 hops', 'maxHops: 4', pairs);
  await measure(graph, 'to 4 hops, as of a day', 'maxHops: 4, asOf: "2015-01-01"', pairs);
  await measure(graph, 'to 4 hops, consistent in time', 'maxHops: 4, consistentInTime: true', pairs);
  await measure(graph, 'to 4 hops, through the hub', `maxHops: 4, via: ["${HUB}"]`, pairs);
  await measure(graph, 'to 6 hops, 10 paths', 'maxHops: 6, first: 10', pairs);
  await measure(
    graph,
    'to 6 hops, 10 paths, consistent in time',
    'maxHops: 6, first: 10, consistentInTime: true',
    pairs,
  );
  await graph.close();
} finally {
  await neo4j.stop();
}
