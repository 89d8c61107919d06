/** Answers as tables: pure, so that it runs in a browser too. */

export interface Table {
  readonly columns: readonly string[];
  /** As long as the columns; undefined where a row has no such value. */
  readonly rows: readonly (readonly Cell[])[];
}

export type Cell = string | number | boolean | null | undefined;

type Row = ReadonlyMap<string, Cell>;

/** Parts of a path that say nothing to whoever reads a table. */
const SILENT = new Set(['edges', 'nodes', 'node']);
/** Parts of a page that are no part of an answer. */
const LEFT_OUT = new Set(['pageInfo', 'cursor']);
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
  if (Array.isArray(value)) {
    if (value.length === 0) return [];
    if (value.every((one) => typeof one !== 'object' || one === null)) return [new Map([[path, value.join('; ')]])];
    return value.flatMap((one) => rowsOf(one, path));
  }
  if (typeof value !== 'object' || value === null) return [new Map([[path, value as Cell]])];
  const own = new Map<string, Cell>();
  const lists: (readonly Row[])[] = [];
  for (const [key, held] of Object.entries(value)) {
    if (LEFT_OUT.has(key)) continue;
    const below = SILENT.has(key) ? path : path === '' ? key : `${path}.${key}`;
    const rows = rowsOf(held, below);
    const [only] = rows;
    // A single row of what is no list belongs to this one.
    if (only && rows.length === 1 && !hasList(held)) for (const [name, cell] of only) own.set(name, cell);
    else if (rows.length > 0) lists.push(rows);
  }
  if (lists.length === 0) return own.size > 0 ? [own] : [];
  return lists.flatMap((rows) => rows.map((row) => new Map([...own, ...row])));
}

const hasList = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Array.isArray(value) ? value.some((one) => typeof one === 'object') : Object.values(value).some(hasList));

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
