import { everyTieColumns } from '../../schema/columns.ts';
import { nouns } from '../../schema/nouns.ts';
import type { Statement } from './graph.ts';
import { beginsCheck, EACH_KEY, hasLabel, type ScopeKey, scopeChecks, tieTypes } from './model.ts';

/**
 * From things to their neighbours, whatever ties them: paths, surroundings, what is shared.
 * Relationship types are named, so that evidence and comparisons are never walked.
 */

/** What walks are asked with, by position. */
export type WalkKey = readonly [
  ids: readonly string[],
  /** Ids that are entered though they are hubs. */
  entered: readonly string[],
  beginsBy: string,
  ...scope: ScopeKey,
  types: readonly string[] | null,
  avoided: readonly string[],
  hubs: boolean,
  kinds: readonly string[] | null,
  perTie: number,
];

const hubNouns = Object.values(nouns).filter(({ hub }) => hub);

/** By label: asked in the negative only, or of what is found, it draws no plan to a scan. */
const isHub = (node: string): string =>
  hubNouns
    .map(({ name, hub }) =>
      hub?.kinds ? `(${node}:${name} AND ${node}.kind IN ${JSON.stringify(hub.kinds)})` : `${node}:${name}`,
    )
    .join(' OR ');

const TIES = [
  beginsCheck('e.sortKey', 'key[2]'),
  ...scopeChecks('e'),
  '(key[9] IS NULL OR type(e) IN key[9])',
  'NOT far.id IN key[10]',
].join('\n      AND ');

const EXCEPT_HUBS = `(key[11] OR far.id IN key[1] OR NOT (${isHub('far')}))`;

/** With a hint, since on a small graph the planner would rather scan it. */
const sought = (node: string, id: string): string =>
  `MATCH (${node}:Thing {id: ${id}}) USING INDEX SEEK ${node}:Thing(id)`;

const EXPAND = `MATCH (n)-[e:${tieTypes.join('|')}]-(far)`;

/** Goes on with `AND`. */
const FROM_EACH = `UNWIND key[0] AS id
    ${sought('n', 'id')}
    ${EXPAND}
    WHERE ${TIES}`;

const WHOLE = everyTieColumns.map((column) => `e.${column}`).join(', ');

/** Every tie of some things, as little of it as a search needs. */
export const stepsText: Statement = {
  name: 'steps from things',
  text: `${EACH_KEY}
RETURN i, COLLECT {
    ${FROM_EACH}
      AND ${EXCEPT_HUBS}
    WITH n, e, far LIMIT $limit
    RETURN [n.id, far.id, type(e), e.fromId, e.modality, e.sortKey, e.until, e.startLatest, e.endEarliest]
  } AS rows`,
};

/** Every tie between some things and the one entered, whole. */
export const betweenText: Statement = {
  name: 'ties between things',
  text: `${EACH_KEY}
RETURN i, COLLECT {
    UNWIND key[0] AS id
    ${sought('n', 'id')}
    ${sought('far', 'key[1][0]')}
    ${EXPAND}
    WHERE ${TIES}
    WITH e ORDER BY e.fromId, e.toId, e.sortKey LIMIT $limit
    RETURN [type(e), ${WHOLE}]
  } AS rows`,
};

/** The first ties of each type and direction of some things, whole, with whether more follow and whether they lead to a hub. */
export const surroundingsText: Statement = {
  name: 'surroundings of things',
  text: `${EACH_KEY}
RETURN i, COLLECT {
    ${FROM_EACH}
    WITH key, n, type(e) AS type, e.fromId = n.id AS forward, e, far ORDER BY e.sortKey
    WITH key, n, type, forward, collect([e, far]) AS found
    UNWIND found[..toInteger(key[13])] AS one
    WITH n, type, forward, size(found) > key[13] AS more, one[0] AS e, one[1] AS far
    ORDER BY type, forward DESC, e.sortKey
    WITH n, collect([e, far, more])[..$limit] AS kept
    UNWIND kept AS one
    WITH n, one[0] AS e, one[1] AS far, one[2] AS more
    RETURN [n.id, far.id, more, (${isHub('far')}), type(e), ${WHOLE}]
  } AS rows`,
};

/** What at least two of some things are tied to, shared by most first, with how many of them share it. */
export const sharedText: Statement = {
  name: 'shared by things',
  text: `${EACH_KEY}
RETURN i, COLLECT {
    ${FROM_EACH}
      AND ${EXCEPT_HUBS}
      AND (key[12] IS NULL OR ${hasLabel('far', 'key[12]')})
    WITH far, count(DISTINCT n) AS shared WHERE shared > 1
    WITH far.id AS id, shared ORDER BY shared DESC, id LIMIT $limit
    RETURN [id, shared]
  } AS rows`,
};

export const walkTexts = (): readonly Statement[] => [stepsText, betweenText, surroundingsText, sharedText];
