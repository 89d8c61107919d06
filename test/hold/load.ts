import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../bench/percentile.ts';
import { canPin, memoryOf } from '../bench/processes.ts';
import { type Figure, measuring, report, zero } from './report.ts';
import { progress, startSeededNeo4j } from './seeded-neo4j.ts';
import { startServerChild } from './server-child.ts';
import { bodyOf, countsOf, type Outcome, openStream } from './stream.ts';

/** What the server can take, what it does for long below that, and what it does far above. */

const {
  minutes,
  seconds,
  times,
  counts,
  report: keep,
} = measuring(
  'test:load',
  'Finds what the server can take, keeps it at 70 % of that, then sends many times as much, and looks whether all is as before.',
)
  .option('--minutes <number>', 'at 70 % of what it can take', Number, 30)
  .option('--seconds <number>', 'of overload', Number, 60)
  .option('--times <number>', 'of what it can take', Number, 10)
  .option('--counts', 'judge what is counted, not times, and measure those for short: where others work too')
  .parse()
  .opts<{ minutes: number; seconds: number; times: number; counts?: true; report: boolean }>();

const CONNECTIONS = 64;
const CAPACITY_SECONDS = counts ? 5 : 15;
const NORMAL_SECONDS = counts ? 5 : 15;
const MEGABYTES = 512;
const MOST_ROUNDS = counts ? 2 : 8;
const STILL_WARMING = 1.1;

/** A figure that tells of time. */
const timed = (figure: Figure): Figure =>
  counts ? { ...figure, wanted: `${figure.wanted}, not judged`, holds: true } : figure;

const started: (() => Promise<unknown>)[] = [];
const pinned = canPin(cpus().length);
try {
  const { neo4j, version } = await startSeededNeo4j(started);
  const wrapped = pinned ? ['taskset', '-c', '0'] : [];
  // Nothing is kept, so that every question is work; nobody is told to ask less, for it is one client.
  const env = { KEPT_ANSWERS_MB: '0', POINTS_PER_MINUTE: '0', LOG_LEVEL: 'info' };
  const [refusals, answers]: [number[], number[]] = [[], []];
  const onLine = (line: string): void => {
    const [, status, milliseconds] = /"status":(200|503).*"milliseconds":([\d.]+)/.exec(line) ?? [];
    if (milliseconds !== undefined) (status === '200' ? answers : refusals).push(Number(milliseconds));
  };
  const server = await startServerChild(neo4j, { env, wrapped, onLine });
  started.push(async () => server.process.kill('SIGKILL'));
  const { pid } = server.process;
  if (pinned) spawnSync('taskset', ['-cp', '1', String(process.pid)]);

  /** Every connection always busy: answers a second. */
  async function capacity(): Promise<number> {
    const begun = performance.now();
    let answered = 0;
    let sent = 0;
    const busy = async (): Promise<void> => {
      while (performance.now() - begun < CAPACITY_SECONDS * 1_000) {
        const headers = { 'Content-Type': 'application/json' };
        const response = await fetch(server.url, {
          method: 'POST',
          headers,
          body: bodyOf(sent++),
        });
        await response.text();
        if (response.status === 200) answered += 1;
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, busy));
    return answered / CAPACITY_SECONDS;
  }

  async function streamFor(perSecond: number, length: number, every?: () => void): Promise<readonly Outcome[]> {
    const stream = openStream(server.url, perSecond);
    for (let at = 0; at < length; at += 5) {
      await pause(Math.min(5, length - at) * 1_000);
      every?.();
    }
    return stream.end();
  }

  /** Asked again until it grows no more: a database that has just begun is slow. */
  async function warmCapacity(): Promise<number> {
    let most = 0;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      progress(`warming up: ${Math.round(most)} answers a second`);
      const found = await capacity();
      if (found < most * STILL_WARMING) return Math.max(found, most);
      most = found;
    }
    return most;
  }

  const peak = await warmCapacity();
  const usual = 0.7 * peak;
  progress(`${Math.round(peak)} answers a second; now ${minutes} minutes at ${Math.round(usual)}`);
  const normal = p99(await streamFor(usual, NORMAL_SECONDS));

  const held: number[] = [];
  const look = (): void => void held.push(memoryOf(pid) ?? Number.NaN);
  const figures: Figure[] = [
    { name: 'answers a second, all connections busy', found: Math.round(peak), wanted: '> 0', holds: peak > 0 },
  ];
  if (minutes > 0) {
    const all = await streamFor(usual, minutes * 60, look);
    const length = (all.at(-1)?.at ?? 0) / 5;
    const [begin, end] = [p99(all.filter(({ at }) => at < length)), p99(all.filter(({ at }) => at > 4 * length))];
    // What a machine can take that does other things too is not known: there, to be turned away in good order is no failure.
    const failed = all.filter((one) => one.status !== 200 && !(counts && turnedAway(one)));
    const when = [...new Set(failed.map(({ at }) => Math.floor(at / 1_000)))].slice(0, 20);
    const drift = end / begin;
    const fifth = Math.ceil(held.length / 5);
    const memory = median(held.slice(-fifth)) / median(held.slice(fifth, 2 * fifth));
    figures.push(
      {
        name: `at 70 % for ${minutes} minutes: questions that failed`,
        found: { of: all.length, ...countsOf(all), ...(when.length > 0 ? { inTheSeconds: when.join(', ') } : {}) },
        wanted: '< 0.01 %',
        holds: failed.length < all.length / 10_000,
      },
      timed({
        name: 'p99 of the last fifth over that of the first',
        found: { begin, end, drift: Number(drift.toFixed(2)) },
        wanted: '<= 1.1',
        holds: drift <= 1.1,
      }),
      timed({
        name: 'memory of the last fifth over that of the second',
        found: Number(memory.toFixed(3)),
        wanted: '<= 1.1',
        holds: memory <= 1.1,
      }),
    );
  }

  progress(`${seconds} seconds at ${Math.round(times * peak)} a second`);
  refusals.length = 0;
  answers.length = 0;
  const before = process.cpuUsage();
  const over = await streamFor(times * peak, seconds, look);
  const own = process.cpuUsage(before);
  const spent = Number((over.at(-1)?.at ?? 0) / 1_000);
  const sentASecond = over.length / spent;
  const good = over.filter(({ status }) => status === 200);
  const accepted = p99(good);
  const [refusedIn, answeredIn] = [percentile(refusals, 0.99), percentile(answers, 0.99)];
  const lost = over.filter(({ status }) => status === undefined).length;
  const others = over.filter((one) => one.status !== 200 && !turnedAway(one));
  await pause(5_000);
  const after = p99(await streamFor(usual, NORMAL_SECONDS));
  const kept = await connectionsKept(server.url);
  look();
  figures.push(
    timed({
      name: `overload of ${times} times for ${seconds} s: answers a second over the peak`,
      found: {
        share: Number((good.length / spent / peak).toFixed(3)),
        sentASecond: Math.round(sentASecond),
        ...countsOf(over),
        waitedHere: Math.round(
          percentile(
            over.map(({ queued }) => queued),
            0.99,
          ),
        ),
      },
      wanted: '>= 0.8',
      holds: good.length / spent >= 0.8 * peak,
    }),
    timed({
      name: 'p99 of what was accepted, ms, by the clock of the client and by that of the server',
      found: { accepted, answeredIn },
      wanted: '<= 1000',
      holds: accepted <= 1_000,
    }),
    timed({
      name: 'p99 of refusals by the clock of the server, ms',
      found: { refused: refusals.length, p99: refusedIn },
      wanted: '< 50',
      holds: refusals.length === 0 || refusedIn < 50,
    }),
    zero('neither answered nor refused with 503 and Retry-After', others.length, { of: over.length, lost }),
    timed({
      name: 'p99 five seconds after over that before, ms',
      found: { before: normal, after },
      wanted: '<= 1.5 times',
      holds: after <= 1.5 * normal,
    }),
    zero('connections to the database in use for no statement, when nobody asks', kept),
    {
      name: 'memory held at any time, and at the end, MB',
      found: { most: Math.max(...held), atTheEnd: held.at(-1) },
      wanted: `<= ${MEGABYTES}`,
      holds: !held.some((one) => one > MEGABYTES),
    },
  );
  const generatorCpu = Number(((own.user + own.system) / 1_000_000 / spent).toFixed(2));
  report('load', figures, { neo4j: version, pinned, minutes, seconds, times, generatorCpu }, keep);
} finally {
  for (const end of started.reverse()) await end();
}

/** After the last answer: what the server asks by itself meanwhile, such as texts planned ahead, has a connection each. */
async function connectionsKept(url: string): Promise<number> {
  await pause(1_000);
  const metrics = await fetch(new URL('/metrics', url)).then((response) => response.text());
  const gauge = (name: string): number => Number(new RegExp(`^reformgraph_${name} (\\d+)`, 'm').exec(metrics)?.[1]);
  return gauge('pool_in_use') - gauge('statements_under_way');
}

function turnedAway({ status, retryAfter }: Outcome): boolean {
  return status === 503 && retryAfter;
}

function p99(outcomes: readonly Outcome[]): number {
  return Math.round(
    percentile(
      outcomes.filter(({ status }) => status === 200).map(({ milliseconds }) => milliseconds),
      0.99,
    ),
  );
}

function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5);
}
