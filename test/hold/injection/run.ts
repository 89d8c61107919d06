import pino from 'pino';
import { schema } from '../../../schema/index.ts';
import { startServer } from '../../../src/listen.ts';
import { positive } from '../../bench/node-count.ts';
import { type Figure, measuring, report, zero } from '../report.ts';
import { progress, startSeededNeo4j } from '../seeded-neo4j.ts';
import { textArguments } from './arguments.ts';
import { checksum } from './checksum.ts';
import { batches, inject, nothingInjected, type Pair, watch, watchResolvers } from './inject.ts';
import { payloads } from './payloads.ts';
import { edgesWithoutTies } from './without-ties.ts';

/** Writes what would do harm into every text a client can send, over a Neo4j of its own with the seed in it. Ends with 1 when it did any. */

const options = measuring(
  'test:injection',
  'Every String and ID argument of the contract with every payload; the graph must be the same afterwards.',
)
  .option('--payloads <number>', 'how many of the payloads for each argument', positive, payloads.length)
  .option('--arguments <number>', 'how many of the arguments', positive, Number.POSITIVE_INFINITY)
  .option('--connections <number>', 'how many requests at a time', positive, 2)
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
  const none = await edgesWithoutTies(graph);
  const notReached = asked.filter((one) => !resolvers.wasGiven(one));
  const names = (some: typeof asked): readonly string[] => some.map(({ name }) => name);
  const missed = names(notReached.filter(({ parent }) => !none.has(parent)));
  const figures: Figure[] = [
    {
      name: 'checksum of the graph, before and after',
      found: [before.sum, after.sum],
      wanted: 'the same',
      holds: before.sum === after.sum,
    },
    {
      name: 'pairs of an argument and a payload',
      found: total.pairs,
      wanted: String(pairs.length),
      holds: total.pairs === pairs.length,
    },
    zero('arguments that no resolver was given, though the graph has what they belong to', missed.length, missed),
    zero('answers that may not be', total.faults.size, Object.fromEntries(total.faults)),
    zero('statements that failed', seen.failures.size, Object.fromEntries(seen.failures)),
    zero('statements of which a payload became part', seen.marked),
  ];
  report(
    'injection',
    figures,
    {
      neo4j: version,
      seconds: Math.round((performance.now() - begun) / 1_000),
      arguments: asked.length,
      argumentsWithRepetitions: found.occurrences,
      argumentsReached: asked.length - notReached.length,
      payloads: payloads.length,
      payloadsEach: each,
      requests: total.requests,
      ...{ answered: total.answered, partly: total.partly, refused: total.refused },
      codes: Object.fromEntries(total.codes),
      ...{ statements: seen.statements, texts: seen.texts.size },
      notReached: names(notReached),
    },
    options.report,
  );
} finally {
  for (const end of started.reverse()) await end();
}
