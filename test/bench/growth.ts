import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { openPlanner } from '../../src/graph/plan.ts';
import { startBenchGraph } from './bench-graph.ts';
import { type Cost, costsOf } from './costs.ts';
import { positive } from './node-count.ts';
import { workloads } from './workloads.ts';

/**
 * Does a question cost more where there is more to know? Database hits of the workloads on graphs of several sizes. Those that are
 * bounded by their pages may differ by how much chance put on the pages, so theirs are compared by what was read: by the keys that were asked and
 * the things and ties that came of them.
 */

const BOUNDED: readonly string[] = ['W1', 'W2', 'W3', 'W3h', 'W4', 'W9', 'W12'];
const TOLERANCE = 0.05;

const { sizes } = new Command('npm run bench:growth --')
  .description(
    'Database hits of the questions of the bench on graphs of several sizes; ends with 1 where a bounded one grows.',
  )
  .option(
    '--sizes <list>',
    'numbers of nodes, the smallest first',
    (list: string) => list.split(',').map(positive),
    [10_000, 100_000, 1_000_000],
  )
  .addHelpText('after', '\nExample: npm run bench:growth -- --sizes 10k,100k')
  .parse()
  .opts<{ sizes: readonly number[] }>();

const begun = performance.now();
const progress = (message: string): void => {
  process.stderr.write(`${Math.round((performance.now() - begun) / 1_000)} s  ${message}\n`);
};

/** Each size in a database of its own. */
async function costsAt(nodes: number): Promise<ReadonlyMap<string, Cost>> {
  const started: (() => unknown)[] = [];
  try {
    const { neo4j, graph } = await startBenchGraph(nodes, started, progress);
    const planner = openPlanner(neo4j);
    started.push(() => planner.close());
    return await costsOf(graph, planner, workloads, nodes);
  } finally {
    for (const end of started.reverse()) await end();
  }
}

const found: { nodes: number; costs: ReadonlyMap<string, Cost> }[] = [];
for (const nodes of sizes) found.push({ nodes, costs: await costsAt(nodes) });

const lines = workloads.flatMap(({ name, what }) => {
  const costs = found.flatMap(({ costs }) => costs.get(name) ?? []);
  const bounded = BOUNDED.includes(name);
  const each = costs.map(({ hits, read }) => (bounded ? hits / read : hits));
  const [first, last] = [each[0], each.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [hits, read] = [costs.map((cost) => cost.hits), costs.map((cost) => cost.read)];
  return [{ name, what, hits, read, ratio: Number((last / first).toFixed(3)), bounded }];
});
const grown = lines.filter(({ bounded, ratio }) => bounded && Math.abs(ratio - 1) > TOLERANCE);

const folder = fileURLToPath(new URL('results/', import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}growth.json`, `${JSON.stringify({ sizes, workloads: lines }, null, 1)}\n`);
const row = (name: string, columns: readonly unknown[], rest: string): string =>
  `${name.padEnd(5)}${columns.map((value) => String(value).padStart(10)).join('')}  ${rest}`;
console.log(
  [
    row(
      'hits',
      [...sizes, 'ratio'],
      'the last over the first; of what is bounded, by the keys asked and the rows that came',
    ),
    ...lines.map(({ name, what, hits, ratio, bounded }) =>
      row(name, [...hits, ratio], `${what}${bounded ? '' : ' (not bounded)'}`),
    ),
    `bounded_hits_within_5_percent=${grown.length === 0 ? 'yes' : `no: ${grown.map(({ name }) => name).join(',')}`}`,
  ].join('\n'),
);
if (grown.length > 0) process.exitCode = 1;
