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
import { type NamedThings, wayFromNamed } from './named-things.ts';
import { type Conditions, type Parameter, scalarCondition, valueCondition } from './scalar-conditions.ts';
import { scopedTies } from './scoped-ties.ts';

/** Conditions as text, which depends on their shape only. */
export interface Conditioned {
  readonly text: string;
  /** Where things are named by their ids whose ties lead to all that may fulfil them; `text` is then what is left to ask. */
  readonly from?: NamedThings;
}

/** With the values the text speaks of, in order. */
export interface Where extends Conditioned {
  readonly values: readonly unknown[];
}

/** Where the values stand in the key of a list of things and in that of a page of ties. */
export const WHERE_OF_THINGS = 9;
export const WHERE_OF_TIES = 12;

/** A key with the values of its conditions, which stand last in it. */
export const withValues = (key: readonly unknown[], where: Where | undefined): readonly unknown[] =>
  where ? [...key, where.values] : key;

/** On things of a noun or of any, called `n` in the text; `beginsBy` is the scope's, for ties within. */
export const thingsWhere = (end: TieEnd, conditions: Conditions, beginsBy: string): Where | undefined =>
  compile(WHERE_OF_THINGS, beginsBy, ({ thing, wayTo }) => {
    const whole = thing('n', end, conditions);
    const way = typeof end === 'string' ? wayTo('n', end, conditions) : undefined;
    if (!way) return { text: whole };
    const { steps, ties, rest } = way;
    return { text: thing('n', end, rest), from: { steps: steps.join('\n    '), ties, whole } };
  });

/** On the ties of a row and what they lead to, called `e` and `far` in the text. */
export const tiesWhere = (row: Omit<TieField, 'field'>, conditions: Conditions, beginsBy: string): Where | undefined =>
  compile(WHERE_OF_TIES, beginsBy, ({ pair }) => ({ text: pair('e', 'far', row, conditions) }));

/** The text of no condition. */
const TRUE = 'true';
const unlessTrue = (condition: string): readonly string[] => (condition === TRUE ? [] : [condition]);

/** Undefined where nothing is asked, so that the plain text serves. */
function compile(position: number, beginsBy: string, make: (compiler: Compiler) => Conditioned): Where | undefined {
  const values: unknown[] = [beginsBy];
  const parameter: Parameter = (value) => `key[${position}][${values.push(value) - 1}]`;
  const made = make(createCompiler(parameter, `key[${position}][0]`));
  return made.text === TRUE && !made.from ? undefined : { ...made, values };
}

type Compiler = ReturnType<typeof createCompiler>;
type Part = (name: string, value: Conditions) => string;

const all = (parts: readonly string[]): string => join(parts.flatMap(unlessTrue), ' AND ', TRUE);
/** Never true, but not as a literal: over that, Neo4j 5.26 drops the label that the index hint needs. */
const FALSE = 'key IS NULL';
const any = (parts: readonly string[]): string => join(parts, ' OR ', FALSE);
/** What is unknown does not hold, so its opposite does. */
const not = (condition: string): string => `NOT coalesce(${condition}, false)`;

function join(parts: readonly string[], word: string, none: string): string {
  if (parts.length > 1) return `(${parts.join(word)})`;
  return parts[0] ?? none;
}

function createCompiler(parameter: Parameter, beginsBy: string) {
  let made = 0;
  const names = (): readonly [edge: string, far: string] => {
    made += 1;
    return [`e${made}`, `n${made}`];
  };

  /** AND, OR and NOT over what `part` makes of the other fields. */
  function logical(conditions: Conditions, part: Part): string {
    return all(
      Object.entries(conditions).map(([name, value]) => {
        if (name === 'NOT') return not(logical(value as Conditions, part));
        if (name !== 'AND' && name !== 'OR') return part(name, value as Conditions);
        const parts = (value as Conditions[]).map((one) => logical(one, part));
        return name === 'AND' ? all(parts) : any(parts);
      }),
    );
  }

  const scalar = (fields: ConditionFields, variable: string, name: string, filter: Conditions): string => {
    const field = fields[name];
    if (!field) throw new Error(`No condition is called ${name}.`);
    return all(scalarCondition(variable, name, field, filter, parameter));
  };

  function thing(node: string, end: TieEnd, conditions: Conditions): string {
    if (typeof end !== 'string') return mixed(node, conditions);
    const [fields, ties] = [thingFields(end), tieFields(end)];
    return logical(conditions, (name, value) => {
      const tie = ties.find(({ field }) => field === name);
      return tie ? tiesOf(node, tie, value) : scalar(fields, node, name, value);
    });
  }

  /** A thing that may be of several nouns. */
  function mixed(node: string, conditions: Conditions): string {
    const fields = thingFields();
    return logical(conditions, (name, value) => {
      const noun = nounNames.find((one) => nouns[one].one === name);
      if (noun) return all([hasLabel(node, JSON.stringify([noun])), thing(node, noun, value)]);
      if (name !== 'noun') return scalar(fields, node, name, value);
      return all(valueCondition(nounOfNode(node), value, parameter));
    });
  }

  function pair(edge: string, node: string, row: Omit<TieField, 'field'>, conditions: Conditions): string {
    return logical(conditions, (name, value) =>
      name === 'edge'
        ? logical(value, (field, filter) => scalar(edgeFields(row.tie.type), edge, field, filter))
        : thing(node, farEnd(row), value),
    );
  }

  /** Conditions on the ties of a node that the scope lets through. */
  function tiesOf(node: string, row: TieField, conditions: Conditions): string {
    const matching = (condition: (edge: string, far: string) => string): string => {
      const [edge, far] = names();
      return `{ ${scopedTies(node, row, edge, far, beginsBy, unlessTrue(condition(edge, far)))} }`;
    };
    const { countWhere = {}, ...rest } = conditions as Record<string, Conditions>;
    return all(
      Object.entries(rest).map(([name, asked]) => {
        if (name === 'count') {
          const counted = matching((edge, far) => pair(edge, far, row, countWhere));
          return all(valueCondition(`COUNT ${counted}`, asked, parameter));
        }
        if (name === 'every') return `NOT EXISTS ${matching((edge, far) => not(pair(edge, far, row, asked)))}`;
        return `${name === 'none' ? 'NOT ' : ''}EXISTS ${matching((edge, far) => pair(edge, far, row, asked))}`;
      }),
    );
  }

  const wayTo = wayFromNamed({ parameter, beginsBy, names, pair: (...asked) => unlessTrue(pair(...asked)) });
  return { thing, pair, wayTo };
}
