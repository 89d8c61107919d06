import type { ConditionField } from '../../schema/conditions.ts';
import { ReformgraphError } from '../errors.ts';
import { dateKeys } from './model.ts';
import { type PartialDate, parsePartialDate } from './time.ts';

export type Conditions = Readonly<Record<string, unknown>>;

/** Keeps a value and gives the text that speaks of it. */
export type Parameter = (value: unknown) => string;

/** Conditions on one property of a node or relationship. */
export function scalarCondition(
  variable: string,
  name: string,
  { type, list }: ConditionField,
  filter: Conditions,
  parameter: Parameter,
): readonly string[] {
  const property = `${variable}.${name}`;
  if (list) return listCondition(property, filter, parameter);
  return type === 'PartialDate'
    ? dateCondition(variable, name, filter, parameter)
    : valueCondition(property, filter, parameter);
}

const OPERATORS: Readonly<Record<string, (value: string, parameter: string) => string>> = {
  eq: (value, parameter) => `${value} = ${parameter}`,
  // What has no value is not this one either.
  not: (value, parameter) => `NOT coalesce(${value} = ${parameter}, false)`,
  in: (value, parameter) => `${value} IN ${parameter}`,
  gt: (value, parameter) => `${value} > ${parameter}`,
  gte: (value, parameter) => `${value} >= ${parameter}`,
  lt: (value, parameter) => `${value} < ${parameter}`,
  lte: (value, parameter) => `${value} <= ${parameter}`,
  contains: (value, parameter) => `toLower(${value}) CONTAINS toLower(${parameter})`,
  startsWith: (value, parameter) => `toLower(${value}) STARTS WITH toLower(${parameter})`,
  isNull: (value, parameter) => `(${value} IS NULL) = ${parameter}`,
};

/** Conditions on any value that Cypher can compare. */
export const valueCondition = (value: string, filter: Conditions, parameter: Parameter): readonly string[] =>
  Object.entries(filter).map(([operator, wanted]) => {
    const write = OPERATORS[operator];
    if (!write) throw new Error(`No operator is called ${operator}.`);
    return write(value, parameter(wanted));
  });

const listCondition = (property: string, filter: Conditions, parameter: Parameter): readonly string[] =>
  Object.entries(filter).map(([operator, wanted]) =>
    operator === 'has' ? `${parameter(wanted)} IN ${property}` : `(${property} IS NULL) = ${parameter(wanted)}`,
  );

/** Held against the earliest and the latest day it may mean, so that it holds when it may. */
function dateCondition(variable: string, name: string, filter: Conditions, parameter: Parameter): readonly string[] {
  const property = `${variable}.${name}`;
  const [earliest, latest] = boundsOf(variable, name);
  const stated = (bound: string): string => (name in CLAIM_BOUNDS ? `${property} IS NOT NULL AND ${bound}` : bound);
  return Object.entries(filter).map(([operator, wanted]) => {
    if (operator === 'isNull') return `(${property} IS NULL) = ${parameter(wanted)}`;
    const date = readDate(String(wanted));
    const begins = (): string => `${latest} >= ${parameter(date.earliest)}`;
    if (operator === 'gte') return stated(begins());
    if (operator === 'within')
      return stated(`${earliest} >= ${parameter(date.earliest)} AND ${latest} <= ${parameter(date.latest)}`);
    // Some keys have more behind the day, which sorts before this mark.
    const ends = (): string => `${earliest} < ${parameter(`${date.latest}~`)}`;
    return stated(operator === 'lte' ? ends() : `${begins()} AND ${ends()}`);
  });
}

/** The date a condition names, as exact as it is written. */
export function readDate(text: string): PartialDate {
  const date = parsePartialDate(text);
  if (date) return date;
  throw new ReformgraphError(
    'BAD_USER_INPUT',
    `This is not a date: got "${text.slice(0, 60)}". Write "2022", "2022-06", "2022-06-05" or "[2021..2023]".`,
  );
}

/** Keys that every claim has beside its dates; they are there even where the date is not. */
const CLAIM_BOUNDS: Readonly<Record<string, readonly [earliest: string, latest: string]>> = {
  validFrom: ['since', 'startLatest'],
  validTo: ['endEarliest', 'until'],
};

function boundsOf(variable: string, name: string): readonly [earliest: string, latest: string] {
  const [earliest, latest] = CLAIM_BOUNDS[name] ?? dateKeys(name);
  // A tie keeps its earliest start in the key it is ordered by; a figure, which is a thing, by itself.
  const isTie = variable.startsWith('e');
  return [`${variable}.${isTie && earliest === 'since' ? 'sortKey' : earliest}`, `${variable}.${latest}`];
}

/** What a property is ordered by: of a date the earliest day it may mean. */
export function orderedValue(variable: string, name: string, { type }: ConditionField): string {
  if (type !== 'PartialDate') return `${variable}.${name}`;
  const [earliest] = boundsOf(variable, name);
  if (!(name in CLAIM_BOUNDS)) return earliest;
  const day = earliest.endsWith('.sortKey') ? `split(${earliest}, ' ')[0]` : earliest;
  return `CASE WHEN ${variable}.${name} IS NOT NULL THEN ${day} END`;
}

export type DateUnit = 'YEAR' | 'MONTH';
const DIGITS: Readonly<Record<DateUnit, number>> = { YEAR: 'YYYY'.length, MONTH: 'YYYY-MM'.length };

/** What a property makes groups by: of a date the year or month in which all days lie that it may mean. */
export function groupedValue(variable: string, name: string, { type }: ConditionField, unit: DateUnit): string {
  const property = `${variable}.${name}`;
  if (type !== 'PartialDate') return property;
  const [earliest, latest] = boundsOf(variable, name).map((day) => `left(${day}, ${DIGITS[unit]})`);
  return `CASE WHEN ${property} IS NOT NULL AND ${earliest} = ${latest} THEN ${earliest} END`;
}
