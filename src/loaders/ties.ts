import { everyTieColumns, placeInTie, tieColumns, type Width } from '../../schema/columns.ts';
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
  type Traversal,
  type TraversalKey,
  tieGroupsText,
  tieTraversal,
} from '../graph/traversal.ts';
import { tiesWhere, withValues } from '../graph/where.ts';
import type { MaybePromise } from '../maybe-promise.ts';
import type { Ask, Key } from './ask.ts';
import { type EvidenceFilter, NO_FILTER, type PassageFilter, passageFilterLoader } from './evidence-filter.ts';
import { type GroupedConnection, groupFields } from './groups.ts';
import { nounOf } from './ids.ts';
import type { Kin, KinOf } from './kin.ts';
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

const NO_KIN: Kin = new Map();

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

  function ties(
    tie: TieSpec,
    direction: Direction,
    parent: Entity,
    args: TieArguments,
    width: Width = 'whole',
  ): GroupedConnection<TieValue> {
    const scope = narrow(parent.scope, args);
    const within = (traversal: Traversal): Traversal => (args.includeParts ? ofSeveral(traversal) : traversal);
    const [traversal, short] = [within(tieTraversal(tie, direction)), within(tieTraversal(tie, direction, width))];
    const list = `${tie.type}.${traversal.near}`;
    const ordering = args.orderBy?.length ? tiesOrdering({ tie, direction }, args.orderBy) : undefined;
    const ordered = ordering && readOrderedPage(args, args.orderBy ?? [], ordering, list);
    const page = ordered?.page ?? readPage(args, list);
    const where = args.where ? tiesWhere({ tie, direction }, checkWhere(args.where), beginsBy(scope)) : undefined;
    let asked: ReturnType<KinOf> | undefined;
    const kin = (): MaybePromise<Kin> => {
      if (!args.includeParts) return NO_KIN;
      asked ??= kinOf({ ...parent, scope });
      return asked;
    };
    const near: Entity = scope === parent.scope ? parent : { ...parent, scope };
    const keyWithin = async (bounds: Bounds): Promise<Key> => {
      const evidence = args.evidence ? await passageFilter(args.evidence) : NO_FILTER;
      const ids = args.includeParts ? [parent.id, ...(await kin()).keys()] : parent.id;
      return traversalKey(ids, scope, bounds, args.kinds, evidence);
    };
    const nearColumn = placeInTie(tie, direction === 'forward' ? 'fromId' : 'toId');
    const read = (row: Row, relatives: Kin): TieValue => {
      const id = String(row[nearColumn]);
      const via = relatives.get(id);
      const value = readTie(tie, direction, row, via ? entity(id, scope) : near, short.edgeColumns.length);
      return via ? { ...value, via } : value;
    };
    const pageKey = async (): Promise<Key> =>
      ordered
        ? ordered.keyOf(await keyWithin(NO_BOUNDS), where, beginsBy(scope))
        : withValues(await keyWithin(page), where);
    const connection = connect({
      page,
      rows: async () => {
        const text = pageText(short, page.order, where?.text, ordering);
        const rows = (await ask(text, await pageKey(), page.limit)) as Row[];
        const relatives = await kin();
        return rows.map((found) => {
          if (!ordered) return read(found, relatives);
          const { cursor, row } = ordered.split(found, String(found[0]));
          return { ...read(row, relatives), cursor };
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
    // Rows of a type have the same columns.
    const first = tieTable.find((tie) => tie.type === type) as TieSpec;
    const [from, to] = [String(row[placeInTie(first, 'fromId')]), String(row[placeInTie(first, 'toId')])];
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

/** A row begins with `own` columns of the tie, the whole of them when absent; what follows is of the far end. */
function readTie(
  tie: TieSpec,
  direction: Direction,
  found: Row,
  near: Entity,
  own: number = tieColumns(tie).length,
): TieValue {
  const row = found.slice(0, own);
  const [fromId, toId] = [String(row[placeInTie(tie, 'fromId')]), String(row[placeInTie(tie, 'toId')])];
  const isFrom = fromId === near.id;
  const farId = isFrom ? toId : fromId;
  const far: Entity = {
    noun: nounOf(farId) as NounName,
    id: farId,
    // The far end may bring only its id, which is known, or nothing.
    row: found.length > own + 1 ? found.slice(own) : undefined,
    scope: near.scope,
  };
  const [from, to] = isFrom ? [near, far] : [far, near];
  return {
    tie,
    direction,
    row,
    // Made when asked: many edges are never asked for it.
    get cursor() {
      return writeCursor(`${tie.type}.${tieTraversal(tie, direction).near}`, String(row[placeInTie(tie, 'sortKey')]));
    },
    from,
    to,
    far,
    scope: near.scope,
  };
}
