import type { NounName } from '../../schema/spec.ts';
import { sortKeyOf } from '../../src/graph/model.ts';
import { FLOOR, OPEN } from '../../src/graph/time.ts';
import { type DesiredNode, type DesiredTie, makeNode, makeTie, type Properties } from '../../src/load/graph-shape.ts';
import { ownNames, searchKeys } from '../../src/search/name-form.ts';

/** Whole numbers from 0 to below a bound. */
export type Random = (below: number) => number;

/** Numbers that look random and are the same each time. */
export function randomNumbers(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const PARTS_OF_A_THOUSAND = { institution: 100, law: 150, reform: 750 } as const;
export type Prefix = keyof typeof PARTS_OF_A_THOUSAND;
const prefixes = Object.keys(PARTS_OF_A_THOUSAND) as Prefix[];

/** How many of a graph's nodes are of a noun. */
export const countOf = (prefix: Prefix, nodes: number): number =>
  Math.round((nodes * PARTS_OF_A_THOUSAND[prefix]) / 1_000);

/** Of one width, so that they are in the order of their numbers. */
export const idOf = (prefix: Prefix, number: number): string => `${prefix}/x/${String(number).padStart(6, '0')}`;

/** The most popular is institution/x/000000, with 1,852 of 7,500 reforms; popularity does not follow the order of ids. */
export const HUB = idOf('institution', 0);

/** Draws the popular more often: the r-th of all with a chance near 1/r. */
export function popular(random: Random, prefix: Prefix, nodes: number): string {
  const count = countOf(prefix, nodes);
  const rank = Math.floor(Math.exp((random(2 ** 30) / 2 ** 30) * Math.log(count + 1))) - 1;
  return idOf(prefix, (rank * strideOf(count)) % count);
}

export const anyOf = (random: Random, prefix: Prefix, nodes: number): string =>
  idOf(prefix, random(countOf(prefix, nodes)));

/** A step through all numbers below a count that meets each once. */
function strideOf(count: number): number {
  const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other));
  let stride = Math.ceil(count * 0.618);
  while (divisor(stride, count) > 1) stride += 1;
  return stride;
}

const nounOfPrefix = { institution: 'Institution', law: 'Law', reform: 'Reform' } as const satisfies Record<
  Prefix,
  NounName
>;
const kinds = {
  institution: ['MINISTRY', 'COURT', 'LOCAL_COUNCIL', 'OFFICE', 'CONSULTATIVE'],
  law: ['LAW', 'CODE', 'DECREE', 'CONSTITUTIONAL_LAW'],
  reform: ['PARLIAMENT', 'ELECTIONS', 'JUSTICE', 'CIVIL_SERVICE', 'SOCIAL_POLICY'],
} as const satisfies Record<Prefix, readonly string[]>;
const MECHANISMS = ['CREATED', 'ABOLISHED', 'POWERS_WIDENED', 'POWERS_CUT', 'COMPOSITION_CHANGED', 'QUOTA'];

/** Names in three alphabets' worth of bytes, some with what JSON has to escape. */
const names = {
  institution: ['Committee on Lands', 'Министерство юстиции', 'Парламент Мәжілісі', 'Council "Adilet"'],
  law: ['Law on Elections', 'Закон о выборах', 'Сайлау туралы заң', 'Code of "Administrative" Procedure'],
  reform: ['Transfer of powers', 'Реформа местного самоуправления', 'Сот реформасы', 'A "listening" state'],
} as const satisfies Record<Prefix, readonly string[]>;

interface Row {
  readonly type: string;
  readonly from: Prefix;
  readonly to: Prefix;
  /** How many leave a thing, at most; from one on, each as likely. */
  readonly most: number;
  /** Of a hundred, how many go where popularity sends them. */
  readonly popular: number;
  readonly own?: (random: Random) => Properties;
}

const rows: readonly Row[] = [
  {
    type: 'AFFECTS',
    from: 'reform',
    to: 'institution',
    most: 5,
    popular: 90,
    own: (random) => ({ mechanism: MECHANISMS[random(MECHANISMS.length)] }),
  },
  { type: 'ENACTED_BY', from: 'reform', to: 'law', most: 2, popular: 40, own: () => ({ how: 'NEW_ACT' }) },
  { type: 'ADOPTED_BY', from: 'law', to: 'institution', most: 1, popular: 90 },
  { type: 'AMENDS', from: 'law', to: 'law', most: 3, popular: 60 },
  { type: 'PART_OF', from: 'institution', to: 'institution', most: 1, popular: 60 },
  { type: 'CONSENTS_TO', from: 'institution', to: 'institution', most: 5, popular: 60 },
];

export const nameOf = (prefix: Prefix, number: number): string => {
  const some = names[prefix];
  return `${some[number % some.length]} ${number}`;
};

const RECORDED = { recordedAt: '2026-11-22', retracted: OPEN };
/** What one release said and the next took back. */
const WITHDRAWN = { recordedAt: '2026-11-20', retracted: '2026-11-21', retractedAt: '2026-11-21' };

/** One thing of a hundred, some among the first: a list that ignores it answers otherwise on the first page. */
export const isWithdrawn = (number: number): boolean => number % 100 === 7;

/** Of a hundred claims two are withdrawn, and two known to be wrong. */
function standing(random: Random): Properties {
  const drawn = random(100);
  return { rank: drawn === 2 || drawn === 3 ? 'DEPRECATED' : 'NORMAL', ...(drawn < 2 ? WITHDRAWN : RECORDED) };
}

/** All nodes, one after the other: a graph of a million need not be held whole. */
export function* generatedNodes(nodes: number): Generator<DesiredNode> {
  for (const prefix of prefixes) {
    for (let number = 0; number < countOf(prefix, nodes); number += 1) {
      const [name, kind] = [nameOf(prefix, number), kinds[prefix]];
      yield makeNode(idOf(prefix, number), [nounOfPrefix[prefix], 'Thing'], {
        name,
        searchKeys: searchKeys(ownNames(name, [])),
        kind: kind[number % kind.length],
        summary:
          number % 7 ? `What documents say of number ${number}: what it is for, and who decides on it.` : undefined,
        jurisdiction: 'x',
        since: FLOOR,
        until: OPEN,
        ...(isWithdrawn(number) ? WITHDRAWN : RECORDED),
      });
    }
  }
}

/** All ties: some four to a node. Half begin on a known day, a quarter of them end on one. */
export function* generatedTies(nodes: number): Generator<DesiredTie> {
  for (const [at, row] of rows.entries()) {
    const [random, ofStanding] = [randomNumbers(20_261_122 + at), randomNumbers(20_261_222 + at)];
    let number = 0;
    for (let from = 0; from < countOf(row.from, nodes); from += 1) {
      const fromId = idOf(row.from, from);
      const targets = new Set([fromId]);
      const wanted = 1 + random(row.most);
      for (let tries = 0; targets.size <= wanted && tries < 20; tries += 1) {
        const toId = (random(100) < row.popular ? popular : anyOf)(random, row.to, nodes);
        if (targets.has(toId)) continue;
        targets.add(toId);
        const id = `claim/${row.type.toLowerCase().replace('_', '-')}/${number}`;
        yield tie(row, id, fromId, toId, random, standing(ofStanding));
        number += 1;
      }
    }
  }
}

function tie(row: Row, id: string, fromId: string, toId: string, random: Random, stands: Properties): DesiredTie {
  const day = (from: number, years: number): string => `${from + random(years)}-0${1 + random(9)}-1${random(10)}`;
  const validFrom = random(2) ? day(1995, 25) : undefined;
  const validTo = validFrom && random(4) === 0 ? day(2020, 6) : undefined;
  return makeTie(row.type, id, fromId, toId, {
    ...row.own?.(random),
    fromId,
    toId,
    validFrom,
    validTo,
    sortKey: sortKeyOf(validFrom ?? FLOOR, id),
    startLatest: validFrom ?? OPEN,
    until: validTo ?? OPEN,
    endEarliest: validTo ?? OPEN,
    modality: 'FACT',
    passages: ['passage/x/1'],
    ...stands,
  });
}
