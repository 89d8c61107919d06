import { createHash } from 'node:crypto';
import { ReformgraphError } from '../errors.ts';
import type { Ordering } from '../graph/order.ts';
import type { Where } from '../graph/where.ts';
import type { Key } from './ask.ts';
import { type Page, type PageArguments, readPage, writeCursor } from './page.ts';
import type { Row } from './values.ts';

/** Entries of `orderBy`; their shape is that of the contract. */
export type OrderArgument = readonly Readonly<Record<string, unknown>>[];

const MOST_KEYS = 5;

/** A page of a list in an order of its own. Its cursors carry the values of the keys and the id, and serve that order only. */
export interface OrderedPage {
  readonly page: Page;
  /** What the statement is asked with: the plain key, the values of conditions, then what the order needs. */
  keyOf(key: Key, where: Where | undefined, beginsBy: string): Key;
  /** Of a row that ends with what it is ordered by. */
  cursorOf(row: Row, id: string): string;
}

/** Checks the entries, and the page within their order. */
export function readOrderedPage(
  args: PageArguments,
  entries: OrderArgument,
  { keys }: Ordering,
  list: string,
  pageInfo: boolean,
): OrderedPage {
  if (entries.length > MOST_KEYS) {
    throw new ReformgraphError(
      'QUERY_TOO_COSTLY',
      `"orderBy" may hold ${MOST_KEYS} keys, but got ${entries.length}. Ask for less.`,
    );
  }
  const paths = entries.map(pathOf);
  const again = paths.find((path, at) => paths.indexOf(path) !== at);
  if (again) {
    throw new ReformgraphError(
      'BAD_USER_INPUT',
      `"orderBy" holds the key "${again}" twice. The second changes nothing: leave it out.`,
    );
  }
  const fingerprint = createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 16);
  const ordered = `${list} ordered ${fingerprint}`;
  const page = readPage(args, ordered, pageInfo);
  return {
    page,
    keyOf: (key, where, beginsBy) => [
      ...key,
      where?.values ?? null,
      [beginsBy, readValues(page.after, keys.length), readValues(page.before, keys.length)],
    ],
    cursorOf: (row, id) => writeCursor(ordered, JSON.stringify([...row.slice(row.length - keys.length), id])),
  };
}

/** What an entry orders by, whichever way: `amends.node.name`. */
function pathOf(entry: Readonly<Record<string, unknown>>): string {
  const [[name, value] = []] = Object.entries(entry);
  return typeof value === 'string' ? String(name) : `${name}.${pathOf(value as typeof entry)}`;
}

/** The values of a cursor, one for each key and the id. */
function readValues(position: string | null, keys: number): readonly unknown[] | null {
  if (position === null) return null;
  try {
    const values: unknown = JSON.parse(position);
    if (
      Array.isArray(values) &&
      values.length === keys + 1 &&
      values.every((value) => typeof value !== 'object' || value === null)
    ) {
      return values;
    }
  } catch {
    // Said below.
  }
  throw new ReformgraphError(
    'BAD_USER_INPUT',
    'This is not a cursor of this list. Take it from the same field and order.',
  );
}
