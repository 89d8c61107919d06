import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'undici';
import { percentile } from './percentile.ts';
import { cpuOf } from './processes.ts';

/** What the load generator is told to do. It is a process of its own, so that it can be bound to a core and its CPU read. */
export interface Job {
  readonly url: string;
  readonly bodies: readonly string[];
  readonly connections: number;
  /** Without it every body is sent once, and answers and latencies are returned. */
  readonly seconds?: number;
  /** Requests a second, sent whether or not earlier ones are answered; without it each connection is always busy. */
  readonly rate?: number;
  /** Processes whose CPU is read. */
  readonly watched: readonly (number | undefined)[];
}

export interface Load {
  readonly requests: number;
  readonly failed: number;
  readonly failure: string | undefined;
  readonly seconds: number;
  /** Milliseconds: the middle, and what 99 of 100 stay below. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of CPU: the generator's and that of the processes watched. */
  readonly cpu: number;
  readonly watchedCpu: readonly (number | undefined)[];
  /** More came than were answered, so the latencies say nothing. */
  readonly saturated: boolean;
  readonly answers: readonly string[];
  readonly latencies: readonly number[];
}

const HEADERS = { 'content-type': 'application/json', accept: 'application/json' };

/** Sends the next body; latencies count from when the request arrived. */
type SendNext = (client: Client, arrived: number) => Promise<void>;

async function run({ url, bodies, connections, seconds, rate, watched }: Job): Promise<Load> {
  const { origin, pathname } = new URL(url);
  const clients = Array.from({ length: connections }, () => new Client(origin, { pipelining: 1 }));
  const latencies: number[] = [];
  const answers: string[] = [];
  let [sent, failed] = [0, 0];
  let failure: string | undefined;
  const sendNext: SendNext = async (client, arrived) => {
    const body = bodies[sent++ % bodies.length] as string;
    try {
      const answer = await send(client, pathname, body);
      latencies.push(performance.now() - arrived);
      if (seconds === undefined) answers.push(answer.toString());
    } catch (error) {
      failed += 1;
      failure ??= String(error);
    }
  };

  await Promise.all(clients.map(connect));
  const watchedBefore = watched.map(cpuOf);
  const cpuBefore = process.cpuUsage();
  const begun = performance.now();
  const over = (): boolean =>
    seconds === undefined ? sent >= bodies.length : performance.now() - begun > seconds * 1_000;
  const saturated =
    rate === undefined ? await keepBusy(clients, sendNext, over) : await atRate(clients, sendNext, over, rate);
  const took = (performance.now() - begun) / 1_000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const watchedCpu = watched.map((pid, at) => difference(watchedBefore[at], cpuOf(pid)));
  for (const client of clients) client.close().catch(() => undefined);
  return {
    requests: latencies.length,
    failed,
    failure,
    seconds: took,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    cpu: (user + system) / 1_000,
    watchedCpu,
    saturated,
    answers,
    latencies: seconds === undefined ? latencies : [],
  };
}

const difference = (before: number | undefined, after: number | undefined): number | undefined =>
  before === undefined || after === undefined ? undefined : after - before;

async function keepBusy(clients: readonly Client[], sendNext: SendNext, over: () => boolean): Promise<boolean> {
  await Promise.all(
    clients.map(async (client) => {
      while (!over()) await sendNext(client, performance.now());
    }),
  );
  return false;
}

/** Requests come at even distances and wait for a free connection; true when they came faster than they were answered. */
async function atRate(clients: readonly Client[], sendNext: SendNext, over: () => boolean, rate: number) {
  const free = [...clients];
  const waiting: number[] = [];
  const underWay = new Set<Promise<void>>();
  const sendWaiting = (): void => {
    while (free.length > 0 && waiting.length > 0) {
      const [client, arrived] = [free.pop() as Client, waiting.shift() as number];
      const request = sendNext(client, arrived).then(() => {
        underWay.delete(request);
        free.push(client);
        sendWaiting();
      });
      underWay.add(request);
    }
  };
  let saturated = false;
  const begun = performance.now();
  const dueAt = (arrivals: number): number => begun + (arrivals / rate) * 1_000;
  for (let arrivals = 0; !over() && !saturated; ) {
    // The clock of arrivals is the generator's: where it wakes late, the server is not to blame.
    const now = performance.now();
    for (; dueAt(arrivals) <= now; arrivals += 1) waiting.push(now);
    saturated = waiting.length > Math.max(clients.length, rate);
    sendWaiting();
    await pause(Math.max(1, dueAt(arrivals) - now));
  }
  while (underWay.size > 0) await Promise.all(underWay);
  return saturated;
}

/** What it answers does not matter: the connection stays open. */
async function connect(client: Client): Promise<void> {
  const { body } = await client.request({ path: '/', method: 'GET' });
  await body.dump();
}

/** The body of an answer; fails unless it is data without errors. */
function send(client: Client, path: string, body: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    client.dispatch(
      { path, method: 'POST', headers: HEADERS, body },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_, code) => {
          status = code;
        },
        onResponseData: (_, chunk) => void chunks.push(chunk),
        onResponseEnd: () => {
          const answer = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
          if (status === 200 && answer.includes('"data"') && !answer.includes('"errors"')) resolve(answer);
          else reject(new Error(`answered ${status} ${answer.subarray(0, 200)}`));
        },
        onResponseError: (_, error) => reject(error),
      },
    );
  });
}

process.on('message', async (job: Job) => {
  process.send?.(await run(job));
});
