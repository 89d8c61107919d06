import { cpus } from 'node:os';
import { Command, InvalidArgumentError } from 'commander';
import { startBenchGraph } from './bench-graph.ts';
import { startGenerator } from './generator.ts';
import { startPeer } from './peer-server.ts';
import { readPeers } from './peers.ts';
import { canPin, memoryOf } from './processes.ts';
import { bodiesOf, workloads } from './workloads.ts';

/** Keeps our server busy for some minutes and tells how much memory it holds, at the beginning and at the end. */

const NODES = 10_000;
const CONNECTIONS = 16;
/** Seconds between two looks. */
const STEP = 15;

function wholeMinutes(text: string): number {
  const value = Number(text);
  if (!(Number.isInteger(value) && value >= 1)) throw new InvalidArgumentError('Write a whole number of minutes.');
  return value;
}

const { minutes } = new Command('npm run bench:soak --')
  .description(
    'W10, the mix of questions, on 16 busy connections for some minutes: is the memory that is held the same at the end?',
  )
  .option('--minutes <number>', 'how long, from 1 on', wholeMinutes, 10)
  .parse()
  .opts<{ minutes: number }>();

const progress = (message: string): void => void process.stderr.write(`${message}\n`);
const [serverCore, generatorCore] = canPin(cpus().length) ? [0, 1] : [undefined, undefined];
const started: (() => unknown)[] = [];
try {
  const { neo4j } = await startBenchGraph(NODES, started, progress);
  const [ours, kept] = await readPeers(['ours', 'ours-kept']);
  const mix = workloads.find(({ name }) => name === 'W10');
  if (!ours || !kept || !mix) throw new Error('There is no such server or workload.');
  const server = await startPeer(kept, neo4j, serverCore);
  started.push(() => server.stop());
  await server.settled;
  const generator = startGenerator(generatorCore);
  started.push(() => generator.stop());

  const held: number[] = [];
  let [requests, failed] = [0, 0];
  for (let at = 0; at < (minutes * 60) / STEP; at += 1) {
    const job = { url: server.url, bodies: bodiesOf(ours, mix, NODES), connections: CONNECTIONS, seconds: STEP };
    const load = await generator.run({ ...job, watched: [server.pid] });
    requests += load.requests;
    failed += load.failed;
    held.push(memoryOf(server.pid) ?? Number.NaN);
    progress(`${(at + 1) * STEP} s: ${Math.round(load.requests / load.seconds)} requests/s, ${held.at(-1)} MB`);
  }
  // What it grows to in the first fifth is warming up; then it goes up and down with the garbage that is collected, so the most of a time counts.
  const steady = held.slice(Math.floor(held.length / 5));
  const third = Math.ceil(steady.length / 3);
  const [begin, end] = [steady.slice(0, third), steady.slice(-third)].map((some) => Math.max(...some)) as [
    number,
    number,
  ];
  if (failed > 0) process.exitCode = 1;
  console.log(`${requests} requests, ${failed} failed, in ${minutes} minutes; held, MB: ${held.join(' ')}`);
  console.log(`memory_end_over_begin=${(end / begin).toFixed(3)}`);
} finally {
  for (const end of started.reverse()) await end();
}
