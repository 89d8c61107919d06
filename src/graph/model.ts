import { NOT_READ } from '../../schema/columns.ts';
import { nouns } from '../../schema/nouns.ts';
import type { NounName, PropertySpec } from '../../schema/spec.ts';
import { ties } from '../../schema/ties.ts';

/**
 * How claims lie in Neo4j. Beside what a client sees, every tie carries keys that only the loader writes:
 * `fromId`, `toId`, `sortKey` (earliest start, a space, the id), `until`, `retracted`, `startLatest`, `endEarliest`.
 * They are always present, so that a page of a tie is read in index order and never by expanding a hub.
 */

/** Columns of a tie's two range indexes, after the id of the end that is asked from. */
export const KEY_COLUMNS = ['sortKey', 'until', 'recordedAt', 'retracted', 'rank'] as const;

/** Columns of a noun's index: things are listed in the order of their ids. */
export const THING_KEY_COLUMNS = ['id', 'since', 'until', 'recordedAt', 'retracted'] as const;

/** Every relationship type of the ties table, each once. */
export const tieTypes: readonly string[] = [...new Set(ties.map(({ type }) => type))];

/**
 * The evidence layer: ties that are no claims themselves. They carry the same keys, so the same texts page them.
 * - IN: Passage → SourceDocument, in the order of the text.
 * - MENTIONS {as}: Passage → Thing.
 * - SPOKEN_BY: Passage → Official, for speech inside another's text.
 * - SUPPORTS {claimId, claimType, documentId}: Passage → the thing a claim starts from, with the claim's own keys;
 *   `documentId` stands only on the first passage of a document for a claim, so that a document lists each claim once.
 *   On the first passage of all stand `beganKey`, `endedKey`, `recordedKey` and `retractedKey`: a day, a space and the
 *   claim's id, by which what changed in the whole graph is read in order. Those of a side without a date are absent.
 *
 * And of comparisons, which people write where sources disagree:
 * - SIDE {order, says, claimId, claimType}: Comparison → Passage.
 * - OVER: Comparison → Thing, as the seed says.
 * - TOUCHES {subjectId}: Comparison → Thing, for all it can be asked by, each once: things it is over or its sides' claims
 *   speak of, documents of its sides; for a passage its document, for a tie the thing it starts from.
 */
export const linkTypes = ['IN', 'MENTIONS', 'SPOKEN_BY', 'SUPPORTS', 'SIDE', 'OVER', 'TOUCHES'] as const;

/** Stored ids by which ties of a type are sought; both ends where a type does not stand here. */
export const SOUGHT_BY: Readonly<Record<string, readonly ('fromId' | 'documentId' | 'subjectId')[]>> = {
  SUPPORTS: ['fromId', 'documentId'],
  SIDE: ['fromId'],
  OVER: ['fromId'],
  TOUCHES: ['subjectId'],
};

/** Columns of the index of comparisons: they are listed by verdict, then by id, which is their `sortKey`. */
export const COMPARISON_KEY_COLUMNS = ['sortKey', 'recordedAt', 'retracted'] as const;

/** Columns of the indexes of what changed in the whole graph: the key, then all that the scope binds. */
export const CHANGE_COLUMNS = {
  BEGAN: ['beganKey', 'startLatest', 'recordedAt', 'retracted', 'rank'],
  ENDED: ['endedKey', 'until', 'recordedAt', 'retracted', 'rank'],
  RECORDED: ['recordedKey', 'retracted', 'rank'],
  RETRACTED: ['retractedKey', 'recordedAt', 'rank'],
} as const;

/** And of those of a date that things carry themselves. */
export const ownDateColumns = (date: string): readonly string[] => [
  `${date}Earliest`,
  'id',
  `${date}Latest`,
  'recordedAt',
  'retracted',
];

/** A claim's place among its fellows: by earliest start, then by id. */
export const sortKeyOf = (since: string, id: string): string => `${since} ${id}`;

/** Starts have no space in them. */
export const idOfSortKey = (sortKey: string): string => sortKey.slice(sortKey.indexOf(' ') + 1);

/** A partial date of a thing's own is stored with the earliest and the latest day it may mean. */
export const dateKeys = (property: string): readonly [earliest: string, latest: string] => [
  `${property}Earliest`,
  `${property}Latest`,
];

/** Those keys of every property that is a date. */
export const dateKeysOf = (properties: Readonly<Record<string, PropertySpec>>): readonly string[] =>
  Object.entries(properties).flatMap(([name, { type }]) => (type === 'PartialDate' ? dateKeys(name) : []));

/** What of the scope binds a claim besides the day it begins by. `scopeConditions` reads it from position 3 on. */
export type ScopeKey = readonly [
  endsAfter: string,
  recordedBy: string,
  retractedAfter: string,
  ranks: readonly string[],
  modalities: readonly string[] | null,
  certainOn: string | null,
];

/** Bounds of keys, which are compared as text, where nothing is asked: they sort after every real one. */
export const AFTER_ALL = '~';
export const ANY_RECORD = '9999~';

/** As an index is sought by: every column is spoken of. */
export const scopeConditions = (claim: string): readonly string[] => [
  `${claim}.until > key[3]`,
  `${claim}.recordedAt <= key[4]`,
  `${claim}.retracted > key[5]`,
  `${claim}.rank IN key[6]`,
  `(key[7] IS NULL OR ${claim}.modality IN key[7])`,
  `(key[8] IS NULL OR (${claim}.startLatest <= key[8] AND ${claim}.endEarliest > key[8]))`,
];

/** The same of what is found in other ways: a property is read only where its bound is asked for, since to read costs most. */
export const scopeChecks = (claim: string): readonly string[] => {
  const [until, recorded, ...others] = scopeConditions(claim);
  return [unlessFree(`key[3] = ''`, until), unlessFree(`key[4] = '${ANY_RECORD}'`, recorded), ...others];
};

/** That the day a property begins by is not after the one asked for, which `day` is the text of. */
export const beginsCheck = (property: string, day: string): string =>
  unlessFree(`${day} = '${AFTER_ALL}'`, `${property} < ${day}`);

/** CASE rather than OR, so that the planner looks for no way to begin by it. */
function unlessFree(free: string, condition = 'true'): string {
  return `CASE WHEN ${free} THEN true ELSE ${condition} END`;
}

/** Not `far:Place`: where few nodes have the label, the planner would start from a scan of them. */
export const hasLabel = (node: string, labels: string): string =>
  `any(label IN labels(${node}) WHERE label IN ${labels})`;

/** The same of an id: ids tell the noun, so that the node need not be read for it. */
export const hasPrefix = (id: string, labels: readonly NounName[]): string =>
  `(${labels.map((label) => `${id} STARTS WITH '${nouns[label].prefix}/'`).join(' OR ')})`;

/** Every thing bears the label of its noun, and no other that is a noun's name. */
export const nounOfNode = (node: string): string => `head([label IN labels(${node}) WHERE label <> 'Thing'])`;

/** How every batched text begins: keys are numbered, and answers carry the number. */
export const EACH_KEY = `UNWIND range(0, size($keys) - 1) AS i
WITH i, $keys[i] AS key`;

/**
 * How texts of level after level begin, where keys differ in their first value alone: it is called `near`, and what follows it is sent
 * once for all that share it. Positions in `key` stay.
 */
export const EACH_NEAR = `UNWIND range(0, size($keys) - 1) AS i
WITH i, $keys[i] AS near, $rests[toInteger($restOf[i])] AS key`;

/** A column of a short row, by its position there. */
export const readIfAsked = (column: string, place: number): string =>
  `CASE WHEN $asked[${place}] THEN ${column} ELSE ${NOT_READ} END`;
