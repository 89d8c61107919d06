/** Answers as tables: pure, so that it runs in a browser too. */

export interface Table {
  readonly columns: readonly string[];
  /** As long as the columns; undefined where a row has no such value. */
  readonly rows: readonly (readonly Cell[])[];
}

export type Cell = string | number | boolean | null | undefined;

type Row = ReadonlyMap<string, Cell>;

/** Steps of a path that say nothing to whoever reads a table, as long as nothing is mixed up without them. */
const SILENT = new Set(['edges', 'nodes', 'node']);
/** Parts of a page that are no part of an answer. */
const LEFT_OUT = new Set(['pageInfo', 'cursor']);

type Names = ReadonlySet<string>;
const NONE: Names = new Set();

/** A part of an object, the path it has in a table, and names that are taken there already. */
export interface Part {
  readonly path: string;
  readonly held: unknown;
  readonly taken: Names;
}

/** The parts of an object. A silent step is kept where two sides have a name in common, such as the id of an edge and that of its node. */
export function partsOf(value: object, path: string, taken: Names = NONE): readonly Part[] {
  const entries = Object.entries(value).filter(([key]) => !LEFT_OUT.has(key));
  const here = new Set([...taken, ...namesOf(value)]);
  const isAlone = entries.filter(([key]) => SILENT.has(key)).length === 1;
  return entries.map(([key, held]) =>
    SILENT.has(key) && isAlone && !namesOf(held).some((name) => here.has(name))
      ? { path, held, taken: here }
      : { path: path === '' ? key : `${path}.${key}`, held, taken: NONE },
  );
}

/** What would stand at the path of a value. */
function namesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap(namesOf))];
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).filter((key) => !SILENT.has(key) && !LEFT_OUT.has(key));
}

/**
 * One row for each innermost edge: a value that stands above lists is told on each of their rows, lists beside one another follow one
 * another. Columns are named by their paths.
 */
export function flatten(data: unknown): Table {
  const rows = data == null ? [] : rowsOf({ path: '', held: data, taken: NONE });
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return { columns, rows: rows.map((row) => columns.map((column) => row.get(column))) };
}

function rowsOf(part: Part): readonly Row[] {
  const { own, lists } = told(part);
  if (lists.length === 0) return own.size > 0 ? [own] : [];
  return lists.flatMap((rows) => rows.map((row) => new Map([...own, ...row])));
}

interface Told {
  /** What is told on every row. */
  readonly own: Row;
  /** The rows of each list. */
  readonly lists: readonly (readonly Row[])[];
}

function told({ path, held, taken }: Part): Told {
  if (Array.isArray(held)) return toldOfList(held, path, taken);
  if (typeof held !== 'object' || held === null) return { own: new Map([[path, held as Cell]]), lists: [] };
  const parts = partsOf(held, path, taken).map(told);
  return { own: new Map(parts.flatMap(({ own }) => [...own])), lists: parts.flatMap(({ lists }) => lists) };
}

function toldOfList(list: readonly unknown[], path: string, taken: Names): Told {
  if (list.length === 0) return { own: new Map(), lists: [] };
  if (list.every((one) => typeof one !== 'object' || one === null)) {
    return { own: new Map([[path, list.join('; ')]]), lists: [] };
  }
  const rows = list.flatMap((held) => rowsOf({ path, held, taken }));
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
