import { distinct } from './distinct.ts';
import { anyOf, countOf, isWithdrawn, nameOf, popular, type Random, randomNumbers } from './generated-graph.ts';
import type { Peer, Question, Variables, Workload } from './peer.ts';

/** Sends the questions of others. */
type Mix = 'W10' | 'W3d';

/** What is timed in rounds: the questions, and mixes of them. W11 is timed on its own: each of its texts is asked once. */
export type Timed = Exclude<Workload, 'W11'> | Mix;

export interface WorkloadSpec {
  readonly name: Timed;
  readonly what: string;
  /** Numbers of connections it is asked on. */
  readonly connections: readonly number[];
  /** Draws the values of one request from a graph of so many nodes. */
  readonly variables?: (random: Random, nodes: number) => Variables;
}

const USUAL = [1, 16, 64];

/** An institution's, in Latin letters: the index has others transliterated, which only we do. */
function nameToFind(random: Random, nodes: number): string {
  const number = random(countOf('institution', nodes));
  const name = nameOf('institution', number);
  return isWithdrawn(number) || !/^[ -~]*$/.test(name) ? nameToFind(random, nodes) : name;
}

export const workloads: readonly WorkloadSpec[] = [
  {
    name: 'W1',
    what: 'one institution by id',
    connections: USUAL,
    variables: (random, nodes) => ({ id: anyOf(random, 'institution', nodes) }),
  },
  { name: 'W2', what: 'a list of 20', connections: USUAL },
  { name: 'W3', what: 'three levels, 20 x 5 x 3', connections: USUAL },
  { name: 'W3d', what: 'the same as W3, but no two at a time of the same bytes', connections: [16] },
  { name: 'W3h', what: 'three levels through hubs, 20 x 5 x 3', connections: USUAL },
  { name: 'W4', what: 'a page of 100', connections: USUAL },
  { name: 'W4c', what: 'a page of 100 with totalCount', connections: USUAL },
  {
    name: 'W5',
    what: 'a condition through two ties, popular institutions more often',
    connections: USUAL,
    variables: (random, nodes) => ({ id: popular(random, 'institution', nodes) }),
  },
  { name: 'W6', what: 'counts of two ties of 20', connections: USUAL },
  {
    name: 'W7',
    what: 'the first shortest path to 4 hops',
    connections: [1, 16],
    variables: (random, nodes) => {
      const from = anyOf(random, 'institution', nodes);
      const to = anyOf(random, 'institution', nodes);
      return from === to ? { from, to: popular(random, 'reform', nodes) } : { from, to };
    },
  },
  {
    name: 'W8',
    what: 'the best hit for a name, and what affects it',
    connections: [1, 16],
    variables: (random, nodes) => ({ text: nameToFind(random, nodes) }),
  },
  { name: 'W9', what: 'six levels, fragments and aliases', connections: USUAL },
  { name: 'W10', what: 'a mix: 80 % W1 of popular ids, 15 % W2 and W4, 5 % W3', connections: USUAL },
  { name: 'W12', what: 'some 10,000 objects', connections: [1] },
];

const MIXED: Readonly<Record<Mix, readonly Workload[]>> = { W10: ['W1', 'W2', 'W4', 'W3'], W3d: ['W3'] };

export const isMix = (name: Timed): name is Mix => name in MIXED;

/** Which questions a workload sends. */
export const askedIn = (name: Timed): readonly Workload[] => (isMix(name) ? MIXED[name] : [name]);

/** Why a peer is not asked a workload; undefined when it is. */
export const cannotAsk = ({ questions }: Peer, name: Timed | 'W11'): string | undefined =>
  (name === 'W11' ? [name] : askedIn(name)).map((one) => questions[one]).find((one) => 'cannot' in one)?.cannot;

/** The variables of a request, in its peer's words. */
export const sentOf = ({ send }: Question, drawn: Variables): Variables => (send ? send(drawn) : drawn);

/** Values for some requests, the same for every peer. */
export function drawVariables(spec: WorkloadSpec, nodes: number, count: number, seed = 7): readonly Variables[] {
  const random = randomNumbers(seed);
  return Array.from({ length: spec.variables ? count : 1 }, () => spec.variables?.(random, nodes) ?? {});
}

/** Bodies of requests, sent one after the other and then from the start again. */
export function bodiesOf({ questions }: Peer, spec: WorkloadSpec, nodes: number): readonly string[] {
  const body = (name: Workload, drawn: Variables): string => {
    const asked = questions[name];
    return 'cannot' in asked ? '' : JSON.stringify({ query: asked.query, variables: sentOf(asked, drawn) });
  };
  const { name } = spec;
  if (name === 'W3d') return Array.from({ length: 1_024 }, (_, nth) => distinct(body('W3', {}), nth));
  if (name !== 'W10') return drawVariables(spec, nodes, 500).map((variables) => body(name, variables));
  const random = randomNumbers(10);
  return Array.from({ length: 500 }, () => {
    const share = random(100);
    if (share < 80) return body('W1', { id: popular(random, 'institution', nodes) });
    return body(share < 95 ? (random(2) ? 'W2' : 'W4') : 'W3', {});
  });
}
