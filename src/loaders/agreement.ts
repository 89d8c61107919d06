import { ReformgraphError } from '../errors.ts';
import { readDate } from '../graph/scalar-conditions.ts';

type Filter = Readonly<Record<string, unknown>>;

/** What may meet a condition lies between these; without one of them, that side has no end. */
interface Range {
  readonly from?: string | number;
  readonly to?: string | number;
  /** The end itself does not meet it. */
  readonly open: boolean;
}

const RANGES = ['eq', 'within', 'gt', 'gte', 'lt', 'lte'];

/** Texts are compared only with `eq` and `within`, so those that are compared by size are dates. */
function rangeOf(word: string, value: unknown): Range {
  const [from, to] =
    typeof value === 'string' ? [readDate(value).earliest, readDate(value).latest] : [Number(value), Number(value)];
  const open = word === 'gt' || word === 'lt';
  if (word === 'eq' || word === 'within') return { from, to, open };
  return word.startsWith('g') ? { from, open } : { to, open };
}

const endsBefore = (one: Range, other: Range): boolean =>
  one.to !== undefined &&
  other.from !== undefined &&
  (one.to < other.from || (one.to === other.from && (one.open || other.open)));

const apart = (one: Range, other: Range): boolean => endsBefore(one, other) || endsBefore(other, one);

/** Refuses a filter of one scalar whose conditions no value can meet together. */
export function checkAgreement(filter: Filter): void {
  const stated = Object.keys(filter).filter((word) => filter[word] != null);
  const ranges = stated.filter((word) => RANGES.includes(word));
  for (const [at, one] of ranges.entries()) {
    for (const other of ranges.slice(at + 1)) {
      if (apart(rangeOf(one, filter[one]), rangeOf(other, filter[other]))) refuse(filter, one, other);
    }
  }
  if (filter.eq != null && filter.eq === filter.not) refuse(filter, 'eq', 'not');
  const { in: values } = filter;
  if (filter.eq != null && Array.isArray(values) && !values.includes(filter.eq)) refuse(filter, 'eq', 'in');
  const valued = stated.find((word) => word !== 'isNull' && word !== 'not');
  if (filter.isNull === true && valued) refuse(filter, valued, 'isNull');
}

function refuse(filter: Filter, one: string, other: string): never {
  const say = (word: string): string => {
    const value = filter[word];
    return `${word} ${(Array.isArray(value) ? value.join(', ') : String(value)).slice(0, 60)}`;
  };
  throw new ReformgraphError(
    'BAD_USER_INPUT',
    `Nothing is ${say(one)} and ${say(other)}. Leave one of them out, or ask for another range.`,
  );
}
