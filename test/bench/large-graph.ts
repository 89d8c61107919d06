import type { NounName } from '../../schema/spec.ts';
import { sortKeyOf } from '../../src/graph/model.ts';
import { FLOOR, OPEN } from '../../src/graph/time.ts';
import type { DesiredGraph, DesiredTie } from '../../src/load/desired-graph.ts';
import { claimProperties, thingNode } from '../every-tie.ts';
import { randomNumbers } from './generated-graph.ts';

export const THINGS = 50_000;
export const TIES = 250_000;
export const HUB_TIES = 2_000;
export const HUB = 'institution/x/0';

const rows = [
  ['AFFECTS', 'reform', 'institution'],
  ['ENACTED_BY', 'reform', 'law'],
  ['ADOPTED_BY', 'law', 'institution'],
  ['AMENDS', 'law', 'law'],
  ['PART_OF', 'institution', 'institution'],
  ['CONSENTS_TO', 'institution', 'institution'],
] as const;

const nounsByPrefix = { institution: 'Institution', law: 'Law', reform: 'Reform' } as const satisfies Record<
  string,
  NounName
>;
const prefixes = Object.keys(nounsByPrefix) as (keyof typeof nounsByPrefix)[];

/** Ties between chance ends, half of which begin and a quarter of which end on some day; one thing has 2,000. */
export function largeGraph(): DesiredGraph {
  const random = randomNumbers(20_261_122);
  const each = Math.ceil(THINGS / prefixes.length);
  const idOf = (prefix: string, number: number): string => `${prefix}/x/${number}`;
  const day = (from: number, years: number): string => `${from + random(years)}-0${1 + random(9)}-1${random(10)}`;
  const tieOf = (number: number): DesiredTie => {
    const atHub = number < HUB_TIES;
    const [type, from, to] = rows[atHub ? 0 : random(rows.length)] as (typeof rows)[number];
    const [fromId, toId] = [idOf(from, random(each)), atHub ? HUB : idOf(to, random(each))];
    const id = `claim/x/${number}`;
    const since = random(2) ? day(1995, 25) : FLOOR;
    const until = random(4) ? OPEN : day(2020, 6);
    const times = { sortKey: sortKeyOf(since, id), startLatest: since === FLOOR ? OPEN : since, until };
    return {
      id,
      type,
      fromId,
      toId,
      properties: claimProperties(id, fromId, toId, { ...times, endEarliest: until === OPEN ? FLOOR : until }),
    };
  };
  return {
    nodes: Array.from({ length: THINGS }, (_, at) => {
      const prefix = prefixes[at % prefixes.length] as (typeof prefixes)[number];
      return thingNode(nounsByPrefix[prefix], idOf(prefix, Math.floor(at / prefixes.length)), { kind: 'OTHER' });
    }),
    ties: Array.from({ length: TIES }, (_, number) => tieOf(number)),
  };
}
