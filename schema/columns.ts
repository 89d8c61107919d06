import { nouns } from './nouns.ts';
import type { NounName, TieSpec } from './spec.ts';
import { ties } from './ties.ts';

/** The order in which rows give their values: texts are made from it, and fields read by it. */

/** What every claim shows, and the keys its `holds` is worked out from. */
export const claimColumns = [
  'id',
  'validFrom',
  'validTo',
  'end',
  'modality',
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

/** What every thing shows beside its own scalars. */
const commonColumns = [
  'id',
  'name',
  'summary',
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
    [...commonColumns, ...Object.keys(noun.properties), ...(noun.claim ? figureColumns : [])],
  ]),
);

export const thingColumns = (noun: NounName): readonly string[] => thingColumnsByNoun[noun] ?? [];

/** Columns of a tie: those of every claim, both ends, the place among its fellows, then its own properties. */
export const tieColumns = (tie: TieSpec): readonly string[] => [
  ...claimColumns,
  'fromId',
  'toId',
  'sortKey',
  ...Object.keys(tie.properties ?? {}),
];

/** Columns of a tie of whatever type: own properties of all of them, each name once. */
export const everyTieColumns: readonly string[] = [...new Set(ties.flatMap(tieColumns))];

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
