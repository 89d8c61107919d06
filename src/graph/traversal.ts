import { thingColumns, thingHead, tieColumns, type Width } from '../../schema/columns.ts';
import type { NounName, TieEnd, TieSpec } from '../../schema/spec.ts';
import type { Statement } from './graph.ts';
import { type Grouping, groupsText } from './groups.ts';
import { EACH_NEAR, hasLabel, hasPrefix, KEY_COLUMNS, readIfAsked, type ScopeKey, scopeConditions } from './model.ts';
import { type Ordering, orderColumns, orderText } from './order.ts';
import { wantedLabels } from './scoped-ties.ts';

/** Where one of a relationship's stored ids leads to: read the ties of `near`, return `columns` of each. */
export interface Traversal {
  readonly name: string;
  readonly type: string;
  /** Stored id the parent is sought by. */
  readonly near: 'fromId' | 'toId' | 'documentId' | 'subjectId';
  /** A tie without direction is read from both stored ids. */
  readonly undirected?: true;
  /** Read from several parents as if they were one: all their ties are read. */
  readonly several?: true;
  /** Labels of the far end that are wanted; absent where the type has no others there. */
  readonly farLabels?: readonly NounName[];
  /** Rests on passages, and may be narrowed by them. */
  readonly evidence?: true;
  /** May be narrowed to some nouns with `kinds`. */
  readonly kinds?: true;
  /** More that is asked of the far node, by values that follow the others in the key. */
  readonly farConditions?: readonly string[];
  readonly edgeColumns: readonly string[];
  readonly farColumns: readonly string[];
  /** Of the columns only those that `$asked` marks are read, and what it leads to. */
  readonly short?: true;
}

export type Direction = 'forward' | 'backward';
export type Order = 'ascending' | 'descending';

/**
 * What a page of a traversal is asked with, by position; the text never depends on a value.
 * Absent conditions are constants, so that equal questions have equal keys.
 */
export type TraversalKey = readonly [near: string | readonly string[], ...TraversalRest];

/** The same for all parents of a question. */
export type TraversalRest = readonly [
  after: string,
  upto: string,
  ...scope: ScopeKey,
  kinds: readonly string[] | null,
  /** Beginnings of the ids of passages one of which the claim must rest on. */
  documents: readonly string[] | null,
  passages: readonly string[] | null,
];

const EVIDENCE_CONDITION = `(key[10] IS NULL AND key[11] IS NULL OR any(id IN e.passages
        WHERE (key[10] IS NULL OR any(document IN key[10] WHERE id STARTS WITH document)) AND (key[11] IS NULL OR id IN key[11])))`;

const KIND_CONDITION = `(key[9] IS NULL OR ${hasLabel('far', 'key[9]')})`;

const plainPages = new WeakMap<Traversal, Map<Order, Statement>>();

/** One page for every key, in index order; answers carry the key's position. `$limit` rows each. */
export function pageText(traversal: Traversal, order: Order, where?: string, ordering?: Ordering): Statement {
  if (ordering) return orderedPageText(traversal, order, where, ordering);
  if (where) return seekPageText(traversal, order, where);
  const pages = plainPages.get(traversal) ?? new Map<Order, Statement>();
  plainPages.set(traversal, pages);
  const page = pages.get(order) ?? { ...seekPageText(traversal, order), mergeUpTo: 200 };
  pages.set(order, page);
  return page;
}

function seekPageText(traversal: Traversal, order: Order, where?: string): Statement {
  const word = order === 'descending' ? ' DESC' : '';
  const read = (near: Traversal['near'], returned: string): string => `${match(traversal, near, where)}
    WITH e, far ORDER BY ${traversal.several ? '' : `e.${near}${word}, `}e.sortKey${word} LIMIT $limit
    RETURN ${returned}`;
  const row = `[${rowOf(traversal).join(', ')}]`;
  const rows = traversal.undirected
    ? `CALL (near, key) {
    ${read('fromId', 'e, far')}
    UNION ALL
    ${read('toId', 'e, far')}
    }
    WITH e, far ORDER BY e.sortKey${word} LIMIT $limit
    RETURN ${row}`
    : read(traversal.near, row);
  return {
    name: `${traversal.name} page ${order}${where ? ' where' : ''}`,
    near: true,
    text: `${EACH_NEAR}
RETURN i, COLLECT {
    ${rows}
  } AS rows`,
  };
}

/** Columns of the tie, then of what it leads to. */
function rowOf(
  { short, near, undirected, several, edgeColumns, farColumns }: Traversal,
  ordered = false,
): readonly string[] {
  const columns = [...edgeColumns.map((column) => `e.${column}`), ...farColumns.map((column) => `far.${column}`)];
  if (!short) return columns;
  const always = [
    `e.${farId(near)}`,
    ...(undirected || several ? [`e.${near}`] : []),
    // Ends the place of what is in another order.
    ...(ordered ? ['e.sortKey'] : []),
  ];
  return columns.map((column, place) => (always.includes(column) ? column : readIfAsked(column, place)));
}

const farId = (near: Traversal['near']): 'fromId' | 'toId' => (near === 'fromId' ? 'toId' : 'fromId');

/** A page in an order that was asked for: all ties of the parent are read. What it is ordered by follows in each row. */
function orderedPageText(traversal: Traversal, order: Order, where: string | undefined, ordering: Ordering): Statement {
  return {
    name: `${traversal.name} page ${order}${where ? ' where' : ''} ordered`,
    near: true,
    text: `${EACH_NEAR}
RETURN i, COLLECT {
    ${matchAll(traversal, where)}
    ${orderText(ordering, 'e, far', 'e.id', order)}
    RETURN [${[...rowOf(traversal, true), ...orderColumns(ordering)].join(', ')}]
  } AS rows`,
  };
}

/** All ties of the parent, as `e`, with what they lead to, as `far`. */
function matchAll(traversal: Traversal, where?: string): string {
  const read = (near: Traversal['near']): string => `${match(traversal, near, where)}
    RETURN e, far`;
  return `CALL (near, key) {
    ${traversal.undirected ? `${read('fromId')}\n    UNION ALL\n    ${read('toId')}` : read(traversal.near)}
    }`;
}

/** All ties of the parent in groups, for every key. */
export const tieGroupsText = (traversal: Traversal, grouping: Grouping, where?: string): Statement => ({
  name: `${traversal.name} groups${where ? ' where' : ''}`,
  near: true,
  text: `${EACH_NEAR}
${groupsText(grouping, matchAll(traversal, where), ['e', 'far'], ['near', 'key'])}`,
});

/** Number of claims, or of distinct things they lead to, for every key. */
export function countText(traversal: Traversal, what: 'claims' | 'things', where?: string): Statement {
  const counted = (near: Traversal['near']): string =>
    `${match(traversal, near, where)} RETURN e, e.${farId(near)} AS farId`;
  const both = traversal.undirected ? `${counted('fromId')} UNION ALL ${counted('toId')}` : counted(traversal.near);
  const text =
    what === 'claims' && !traversal.undirected && !traversal.several
      ? `RETURN i, COUNT { ${match(traversal, traversal.near, where)} } AS total`
      : `CALL (near, key) { CALL (near, key) { ${both} } RETURN ${what === 'claims' ? 'count(e)' : 'count(DISTINCT farId)'} AS total }
RETURN i, total`;
  return {
    name: `${traversal.name} ${what}${where ? ' where' : ''}`,
    near: true,
    text: `${EACH_NEAR}
${text}`,
  };
}

function match(traversal: Traversal, near: Traversal['near'], where?: string): string {
  const { type, several, farLabels, kinds, farConditions = [], evidence } = traversal;
  const [left, right] = near === 'toId' || near === 'subjectId' ? ['far', ''] : ['', 'far'];
  const conditions = [
    `e.${near} = ${several ? 'parent' : 'near'}`,
    'e.sortKey > key[1]',
    'e.sortKey < key[2]',
    ...scopeConditions('e'),
    ...(farLabels ? [hasPrefix(`e.${farId(near)}`, farLabels)] : []),
    ...(kinds ? [KIND_CONDITION] : []),
    ...(evidence ? [EVIDENCE_CONDITION] : []),
    ...farConditions,
    ...(where ? [where] : []),
  ];
  return `${several ? 'UNWIND near AS parent ' : ''}MATCH (${left})-[e:${type}]->(${right}) USING INDEX SEEK e:${type}(${[near, ...KEY_COLUMNS].join(', ')})
    WHERE ${conditions.join('\n      AND ')}`;
}

const cache = new Map<TieSpec, Map<string, Traversal>>();

/** The traversal of one row of the ties table in one direction; the same object each time. */
export function tieTraversal(tie: TieSpec, direction: Direction, width: Width = 'whole'): Traversal {
  const made = cache.get(tie) ?? new Map<string, Traversal>();
  cache.set(tie, made);
  const key = `${direction} ${width}`;
  const traversal = made.get(key) ?? compile(tie, direction, width);
  made.set(key, traversal);
  return traversal;
}

/** The same ties, of several parents. */
export const ofSeveral = (traversal: Traversal): Traversal => ({
  ...traversal,
  name: `${traversal.name} of several`,
  several: true,
});

function compile(tie: TieSpec, direction: Direction, width: Width): Traversal {
  const far = direction === 'forward' ? tie.to : tie.from;
  const farLabels = wantedLabels(tie, direction);
  return {
    name: `${tie.type} ${direction} ${describe(tie.from)} ${describe(tie.to)}${width === 'head' ? ' in short' : ''}`,
    type: tie.type,
    near: direction === 'forward' ? 'fromId' : 'toId',
    ...(tie.undirected ? { undirected: true as const } : {}),
    ...(farLabels ? { farLabels } : {}),
    ...(typeof far === 'string' ? {} : { kinds: true as const }),
    ...(width === 'head' ? { short: true as const } : {}),
    evidence: true,
    edgeColumns: tieColumns(tie, width),
    farColumns: typeof far === 'string' ? thingColumns(far, width) : width === 'head' ? thingHead : ['id'],
  };
}

const describe = (end: TieEnd): string => (typeof end === 'string' ? end : 'Thing');
