/** Answers as tables: pure, so that it runs in a browser too. */

export interface Table {
  readonly columns: readonly string[];
  /** As long as the columns; undefined where a row has no such value. */
  readonly rows: readonly (readonly Cell[])[];
}

export type Cell = string | number | boolean | null | undefined;

type Row = ReadonlyMap<string, Cell>;

/** Parts of a path that say nothing to whoever reads a table. */
export const SILENT = new Set(['edges', 'nodes', 'node']);
/** Parts of a page that are no part of an answer. */
export const LEFT_OUT = new Set(['pageInfo', 'cursor']);
/** Rows of one answer, at most: lists beside one another make a row for each. */
const MOST_ROWS = 100_000;

/**
 * One row for each innermost edge: a value that stands above lists is told on each of their rows, lists beside one another follow one
 * another. Columns are named by their paths.
 */
export function flatten(data: unknown): Table {
  const rows = data == null ? [] : rowsOf(data, '').slice(0, MOST_ROWS);
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return { columns, rows: rows.map((row) => columns.map((column) => row.get(column))) };
}

function rowsOf(value: unknown, path: string): readonly Row[] {
  const { own, lists } = partsOf(value, path);
  if (lists.length === 0) return own.size > 0 ? [own] : [];
  return lists.flatMap((rows) => rows.map((row) => new Map([...own, ...row])));
}

interface Parts {
  /** What is told on every row. */
  readonly own: Row;
  /** The rows of each list. */
  readonly lists: readonly (readonly Row[])[];
}

function partsOf(value: unknown, path: string): Parts {
  if (Array.isArray(value)) return partsOfList(value, path);
  if (typeof value !== 'object' || value === null) return { own: new Map([[path, value as Cell]]), lists: [] };
  const parts = Object.entries(value).flatMap(([key, held]) => {
    if (LEFT_OUT.has(key)) return [];
    return [partsOf(held, SILENT.has(key) ? path : path === '' ? key : `${path}.${key}`)];
  });
  return { own: new Map(parts.flatMap(({ own }) => [...own])), lists: parts.flatMap(({ lists }) => lists) };
}

function partsOfList(list: readonly unknown[], path: string): Parts {
  if (list.length === 0) return { own: new Map(), lists: [] };
  if (list.every((one) => typeof one !== 'object' || one === null)) {
    return { own: new Map([[path, list.join('; ')]]), lists: [] };
  }
  const rows = list.flatMap((one) => rowsOf(one, path));
  return { own: new Map(), lists: rows.length > 0 ? [rows] : [] };
}

/** What spreadsheets would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;

/** A table as RFC 4180 has it, with the mark by which Excel knows UTF-8. */
export function toCsv({ columns, rows }: Table): string {
  return `\uFEFF${[columns, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  const text = String(cell);
  const safe = typeof cell === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
