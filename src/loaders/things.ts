import { type Asked, type AskedOfList, isRead, placeInThing, thingColumns, widthOf } from '../../schema/columns.ts';
import type { NounName } from '../../schema/spec.ts';
import { ReformgraphError } from '../errors.ts';
import { thingsGrouping } from '../graph/groups.ts';
import { thingsOrdering } from '../graph/order.ts';
import { statementFile } from '../graph/statements.ts';
import { type ThingListKey, thingCountText, thingGroupsText, thingListText, thingsText } from '../graph/things.ts';
import { thingsWhere, type Where, withValues } from '../graph/where.ts';
import { type MaybePromise, whenThere } from '../maybe-promise.ts';
import { type Ask, columnsOf, type Key } from './ask.ts';
import { connectGrouped, type GroupedConnection, type GroupReader } from './groups.ts';
import { checkId, nounOf } from './ids.ts';
import { type NameValue, pickName, readName } from './names.ts';
import { type OrderArgument, type OrderedPage, readOrderedPage } from './order.ts';
import { type Page, type PageArguments, type Reader, readAll, readPage, writeCursor } from './page.ts';
import {
  beginsBy,
  narrow,
  recordedBy,
  retractedAfter,
  type Scope,
  type ScopeArguments,
  scopeKey,
  WIDEST,
} from './scope.ts';
import type { EdgeOf, Entity, Row } from './values.ts';
import { checkWhere, type WhereArgument } from './where.ts';

const survivorsText = statementFile('read/survivors');
const namesText = statementFile('read/names');
const documentsText = statementFile('read/documents-of-thing');

export interface ThingArguments extends PageArguments, ScopeArguments {
  readonly where?: WhereArgument | null | undefined;
  readonly orderBy?: OrderArgument | null | undefined;
}

/** `scheme:value`, for instance `act-code:104322`. */
const IDENTIFIER = /^[a-z][a-z0-9-]*:\S+$/;

/** Few edges are asked for their place. */
class ThingEdge implements EdgeOf<Entity> {
  readonly node: Entity & { readonly row: Row };
  private readonly ordered: OrderedPage | undefined;

  constructor(node: ThingEdge['node'], ordered: OrderedPage | undefined) {
    this.node = node;
    this.ordered = ordered;
  }

  get cursor(): string {
    const { noun, id, row } = this.node;
    return this.ordered?.cursorOf(row, id) ?? writeCursor(noun, id);
  }
}

/** The key of a list of things; of all pages without bounds. */
const listKey = (scope: Scope, { after, before }: Partial<Pick<Page, 'after' | 'before'>> = {}): ThingListKey => [
  after ?? '',
  before ?? '~',
  beginsBy(scope),
  ...scopeKey(scope),
];

/** Lets every thing through, whenever it was recorded or withdrawn. */
const EVERY_THING: ThingListKey = ['', '~', '~', '', '~', '', [], null, null];

/** Things by id, by identifier and as lists, and their names. */
export function thingLoaders(ask: Ask) {
  const rowOf = async (noun: NounName, id: string, asked: Asked): Promise<Row | undefined> =>
    (await ask(thingsText(noun, widthOf(asked)), [id], columnsOf(asked))) as Row | undefined;

  async function survivorOf(idOrIdentifier: string): Promise<string | undefined> {
    return ((await ask(survivorsText, [idOrIdentifier])) as string[] | undefined)?.[0];
  }

  /** Null for an id that nothing has; a merged id answers with the survivor. */
  async function thing(
    id: string,
    stated: ScopeArguments,
    noun?: NounName,
    asked: Asked = 'whole',
  ): Promise<Entity | null> {
    checkId(id, noun);
    const scope = narrow(WIDEST, stated);
    const own = nounOf(id);
    const row = own && (await rowOf(own, id, asked));
    if (row && own) return { noun: own, id, row, scope };
    const survivor = own && (await survivorOf(id));
    const found = survivor ? await thing(survivor, stated, undefined, asked) : null;
    return found && (!noun || found.noun === noun) ? { ...found, redirectedFrom: id } : null;
  }

  async function thingByIdentifier(
    identifier: string,
    stated: ScopeArguments,
    noun: NounName,
    asked: Asked,
  ): Promise<Entity | null> {
    if (identifier.length > 200 || !IDENTIFIER.test(identifier)) {
      throw new ReformgraphError(
        'BAD_USER_INPUT',
        `This is not an identifier: got "${identifier.slice(0, 60)}". Write scheme and value, for instance "act-code:104322".`,
      );
    }
    const id = await survivorOf(identifier);
    return id && nounOf(id) === noun ? thing(id, stated, noun, asked) : null;
  }

  /** The whole row of a thing whose noun is known; read once, with all others of its noun that are asked in the same tick. */
  const row = async ({ noun, id, row: known = [] }: Entity): Promise<Row> =>
    known.length < thingColumns(noun).length ? ((await rowOf(noun, id, 'whole')) ?? []) : known;

  /** One value of a thing's row, at once where it is there. */
  function cell(entity: Entity, column: string): MaybePromise<unknown> {
    const place = placeInThing(entity.noun, column);
    const known = entity.row ?? [];
    return isRead(known, place) ? known[place] : row(entity).then((whole) => whole[place]);
  }

  function things(
    noun: NounName,
    args: ThingArguments,
    { columns, pageInfo }: AskedOfList,
  ): GroupedConnection<EdgeOf<Entity>> {
    const scope = narrow(WIDEST, args);
    const ordering = args.orderBy?.length ? thingsOrdering(noun, args.orderBy) : undefined;
    const ordered = ordering && readOrderedPage(args, args.orderBy ?? [], ordering, noun, pageInfo);
    const page = ordered?.page ?? readPage(args, noun, pageInfo);
    const where = args.where ? thingsWhere(noun, checkWhere(args.where), beginsBy(scope)) : undefined;
    const whole = listKey(scope);
    const key = ordered ? whole : listKey(scope, page);
    const total = async () => (await ask(thingCountText(noun, where), withValues(whole, where))) as number;
    const reader: Reader<EdgeOf<Entity>> = {
      page,
      rows: async () => {
        const rows = (await ask(
          thingListText(noun, page.order, widthOf(columns), where, ordering),
          ordered?.keyOf(key, where, beginsBy(scope)) ?? withValues(key, where),
          { limit: page.limit, ...columnsOf(columns) },
        )) as Row[];
        return rows.map((row) => new ThingEdge({ noun, id: String(row[0]), row, scope }, ordered));
      },
      cursorOf: ({ cursor }) => cursor,
      count: total,
    };
    return connectGrouped(
      reader,
      groupsOf(noun, scope, async () => [whole, where]),
    );
  }

  /** Groups of the things of a noun that a key and conditions let through. */
  const groupsOf = (
    noun: NounName,
    scope: Scope,
    list: () => Promise<[key: Key, where: Where | undefined]>,
  ): GroupReader => ({
    scope,
    compile: (combinations) => thingsGrouping(noun, combinations),
    readGroups: async (grouping, first) => {
      const [key, where] = await list();
      const asked = [...key, where?.values ?? null, [beginsBy(scope), first]];
      return ask(thingGroupsText(noun, grouping, where), asked);
    },
  });

  async function names({ id, scope }: Entity): Promise<readonly NameValue[]> {
    return ((await ask(namesText, [id])) as Row[]).map((stored) => readName(stored, scope));
  }

  /** Read from the row alone unless a language or a day is asked for. */
  function name(entity: Entity, languages: readonly string[] | null): MaybePromise<string> {
    const { asOf } = entity.scope;
    return whenThere(cell(entity, 'name'), (found) => {
      const short = String(found ?? entity.id);
      if (languages === null && asOf === null) return short;
      return names(entity).then((all) => pickName(short, all, languages ?? ['en'], asOf));
    });
  }

  /** The documents that speak of a thing: one statement for their ids, which are few, and one for what is asked of them. */
  const documents = ({ id, scope }: Entity, args: PageArguments): GroupedConnection<EdgeOf<Entity>> =>
    documentList(
      async () => (await ask(documentsText, [id, recordedBy(scope), retractedAfter(scope)])) as string[],
      scope,
      args,
    );

  /** Pages a short list of documents' ids, given in order. */
  function documentList(
    all: () => Promise<readonly string[]>,
    scope: Scope,
    args: PageArguments,
  ): GroupedConnection<EdgeOf<Entity>> {
    const noun: NounName = 'SourceDocument';
    const reader = readAll(args, noun, async () =>
      (await all()).map((id): { place: string; node: Entity } => ({
        place: id,
        node: { noun, id, row: undefined, scope },
      })),
    );
    const groups = groupsOf(noun, scope, async () => [
      EVERY_THING,
      thingsWhere(noun, { id: { in: await all() } }, beginsBy(scope)),
    ]);
    return connectGrouped(reader, groups);
  }

  return { thing, thingByIdentifier, row, cell, things, names, name, documents, documentList };
}
