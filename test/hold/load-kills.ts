import { setTimeout as pause } from 'node:timers/promises';
import { openGraph } from '../../src/graph/gateway.ts';
import { LOAD_DEADLINES } from '../../src/load/write-graph.ts';
import { randomNumbers } from '../bench/generated-graph.ts';
import { wipe } from '../wipe.ts';
import { checksum } from './injection/checksum.ts';
import { type Figure, measuring, report, zero } from './report.ts';
import { progress, startEmptyNeo4j } from './seeded-neo4j.ts';
import { spawnServer, startServerChild } from './server-child.ts';

/** A load is killed when chance says how much it has written, then done again: is it the same graph as after one that nobody disturbed? */

const {
  times,
  seed,
  report: keep,
} = measuring(
  'test:load-kills',
  'Kills a server that loads its seed, again and again, and compares what the next one makes of it.',
)
  .option('--times <number>', 'how often', Number, 30)
  .option('--seed <number>', 'of how much is written when', Number, 20_261_122)
  .parse()
  .opts<{ times: number; seed: number; report: boolean }>();

const started: (() => Promise<unknown>)[] = [];
try {
  const neo4j = await startEmptyNeo4j(started);
  const graph = openGraph(neo4j, LOAD_DEADLINES);
  started.push(() => graph.close());

  /** Nodes and relationships there are. */
  async function written(): Promise<number> {
    const text = 'RETURN COUNT { () } + COUNT { ()-->() }';
    return Number((await graph.read({ name: 'what is written', text }))[0]?.[0]);
  }

  /** Loads to the end, and tells what came of it. */
  async function loadWhole(): Promise<{ sum: string; written: number }> {
    const server = await startServerChild(neo4j);
    server.process.kill('SIGKILL');
    await server.ended;
    return { sum: (await checksum(graph)).sum, written: await written() };
  }

  const undisturbed = await loadWhole();
  progress(`an undisturbed load writes ${undisturbed.written} nodes and relationships`);
  const random = randomNumbers(seed);
  let [different, interrupted] = [0, 0];
  for (let at = 1; at <= times; at += 1) {
    await graph.setup(wipe);
    const { process: child, ended } = spawnServer(neo4j);
    const moment = random(undisturbed.written);
    let isOver = false;
    void ended.then(() => {
      isOver = true;
    });
    while (!isOver && (await written()) < moment) await pause(20);
    child.kill('SIGKILL');
    await ended;
    const left = await written();
    if (left < undisturbed.written) interrupted += 1;
    const again = await loadWhole();
    if (again.sum !== undisturbed.sum) different += 1;
    progress(
      `${at} of ${times}: killed with ${left} of ${undisturbed.written} nodes and relationships written; ${different} differ`,
    );
  }
  const figures: Figure[] = [
    zero('graphs that differ from the undisturbed one', different, { of: times, different }),
    {
      name: 'loads that were killed before all was written',
      found: interrupted,
      wanted: '> 0',
      holds: interrupted > 0,
    },
  ];
  report('load-kills', figures, { neo4j: await graph.checkServer(), seed, times }, keep);
} finally {
  for (const end of started.reverse()) await end();
}
