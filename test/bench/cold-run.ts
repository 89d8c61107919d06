import { type Bench, type Cell, runJob, sampleOf } from './measure.ts';
import { assertEqual, canonical } from './parity.ts';
import { cannotAsk } from './workloads.ts';

/**
 * W11: texts that nobody has asked before, each asked once by each peer, one after the other. They would not be new if
 * their answers were compared beforehand: they are kept and compared afterwards, and a wrong one stops the run too.
 */
export async function measureCold(bench: Bench, texts: number): Promise<readonly Cell<'W11'>[]> {
  const cells = bench.servers.map(({ peer }): Cell<'W11'> => {
    const cannot = cannotAsk(peer, 'W11') ?? (peer.cold ? undefined : 'its texts are not written');
    return { workload: 'W11', peer: peer.name, level: 1, samples: [], cannot };
  });
  const each = Math.max(1, Math.floor(texts / bench.rounds));
  for (let round = 0; round < bench.rounds; round += 1) {
    const numbers = Array.from({ length: each }, (_, at) => round * each + at);
    const answers: { peer: string; answers: readonly unknown[] }[] = [];
    for (const [at, { peer, ...server }] of bench.servers.entries()) {
      const { cold } = peer;
      const cell = cells[at];
      if (!cold || !cell || cell.cannot) continue;
      bench.progress(`round ${round + 1} of ${bench.rounds}: W11, ${peer.name}`);
      const questions = numbers.map(cold);
      const bodies = questions.map(({ query }) => JSON.stringify({ query, variables: {} }));
      const load = await runJob(bench, { peer, ...server }, { bodies, connections: 1 });
      if (load.failed > 0) throw new Error(`W11, ${peer.name}: ${load.failed} failed, ${load.failure}`);
      cell.samples.push(sampleOf(load));
      const read = questions.map((question, number) =>
        canonical(question, (JSON.parse(load.answers[number] ?? '{}') as { data: unknown }).data),
      );
      answers.push({ peer: peer.name, answers: read });
    }
    for (const [at, number] of numbers.entries()) {
      assertEqual(
        `W11, text ${number}`,
        answers.map(({ peer, answers: all }) => ({ peer, answer: all[at] })),
      );
    }
  }
  return cells;
}
