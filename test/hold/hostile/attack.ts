import { Agent } from 'node:http';
import { randomNumbers } from '../../bench/generated-graph.ts';
import { families } from './families.ts';
import { type Judged, judge } from './judge.ts';
import type { Family, HostileRequest } from './request.ts';
import { Lost, type Reply, send } from './send.ts';
import { transport } from './transport.ts';

export interface Attack {
  readonly port: number;
  readonly seed: number;
  /** Of each family. */
  readonly each: number;
  readonly connections: number;
  readonly only?: readonly Family[];
  /** `at` is its place among all: see `requestAt`. */
  readonly onReply?: (reply: Reply, judged: Judged, family: string, at: number) => void;
  /** Ends it before its time. */
  readonly isOver?: () => boolean;
}

export interface Tally {
  tried: number;
  answered: number;
  refused: number;
  closed: number;
  unavailable: number;
  lost: number;
  /** By what is wrong, some requests that show it. */
  readonly faults: Map<string, { count: number; readonly shown: string[] }>;
}

const SHOWN = 3;
/** What is no HTTP may be left without an answer. */
const mayBeClosed = new Set(transport);

/** The same for the same seed, so that none has to be kept. */
export const requestAt = (family: Family, seed: number, at: number): HostileRequest =>
  family.make(randomNumbers(seed + at * 7_919));

/** Sends so many requests of each family, a few at a time, and counts what comes of them. */
export async function attack({
  port,
  seed,
  each,
  connections,
  only = families,
  onReply,
  isOver,
}: Attack): Promise<Tally> {
  const tally: Tally = { tried: 0, answered: 0, refused: 0, closed: 0, unavailable: 0, lost: 0, faults: new Map() };
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const note = (fault: string, { name }: Family, one: HostileRequest, reply?: Reply): void => {
    const known = tally.faults.get(fault) ?? { count: 0, shown: [] };
    known.count += 1;
    if (known.shown.length < SHOWN) known.shown.push(describe(name, one, reply));
    tally.faults.set(fault, known);
  };

  // Families take turns, so that what one leaves behind meets all others.
  const total = each * only.length;
  let next = 0;
  async function client(): Promise<void> {
    while (next < total && !isOver?.()) {
      const at = next++;
      const family = only[at % only.length] as Family;
      const one = requestAt(family, seed, at);
      tally.tried += 1;
      try {
        const reply = await send(port, agent, one);
        const judged = judge(reply, mayBeClosed.has(family));
        tally[judged.verdict] += 1;
        for (const fault of judged.faults) note(fault, family, one, reply);
        onReply?.(reply, judged, family.name, at);
      } catch (error) {
        if (!(error instanceof Lost)) throw new Error(describe(family.name, one), { cause: error });
        tally.lost += 1;
        note('LOST', family, one);
      }
    }
  }
  await Promise.all(Array.from({ length: connections }, client));
  agent.destroy();
  return tally;
}

/** As one line, of which what is long is cut. */
export function describe(name: string, { method, path, headers, body, raw }: HostileRequest, reply?: Reply): string {
  const short = (text: string | Buffer | undefined): string | undefined => text?.toString().slice(0, 400);
  return JSON.stringify({
    family: name,
    method,
    path,
    headers,
    body: short(body),
    raw: short(raw),
    status: reply?.status,
    answer: short(reply?.text),
  });
}
