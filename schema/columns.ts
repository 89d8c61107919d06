import { nouns } from './nouns.ts';
import type { NounName, TieSpec } from './spec.ts';
import { ties } from './ties.ts';

/**
 * The order in which rows give their values: texts are made from it, and fields read by it. What most questions ask comes first, so that
 * a short row is the beginning of a whole one.
 */

/** How much of a row is read: of its head what is asked, or all of it. */
export type Width = 'head' | 'whole';

/** Which columns of the head are read, by position; or the whole row. */
export type Asked = readonly boolean[] | 'whole';

/** What of a list is asked for. */
export interface AskedOfList {
  readonly columns: Asked;
  /** Where its page stands in it: one row more tells whether others follow. */
  readonly pageInfo: boolean;
}

export const WHOLE_LIST: AskedOfList = { columns: 'whole', pageInfo: true };

export const widthOf = (asked: Asked): Width => (asked === 'whole' ? 'whole' : 'head');

/** Stands in a short row in the place of what was not asked for. No column holds truth values. */
export const NOT_READ = false;

/** Whether a row has a column: a short one has only what was asked for. */
export const isRead = (row: readonly unknown[], place: number, columns = row.length): boolean =>
  place < columns && row[place] !== NOT_READ;

/** What every claim shows, and the keys its `holds` is worked out from. */
export type ClaimColumn = (typeof claimHead)[number] | (typeof claimRest)[number];

const claimHead = ['id', 'validFrom', 'validTo', 'end', 'modality'] as const;
const claimRest = [
  'rank',
  'inferred',
  'note',
  'recordedAt',
  'retractedAt',
  'passages',
  'datedBy',
  'until',
  'startLatest',
  'endEarliest',
] as const;

/** The same of every noun, so that a far end of any noun may bring them. */
export const thingHead = ['id', 'name', 'summary', 'kind'] as const;

/** What every thing shows beside those and its own scalars. */
const commonColumns = [
  'jurisdiction',
  'identifiers',
  'inferred',
  'note',
  'passages',
  'unstated',
  'unstatedNotes',
  'recordedAt',
  'retractedAt',
  'since',
  'until',
] as const;

const figureColumns = [
  'validFrom',
  'validTo',
  'end',
  'modality',
  'rank',
  'datedBy',
  'startLatest',
  'endEarliest',
] as const;

const thingColumnsByNoun = Object.fromEntries(
  Object.values(nouns).map((noun) => [
    noun.name,
    [
      ...new Set<string>([
        ...thingHead,
        ...commonColumns,
        ...Object.keys(noun.properties),
        ...(noun.claim ? figureColumns : []),
      ]),
    ],
  ]),
);

export const thingColumns = (noun: NounName, width: Width = 'whole'): readonly string[] =>
  width === 'head' ? thingHead : (thingColumnsByNoun[noun] ?? []);

const placesByNoun = new Map(
  Object.entries(thingColumnsByNoun).map(([noun, columns]) => [
    noun,
    new Map(columns.map((column, at) => [column, at])),
  ]),
);

/** Where a row of a thing has a column; beyond the end of a short row. */
export const placeInThing = (noun: NounName, column: string): number => placesByNoun.get(noun)?.get(column) ?? -1;

interface TieColumns {
  readonly head: readonly string[];
  readonly whole: readonly string[];
  readonly places: ReadonlyMap<string, number>;
}

const columnsByTie = new WeakMap<TieSpec, TieColumns>();

function columnsOf(tie: TieSpec): TieColumns {
  let columns = columnsByTie.get(tie);
  if (!columns) {
    const head = [...claimHead, 'fromId', 'toId', 'sortKey', ...Object.keys(tie.properties ?? {})];
    const whole = [...head, ...claimRest];
    columns = { head, whole, places: new Map(whole.map((column, at) => [column, at])) };
    columnsByTie.set(tie, columns);
  }
  return columns;
}

/** Columns of a tie: of every claim, both ends, the place among its fellows, its own properties. */
export const tieColumns = (tie: TieSpec, width: Width = 'whole'): readonly string[] => columnsOf(tie)[width];

/** Where a row of a tie has a column; beyond the end of a short row. */
export const placeInTie = (tie: TieSpec, column: string): number => columnsOf(tie).places.get(column) ?? -1;

/** Columns of a tie of whatever type: own properties of all of them, each name once. */
export const everyTieColumns: readonly string[] = [...new Set(ties.flatMap((tie) => tieColumns(tie)))];

export const passageColumns = [
  'id',
  'documentId',
  'line',
  'lineEnd',
  'start',
  'end',
  'sha256',
  'locator',
  'headings',
  'statement',
] as const;

export const comparisonColumns = [
  'id',
  'name',
  'verdict',
  'explanation',
  'settledBy',
  'documentIds',
  'recordedAt',
  'retractedAt',
  'sortKey',
] as const;
