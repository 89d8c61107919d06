import {
  type ConditionFields,
  edgeFields,
  farEnd,
  type TieField,
  thingFields,
  tieFields,
} from '../../schema/conditions.ts';
import type { TieEnd } from '../../schema/spec.ts';
import { orderedValue } from './scalar-conditions.ts';
import { scopedTies } from './scoped-ties.ts';
import type { Order } from './traversal.ts';

/** Keys to order by, as text that depends on the shape only. */
export interface Ordering {
  readonly keys: readonly OrderKey[];
  /** Where in the key of the statement stand: what ties begin by, then the values of the cursors after and before. */
  readonly position: number;
}

interface OrderKey {
  readonly expression: string;
  readonly descending: boolean;
}

type Entry = Readonly<Record<string, unknown>>;

/** Behind the values of `where`, for lists of things and pages of ties. */
export const ORDER_OF_THINGS = 10;
export const ORDER_OF_TIES = 13;

export const thingsOrdering = (end: TieEnd, entries: readonly Entry[]): Ordering => ({
  position: ORDER_OF_THINGS,
  keys: entries.map((entry) => thingKey('n', end, entry, ORDER_OF_THINGS)),
});

export const tiesOrdering = (row: Omit<TieField, 'field'>, entries: readonly Entry[]): Ordering => ({
  position: ORDER_OF_TIES,
  keys: entries.map(({ edge, node }) =>
    edge
      ? scalarKey('e', edgeFields(row.tie.type), edge as Entry)
      : thingKey('far', farEnd(row), node as Entry, ORDER_OF_TIES),
  ),
});

function scalarKey(variable: string, fields: ConditionFields, entry: Entry): OrderKey {
  const [[name, direction] = []] = Object.entries(entry);
  const field = fields[String(name)];
  if (!field) throw new Error(`Nothing is ordered by ${name}.`);
  return { expression: orderedValue(variable, String(name), field), descending: direction === 'DESC' };
}

function thingKey(node: string, end: TieEnd, entry: Entry, position: number): OrderKey {
  const [[name, value] = []] = Object.entries(entry);
  const row = typeof end === 'string' ? tieFields(end).find(({ field }) => field === name) : undefined;
  if (!row) return scalarKey(node, thingFields(typeof end === 'string' ? end : undefined), entry);
  const { count, node: far } = value as { count?: string; node?: Entry };
  const ties = scopedTies(node, row, 'e1', 'n1', `key[${position}][0]`);
  if (count) return { expression: `COUNT { ${ties} }`, descending: count === 'DESC' };
  const noun = farEnd(row);
  const { expression, descending } = scalarKey(
    'n1',
    thingFields(typeof noun === 'string' ? noun : undefined),
    far as Entry,
  );
  const best = `WITH ${expression} AS value WHERE value IS NOT NULL RETURN value ORDER BY value${descending ? ' DESC' : ''} LIMIT 1`;
  return { expression: `head(COLLECT { ${ties} ${best} })`, descending };
}

/**
 * Orders what was matched and cuts it at the cursors. What has no value comes last, equals stand in the order of their ids.
 * `kept` are the variables that are still needed, `id` breaks ties.
 */
export function orderText({ keys, position }: Ordering, kept: string, id: string, order: Order): string {
  const names = keys.map((_, at) => `o${at}`);
  const backward = order === 'descending';
  const sorts = keys.flatMap(({ descending }, at) => [
    `o${at} IS NULL${backward ? ' DESC' : ''}`,
    `o${at}${descending !== backward ? ' DESC' : ''}`,
  ]);
  return `WITH ${[kept, ...keys.map(({ expression }, at) => `${expression} AS o${at}`)].join(', ')}
    WHERE ${beyond(keys, `key[${position}][1]`, id, 'after')}
      AND ${beyond(keys, `key[${position}][2]`, id, 'before')}
    WITH ${[kept, ...names].join(', ')} ORDER BY ${[...sorts, `${id}${backward ? ' DESC' : ''}`].join(', ')} LIMIT $limit`;
}

export const orderColumns = ({ keys }: Ordering): readonly string[] => keys.map((_, at) => `o${at}`);

/** What lies on one side of a cursor, whose values stand in `cursor`, the id last; all of it without a cursor. */
function beyond(keys: readonly OrderKey[], cursor: string, id: string, side: 'after' | 'before'): string {
  const last = `${id} ${side === 'after' ? '>' : '<'} ${cursor}[${keys.length}]`;
  const within = keys.reduceRight((rest, { descending }, at) => {
    const [value, mark] = [`o${at}`, `${cursor}[${at}]`];
    const further = `${value} ${(side === 'after') !== descending ? '>' : '<'} ${mark}`;
    const noValue =
      side === 'after' ? `(${mark} IS NOT NULL AND ${value} IS NULL)` : `(${mark} IS NULL AND ${value} IS NOT NULL)`;
    const same = `(${value} = ${mark} OR (${value} IS NULL AND ${mark} IS NULL))`;
    return `(${further} OR ${noValue} OR (${same} AND ${rest}))`;
  }, last);
  return `(${cursor} IS NULL OR ${within})`;
}
