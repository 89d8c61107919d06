import { Command } from 'commander';
import { positive } from '../../bench/node-count.ts';
import { percentile } from '../../bench/percentile.ts';
import { type Figure, report, zero } from '../report.ts';
import { progress, startSeededNeo4j } from '../seeded-neo4j.ts';
import { attack } from './attack.ts';
import { families } from './families.ts';
import { startServerProcess } from './server-process.ts';
import { slowClients } from './slow-clients.ts';

/** Asks a server of its own, over a Neo4j of its own with the seed in it, what nobody should ask. Ends with 1 when anything is as it may not be. */

const GOAL = { p99: 50, megabytes: 64 };
/** Of each family, before memory is looked at: so that what it grows to once is there. */
const WARMING = 20;

const {
  requests,
  seconds: most,
  seed,
  connections,
  profile,
  slow,
  report: keep,
} = new Command('npm run test:hostile --')
  .description('Hostile requests of many families against a server of its own; counts what came of them.')
  .option('--requests <number>', 'how many in all', positive, 100_000)
  .option('--seconds <number>', 'end after so long, whatever is left', positive, Number.POSITIVE_INFINITY)
  .option('--seed <number>', 'where the numbers begin', positive, 20_261_122)
  .option('--connections <number>', 'how many at a time', positive, 4)
  .option('--profile <name>', 'public or locked', 'public')
  .option('--no-slow', 'leave the slow clients out')
  .option('--no-report', 'write no file')
  .parse()
  .opts<{
    requests: number;
    seconds: number;
    seed: number;
    connections: number;
    profile: string;
    slow: boolean;
    report: boolean;
  }>();

const megabytes = (bytes: number): number => Math.round(bytes / 104_857.6) / 10;
const held = ({ heapUsed, external, rss }: NodeJS.MemoryUsage) => ({
  used: megabytes(heapUsed + external),
  resident: megabytes(rss),
});

const started: (() => Promise<unknown>)[] = [];
try {
  const { neo4j, version } = await startSeededNeo4j(started);
  const server = await startServerProcess(neo4j, { REFORMGRAPH_PROFILE: profile, KEPT_ANSWERS_MB: '16' });
  started.push(() => server.stop());

  const { port } = server;
  progress(`${families.length} families; warming up`);
  await attack({ port, seed: seed + 1, each: WARMING, connections });
  const before = held(await server.memory());

  const each = Math.ceil(requests / families.length);
  const refusals: { id: string; family: string; code: string }[] = [];
  let [told, seen] = [performance.now(), 0];
  const begun = performance.now();
  const tally = await attack({
    ...{ port, seed, each, connections },
    isOver: () => server.crashed() || performance.now() - begun > most * 1_000,
    onReply({ requestId, text }, { verdict }, family) {
      seen += 1;
      if (verdict === 'refused' && requestId)
        refusals.push({ id: requestId, family, code: /"code":"(\w+)"/.exec(text)?.[1] ?? '' });
      if (performance.now() - told < 10_000) return;
      told = performance.now();
      progress(`${seen} of ${each * families.length}`);
    },
  });
  const seconds = Math.round((performance.now() - begun) / 1_000);
  const after = held(await server.memory());
  const slowReport = slow ? await slowClients(port) : undefined;
  const health = await fetch(`http://127.0.0.1:${port}/health`).then(({ status }) => status);

  const timed = refusals.flatMap(({ id, family, code }) => {
    const took = server.milliseconds.get(id);
    return took === undefined ? [] : [{ took, family, code }];
  });
  const times = timed.map(({ took }) => took);
  const byFamily = new Map<string, number[]>();
  for (const { family, took } of timed) {
    const known = byFamily.get(family);
    if (known) known.push(took);
    else byFamily.set(family, [took]);
  }
  const slowest = [...byFamily]
    .map(([family, some]) => ({ family, p99: percentile(some, 0.99) }))
    .sort((one, other) => other.p99 - one.p99)
    .slice(0, 5);
  const longest = [...timed].sort((one, other) => other.took - one.took).slice(0, 5);
  const p99 = percentile(times, 0.99);
  const grown = Math.round((after.used - before.used) * 10) / 10;
  const command = `npm run test:hostile -- --requests ${requests} --seed ${seed} --connections ${connections} --profile ${profile}${Number.isFinite(most) ? ` --seconds ${most}` : ''}`;
  for (const line of server.unexpected.slice(0, 10)) console.log(line);
  const figures: Figure[] = [
    zero('requests that were answered as they may not be', tally.faults.size, Object.fromEntries(tally.faults)),
    zero('requests without an answer', tally.lost),
    zero('crashes', Number(server.crashed())),
    zero('lines in the log of what was not expected', server.unexpected.length),
    {
      name: 'requests tried',
      found: tally.tried,
      wanted: `${each * families.length}, or time ran out`,
      holds: tally.tried === each * families.length || Number.isFinite(most),
    },
    {
      name: 'p99 of refusals by the clock of the server, ms',
      found: { timed: times.length, p50: percentile(times, 0.5), p99, max: percentile(times, 1) },
      wanted: `< ${GOAL.p99}`,
      holds: p99 < GOAL.p99,
    },
    {
      name: 'memory grown, MB',
      found: { before, after, grown },
      wanted: `<= ${GOAL.megabytes}`,
      holds: grown <= GOAL.megabytes,
    },
    ...(slowReport
      ? [{ name: 'slow clients', found: slowReport, wanted: 'all let go in time', holds: slowReport.ok }]
      : []),
    { name: 'status of /health afterwards', found: health, wanted: '200', holds: health === 200 },
  ];
  report(
    `hostile-${profile}`,
    figures,
    {
      command,
      neo4j: version,
      ...{ seed, seconds, families: families.length },
      ...{ tried: tally.tried, answered: tally.answered, refused: tally.refused },
      ...{ closed: tally.closed, unavailable: tally.unavailable },
      slowest,
      longest,
    },
    keep,
  );
} finally {
  for (const end of started.reverse()) await end();
}
