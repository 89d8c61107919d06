import { everyTieColumns, tieColumns } from '../../schema/columns.ts';
import type { NounName, TieSpec } from '../../schema/spec.ts';
import { nounsAt, ties as tieTable } from '../../schema/ties.ts';
import { tiesGrouping } from '../graph/groups.ts';
import { tiesOrdering } from '../graph/order.ts';
import { claimsText } from '../graph/things.ts';
import {
  countText,
  type Direction,
  ofSeveral,
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
import type { KinOf } from './kin.ts';
import { type OrderArgument, readOrderedPage } from './order.ts';
import { connect, type PageArguments, readPage, writeCursor } from './page.ts';
import { beginsBy, narrow, type Scope, type ScopeArguments, scopeKey } from './scope.ts';
import type { Entity, Row, TieValue } from './values.ts';
import { checkWhere, type WhereArgument } from './where.ts';

export interface TieArguments extends PageArguments, ScopeArguments {
  readonly kinds?: readonly NounName[] | null | undefined;
  readonly where?: WhereArgument | null | undefined;
  readonly orderBy?: OrderArgument | null | undefined;
  readonly evidence?: EvidenceFilter | null | undefined;
  /** Also the ties of parts, predecessors and successors. */
  readonly includeParts?: boolean | null | undefined;
}

interface Bounds {
  readonly after: string | null;
  readonly before: string | null;
}

export const NO_BOUNDS: Bounds = { after: null, before: null };

/** The key of a page of claims, from where it starts and what is asked. */
export function traversalKey(
  near: TraversalKey[0],
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
    ...scopeKey(scope),
    kinds ?? null,
    evidence.documents,
    evidence.passages,
  ];
}

/** Ties of the table, from either end. */
export function tieLoaders(ask: Ask, kinOf: KinOf) {
  const passageFilter = passageFilterLoader(ask);

  function ties(tie: TieSpec, direction: Direction, parent: Entity, args: TieArguments): GroupedConnection<TieValue> {
    const scope = narrow(parent.scope, args);
    const own = tieTraversal(tie, direction);
    const traversal = args.includeParts ? ofSeveral(own) : own;
    const list = `${tie.type}.${traversal.near}`;
    const ordering = args.orderBy?.length ? tiesOrdering({ tie, direction }, args.orderBy) : undefined;
    const ordered = ordering && readOrderedPage(args, args.orderBy ?? [], ordering, list);
    const page = ordered?.page ?? readPage(args, list);
    const where = args.where ? tiesWhere({ tie, direction }, checkWhere(args.where), beginsBy(scope)) : undefined;
    let asked: ReturnType<KinOf> | undefined;
    const kin = (): ReturnType<KinOf> => {
      asked ??= args.includeParts ? kinOf({ ...parent, scope }) : Promise.resolve(new Map());
      return asked;
    };
    const keyWithin = async (bounds: Bounds): Promise<Key> => {
      const evidence = args.evidence ? await passageFilter(args.evidence) : NO_FILTER;
      const near = args.includeParts ? [parent.id, ...(await kin()).keys()] : parent.id;
      return traversalKey(near, scope, bounds, args.kinds, evidence);
    };
    const read = async (row: Row): Promise<TieValue> => {
      const { fromId, toId } = columnsOf(tie);
      const near = String(row[direction === 'forward' ? fromId : toId]);
      const via = (await kin()).get(near);
      return via
        ? { ...readTie(tie, direction, row, entity(near, scope)), via }
        : readTie(tie, direction, row, { ...parent, scope });
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
        return Promise.all(
          rows.map(async (found) => {
            if (!ordered) return read(found);
            const { cursor, row } = ordered.split(found, String(found[0]));
            return { ...(await read(row)), cursor };
          }),
        );
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
    const { fromId, toId } = columnsOf(tieTable.find((tie) => tie.type === type) as TieSpec);
    const [from, to] = [String(row[fromId]), String(row[toId])];
    const tie = specOf(type, from, to);
    return tie ? readTie(tie, 'forward', row, entity(from, scope)) : null;
  }

  return { ties, claim };
}

/** A claim from a row that begins with its type and goes on with the columns of every type. */
export function anyClaim([type, ...values]: Row, scope: Scope): TieValue {
  const at = (column: string): unknown => values[everyTieColumns.indexOf(column)];
  const tie = specOf(String(type), String(at('fromId')), String(at('toId'))) as TieSpec;
  return readTie(tie, 'forward', tieColumns(tie).map(at), entity(String(at('fromId')), scope));
}

const specOf = (type: string, from: string, to: string): TieSpec | undefined =>
  tieTable.find((tie) => tie.type === type && isAt(tie.from, from) && isAt(tie.to, to));

const isAt = (end: TieSpec['from'], id: string): boolean => nounsAt(end).some((noun) => noun === nounOf(id));

export const entity = (id: string, scope: Scope): Entity => ({
  noun: nounOf(id) as NounName,
  id,
  row: undefined,
  scope,
});

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
