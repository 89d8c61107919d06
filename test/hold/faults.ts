import { setTimeout as pause } from 'node:timers/promises';
import { openGraph } from '../../src/graph/gateway.ts';
import type { GraphAddress } from '../../src/graph/graph.ts';
import { ownJava } from '../bench/processes.ts';
import { openTcpProxy, type TcpProxy } from '../tcp-proxy.ts';
import { killable } from './neo4j-kill.ts';
import { type Figure, measuring, report, zero } from './report.ts';
import { progress, startSeededNeo4j } from './seeded-neo4j.ts';
import { startServerChild } from './server-child.ts';
import { countsOf, type Outcome, openStream } from './stream.ts';

/** A database that is silent, slow, deaf, gone or killed: does every question end in time, and does all come back by itself? */

const DEADLINE = 5_000;
const SLACK = 250;
const READY_WITHIN = 5_000;

const {
  restarts,
  seconds,
  rate,
  report: keep,
} = measuring(
  'test:faults',
  'Disturbs the way to the database under a steady stream of questions, then kills the database again and again.',
)
  .option('--restarts <number>', 'how often the database is killed', Number, 20)
  .option('--seconds <number>', 'how long each other fault lasts', Number, 10)
  .option('--rate <number>', 'questions a second', Number, 30)
  .parse()
  .opts<{ restarts: number; seconds: number; rate: number; report: boolean }>();

const faults: readonly (readonly [name: string, begin: (proxy: TcpProxy) => void])[] = [
  ['silent', (proxy) => proxy.swallow()],
  ['heard but not hearing', (proxy) => proxy.deafen()],
  ['2 s late', (proxy) => proxy.delay(2_000)],
  ['20 s late', (proxy) => proxy.delay(20_000)],
  ['connections break at every word', (proxy) => proxy.resetNext(Number.POSITIVE_INFINITY)],
  ['nobody listens', (proxy) => proxy.refuse()],
];

const started: (() => Promise<unknown>)[] = [];
const figures: Figure[] = [];
try {
  const { neo4j, version } = await startSeededNeo4j(started);
  const proxy = await openTcpProxy(neo4j);
  started.push(() => proxy.close());
  const server = await startServerChild({ ...neo4j, uri: proxy.address.uri });
  started.push(async () => server.process.kill('SIGKILL'));
  const { url } = server;

  /** Milliseconds until the server says it is ready again, and until it then answers. */
  async function recovery(): Promise<{ ready: number; answer: number }> {
    const since = performance.now();
    const limit = since + 60_000;
    while (performance.now() < limit) {
      const ready = await fetch(new URL('/ready', url)).then(
        ({ status }) => status === 200,
        () => false,
      );
      if (ready) break;
      await pause(50);
    }
    const ready = performance.now() - since;
    const body = JSON.stringify({ query: '{ institution(id: "institution/kz/senate") { name } }' });
    const headers = { 'Content-Type': 'application/json' };
    while (performance.now() < limit) {
      const response = await fetch(url, { method: 'POST', headers, body });
      if (response.status === 200 && (await response.text()).includes('"name"')) break;
      await pause(50);
    }
    return { ready: Math.round(ready), answer: Math.round(performance.now() - since - ready) };
  }

  function judge(name: string, outcomes: readonly Outcome[], after: { ready: number; answer: number }): void {
    const late = outcomes.filter(({ milliseconds }) => milliseconds > DEADLINE + SLACK).length;
    const untyped = outcomes.filter(
      ({ status, retryAfter }) => !(status === 200 || (status === 503 && retryAfter)),
    ).length;
    const longest = Math.round(Math.max(...outcomes.map(({ milliseconds }) => milliseconds)));
    figures.push(
      zero(`${name}: questions that ended later than ${DEADLINE + SLACK} ms`, late, {
        tried: outcomes.length,
        late,
        longest,
        ...countsOf(outcomes),
      }),
      zero(`${name}: questions neither answered nor refused with 503 and Retry-After`, untyped),
      {
        name: `${name}: ms until ready, then until an answer`,
        found: after,
        wanted: `<= ${READY_WITHIN}, <= 1000`,
        holds: after.ready <= READY_WITHIN && after.answer <= 1_000,
      },
    );
    progress(`${name}: ${JSON.stringify(countsOf(outcomes))}, longest ${longest} ms, ready after ${after.ready} ms`);
  }

  await recovery();
  progress('warming up');
  const first = openStream(url, rate);
  await pause(15_000);
  await first.end();
  for (const [name, begin] of faults) {
    const stream = openStream(url, rate);
    await pause(2_000);
    begin(proxy);
    await pause(seconds * 1_000);
    proxy.pass();
    const after = await recovery();
    judge(name, await stream.end(), after);
  }

  const java = ownJava();
  if (java === undefined || restarts === 0) progress('the database is not killed: no /proc, or nothing asked for');
  else {
    const database = killable(java);
    started.push(async () => database.end());
    for (let at = 1; at <= restarts; at += 1) {
      const stream = openStream(url, rate);
      await pause(1_000);
      await database.kill();
      await pause(500);
      database.startAgain();
      await answersAgain(neo4j);
      const after = await recovery();
      judge(`killed, ${at} of ${restarts}`, await stream.end(), after);
    }
  }
  figures.push({
    name: 'the server',
    found: server.process.exitCode ?? 'runs',
    wanted: 'runs',
    holds: server.process.exitCode === null,
  });
  report('faults', figures, { neo4j: version, restarts, seconds, rate }, keep);
} finally {
  for (const end of started.reverse()) await end();
}

/** Waits until a database answers who asks it directly. */
async function answersAgain(database: GraphAddress): Promise<void> {
  const limit = performance.now() + 120_000;
  while (performance.now() < limit) {
    const graph = openGraph(database);
    const answered = await graph.read({ name: 'is it back', text: 'RETURN 1' }, {}, 1_000).then(
      () => true,
      () => false,
    );
    await graph.close().catch(() => undefined);
    if (answered) return;
    await pause(100);
  }
  throw new Error('The database did not come back within two minutes.');
}
