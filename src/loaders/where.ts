import { ReformgraphError } from '../errors.ts';
import { checkAgreement } from './agreement.ts';

/** What a question states under `where`; its shape is that of the contract. */
export type WhereArgument = Readonly<Record<string, unknown>>;

const MOST_CONDITIONS = 100;
const MOST_STEPS = 4;
/** The database plans AND, OR and NOT in each other in a time that doubles with every few. */
const MOST_NESTED = 12;
const MOST_VALUES = 1_000;
const LOGIC = ['AND', 'OR', 'NOT'];
const STEPS = ['some', 'none', 'every', 'countWhere'];

const refuse = (code: 'BAD_USER_INPUT' | 'QUERY_TOO_COSTLY', message: string): never => {
  throw new ReformgraphError(code, message);
};

/** Refuses what is too large, contradicts itself or compares with nothing, before the graph is asked. */
export function checkWhere(where: WhereArgument): WhereArgument {
  const { conditions, steps, nested } = measure(where);
  if (conditions > MOST_CONDITIONS) {
    refuse('QUERY_TOO_COSTLY', `"where" may hold ${MOST_CONDITIONS} conditions, but got ${conditions}. Ask for less.`);
  }
  if (steps > MOST_STEPS) {
    refuse(
      'QUERY_TOO_COSTLY',
      `"where" may go from tie to tie ${MOST_STEPS} times ("some", "none", "every", "countWhere"), but got ${steps}. Ask for less.`,
    );
  }
  if (nested > MOST_NESTED) {
    refuse(
      'QUERY_TOO_COSTLY',
      `"where" may hold AND, OR and NOT ${MOST_NESTED} deep in each other, but got ${nested}. Ask for less.`,
    );
  }
  return where;
}

interface Measure {
  readonly conditions: number;
  readonly steps: number;
  readonly nested: number;
}

const ONE: Measure = { conditions: 1, steps: 0, nested: 0 };

/** Counts every comparison, tie, AND, OR and NOT, and how deep ties stand within ties, and AND, OR and NOT within each other. */
function measure(conditions: WhereArgument): Measure {
  checkAgreement(conditions);
  return Object.entries(conditions)
    .map(measureOne)
    .reduce(sum, { ...ONE, conditions: 0 });
}

function measureOne([name, value]: [string, unknown]): Measure {
  if (value === null) return refuse('BAD_USER_INPUT', `"${name}" in "where" is null. Leave it out, or ask "isNull".`);
  if (Array.isArray(value)) {
    if (name === 'in') checkValues(value);
    const parts = (value as unknown[]).filter(isMap).map(measure);
    return deeper(name, parts.map(atLeastOne).reduce<Measure>(sum, ONE));
  }
  if (!isMap(value)) return ONE;
  const within = measure(value);
  if ('countWhere' in value && !('count' in value)) {
    refuse('BAD_USER_INPUT', '"countWhere" in "where" stands without "count". Say how many: count: { gte: 2 }.');
  }
  if (STEPS.includes(name)) return { ...within, conditions: within.conditions + 1, steps: within.steps + 1 };
  return name === 'NOT' ? deeper(name, sum(ONE, within)) : within;
}

const deeper = (name: string, within: Measure): Measure =>
  LOGIC.includes(name) ? { ...within, nested: within.nested + 1 } : within;

const atLeastOne = (within: Measure): Measure => ({ ...within, conditions: Math.max(1, within.conditions) });

const isMap = (value: unknown): value is WhereArgument => typeof value === 'object' && value !== null;

const sum = (one: Measure, other: Measure): Measure => ({
  conditions: one.conditions + other.conditions,
  steps: Math.max(one.steps, other.steps),
  nested: Math.max(one.nested, other.nested),
});

function checkValues(values: readonly unknown[]): void {
  if (values.length === 0) refuse('BAD_USER_INPUT', '"in" holds no value, so nothing can be one. Leave it out.');
  if (values.length > MOST_VALUES) {
    refuse('QUERY_TOO_COSTLY', `"in" may hold ${MOST_VALUES} values, but got ${values.length}. Ask for less.`);
  }
  if (values.includes(null)) refuse('BAD_USER_INPUT', '"in" holds a null. Leave it out, or ask "isNull".');
}
