import { type GraphQLAbstractType, type GraphQLLeafType, type GraphQLObjectType, isAbstractType } from 'graphql';
import type { Context } from '../context.ts';
import { type MaybePromise, settled, whenThere } from '../maybe-promise.ts';
import { inWaves } from './waves.ts';

/** What an operation is run with. */
export interface Run {
  readonly context: Context;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The JSON text of each value, in their order: what is asked of all things of a level is made at once. */
export type Column = (values: readonly unknown[], run: Run) => MaybePromise<readonly string[]>;

/** The answer is not as plain as a plan takes it to be: an error, a null where none may be. The ordinary way tells of it. */
export class Unplanned extends Error {}

/** Of a type whose values are the same thing whenever their id is, within one scope. */
export type Identity = (value: unknown) => { readonly id: string; readonly within: object };

const NULL = 'null';

export function leaf(type: GraphQLLeafType): Column {
  const isPlain = PLAIN_TEXTS.has(type.name);
  return (values) =>
    values.map((value) =>
      value == null ? NULL : JSON.stringify(isPlain && typeof value === 'string' ? value : type.serialize(value)),
    );
}

/** A text of these is written as it is. */
const PLAIN_TEXTS = new Set(['ID', 'String']);

export const required =
  (inner: Column): Column =>
  (values, run) =>
    whenThere(inner(values, run), (texts) => {
      if (texts.includes(NULL)) throw new Unplanned('A null where none may be.');
      return texts;
    });

export const list =
  (inner: Column): Column =>
  (values, run) => {
    const elements: unknown[] = [];
    const ends = values.map((value) => {
      if (value == null) return null;
      if (!Array.isArray(value)) throw new Unplanned('No array where a list is.');
      for (const element of value) elements.push(element);
      return elements.length;
    });
    const texts = whenThere(settled(elements), (found) => inner(found, run));
    return whenThere(texts, (made) => {
      let start = 0;
      return ends.map((end) => {
        if (end === null) return NULL;
        let text = '[';
        for (let at = start; at < end; at += 1) text += at === start ? made[at] : `,${made[at]}`;
        start = end;
        return `${text}]`;
      });
    });
  };

/** Things of one object type among the values of a level, each once. */
interface Group {
  readonly identity: Identity | undefined;
  readonly values: unknown[];
  readonly places: Map<object, Map<string, number>>;
}

/** Objects, each with the fields of its own type; what is met twice is made once. */
export function objects(
  type: GraphQLObjectType | GraphQLAbstractType,
  typeNamed: (name: string) => GraphQLObjectType,
  columnOf: (type: GraphQLObjectType) => Column,
): Column {
  if (isAbstractType(type)) return mixed(type, typeNamed, columnOf);
  const identity = type.extensions.identity as Identity | undefined;
  return (values, run) => {
    const group: Group = { identity, values: [], places: new Map() };
    const places = values.map((value) => (value == null ? -1 : placeIn(group, value)));
    return whenThere(columnOf(type)(group.values, run), (texts) =>
      places.map((place) => (place < 0 ? NULL : (texts[place] as string))),
    );
  };
}

function mixed(
  type: GraphQLAbstractType,
  typeNamed: (name: string) => GraphQLObjectType,
  columnOf: (type: GraphQLObjectType) => Column,
): Column {
  function typeOf(value: unknown, { context }: Run): GraphQLObjectType {
    const name = type.resolveType?.(value, context, NO_INFO, type);
    if (typeof name !== 'string') throw new Unplanned(`What kind of ${type.name} it is takes a while to say.`);
    return typeNamed(name);
  }

  return (values, run) => {
    const groups = new Map<GraphQLObjectType, Group>();
    const places = values.map((value) => {
      if (value == null) return undefined;
      const own = typeOf(value, run);
      const identity = own.extensions.identity as Identity | undefined;
      const group: Group = groups.get(own) ?? { identity, values: [], places: new Map() };
      groups.set(own, group);
      return { group, place: placeIn(group, value) };
    });
    // All are planned before any is under way: what throws must leave no promise behind that nobody waits for.
    const planned = [...groups].map(([own, { values }]) => ({ column: columnOf(own), values }));
    const made = settled(planned.map(({ column, values }) => column(values, run)));
    return whenThere(made, (columns) => {
      const columnOfGroup = new Map([...groups.values()].map((group, at) => [group, columns[at]]));
      return places.map((found) => (found ? (columnOfGroup.get(found.group)?.[found.place] as string) : NULL));
    });
  };
}

function placeIn({ identity, values, places }: Group, value: unknown): number {
  if (identity) {
    const { id, within } = identity(value);
    let known = places.get(within);
    if (!known) {
      known = new Map();
      places.set(within, known);
    }
    const place = known.get(id);
    if (place !== undefined) return place;
    known.set(id, values.length);
  }
  return values.push(value) - 1;
}

/** No resolver of the contract looks at it. */
export const NO_INFO = undefined as never;

/** One object's text from the texts of its fields. */
export function object(fields: readonly { readonly key: string; readonly column: Column }[]): Column {
  const keys = fields.map(({ key }, at) => `${at === 0 ? '' : ','}${JSON.stringify(key)}:`);
  return (values, run) =>
    whenThere(settled(fields.map(({ column }) => column(values, run))), (columns) =>
      values.map((_, at) => {
        let text = '{';
        for (let nth = 0; nth < columns.length; nth += 1) text += `${keys[nth]}${columns[nth]?.[at]}`;
        return `${text}}`;
      }),
    );
}

type Arguments = Record<string, unknown>;

/** A field of things: what it resolves to, then its text. Never throws: fields beside it may be under way. */
export function field(
  argumentsOf: (run: Run) => Arguments,
  resolve: (value: unknown, args: Arguments, run: Run) => unknown,
  column: Column,
): Column {
  const attempt = (value: unknown, args: Arguments, run: Run): unknown => {
    try {
      return resolve(value, args, run);
    } catch (error) {
      return Promise.reject(error);
    }
  };
  return (values, run) => {
    try {
      const args = argumentsOf(run);
      return inWaves(
        values.map((value) => attempt(value, args, run)),
        (found) => column(found, run),
      );
    } catch (error) {
      return Promise.reject(error);
    }
  };
}
