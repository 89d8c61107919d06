import { tieColumns } from '../../schema/columns.ts';
import type { NounName, TieSpec } from '../../schema/spec.ts';
import { nounsAt, ties as tieTable } from '../../schema/ties.ts';
import { tiesGrouping } from '../graph/groups.ts';
import { tiesOrdering } from '../graph/order.ts';
import { claimsText } from '../graph/things.ts';
import {
  countText,
  type Direction,
  pageText,
  type TraversalKey,
  tieGroupsText,
  tieTraversal,
} from '../graph/traversal.ts';
import { tiesWhere, withValues } from '../graph/where.ts';
import type { Ask, Key } from './ask.ts';
import { type EvidenceFilter, NO_FILTER, type PassageFilter, passageFilterLoader } from './evidence-filter.ts';
import { type GroupedConnection, groupFields } from './groups.ts';
import { nounOf } from './ids.ts';
import { type OrderArgument, readOrderedPage } from './order.ts';
import { connect, type PageArguments, readPage, writeCursor } from './page.ts';
import {
  beginsBy,
  certainOn,
  endsAfter,
  narrow,
  recordedBy,
  retractedAfter,
  type Scope,
  type ScopeArguments,
} from './scope.ts';
import type { Entity, Row, TieValue } from './values.ts';
import { checkWhere, type WhereArgument } from './where.ts';

export interface TieArguments extends PageArguments, ScopeArguments {
  readonly kinds?: readonly NounName[] | null | undefined;
  readonly where?: WhereArgument | null | undefined;
  readonly orderBy?: OrderArgument | null | undefined;
  readonly evidence?: EvidenceFilter | null | undefined;
}

interface Bounds {
  readonly after: string | null;
  readonly before: string | null;
}

export const NO_BOUNDS: Bounds = { after: null, before: null };

/** The key of a page of claims, from where it starts and what is asked. */
export function traversalKey(
  near: string,
  scope: Scope,
  bounds: Bounds,
  kinds: TieArguments['kinds'] = null,
  evidence: PassageFilter = NO_FILTER,
): TraversalKey {
  const day = beginsBy(scope);
  return [
    near,
    bounds.after ?? '',
    bounds.before !== null && bounds.before < day ? bounds.before : day,
    endsAfter(scope),
    recordedBy(scope),
    retractedAfter(scope),
    scope.ranks,
    scope.modalities,
    certainOn(scope),
    kinds ?? null,
    evidence.documents,
    evidence.passages,
  ];
}

/** Ties of the table, from either end. */
export function tieLoaders(ask: Ask) {
  const passageFilter = passageFilterLoader(ask);

  function ties(tie: TieSpec, direction: Direction, parent: Entity, args: TieArguments): GroupedConnection<TieValue> {
    const scope = narrow(parent.scope, args);
    const traversal = tieTraversal(tie, direction);
    const list = `${tie.type}.${traversal.near}`;
    const ordering = args.orderBy?.length ? tiesOrdering({ tie, direction }, args.orderBy) : undefined;
    const ordered = ordering && readOrderedPage(args, args.orderBy ?? [], ordering, list);
    const page = ordered?.page ?? readPage(args, list);
    const where = args.where ? tiesWhere({ tie, direction }, checkWhere(args.where), beginsBy(scope)) : undefined;
    const keyWithin = async (bounds: Bounds): Promise<Key> => {
      const evidence = args.evidence ? await passageFilter(args.evidence) : NO_FILTER;
      return traversalKey(parent.id, scope, bounds, args.kinds, evidence);
    };
    const pageKey = async (): Promise<Key> =>
      ordered
        ? ordered.keyOf(await keyWithin(NO_BOUNDS), where, beginsBy(scope))
        : withValues(await keyWithin(page), where);
    const connection = connect({
      page,
      rows: async () => {
        const text = pageText(traversal, page.order, where?.text, ordering);
        const rows = (await ask(text, await pageKey(), page.limit)) as Row[];
        return rows.map((found) => {
          if (!ordered) return readTie(tie, direction, found, { ...parent, scope });
          const { cursor, row } = ordered.split(found, String(found[0]));
          return { ...readTie(tie, direction, row, { ...parent, scope }), cursor };
        });
      },
      cursorOf: ({ cursor }) => cursor,
      count: async (what) =>
        (await ask(countText(traversal, what, where?.text), withValues(await keyWithin(NO_BOUNDS), where))) as number,
    });
    const groups = groupFields({
      scope,
      compile: (combinations) => tiesGrouping({ tie, direction }, combinations),
      read: async (grouping, first) =>
        ask(tieGroupsText(traversal, grouping, where?.text), [
          ...(await keyWithin(NO_BOUNDS)),
          where?.values ?? null,
          [beginsBy(scope), first],
        ]),
    });
    return { ...connection, ...groups };
  }

  /** Claims by type and id, as seen from where they start; null for one that is no longer there. */
  async function claim(type: string, id: string, scope: Scope): Promise<TieValue | null> {
    const row = (await ask(claimsText(type), [id])) as Row | undefined;
    if (!row) return null;
    const [from, to] = endsOf(type, row);
    const tie = tieTable.find(
      (candidate) => candidate.type === type && isAt(candidate.from, from) && isAt(candidate.to, to),
    );
    return tie
      ? readTie(tie, 'forward', row, {
          noun: nounOf(from) as NounName,
          id: from,
          row: undefined,
          scope,
        })
      : null;
  }

  return { ties, claim };
}

const isAt = (end: TieSpec['from'], id: string): boolean => nounsAt(end).some((noun) => noun === nounOf(id));

function endsOf(type: string, row: Row): [from: string, to: string] {
  const columns = columnsOf(tieTable.find((tie) => tie.type === type) as TieSpec);
  return [String(row[columns.fromId]), String(row[columns.toId])];
}

interface EndColumns {
  readonly fromId: number;
  readonly toId: number;
  readonly sortKey: number;
  /** Where the far node's own values begin. */
  readonly far: number;
}

const columnCache = new Map<TieSpec, EndColumns>();

function columnsOf(tie: TieSpec): EndColumns {
  let found = columnCache.get(tie);
  if (!found) {
    const columns = tieColumns(tie);
    found = {
      fromId: columns.indexOf('fromId'),
      toId: columns.indexOf('toId'),
      sortKey: columns.indexOf('sortKey'),
      far: columns.length,
    };
    columnCache.set(tie, found);
  }
  return found;
}

function readTie(tie: TieSpec, direction: Direction, row: Row, near: Entity): TieValue {
  const columns = columnsOf(tie);
  const [fromId, toId] = [String(row[columns.fromId]), String(row[columns.toId])];
  const isFrom = fromId === near.id;
  const farId = isFrom ? toId : fromId;
  const far: Entity = {
    noun: nounOf(farId) as NounName,
    id: farId,
    // Far ends of several nouns bring only their id; a claim read by its own id brings nothing of them.
    row: row.length > columns.far + 1 ? row.slice(columns.far) : undefined,
    scope: near.scope,
  };
  const [from, to] = isFrom ? [near, far] : [far, near];
  const cursor = writeCursor(`${tie.type}.${tieTraversal(tie, direction).near}`, String(row[columns.sortKey]));
  return { tie, direction, row, cursor, from, to, far, scope: near.scope };
}
