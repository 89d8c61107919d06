import { type Bench, type Cell, runJob, sampleOf } from './measure.ts';
import { type Answered, assertEqual, canonical } from './parity.ts';
import type { Peer } from './peer.ts';
import { percentile } from './percentile.ts';
import { cannotAsk } from './workloads.ts';

export const COLD = { name: 'W11', what: 'texts never seen before, each asked once' } as const;

const WARMING = 10;
/** Asked by one peer before it is the next one's turn. */
const AT_ONCE = 20;

/**
 * W11: texts that nobody has asked before, each asked once by each peer, one after the other. Those that are timed would not
 * be new if their answers were compared beforehand: some others are, and theirs afterwards. A wrong one stops the run.
 */
export async function measureCold(bench: Bench, texts: number): Promise<readonly Cell<'W11'>[]> {
  await ask(bench, texts, WARMING);
  const samples = new Map<string, Awaited<ReturnType<typeof runJob>>[]>();
  for (let from = 0; from < texts; from += AT_ONCE) {
    bench.progress(`W11: ${from} of ${texts} texts never seen before`);
    for (const [peer, load] of await ask(bench, from, Math.min(AT_ONCE, texts - from)))
      samples.set(peer, [...(samples.get(peer) ?? []), load]);
  }
  return bench.servers.map(({ peer }): Cell<'W11'> => {
    const loads = samples.get(peer.name) ?? [];
    const latencies = loads.flatMap((load) => load.latencies);
    const whole = {
      p50: percentile(latencies, 0.5),
      p99: percentile(latencies, 0.99),
    };
    return {
      workload: 'W11',
      peer: peer.name,
      level: 1,
      cannot: cannot(peer),
      samples: loads.map((load) => ({ ...sampleOf(load), ...whole })),
    };
  });
}

const cannot = (peer: Peer): string | undefined =>
  cannotAsk(peer, 'W11') ?? (peer.cold ? undefined : 'its texts are not written');

/** Every peer is asked some texts, and their answers are compared. */
async function ask(bench: Bench, from: number, count: number) {
  const numbers = Array.from({ length: count }, (_, at) => from + at);
  const loads = new Map<string, Awaited<ReturnType<typeof runJob>>>();
  const answers: Answered[][] = numbers.map(() => []);
  for (const server of bench.servers) {
    const { name, cold } = server.peer;
    if (!cold || cannot(server.peer)) continue;
    const questions = numbers.map(cold);
    const bodies = questions.map(({ query }) => JSON.stringify({ query, variables: {} }));
    const load = await runJob(bench, server, { bodies, connections: 1 });
    if (load.failed > 0) throw new Error(`W11, ${name}: ${load.failed} failed, ${load.failure}`);
    loads.set(name, load);
    for (const [at, question] of questions.entries()) {
      const { data } = JSON.parse(load.answers[at] ?? '{}') as { data: unknown };
      answers[at]?.push({ peer: name, answer: canonical(question, data) });
    }
  }
  for (const [at, some] of answers.entries()) assertEqual(`W11, text ${from + at}`, some);
  return loads;
}
