import type { Generator } from './generator.ts';
import type { Job, Load } from './load.ts';
import type { PeerServer } from './peer-server.ts';
import { bodiesOf, cannotAsk, type Timed, type WorkloadSpec } from './workloads.ts';

/** A number of connections that are always busy, or requests at a fixed rate. */
export type Level = number | 'rate';

/** One measurement. CPU is in milliseconds a request, of the peer's process, Neo4j's and the generator's. */
export interface Sample {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly serverCpu: number | undefined;
  readonly neo4jCpu: number | undefined;
  readonly generatorCpu: number;
  /** Share of one core the generator used: near 1 it was the limit, and not what it measured. */
  readonly generatorShare: number;
  readonly failed: number;
}

/** A workload, a peer and a load, with a sample for each round; or why there is none. */
export interface Cell<Name extends Timed | 'W11' = Timed | 'W11'> {
  readonly workload: Name;
  readonly peer: string;
  readonly level: Level;
  readonly samples: Sample[];
  cannot?: string | undefined;
}

export interface Bench {
  readonly servers: readonly PeerServer[];
  readonly nodes: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly generator: Generator;
  readonly neo4jPid: number | undefined;
  readonly progress: (message: string) => void;
  readonly signal: AbortSignal;
}

/** Those whose rates decide the fixed one: it is to tell the fast apart. */
const FAST = ['ours', 'raw', 'raw-maps'];
const OF_SLOWEST = 0.6;
/** A peer near its limit would only show how long its queue has grown. */
const ROOM = 1.25;
const LONGEST_CELL = 8_000;
const WARM_CONNECTIONS = 4;
const RATE_CONNECTIONS = 64;

/** Gives the generator a job against one server. */
export function runJob(bench: Bench, { url, pid }: PeerServer, job: Omit<Job, 'url' | 'watched'>): Promise<Load> {
  bench.signal.throwIfAborted();
  return bench.generator.run({ ...job, url, watched: [pid, bench.neo4jPid] });
}

/** Times every workload with every peer. */
export async function measure(bench: Bench, specs: readonly WorkloadSpec[]): Promise<readonly Cell<Timed>[]> {
  const alone = await warm(bench, specs);
  const rates = new Map<Timed, number>();
  const cells: Cell<Timed>[] = [];
  const cellOf = (workload: Timed, peer: string, level: Level): Cell<Timed> => {
    const known = cells.find((cell) => cell.workload === workload && cell.peer === peer && cell.level === level);
    const cell = known ?? { workload, peer, level, samples: [] };
    if (!known) cells.push(cell);
    return cell;
  };
  for (const { round, spec, level, server } of stepsOf(bench, specs)) {
    const [workload, peer] = [spec.name, server.peer.name];
    const cell = cellOf(workload, peer, level);
    if (level === 'rate' && !rates.has(workload)) rates.set(workload, fixedRate(cells, workload));
    const rate = rates.get(workload) ?? 0;
    cell.cannot ??= cannotAsk(server.peer, workload);
    if (level === 'rate') {
      if (best(cells, workload, peer) < rate * ROOM) cell.cannot ??= 'cannot keep up';
    } else if (level * (alone.get(cellKey(workload, peer)) ?? 0) > LONGEST_CELL) cell.cannot ??= 'too slow';
    if (cell.cannot) continue;
    bench.progress(`round ${round + 1} of ${bench.rounds}: ${workload}, ${level}, ${peer}`);
    const load = await runJob(bench, server, {
      bodies: bodiesOf(server.peer, spec, bench.nodes),
      seconds: bench.seconds,
      ...(level === 'rate' ? { connections: RATE_CONNECTIONS, rate } : { connections: level }),
    });
    if (load.failed > 0) bench.progress(`${workload}, ${level}, ${peer}: ${load.failed} failed, ${load.failure}`);
    if (load.saturated) cell.cannot = 'cannot keep up';
    else cell.samples.push(sampleOf(load));
  }
  return cells;
}

/** All peers after each other for each load, in turn forwards and backwards. The rate follows from the loads before it. */
function* stepsOf({ rounds, servers }: Bench, specs: readonly WorkloadSpec[]) {
  for (let round = 0; round < rounds; round += 1) {
    for (const spec of specs) {
      for (const level of [...spec.connections, 'rate'] as const) {
        for (const server of round % 2 ? [...servers].reverse() : servers) yield { round, spec, level, server };
      }
    }
  }
}

const cellKey = (workload: Timed, peer: string): string => `${workload} ${peer}`;

/** Neo4j is several times slower in its first minute. Returns how long a request takes alone, in milliseconds. */
async function warm(bench: Bench, specs: readonly WorkloadSpec[]): Promise<ReadonlyMap<string, number>> {
  const alone = new Map<string, number>();
  for (const spec of specs) {
    for (const server of bench.servers) {
      if (cannotAsk(server.peer, spec.name)) continue;
      bench.progress(`warming up: ${spec.name}, ${server.peer.name}`);
      const job = { bodies: bodiesOf(server.peer, spec, bench.nodes), seconds: bench.seconds };
      const load = await runJob(bench, server, { ...job, connections: WARM_CONNECTIONS });
      const { p50 } = await runJob(bench, server, { ...job, seconds: bench.seconds / 3, connections: 1 });
      if (load.failed > 0) throw new Error(`${spec.name}, ${server.peer.name}: ${load.failure}`);
      alone.set(cellKey(spec.name, server.peer.name), p50);
    }
  }
  return alone;
}

export function sampleOf({ requests, seconds, p50, p99, cpu, watchedCpu, failed }: Load): Sample {
  const [serverCpu, neo4jCpu] = watchedCpu.map((spent) => spent && spent / requests);
  return {
    perSecond: requests / seconds,
    p50,
    p99,
    serverCpu,
    neo4jCpu,
    generatorCpu: cpu / requests,
    generatorShare: cpu / (seconds * 1_000),
    failed,
  };
}

/** The most requests a second that a peer answered in the first round, at up to 16 connections. */
const best = (cells: readonly Cell[], workload: Timed, peer: string): number =>
  Math.max(
    0,
    ...cells.flatMap((cell) =>
      cell.workload === workload && cell.peer === peer && cell.level !== 'rate' && cell.level <= 16
        ? [cell.samples[0]?.perSecond ?? 0]
        : [],
    ),
  );

const fixedRate = (cells: readonly Cell[], workload: Timed): number =>
  OF_SLOWEST * Math.min(...FAST.map((peer) => best(cells, workload, peer)).filter((rate) => rate > 0));
