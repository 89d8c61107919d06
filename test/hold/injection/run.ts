import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import pino from 'pino';
import { schema } from '../../../schema/index.ts';
import { startServer } from '../../../src/listen.ts';
import { positive } from '../../bench/node-count.ts';
import { progress, startSeededNeo4j } from '../seeded-neo4j.ts';
import { textArguments } from './arguments.ts';
import { checksum } from './checksum.ts';
import { batches, inject, nothingInjected, type Pair, watch, watchResolvers } from './inject.ts';
import { payloads } from './payloads.ts';

/** Writes what would do harm into every text a client can send, over a Neo4j of its own with the seed in it. Ends with 1 when it did any. */

const options = new Command('npm run test:injection --')
  .description(
    'Every String and ID argument of the contract with every payload; the graph must be the same afterwards.',
  )
  .option('--payloads <number>', 'how many of the payloads for each argument', positive, payloads.length)
  .option('--arguments <number>', 'how many of the arguments', positive, Number.POSITIVE_INFINITY)
  .option('--connections <number>', 'how many requests at a time', positive, 2)
  .option('--no-report', 'write no file')
  .parse()
  .opts<{ payloads: number; arguments: number; connections: number; report: boolean }>();

const started: (() => Promise<unknown>)[] = [];
try {
  const { graph, version } = await startSeededNeo4j(started);
  // With the time that a load is given: how fast is measured elsewhere.
  const { watched, seen } = watch(graph);
  const resolvers = watchResolvers(schema);
  const server = await startServer({ graph: watched, logger: pino({ level: 'silent' }), host: '127.0.0.1', port: 0 });
  started.push(() => server.stop());

  const before = await checksum(graph);
  const found = textArguments(schema);
  const asked = found.all.slice(0, options.arguments);
  // Of fewer than all, every argument gets others.
  const each = Math.min(options.payloads, payloads.length);
  const pairs = asked.flatMap((argument, at) =>
    Array.from({ length: each }, (_, one): Pair => {
      return { argument, payload: payloads[(at * each + one) % payloads.length] as string };
    }),
  );
  const all = batches(pairs);
  progress(
    `${found.all.length} arguments, ${found.occurrences} with all repetitions of input types; ${pairs.length} pairs`,
  );
  const total = nothingInjected();
  const begun = performance.now();
  let [next, told] = [0, performance.now()];
  const url = `http://127.0.0.1:${server.port}/graphql`;
  async function client(): Promise<void> {
    while (next < all.length) {
      await inject(url, found, all[next++] ?? [], total);
      if (performance.now() - told < 10_000) continue;
      told = performance.now();
      progress(`${total.pairs} of ${pairs.length} pairs`);
    }
  }
  await Promise.all(Array.from({ length: options.connections }, client));
  const after = await checksum(graph);
  const result = {
    command: `npm run test:injection -- --payloads ${options.payloads}`,
    versions: { node: process.versions.node, neo4j: version },
    seconds: Math.round((performance.now() - begun) / 1_000),
    arguments: asked.length,
    argumentsWithRepetitions: found.occurrences,
    argumentsReached: asked.filter(resolvers.wasGiven).length,
    payloads: payloads.length,
    payloadsEach: each,
    ...{ pairs: total.pairs, requests: total.requests },
    ...{ answered: total.answered, partly: total.partly, refused: total.refused },
    codes: Object.fromEntries(total.codes),
    ...{ statements: seen.statements, texts: seen.texts.size, textsWithPayload: seen.marked },
    failedStatements: Object.fromEntries(seen.failures),
    graph: { before, after, same: before.sum === after.sum },
    faults: Object.fromEntries(total.faults),
    notReached: asked.filter((one) => !resolvers.wasGiven(one)).map(({ name }) => name),
  };
  console.log(JSON.stringify({ ...result, notReached: result.notReached.slice(0, 40) }, null, 2));
  if (options.report)
    writeFileSync(new URL('../results/injection.json', import.meta.url), `${JSON.stringify(result, null, 2)}\n`);
  const isWell =
    result.graph.same &&
    total.faults.size === 0 &&
    seen.failures.size === 0 &&
    seen.marked === 0 &&
    total.pairs === pairs.length;
  if (!isWell) process.exitCode = 1;
} finally {
  for (const end of started.reverse()) await end();
}
