import { ReformgraphError } from '../errors.ts';
import { checkAgreement } from './agreement.ts';

/** What a question states under `where`; its shape is that of the contract. */
export type WhereArgument = Readonly<Record<string, unknown>>;

const MOST_CONDITIONS = 100;
const MOST_STEPS = 4;
const MOST_VALUES = 1_000;
const STEPS = ['some', 'none', 'every', 'countWhere'];

const refuse = (code: 'BAD_USER_INPUT' | 'QUERY_TOO_COSTLY', message: string): never => {
  throw new ReformgraphError(code, message);
};

/** Refuses what is too large, contradicts itself or compares with nothing, before the graph is asked. */
export function checkWhere(where: WhereArgument): WhereArgument {
  const { conditions, steps } = measure(where);
  if (conditions > MOST_CONDITIONS) {
    refuse('QUERY_TOO_COSTLY', `"where" may hold ${MOST_CONDITIONS} conditions, but got ${conditions}. Ask for less.`);
  }
  if (steps > MOST_STEPS) {
    refuse(
      'QUERY_TOO_COSTLY',
      `"where" may go from tie to tie ${MOST_STEPS} times ("some", "none", "every", "countWhere"), but got ${steps}. Ask for less.`,
    );
  }
  return where;
}

interface Measure {
  readonly conditions: number;
  readonly steps: number;
}

/** Counts every comparison, tie, AND, OR and NOT, and how deep ties stand within ties. */
function measure(conditions: WhereArgument): Measure {
  checkAgreement(conditions);
  return Object.entries(conditions).map(measureOne).reduce(sum, { conditions: 0, steps: 0 });
}

function measureOne([name, value]: [string, unknown]): Measure {
  if (value === null) return refuse('BAD_USER_INPUT', `"${name}" in "where" is null. Leave it out, or ask "isNull".`);
  if (Array.isArray(value)) {
    if (name === 'in') checkValues(value);
    const parts = (value as unknown[]).filter(isMap).map(measure);
    return parts.map(atLeastOne).reduce<Measure>(sum, { conditions: 1, steps: 0 });
  }
  if (!isMap(value)) return { conditions: 1, steps: 0 };
  const within = measure(value);
  if ('countWhere' in value && !('count' in value)) {
    refuse('BAD_USER_INPUT', '"countWhere" in "where" stands without "count". Say how many: count: { gte: 2 }.');
  }
  if (STEPS.includes(name)) return { conditions: within.conditions + 1, steps: within.steps + 1 };
  return name === 'NOT' ? sum({ conditions: 1, steps: 0 }, within) : within;
}

const atLeastOne = ({ conditions, steps }: Measure): Measure => ({ conditions: Math.max(1, conditions), steps });

const isMap = (value: unknown): value is WhereArgument => typeof value === 'object' && value !== null;

const sum = (one: Measure, other: Measure): Measure => ({
  conditions: one.conditions + other.conditions,
  steps: Math.max(one.steps, other.steps),
});

function checkValues(values: readonly unknown[]): void {
  if (values.length === 0) refuse('BAD_USER_INPUT', '"in" holds no value, so nothing can be one. Leave it out.');
  if (values.length > MOST_VALUES) {
    refuse('QUERY_TOO_COSTLY', `"in" may hold ${MOST_VALUES} values, but got ${values.length}. Ask for less.`);
  }
  if (values.includes(null)) refuse('BAD_USER_INPUT', '"in" holds a null. Leave it out, or ask "isNull".');
}
