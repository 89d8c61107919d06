import { isDeepStrictEqual } from 'node:util';
import type { Question } from './peer.ts';
import { type PeerServer, post } from './peer-server.ts';
import { drawVariables, isMix, sentOf, type WorkloadSpec } from './workloads.ts';

const VALUES = 12;

/** An answer as it is compared: what its peer's `read` makes of it, as plain JSON. */
export const canonical = ({ read = (data) => data }: Question, data: unknown): unknown =>
  JSON.parse(JSON.stringify(read(data)));

export interface Answered {
  readonly peer: string;
  readonly answer: unknown;
}

/** Stops everything when one of several answers to the same question differs from the first. */
export function assertEqual(what: string, [first, ...others]: readonly Answered[]): void {
  for (const { peer, answer } of others) {
    if (first && !isDeepStrictEqual(answer, first.answer))
      throw new Error(`${what}: ${peer} answers otherwise than ${first.peer}.\n${difference(first.answer, answer)}`);
  }
}

/** Where two values first part. */
function difference(expected: unknown, got: unknown, path = 'data'): string {
  if (isObject(expected) && isObject(got) && Array.isArray(expected) === Array.isArray(got)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(got)])) {
      if (!isDeepStrictEqual(expected[key], got[key])) return difference(expected[key], got[key], `${path}.${key}`);
    }
  }
  return `at ${path}\n  expected ${shown(expected)}\n  got      ${shown(got)}`;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const shown = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 300);

/** Asks every server the same questions, for several values, and compares; returns how many bytes the first answer has of each. */
export async function compareAnswers(
  servers: readonly PeerServer[],
  spec: WorkloadSpec,
  nodes: number,
  values = VALUES,
): Promise<Readonly<Record<string, number>>> {
  const { name } = spec;
  if (isMix(name)) return {};
  const sizes: Record<string, number> = {};
  for (const variables of drawVariables(spec, nodes, values)) {
    const answers: Answered[] = [];
    for (const { peer, url } of servers) {
      const question = peer.questions[name];
      if ('cannot' in question) continue;
      const { data, bytes } = await post(url, question.query, sentOf(question, variables));
      sizes[peer.name] ??= bytes;
      answers.push({ peer: peer.name, answer: canonical(question, data) });
    }
    assertEqual(`${name} of ${JSON.stringify(variables)}`, answers);
  }
  return sizes;
}
