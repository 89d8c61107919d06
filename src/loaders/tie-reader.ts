import { type AskedOfList, placeInTie, widthOf } from '../../schema/columns.ts';
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
  type TraversalKey,
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
import { type Bounds, NO_BOUNDS, traversalRest } from './tie-key.ts';
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

export interface Loaders {
  readonly ask: Ask;
  readonly kinOf: KinOf;
  readonly passageFilter: ReturnType<typeof passageFilterLoader>;
}

/** What a field asks of a tie, checked and made into texts once for all things it is asked of. */
export function readQuestion(
  { ask, kinOf, passageFilter }: Loaders,
  tie: TieSpec,
  direction: Direction,
  above: Scope,
  args: TieArguments,
  asked: AskedOfList,
) {
  const { columns, pageInfo } = asked;
  const scope = narrow(above, args);
  const within = (traversal: Traversal): Traversal => (args.includeParts ? ofSeveral(traversal) : traversal);
  const short = within(tieTraversal(tie, direction, widthOf(columns)));
  const whole = within(tieTraversal(tie, direction));
  const list = `${tie.type}.${short.near}`;
  const ordering = args.orderBy?.length ? tiesOrdering({ tie, direction }, args.orderBy) : undefined;
  const ordered = ordering && readOrderedPage(args, args.orderBy ?? [], ordering, list, pageInfo);
  const page = ordered?.page ?? readPage(args, list, pageInfo);
  const where = args.where ? tiesWhere({ tie, direction }, checkWhere(args.where), beginsBy(scope)) : undefined;

  const filter = once(() => (args.evidence ? passageFilter(args.evidence) : NO_FILTER));
  const restWithin = (bounds: Bounds): MaybePromise<Key> =>
    whenThere(filter(), (evidence) => traversalRest(scope, bounds, args.kinds, evidence));
  const ofAll = once(() => restWithin(NO_BOUNDS));
  const ofPage = (): MaybePromise<Key> =>
    ordered
      ? whenThere(ofAll(), (rest) => ordered.keyOf(rest, where, beginsBy(scope)))
      : whenThere(restWithin(page), (rest) => withValues(rest, where));
  const text = pageText(short, page.order, where?.text, ordering);

  return {
    tie,
    direction,
    above,
    scope,
    asked,
    page,
    ordered,
    /** Asks for the page of a thing, or of several as if they were one. */
    askPage: once(() =>
      whenThere(ofPage(), (rest) => ask.each(text, rest, { limit: page.limit, ...columnsOf(columns) })),
    ),
    askCount: (what: 'claims' | 'things', near: Near): MaybePromise<unknown> =>
      whenThere(ofAll(), (rest) => ask(countText(whole, what, where?.text), [near, ...withValues(rest, where)])),
    askGroups: (grouping: Grouping, first: number, near: Near): MaybePromise<unknown> =>
      whenThere(ofAll(), (rest) =>
        ask(tieGroupsText(whole, grouping, where?.text), [
          near,
          ...rest,
          where?.values ?? null,
          [beginsBy(scope), first],
        ]),
      ),
    kinOf: args.includeParts ? kinOf : undefined,
    read: tieReader(tie, direction, short.edgeColumns.length),
    nearPlace: placeInTie(tie, short.near),
    sortKeyPlace: placeInTie(tie, 'sortKey'),
  };
}

export type Question = ReturnType<typeof readQuestion>;

type Near = TraversalKey[0];

const NO_KIN: Kin = new Map();

/** Ties of one thing, as a field asks for them. */
export class TiesReader implements Reader<TieValue>, GroupReader {
  private readonly question: Question;
  private readonly near: Entity;
  private found: ReturnType<KinOf> | undefined;

  constructor(question: Question, parent: Entity) {
    this.question = question;
    this.near = question.scope === parent.scope ? parent : { ...parent, scope: question.scope };
  }

  get page(): Page {
    return this.question.page;
  }

  get scope(): Scope {
    return this.question.scope;
  }

  rows(): MaybePromise<readonly TieValue[]> {
    return whenThere(this.kin(), (relatives) =>
      whenThere(this.question.askPage(), (ask) =>
        ask(this.nearWith(relatives)).then((rows) => this.read(rows as Row[], relatives)),
      ),
    );
  }

  private read(rows: readonly Row[], relatives: Kin): readonly TieValue[] {
    const { ordered, read, nearPlace, sortKeyPlace } = this.question;
    if (!ordered && relatives === NO_KIN) return rows.map((row) => read(row, this.near));
    return rows.map((row) => {
      const nearId = String(row[nearPlace]);
      const via = relatives.get(nearId);
      const cursor = ordered?.cursorOf(row, idOfSortKey(String(row[sortKeyPlace])));
      return read(row, via ? entity(nearId, this.scope) : this.near, { via, cursor });
    });
  }

  cursorOf({ cursor }: TieValue): string {
    return cursor;
  }

  async count(what: 'claims' | 'things'): Promise<number> {
    return (await this.question.askCount(what, this.nearWith(await this.kin()))) as number;
  }

  compile(combinations: Combinations): Grouping {
    return tiesGrouping(this.question, combinations);
  }

  async readGroups(grouping: Grouping, first: number): Promise<unknown> {
    return this.question.askGroups(grouping, first, this.nearWith(await this.kin()));
  }

  private kin(): MaybePromise<Kin> {
    const { kinOf } = this.question;
    if (!kinOf) return NO_KIN;
    this.found ??= kinOf(this.near);
    return this.found;
  }

  private nearWith(relatives: Kin): Near {
    return this.question.kinOf ? [this.near.id, ...relatives.keys()] : this.near.id;
  }
}

/** What is worked out when it is first asked for, and only then. */
function once<What>(work: () => What): () => What {
  let done: { readonly what: What } | undefined;
  return () => {
    done ??= { what: work() };
    return done.what;
  };
}
