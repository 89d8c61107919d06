import {
  type ConditionFields,
  edgeFields,
  farEnd,
  type TieField,
  thingFields,
  tieFields,
} from '../../schema/conditions.ts';
import { nounNames, nouns } from '../../schema/nouns.ts';
import type { TieEnd } from '../../schema/spec.ts';
import { hasLabel, nounOfNode } from './model.ts';
import { ORDER_OF_THINGS, ORDER_OF_TIES } from './order.ts';
import { type DateUnit, groupedValue } from './scalar-conditions.ts';
import { scopedTies } from './scoped-ties.ts';

/** Groups as text that depends on the shape only: those of the keys of each combination together. */
export interface Grouping {
  readonly combinations: readonly (readonly GroupKey[])[];
  /** Where in the key of the statement stand: what ties begin by, then how many groups are wanted. */
  readonly position: number;
}

export interface GroupKey {
  readonly expression: string;
  /** The expression is a list of values, none of them null. */
  readonly many: boolean;
  /** The value is the id of a thing. */
  readonly isThing: boolean;
}

/** One key of `facets` or `groupBy`, in the shape of the contract. */
export type GroupEntry = Readonly<Record<string, unknown>>;
export type Combinations = readonly (readonly GroupEntry[])[];

export const thingsGrouping = (end: TieEnd, combinations: Combinations): Grouping =>
  grouping(ORDER_OF_THINGS, combinations, (day) => createPaths(day).ofThing('n', end));

export const tiesGrouping = (row: Omit<TieField, 'field'>, combinations: Combinations): Grouping =>
  grouping(ORDER_OF_TIES, combinations, (day) => createPaths(day).ofPair('e', 'far', row));

function grouping(
  position: number,
  combinations: Combinations,
  path: (day: string) => (entry: GroupEntry) => Path,
): Grouping {
  const keyOf = path(`key[${position}][0]`);
  return {
    position,
    combinations: combinations.map((entries) => entries.map((entry) => readPath(keyOf(entry)))),
  };
}

/** From what is grouped over ties to a value. */
interface Path {
  readonly ties: readonly string[];
  readonly value: string;
  readonly list: boolean;
  readonly isThing: boolean;
}

function readPath({ ties, value, list, isThing }: Path): GroupKey {
  if (ties.length === 0) return { expression: list ? `coalesce(${value}, [])` : value, many: list, isThing };
  const values = list ? `UNWIND ${value} AS value` : `WITH ${value} AS value WHERE value IS NOT NULL`;
  return { expression: `COLLECT { ${ties.join(' ')} ${values} RETURN DISTINCT value }`, many: true, isThing };
}

const only = (entry: GroupEntry): [name: string, value: unknown] => {
  const [[name, value] = ['', undefined]] = Object.entries(entry);
  return [name, value];
};

function createPaths(day: string) {
  function scalar(variable: string, fields: ConditionFields, [name, unit]: [string, unknown], when?: string): Path {
    const field = fields[name];
    if (!field) throw new Error(`Nothing makes groups by ${name}.`);
    const value = groupedValue(variable, name, field, unit as DateUnit);
    return {
      ties: [],
      value: when ? `CASE WHEN ${when} THEN ${value} END` : value,
      list: field.list === true,
      isThing: (typeof field.type === 'object' && 'ref' in field.type) || (name === 'id' && !variable.startsWith('e')),
    };
  }

  /** `when` must be true of the thing, or it has no value. */
  const ofThing =
    (node: string, end: TieEnd, when?: string, step = 1) =>
    (entry: GroupEntry): Path => {
      const [name, value] = only(entry);
      if (typeof end !== 'string') {
        const noun = nounNames.find((one) => nouns[one].one === name);
        if (noun) return ofThing(node, noun, hasLabel(node, JSON.stringify([noun])), step)(value as GroupEntry);
        if (name === 'noun') return { ties: [], value: nounOfNode(node), list: false, isThing: false };
        return scalar(node, thingFields(), [name, value]);
      }
      const row = tieFields(end).find(({ field }) => field === name);
      if (!row) return scalar(node, thingFields(end), [name, value], when);
      const [edge, far] = [`e${step}`, `n${step}`];
      const rest = ofPair(edge, far, row, step + 1)(value as GroupEntry);
      return { ...rest, ties: [scopedTies(node, row, edge, far, day, when ? [when] : []), ...rest.ties] };
    };

  const ofPair =
    (edge: string, far: string, row: Omit<TieField, 'field'>, step = 1) =>
    (entry: GroupEntry): Path => {
      const [name, value] = only(entry);
      return name === 'edge'
        ? scalar(edge, edgeFields(row.tie.type), only(value as GroupEntry))
        : ofThing(far, farEnd(row), undefined, step)(value as GroupEntry);
    };

  return { ofThing, ofPair };
}

/**
 * For each combination the number of its groups and the first of them, each as its values, edges and distinct things.
 * Neo4j 5.26 lets nothing stand beside what counts, so the first are taken a step later.
 * `matched` finds the edges by the variables of the key; `kept` are those of edge and thing, one where the edge is the thing.
 */
export function groupsText(
  { combinations, position }: Grouping,
  matched: string,
  kept: readonly string[],
  key: readonly string[] = ['key'],
): string {
  const groupsOf = (keys: readonly GroupKey[]): string => {
    const names = keys.map((_, at) => `v${at}`);
    const [edge, thing = edge] = kept;
    return `COLLECT {
    ${matched}
    ${keys.map((key, at) => valueText(key, at, [...kept, ...names.slice(0, at)].join(', '))).join('\n    ')}
    WITH ${names.join(', ')}, count(DISTINCT ${edge}) AS edges, count(DISTINCT ${thing}) AS things
    RETURN [${names.join(', ')}, edges, things]
      ORDER BY edges DESC, ${names.map((name) => `${name} IS NULL, ${name}`).join(', ')}
  }`;
  };
  const all = combinations.map(groupsOf).join(', ');
  return `WITH ${['i', ...key].join(', ')}, [${all}] AS found
RETURN i, [groups IN found | [size(groups), groups[0..toInteger(key[${position}][1])]]] AS groups`;
}

/** A row for each value; where there is none, one with null. */
const valueText = ({ expression, many }: GroupKey, at: number, kept: string): string =>
  many
    ? `WITH ${kept}, ${expression} AS l${at} UNWIND CASE WHEN size(l${at}) = 0 THEN [null] ELSE l${at} END AS v${at}`
    : `WITH ${kept}, ${expression} AS v${at}`;
