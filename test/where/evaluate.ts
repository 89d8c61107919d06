import { edgeFields, farEnd, type TieField, thingFields, tieFields } from '../../schema/conditions.ts';
import { nounNames, nouns } from '../../schema/nouns.ts';
import type { NounName } from '../../schema/spec.ts';
import { nounsAt } from '../../schema/ties.ts';
import { parsePartialDate } from '../../src/graph/time.ts';
import { claimId, endsOf } from '../../src/load/claim-id.ts';
import type { SeedThing, SeedTie } from '../../src/load/seed-types.ts';
import { VARIED_SEED as SEED } from './varied-seed.ts';

/** Conditions held against the varied seed in memory, by what the contract says of them: what Neo4j answers must be the same. */

export type Where = Readonly<Record<string, unknown>>;
export interface Asked {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly certainOnly?: boolean;
  readonly modalities?: readonly string[];
  readonly ranks?: readonly string[];
}
type Values = Readonly<Record<string, unknown>>;

const things = new Map(SEED.things.map((thing) => [thing.id, thing]));
const units = new Map(SEED.measures.map(({ measure, unit }) => [measure, unit]));
const allTies = SEED.things.flatMap(({ ties }) => ties);
const tiesAt = { fromId: groupByEnd('fromId'), toId: groupByEnd('toId') };

function groupByEnd(end: 'fromId' | 'toId'): ReadonlyMap<string, readonly SeedTie[]> {
  const found = new Map<string, SeedTie[]>();
  for (const tie of allTies) found.set(endsOf(tie)[end], [...(found.get(endsOf(tie)[end]) ?? []), tie]);
  return found;
}

export const thingsOf = (noun: NounName): readonly SeedThing[] =>
  SEED.things.filter((thing) => thing.noun === noun).sort((a, b) => (a.id < b.id ? -1 : 1));

export const valuesOfThing = (thing: SeedThing): Values => ({
  ...thing,
  ...thing.scalars,
  ...(thing.claim ? { ...thing.claim, unit: units.get(String(thing.scalars.measure)) } : {}),
});

export const valuesOfTie = (tie: SeedTie): Values => ({ ...tie, ...tie.own, id: claimId(tie) });

type Recorded = Pick<SeedThing, 'recordedAt' | 'retractedAt'>;

const isRecorded = ({ recordedAt, retractedAt }: Recorded, { knownAt }: Asked): boolean =>
  knownAt === undefined
    ? retractedAt === undefined
    : recordedAt <= knownAt && (retractedAt === undefined || retractedAt > knownAt);

/** Does a claim count within what is asked? */
function inScope(claim: SeedTie | NonNullable<SeedThing['claim']>, asked: Asked): boolean {
  const { rank, modality, validFrom, validTo, end } = claim;
  const { asOf, certainOnly, modalities, ranks = ['PREFERRED', 'NORMAL'] } = asked;
  if (!isRecorded(claim, asked) || !ranks.includes(rank)) return false;
  if (modalities !== undefined && !modalities.includes(modality)) return false;
  if (asOf === undefined) return true;
  const from = validFrom === undefined ? undefined : parsePartialDate(validFrom);
  const to = validTo === undefined ? undefined : parsePartialDate(validTo);
  const forever = end === undefined || end === 'ONGOING';
  if (certainOnly) {
    const surelyBegan = from !== undefined && from.latest <= asOf;
    return surelyBegan && (forever || (to !== undefined && asOf < to.earliest));
  }
  const mayHaveBegun = from === undefined || from.earliest <= asOf;
  return mayHaveBegun && (forever || to === undefined || asOf < to.latest);
}

/** A tie and the thing it leads to. */
export interface SeedPair {
  readonly tie: SeedTie;
  readonly far: SeedThing;
}

export function farThings(thing: SeedThing, row: Omit<TieField, 'field'>, asked: Asked): readonly SeedPair[] {
  const ends = row.tie.undirected
    ? (['fromId', 'toId'] as const)
    : ([row.direction === 'forward' ? 'fromId' : 'toId'] as const);
  return ends.flatMap((end) =>
    (tiesAt[end].get(thing.id) ?? [])
      .filter(({ spec }) => spec.type === row.tie.type)
      .filter((tie) => inScope(tie, asked))
      .map((tie) => ({ tie, far: things.get(endsOf(tie)[end === 'fromId' ? 'toId' : 'fromId']) as SeedThing }))
      .filter(({ far }) => nounsAt(farEnd(row)).includes(far.noun)),
  );
}

/** Things with many ties, so that there is something to choose from and to order. */
export const busyTies = nounNames.flatMap((noun) =>
  tieFields(noun).flatMap((row) =>
    SEED.things
      .filter((thing) => thing.noun === noun)
      .map((thing) => ({ thing, row, count: farThings(thing, row, {}).length }))
      .sort((a, b) => b.count - a.count)
      .slice(0, 1)
      .filter(({ count }) => count > 3),
  ),
);

/** Things of a noun that a plural field lists on the day asked. */
export function listedThings(noun: NounName, asked: Asked): readonly SeedThing[] {
  return thingsOf(noun).filter((thing) => {
    if (!isRecorded(thing, asked)) return false;
    if (thing.claim) return inScope(thing.claim, asked);
    if (asked.asOf === undefined) return true;
    const { begins = [], ends = '' } = nouns[noun].time ?? {};
    const begin = begins.map((key) => thing.scalars[key]).find((date) => date !== undefined);
    const end = thing.scalars[ends];
    return (
      (begin === undefined || (parsePartialDate(String(begin))?.earliest ?? '') <= asked.asOf) &&
      (end === undefined || (parsePartialDate(String(end))?.latest ?? '') > asked.asOf)
    );
  });
}

function logical(where: Where, part: (name: string, value: never) => boolean): boolean {
  return Object.entries(where).every(([name, value]) => {
    if (name === 'AND') return (value as Where[]).every((one) => logical(one, part));
    if (name === 'OR') return (value as Where[]).some((one) => logical(one, part));
    return name === 'NOT' ? !logical(value as Where, part) : part(name, value as never);
  });
}

export function thingHolds(thing: SeedThing, where: Where, asked: Asked, mixed = false): boolean {
  const values = valuesOfThing(thing);
  return logical(where, (name: string, value: Where) => {
    if (mixed && name === 'noun') return valueHolds(thing.noun, value);
    const noun = mixed ? nounNames.find((one) => nouns[one].one === name) : undefined;
    if (noun) return thing.noun === noun && thingHolds(thing, value, asked);
    const row = mixed ? undefined : tieFields(thing.noun).find(({ field }) => field === name);
    if (row) return tiesHold(thing, row, value, asked);
    const field = thingFields(mixed ? undefined : thing.noun)[name];
    return field?.type === 'PartialDate' ? dateHolds(values[name], value) : valueHolds(values[name], value);
  });
}

export const pairHolds = (
  { tie, far }: { tie: SeedTie; far: SeedThing },
  row: Omit<TieField, 'field'>,
  where: Where,
  asked: Asked,
): boolean =>
  logical(where, (name: string, value: Where) =>
    name === 'node'
      ? thingHolds(far, value, asked, typeof farEnd(row) !== 'string')
      : logical(value, (field: string, filter: Where) => {
          const held = valuesOfTie(tie)[field];
          return edgeFields(tie.spec.type)[field]?.type === 'PartialDate'
            ? dateHolds(held, filter)
            : valueHolds(held, filter);
        }),
  );

function tiesHold(thing: SeedThing, row: TieField, filter: Where, asked: Asked): boolean {
  const pairs = farThings(thing, row, asked);
  const holds = (pair: (typeof pairs)[number], where: unknown): boolean => pairHolds(pair, row, where as Where, asked);
  const { countWhere = {}, ...rest } = filter;
  return Object.entries(rest).every(([word, where]) => {
    if (word === 'count') return valueHolds(pairs.filter((pair) => holds(pair, countWhere)).length, where as Where);
    if (word === 'some') return pairs.some((pair) => holds(pair, where));
    return word === 'none' ? !pairs.some((pair) => holds(pair, where)) : pairs.every((pair) => holds(pair, where));
  });
}

function valueHolds(value: unknown, filter: Where): boolean {
  const lower = (text: unknown): string => String(text).toLowerCase();
  const absent = value === undefined || (Array.isArray(value) && value.length === 0);
  return Object.entries(filter).every(([word, wanted]) => {
    if (word === 'isNull') return absent === wanted;
    if (word === 'not') return value !== wanted;
    if (absent) return false;
    if (word === 'eq') return value === wanted;
    if (word === 'in') return (wanted as unknown[]).includes(value);
    if (word === 'has') return (value as unknown[]).includes(wanted);
    if (word === 'contains') return lower(value).includes(lower(wanted));
    if (word === 'startsWith') return lower(value).startsWith(lower(wanted));
    const [one, other] = [Number(value), Number(wanted)];
    if (word === 'gt') return one > other;
    if (word === 'gte') return one >= other;
    return word === 'lt' ? one < other : one <= other;
  });
}

function dateHolds(value: unknown, filter: Where): boolean {
  const held = value === undefined ? undefined : parsePartialDate(String(value));
  return Object.entries(filter).every(([word, wanted]) => {
    if (word === 'isNull') return (held === undefined) === wanted;
    const other = parsePartialDate(String(wanted));
    if (!held || !other) return false;
    if (word === 'within') return held.earliest >= other.earliest && held.latest <= other.latest;
    const notBefore = held.latest >= other.earliest;
    const notAfter = held.earliest <= other.latest;
    return word === 'eq' ? notBefore && notAfter : word === 'gte' ? notBefore : notAfter;
  });
}
