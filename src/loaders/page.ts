import { ReformgraphError } from '../errors.ts';
import type { Order } from '../graph/traversal.ts';
import { type MaybePromise, whenThere } from '../maybe-promise.ts';
import type { Connection, EdgeOf, PageInfo } from './values.ts';

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A checked page: which keys bound it, which way it is read, how many rows are wanted. */
export interface Page {
  readonly order: Order;
  readonly size: number;
  /** Rows to ask for: few distinct sizes share statements, and one more where it is asked whether others follow. */
  readonly limit: number;
  readonly after: string | null;
  readonly before: string | null;
}

const DEFAULT_SIZE = 20;
const LARGEST = 100;
const SIZE_CLASSES = [3, 5, 10, 20, 50, LARGEST] as const;

const refuse = (message: string): never => {
  throw new ReformgraphError('BAD_USER_INPUT', message);
};

/** Checks Relay's four arguments; `list` names the connection, whose cursors alone are taken. Without `pageInfo` nobody asks what follows. */
export function readPage(args: PageArguments, list: string, pageInfo = true): Page {
  const { first, last } = args;
  if (first != null && last != null)
    refuse(`Ask for "first" or for "last", not both: got first: ${first}, last: ${last}.`);
  const backward = last != null;
  const size = readSize(backward ? 'last' : 'first', (backward ? last : first) ?? DEFAULT_SIZE);
  return {
    order: backward ? 'descending' : 'ascending',
    size,
    limit: (SIZE_CLASSES.find((rows) => rows >= size) ?? LARGEST) + (pageInfo ? 1 : 0),
    after: args.after == null ? null : readCursor('after', args.after, list),
    before: args.before == null ? null : readCursor('before', args.before, list),
  };
}

/** Refuses a number of rows outside 1 to 100. */
export function readSize(argument: string, size: number, more = 'Page with "after" and "before" for more.'): number {
  if (size >= 1 && size <= LARGEST) return size;
  return refuse(`"${argument}" must be between 1 and ${LARGEST}, but got ${size}. ${more}`);
}

const SEPARATOR = '\n';

/** The position of a row in its list, opaque to clients. */
export const writeCursor = (list: string, sortKey: string): string =>
  Buffer.from(`${list}${SEPARATOR}${sortKey}`).toString('base64url');

function readCursor(argument: string, cursor: string, list: string): string {
  const [from, sortKey, ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split(SEPARATOR);
  if (from === list && sortKey && rest.length === 0) return sortKey;
  return refuse(
    `"${argument}" is not a cursor of this list: got "${cursor.slice(0, 60)}". Take it from "cursor", "startCursor" or "endCursor" of the same field.`,
  );
}

export interface Reader<Edge> {
  readonly page: Page;
  /** Rows in the order asked, at most `page.limit`. */
  rows(): MaybePromise<readonly Edge[]>;
  cursorOf(edge: Edge): string;
  count(what: 'claims' | 'things'): Promise<number>;
}

/**
 * A connection that reads only what is asked of it, and a page once. An answer may hold thousands, so they are objects of a class
 * and carry no functions of their own.
 */
export class LazyConnection<Edge> implements Connection<Edge> {
  private readonly reader: Reader<Edge>;
  private found: MaybePromise<readonly Edge[]> | undefined;

  constructor(reader: Reader<Edge>) {
    this.reader = reader;
  }

  private rows(): MaybePromise<readonly Edge[]> {
    this.found ??= this.reader.rows();
    return this.found;
  }

  edges(): MaybePromise<readonly Edge[]> {
    return whenThere(this.rows(), (rows) => edgesOf(this.reader.page, rows));
  }

  async pageInfo(): Promise<PageInfo> {
    const { page, cursorOf } = this.reader;
    const rows = await this.rows();
    const edges = edgesOf(page, rows);
    const more = rows.length > page.size;
    const [start, end] = [edges.at(0), edges.at(-1)];
    return {
      hasNextPage: page.order === 'ascending' ? more : page.before !== null,
      hasPreviousPage: page.order === 'descending' ? more : page.after !== null,
      startCursor: start === undefined ? null : cursorOf(start),
      endCursor: end === undefined ? null : cursorOf(end),
    };
  }

  totalCount(): Promise<number> {
    return this.reader.count('claims');
  }

  distinctNodes(): Promise<number> {
    return this.reader.count('things');
  }
}

/** Rows come in the order they are read in, and more of them than are wanted. */
function edgesOf<Edge>({ size, order }: Page, rows: readonly Edge[]): readonly Edge[] {
  const kept = rows.length > size ? rows.slice(0, size) : rows;
  return order === 'descending' ? [...kept].reverse() : kept;
}

export const connect = <Edge>(reader: Reader<Edge>): Connection<Edge> => new LazyConnection(reader);

/** Pages a list that is read whole, since nothing stored is in its order. */
export const connectAll = <Node>(...asked: Parameters<typeof readAll<Node>>): Connection<EdgeOf<Node>> =>
  connect(readAll(...asked));

export function readAll<Node>(
  args: PageArguments,
  list: string,
  all: () => Promise<readonly { readonly place: string; readonly node: Node }[]>,
): Reader<EdgeOf<Node>> {
  const page = readPage(args, list);
  return {
    page,
    rows: async () => {
      const within = (await all()).filter(({ place }) => place > (page.after ?? '') && place < (page.before ?? '~'));
      const ordered = page.order === 'descending' ? within.reverse() : within;
      return ordered.slice(0, page.limit).map(({ place, node }) => ({ cursor: writeCursor(list, place), node }));
    },
    cursorOf: ({ cursor }) => cursor,
    count: async () => (await all()).length,
  };
}
