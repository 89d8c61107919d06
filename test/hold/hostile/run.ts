import { LIMITS } from '../../../src/limits.ts';
import { positive } from '../../bench/node-count.ts';
import { percentile } from '../../bench/percentile.ts';
import { type Figure, measuring, report, zero } from '../report.ts';
import { progress, startSeededNeo4j } from '../seeded-neo4j.ts';
import { introspectionAtOnce } from './at-once.ts';
import { attack, describe, requestAt } from './attack.ts';
import { families } from './families.ts';
import { startServerProcess } from './server-process.ts';
import { slowClients } from './slow-clients.ts';

/** Asks a server of its own, over a Neo4j of its own with the seed in it, what nobody should ask. Ends with 1 when anything is as it may not be. */

const GOAL = { p99: 50, megabytes: 64, longest: LIMITS.deadline + 250 };
const {
  requests,
  seconds: most,
  seed,
  connections,
  profile,
  warming,
  slow,
  report: keep,
} = measuring(
  'test:hostile',
  'Hostile requests of many families against a server of its own; counts what came of them.',
)
  .option('--requests <number>', 'how many in all', positive, 100_000)
  .option('--seconds <number>', 'end after so long, whatever is left', positive, Number.POSITIVE_INFINITY)
  .option('--seed <number>', 'where the numbers begin', positive, 20_261_122)
  .option('--connections <number>', 'how many at a time', positive, 4)
  .option('--profile <name>', 'public or locked', 'public')
  .option('--warming <number>', 'of each family before memory is looked at: what it grows to once', positive, 100)
  .option('--no-slow', 'leave the slow clients out')
  .parse()
  .opts<{
    requests: number;
    seconds: number;
    seed: number;
    connections: number;
    profile: string;
    warming: number;
    slow: boolean;
    report: boolean;
  }>();

const megabytes = (bytes: number): number => Math.round(bytes / 104_857.6) / 10;
const held = ({ heapUsed, heapTotal, external, rss }: NodeJS.MemoryUsage) => ({
  used: megabytes(heapUsed + external),
  heap: megabytes(heapTotal),
  resident: megabytes(rss),
});

const started: (() => Promise<unknown>)[] = [];
try {
  const { neo4j, version } = await startSeededNeo4j(started);
  const env = { REFORMGRAPH_PROFILE: profile, KEPT_ANSWERS_MB: '16', POINTS_PER_MINUTE: '0' };
  const server = await startServerProcess(neo4j, env);
  started.push(() => server.stop());

  const { port } = server;
  progress(`${families.length} families; warming up`);
  await attack({ port, seed: seed + 1, each: warming, connections });
  const before = held(await server.memory());

  const each = Math.ceil(requests / families.length);
  const wanted = each * families.length;
  const replies: { id: string; family: string; at: number; refused: boolean; code: string }[] = [];
  let told = performance.now();
  const begun = performance.now();
  const spent = (): number => (performance.now() - begun) / 1_000;
  const tally = await attack({
    ...{ port, seed, each, connections },
    isOver: () => server.crashed() || spent() > most,
    onReply({ requestId: id, text }, { verdict }, family, at) {
      const code = /"code":"(\w+)"/.exec(text)?.[1] ?? '';
      if (id) replies.push({ id, family, at, refused: verdict === 'refused', code });
      if (performance.now() - told < 10_000) return;
      told = performance.now();
      progress(`${at} of ${wanted}`);
    },
  });
  const seconds = Math.round(spent());
  const after = held(await server.memory());
  const atOnce = await introspectionAtOnce(port, seed);
  const slowReport = slow ? await slowClients(port) : undefined;
  const health = await fetch(`http://127.0.0.1:${port}/health`).then(({ status }) => status);

  const timed = replies.flatMap(({ id, ...reply }) => {
    const logged = server.logged.get(id);
    return logged ? [{ ...reply, ...logged }] : [];
  });
  const refusals = timed.filter(({ refused }) => refused);
  const times = refusals.map(({ milliseconds }) => milliseconds);
  const byFamily = new Map<string, number[]>();
  for (const { family, milliseconds } of refusals)
    byFamily.set(family, [...(byFamily.get(family) ?? []), milliseconds]);
  const slowest = [...byFamily]
    .map(([family, some]) => ({ family, p99: percentile(some, 0.99) }))
    .sort((one, other) => other.p99 - one.p99)
    .slice(0, 5);
  const longest = timed
    .sort((one, other) => other.milliseconds - one.milliseconds)
    .slice(0, 5)
    .map((one) => ({ ...one, request: shown(one) }));
  const late = timed.filter(({ milliseconds }) => milliseconds > GOAL.longest).length;
  const p99 = percentile(times, 0.99);
  const grown = {
    used: Math.round((after.used - before.used) * 10) / 10,
    resident: Math.round((after.resident - before.resident) * 10) / 10,
  };
  for (const line of server.unexpected.slice(0, 10)) console.log(line);
  const figures: Figure[] = [
    zero('requests that were answered as they may not be', tally.faults.size, Object.fromEntries(tally.faults)),
    zero('requests without an answer', tally.lost),
    zero('requests that were told that the server or the database is not there', tally.unavailable),
    zero('crashes', Number(server.crashed())),
    zero('lines in the log of what was not expected', server.unexpected.length),
    {
      name: 'requests tried',
      found: { tried: tally.tried, of: wanted, seconds },
      wanted: Number.isFinite(most) ? `${wanted}, or what ${most} s are enough for` : String(wanted),
      holds: tally.tried === wanted || seconds >= most,
    },
    {
      name: 'p99 of refusals by the clock of the server, ms',
      found: { timed: times.length, p50: percentile(times, 0.5), p99, max: percentile(times, 1) },
      wanted: `< ${GOAL.p99}`,
      holds: p99 < GOAL.p99,
    },
    zero(`answers and refusals later than ${GOAL.longest} ms by the clock of the server`, late, {
      timed: timed.length,
      late,
      longest: longest[0]?.milliseconds,
    }),
    {
      name: 'memory grown after a collection: in use, and resident, MB',
      found: { before, after, grown },
      wanted: `<= ${GOAL.megabytes}`,
      holds: Math.max(grown.used, grown.resident) <= GOAL.megabytes,
    },
    { name: 'introspection in circles at once', found: atOnce, wanted: 'answered or refused', holds: atOnce.ok },
    ...(slowReport
      ? [{ name: 'slow clients', found: slowReport, wanted: 'all let go in time', holds: slowReport.ok }]
      : []),
    { name: 'status of /health afterwards', found: health, wanted: '200', holds: health === 200 },
  ];
  report(
    `hostile-${profile}`,
    figures,
    {
      ...{ neo4j: version, seed, requests, connections, seconds, families: families.length },
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

/** What was sent, made again. */
function shown({ family: name, at }: { family: string; at: number }): string {
  const family = families.find((one) => one.name === name);
  return family ? describe(name, requestAt(family, seed, at)) : name;
}
