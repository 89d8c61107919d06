import { Agent } from 'node:http';
import { randomNumbers } from '../../bench/generated-graph.ts';
import { nestedIntrospection } from './documents.ts';
import { judge } from './judge.ts';
import { sent } from './request.ts';
import { Lost, send } from './send.ts';

const MANY = 100;
/** Milliseconds that the server may be deaf meanwhile, 99 times in a hundred. */
const DEAF = 100;

export interface AtOnce {
  readonly asked: number;
  readonly answered: number;
  readonly refused: number;
  readonly others: number;
  readonly eventLoopP99: number;
  readonly ok: boolean;
}

/** A hundred clients ask for the contract in circles at one moment. */
export async function introspectionAtOnce(port: number, seed: number): Promise<AtOnce> {
  const random = randomNumbers(seed);
  // What is read of it is counted from anew.
  await eventLoopDelay(port);
  const agent = new Agent({ maxSockets: MANY });
  const verdicts = await Promise.all(
    Array.from({ length: MANY }, async () => {
      const one = sent(JSON.stringify({ query: nestedIntrospection(random) }));
      const reply = await send(port, agent, one).catch((error: unknown) => {
        if (error instanceof Lost) return undefined;
        throw error;
      });
      if (!reply) return 'lost';
      const { verdict, faults } = judge(reply, false);
      return faults.length > 0 ? 'broken' : verdict;
    }),
  );
  const eventLoopP99 = await eventLoopDelay(port);
  const count = (one: string): number => verdicts.filter((verdict) => verdict === one).length;
  const [answered, refused] = [count('answered'), count('refused')];
  const others = MANY - answered - refused;
  return { asked: MANY, answered, refused, others, eventLoopP99, ok: others === 0 && eventLoopP99 < DEAF };
}

/** p99 since it was last looked at, ms. */
async function eventLoopDelay(port: number): Promise<number> {
  const metrics = await fetch(`http://127.0.0.1:${port}/metrics`).then((response) => response.text());
  return Math.round(Number(/^nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(metrics)?.[1]) * 1_000);
}
