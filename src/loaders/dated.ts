import { placeInThing } from '../../schema/columns.ts';
import { ownDates } from '../../schema/own-dates.ts';
import { ReformgraphError } from '../errors.ts';
import { statementFile } from '../graph/statements.ts';
import { type End, FLOOR, OPEN, parsePartialDate } from '../graph/time.ts';
import type { Ask } from './ask.ts';
import { recordedBy, retractedAfter, type Scope } from './scope.ts';
import type { thingLoaders } from './things.ts';
import type { Entity, Row } from './values.ts';

const claimsText = statementFile('read/claims-in-full');
const partsText = statementFile('read/parts-of-reform');

/** No thing is read whole that has more claims than this; its connections are paged. */
const MOST_CLAIMS = 5_000;

export type Turn = 'HAPPENS' | 'BEGINS' | 'ENDS';

export type DatedKind = 'EVENT' | 'DEED' | 'STAGE' | 'TERM' | 'STATE' | 'NAME' | 'FIGURE' | 'BEGIN' | 'END';

/** A claim of a thing or of a part of it, a name, or a date of the thing itself. */
export interface Told {
  readonly kind: DatedKind;
  /** Relationship type, `Figure`, or null for a name or a date of the thing itself. */
  readonly type: string | null;
  readonly id: string;
  readonly modality: string;
  readonly nearId: string;
  readonly nearName: string;
  readonly farId: string | null;
  readonly farName: string | null;
  readonly forward: boolean;
  /** What a claim says beside its ends, the text of a name, or the name of an own date. */
  readonly says: string | null;
  readonly inferred: readonly string[];
  readonly note: string | null;
  readonly passages: readonly string[];
}

/** A claim with what is known of when it holds; a deed has no end. */
export interface FullClaim extends Told {
  readonly from: string | null;
  readonly to: string | null;
  readonly end: End | null;
  /** Day of the event at the other end or at which it was done, or of what a figure dates. */
  readonly heldOn: string | null;
  readonly statedOn: string | null;
}

/** One date of what is told. */
export interface Dated extends Told {
  readonly turn: Turn;
  readonly date: string;
  /** FLOOR and OPEN where a side is not known. */
  readonly earliest: string;
  readonly latest: string;
}

/** Everything dated about a thing: one statement for its claims, one for its names, one more for the parts of a reform. */
export function datedLoaders(ask: Ask, { row, names }: ReturnType<typeof thingLoaders>) {
  async function partsOf({ noun, id, scope }: Entity): Promise<readonly string[]> {
    if (noun !== 'Reform') return [];
    return (await ask(partsText, [id, recordedBy(scope), retractedAfter(scope), scope.ranks])) as string[];
  }

  async function claimsOf(ids: readonly string[], scope: Scope): Promise<readonly FullClaim[]> {
    const key = [ids, recordedBy(scope), retractedAfter(scope), scope.ranks, scope.modalities];
    const rows = (await ask(claimsText, key, { limit: MOST_CLAIMS + 1 })) as Row[];
    if (rows.length <= MOST_CLAIMS) return rows.flatMap(readClaim);
    throw new ReformgraphError(
      'BAD_USER_INPUT',
      `"${ids[0]}" has more than ${MOST_CLAIMS} claims, too many to put in order at once. Page through its connections instead.`,
    );
  }

  /** Its names and own dates are facts. */
  async function ofItself(entity: Entity): Promise<readonly Dated[]> {
    const { noun, id, scope } = entity;
    if (scope.modalities !== null && !scope.modalities.includes('FACT')) return [];
    const [values, named] = await Promise.all([row(entity), names(entity)]);
    const value = (key: string): unknown => values[placeInThing(noun, key)] ?? undefined;
    const known = String(value('recordedAt')) <= recordedBy(scope);
    if (!known || String(value('retractedAt') ?? OPEN) <= retractedAfter(scope)) return [];
    const shared = { modality: 'FACT', type: null, nearId: id, nearName: String(value('name')), farId: null };
    const none = { farName: null, forward: true, note: null };
    return [
      ...named.flatMap(({ text, validFrom, validTo, passages }) =>
        (
          [
            ['BEGINS', validFrom],
            ['ENDS', validTo],
          ] as const
        ).flatMap(([turn, date]) =>
          dated(date, {
            ...shared,
            ...none,
            kind: 'NAME',
            turn,
            id: `name ${text}`,
            says: text,
            inferred: [],
            passages,
          }),
        ),
      ),
      ...(noun === 'Figure' ? [] : Object.entries(ownDates)).flatMap(([says, { kind }]) =>
        dated(value(says), {
          ...shared,
          ...none,
          kind,
          turn: kind === 'BEGIN' ? 'BEGINS' : 'ENDS',
          id: `${kind} ${says}`,
          says,
          inferred: ((value('inferred') ?? []) as readonly string[]).includes(says) ? ['DATE'] : [],
          note: (value('note') ?? null) as string | null,
          passages: (value('passages') ?? []) as readonly string[],
        }),
      ),
    ];
  }

  /** All of it, each once: what a thing shares with a part stands there as its own. */
  async function datedOf(entity: Entity, includeParts: boolean): Promise<readonly Dated[]> {
    const parts = includeParts ? await partsOf(entity) : [];
    const [claims, own] = await Promise.all([
      claimsOf([entity.id, ...parts.filter((id) => id !== entity.id)], entity.scope),
      ofItself(entity),
    ]);
    const once = new Map<string, Dated>();
    for (const one of [...own, ...claims.flatMap(turnsOf)]) {
      const same = `${one.id} ${one.turn}`;
      if (!once.has(same) || one.nearId === entity.id) once.set(same, one);
    }
    return [...once.values()].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  }

  return { datedOf, claimsOf, partsOf, ofItself };
}

/** In order of time by the earliest day it may mean, or by the latest where nothing earlier is known. */
export const placeOf = ({ earliest, latest, id, turn }: Dated): string =>
  `${earliest === FLOOR ? latest : earliest} ${id} ${turn}`;

/** With the days it may mean; nothing where it is no date. */
export function dated(date: unknown, rest: Omit<Dated, 'date' | 'earliest' | 'latest'>): Dated[] {
  const read = typeof date === 'string' ? parsePartialDate(date) : undefined;
  return read ? [{ ...rest, date: read.text, earliest: read.earliest, latest: read.latest }] : [];
}

const STAGES = ['REACHED', 'PROPOSED_BY'];

/** A figure is told from the thing it is about, as the claim it is. */
function readClaim(row: Row): readonly FullClaim[] {
  const text = (value: unknown): string | null => (value ?? null) as string | null;
  const [type, id, nearId, farId, nearName, farName, forward, from, to, end, modality, says, ...rest] = row;
  const [inferred, note, passages, heldOn, statedOn] = rest;
  if (type === 'POSSIBLY_SAME_AS') return [];
  const figure = type === 'ABOUT' && !forward;
  const claim: FullClaim = {
    kind: kindOf(String(type), figure, String(farId), end === null),
    type: figure ? 'Figure' : String(type),
    id: String(figure ? farId : id),
    modality: String(modality),
    nearId: String(nearId),
    nearName: String(nearName),
    farId: String(farId),
    farName: String(farName),
    forward: forward === true,
    says: text(says),
    inferred: (inferred ?? []) as readonly string[],
    note: text(note),
    passages: (passages ?? []) as readonly string[],
    from: text(from),
    to: text(to),
    end: text(end) as End | null,
    heldOn: text(heldOn),
    statedOn: text(statedOn),
  };
  return [claim];
}

/** A state begins and ends, a deed happens; a tie to an event without a day of its own has that of the event. */
export function turnsOf({ from, to, end, heldOn, statedOn, ...told }: FullClaim): readonly Dated[] {
  const point = heldOn ?? (from === null && to === null ? statedOn : null);
  return end === null || point !== null || told.kind === 'EVENT'
    ? dated(from ?? point, { ...told, turn: 'HAPPENS' })
    : [...dated(from, { ...told, turn: 'BEGINS' }), ...dated(to, { ...told, turn: 'ENDS' })];
}

/** What a claim tells of; `deed` where it has no end. */
export function kindOf(type: string, figure: boolean, farId: string, deed: boolean): DatedKind {
  if (figure) return 'FIGURE';
  if (STAGES.includes(type)) return 'STAGE';
  if (farId.startsWith('event/')) return 'EVENT';
  if (type === 'HELD_OFFICE') return 'TERM';
  return deed ? 'DEED' : 'STATE';
}
