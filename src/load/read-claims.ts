import type { NounSpec, TieSpec } from '../../schema/spec.ts';
import { nounsAt } from '../../schema/ties.ts';
import type { End, Lasts } from '../graph/time.ts';
import {
  type Fields,
  listIn,
  type OnUnknown,
  placeOf,
  readEntries,
  type Shape,
  textOf,
  textsOf,
  unknownKey,
} from './fields.ts';
import type { Report } from './problem.ts';
import type { SeedClaim, SeedTie } from './seed-types.ts';

/** Keys of everything that was recorded on one release day and may be taken back on another. */
export const RECORDED: Shape = {
  recordedAt: { type: 'Day' },
  retractedAt: { type: 'Day' },
};

/** Keys of every claim. */
export const CLAIM: Shape = {
  validFrom: { type: 'PartialDate' },
  validTo: { type: 'PartialDate' },
  end: { type: { enum: 'End' } },
  modality: { type: { enum: 'Modality' } },
  rank: { type: { enum: 'Rank' } },
  inferred: { type: { enum: 'Inferred' }, list: true },
  note: { type: 'String' },
  passages: { type: 'Id', list: true },
  ...RECORDED,
};

const TO: Shape = { to: { type: 'Id', required: true } };

/** What a claim says of itself, with what the format lays down for keys left out. */
export function claimOf(fields: Fields, lasts: Lasts, recordedAt: string): SeedClaim {
  const end = (textOf(fields, 'end') ?? (fields.map.has('validTo') ? 'ENDED' : 'UNKNOWN')) as End;
  return {
    ...placeOf(fields),
    ...textsOf(fields, ['validFrom', 'validTo', 'note', 'retractedAt']),
    ...(lasts === 'STATE' ? { end } : {}),
    modality: textOf(fields, 'modality') ?? 'FACT',
    rank: textOf(fields, 'rank') ?? 'NORMAL',
    inferred: listIn(fields, 'inferred'),
    passages: listIn(fields, 'passages'),
    recordedAt: textOf(fields, 'recordedAt') ?? recordedAt,
  };
}

/** Ties of one row of the table that start from a thing; those of a figure take everything but `to` and their own properties from it. */
export function readTies(
  thing: Fields,
  from: string,
  spec: TieSpec,
  figure: SeedClaim | undefined,
  recordedAt: string,
  report: Report,
): readonly SeedTie[] {
  const own: Shape = { ...spec.properties };
  const shape: Shape = { ...TO, ...own, ...(figure ? {} : CLAIM) };
  return readEntries(thing, spec.forward, `"${spec.forward}"`, shape, report, onUnknownIn(spec, shape, report)).flatMap(
    (fields) => {
      const to = textOf(fields, 'to');
      if (!to) return [];
      return {
        ...(figure ?? claimOf(fields, spec.lasts, recordedAt)),
        ...placeOf(fields),
        spec,
        from,
        to,
        own: Object.fromEntries(Object.entries(fields.values).filter(([key]) => Object.hasOwn(own, key))),
      };
    },
  );
}

const onUnknownIn =
  (spec: TieSpec, shape: Shape, report: Report): OnUnknown =>
  (key, value) => {
    if (typeof value.content !== 'number') return unknownKey(`"${spec.forward}"`, shape, report)(key, value);
    report(
      value,
      'NUMBER_ON_EDGE',
      `"${spec.forward}" has the number ${value.content} under "${key}"`,
      'write a figure with this value, about the thing it counts',
    );
  };

/** Rows of the table that start from a noun, by the field that says so. */
export const rowsFrom = (noun: NounSpec, table: readonly TieSpec[]): ReadonlyMap<string, TieSpec> =>
  new Map(table.filter(({ from }) => nounsAt(from).includes(noun.name)).map((row) => [row.forward, row]));

/** Says of a key that no such tie starts here, if it is one elsewhere; else that it is unknown. */
export const onUnknownInThing =
  (noun: NounSpec, shape: Shape, table: readonly TieSpec[], report: Report): OnUnknown =>
  (key, value) => {
    const elsewhere = table.find(({ forward }) => forward === key);
    const backward = table.find((row) => row.backward === key && nounsAt(row.to).includes(noun.name));
    if (!elsewhere && !backward) return unknownKey(`${noun.name}`, shape, report)(key, value);
    report(
      value,
      'WRONG_END',
      `${noun.name} has no ties "${key}"`,
      backward
        ? `write it as "${backward.forward}" on ${nounsAt(backward.from).join(' or ')}`
        : `only ${[...new Set(table.filter(({ forward }) => forward === key).flatMap(({ from }) => nounsAt(from)))].join(', ')} may have it`,
    );
  };
