import { nouns } from '../../schema/nouns.ts';
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
  recordedAt: { type: 'Day', description: 'Release that first said it, where it is not the first of all.' },
  retractedAt: { type: 'Day', description: 'Release that took it back.' },
};

/** Keys of every claim. */
export const CLAIM: Shape = {
  validFrom: { type: 'PartialDate', description: 'First day it holds, as exact as the source.' },
  validTo: { type: 'PartialDate', description: 'First day it no longer holds; only for what can end.' },
  end: { type: { enum: 'End' }, description: 'What is known of its end; only for what can end.' },
  modality: { type: { enum: 'Modality' }, description: 'How the source puts it; FACT where left out.' },
  rank: { type: { enum: 'Rank' }, description: 'Standing among rival claims; NORMAL where left out.' },
  inferred: {
    type: { enum: 'Inferred' },
    list: true,
    description: 'What of it the sources only imply; note says how.',
  },
  note: { type: 'String', description: 'Why it is inferred, preferred or deprecated, or another remark.' },
  passages: { type: { idOf: ['passage'] }, list: true, description: 'The passages that say it.' },
  datedBy: { type: { idOf: ['passage'] }, list: true, description: 'The passages that only give its dates.' },
  ...RECORDED,
};

/** Keys of a tie; that of a figure takes everything but `to` and its own properties from the figure. */
export const tieShape = ({ to, properties }: TieSpec, ofFigure: boolean): Shape => ({
  to: {
    type: { idOf: nounsAt(to).map((noun) => nouns[noun].prefix) },
    required: true,
    description: 'The thing it leads to.',
  },
  ...properties,
  ...(ofFigure ? {} : CLAIM),
});

/** What a claim says of itself, with what the format lays down for keys left out. */
export function claimOf(fields: Fields, lasts: Lasts, recordedAt: string): SeedClaim {
  const datedBy = listIn(fields, 'datedBy');
  const end = (textOf(fields, 'end') ?? (fields.map.has('validTo') ? 'ENDED' : 'UNKNOWN')) as End;
  return {
    ...placeOf(fields),
    ...textsOf(fields, ['validFrom', 'validTo', 'note', 'retractedAt']),
    ...(lasts === 'STATE' ? { end } : {}),
    modality: textOf(fields, 'modality') ?? 'FACT',
    rank: textOf(fields, 'rank') ?? 'NORMAL',
    inferred: listIn(fields, 'inferred'),
    passages: listIn(fields, 'passages'),
    ...(datedBy.length > 0 ? { datedBy } : {}),
    recordedAt: textOf(fields, 'recordedAt') ?? recordedAt,
  };
}

/** Ties of one row of the table that start from a thing. */
export function readTies(
  thing: Fields,
  from: string,
  spec: TieSpec,
  figure: SeedClaim | undefined,
  recordedAt: string,
  report: Report,
): readonly SeedTie[] {
  if (!thing.map.has(spec.forward)) return [];
  const own = spec.properties ?? {};
  const shape = tieShape(spec, figure !== undefined);
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
