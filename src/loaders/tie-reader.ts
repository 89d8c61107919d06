import { type Asked, placeInTie, widthOf } from '../../schema/columns.ts';
import type { NounName, TieSpec } from '../../schema/spec.ts';
import { type Combinations, type Grouping, tiesGrouping } from '../graph/groups.ts';
import { idOfSortKey } from '../graph/model.ts';
import { tiesOrdering } from '../graph/order.ts';
import {
  countText,
  type Direction,
  ofSeveral,
  pageText,
  type Traversal,
  tieGroupsText,
  tieTraversal,
} from '../graph/traversal.ts';
import { tiesWhere, withValues } from '../graph/where.ts';
import { type MaybePromise, whenThere } from '../maybe-promise.ts';
import { type Ask, columnsOf, type Key } from './ask.ts';
import { type EvidenceFilter, NO_FILTER, type passageFilterLoader } from './evidence-filter.ts';
import type { GroupReader } from './groups.ts';
import type { Kin, KinOf } from './kin.ts';
import { type OrderArgument, readOrderedPage } from './order.ts';
import { type Page, type PageArguments, type Reader, readPage } from './page.ts';
import { beginsBy, narrow, type Scope, type ScopeArguments } from './scope.ts';
import { type Bounds, NO_BOUNDS, traversalKey } from './tie-key.ts';
import { entity, tieReader } from './tie-value.ts';
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

/** What a field asks of a tie, checked and made into texts once for all things it is asked of. */
export function readQuestion(tie: TieSpec, direction: Direction, above: Scope, args: TieArguments, asked: Asked) {
  const scope = narrow(above, args);
  const within = (traversal: Traversal): Traversal => (args.includeParts ? ofSeveral(traversal) : traversal);
  const short = within(tieTraversal(tie, direction, widthOf(asked)));
  const list = `${tie.type}.${short.near}`;
  const ordering = args.orderBy?.length ? tiesOrdering({ tie, direction }, args.orderBy) : undefined;
  const ordered = ordering && readOrderedPage(args, args.orderBy ?? [], ordering, list);
  const page = ordered?.page ?? readPage(args, list);
  const where = args.where ? tiesWhere({ tie, direction }, checkWhere(args.where), beginsBy(scope)) : undefined;
  return {
    tie,
    direction,
    above,
    scope,
    args,
    asked,
    page,
    ordered,
    where,
    whole: within(tieTraversal(tie, direction)),
    text: pageText(short, page.order, where?.text, ordering),
    shared: { limit: page.limit, ...columnsOf(asked) },
    read: tieReader(tie, direction, short.edgeColumns.length),
    nearPlace: placeInTie(tie, short.near),
    sortKeyPlace: placeInTie(tie, 'sortKey'),
  };
}

export type Question = ReturnType<typeof readQuestion>;

const NO_KIN: Kin = new Map();

export interface Loaders {
  readonly ask: Ask;
  readonly kinOf: KinOf;
  readonly passageFilter: ReturnType<typeof passageFilterLoader>;
}

/** Ties of one thing, as a field asks for them. */
export class TiesReader implements Reader<TieValue>, GroupReader {
  readonly page: Page;
  readonly scope: Scope;
  private readonly loaders: Loaders;
  private readonly question: Question;
  private readonly near: Entity;
  private found: ReturnType<KinOf> | undefined;

  constructor(loaders: Loaders, question: Question, parent: Entity) {
    this.loaders = loaders;
    this.question = question;
    this.page = question.page;
    this.scope = question.scope;
    this.near = question.scope === parent.scope ? parent : { ...parent, scope: question.scope };
  }

  rows(): MaybePromise<readonly TieValue[]> {
    return whenThere(this.pageKey(), (key) => whenThere(this.kin(), (relatives) => this.read(key, relatives)));
  }

  private async read(key: Key, relatives: Kin): Promise<readonly TieValue[]> {
    const { text, shared, ordered, read, sortKeyPlace } = this.question;
    const rows = (await this.loaders.ask(text, key, shared)) as Row[];
    if (!ordered && relatives === NO_KIN) return rows.map((row) => read(row, this.near));
    return rows.map((found) => {
      const { cursor, row = found } = ordered?.split(found, idOfSortKey(String(found[sortKeyPlace]))) ?? {};
      const nearId = String(row[this.question.nearPlace]);
      const via = relatives.get(nearId);
      return read(row, via ? entity(nearId, this.scope) : this.near, { via, cursor });
    });
  }

  cursorOf({ cursor }: TieValue): string {
    return cursor;
  }

  async count(what: 'claims' | 'things'): Promise<number> {
    const { whole, where } = this.question;
    const key = withValues(await this.keyWithin(NO_BOUNDS), where);
    return (await this.loaders.ask(countText(whole, what, where?.text), key)) as number;
  }

  compile(combinations: Combinations): Grouping {
    return tiesGrouping(this.question, combinations);
  }

  async readGroups(grouping: Grouping, first: number): Promise<unknown> {
    const { whole, where } = this.question;
    const key = [...(await this.keyWithin(NO_BOUNDS)), where?.values ?? null, [beginsBy(this.scope), first]];
    return this.loaders.ask(tieGroupsText(whole, grouping, where?.text), key);
  }

  private kin(): MaybePromise<Kin> {
    if (!this.question.args.includeParts) return NO_KIN;
    this.found ??= this.loaders.kinOf(this.near);
    return this.found;
  }

  private pageKey(): MaybePromise<Key> {
    const { page, ordered, where, scope } = this.question;
    return whenThere(this.keyWithin(ordered ? NO_BOUNDS : page), (key) =>
      ordered ? ordered.keyOf(key, where, beginsBy(scope)) : withValues(key, where),
    );
  }

  private keyWithin(bounds: Bounds): MaybePromise<Key> {
    const { kinds, evidence, includeParts } = this.question.args;
    const { id } = this.near;
    return whenThere(this.kin(), (relatives) =>
      whenThere(evidence ? this.loaders.passageFilter(evidence) : NO_FILTER, (filter) =>
        traversalKey(includeParts ? [id, ...relatives.keys()] : id, this.scope, bounds, kinds, filter),
      ),
    );
  }
}
