import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { nouns } from '../../schema/nouns.ts';

export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A whole number from 0 on, below the one given. */
export type Random = (below: number) => number;

const DAYS = ['"2015-01-01"', '"2022-06-08"', '"2026-12-31"'];
const MOST_DEPTH = 5;
/** Wrong ones among them: what is refused must be refused alike. */
const NUMBERS = ['1', '2', '3', '4', '5'];
const WRONG_NUMBERS = ['0', '101'];
const TEXTS = ['"senate"', '"en"', '"2022"', '"сенат"'];

/** A random read operation of the contract: fields, arguments, aliases, fragments, conditions, whatever validates. */
export function randomOperation(schema: GraphQLSchema, ids: readonly string[], random: Random): RandomOperation {
  const pick = <T>(all: readonly T[]): T => all[random(all.length)] as T;
  const oneIn = (times: number): boolean => random(times) === 0;
  const fragments: string[] = [];

  function value(type: GraphQLInputType): string | undefined {
    if (isNonNullType(type)) return value(type.ofType);
    if (isListType(type)) {
      const elements = [value(type.ofType), value(type.ofType)];
      return elements.includes(undefined) ? undefined : `[${elements.join(', ')}]`;
    }
    if (isEnumType(type)) return pick(type.getValues()).name;
    switch (getNamedType(type).name) {
      case 'ID':
        return JSON.stringify(oneIn(20) ? 'law/x/none' : pick(ids));
      case 'Int':
        return pick(oneIn(40) ? WRONG_NUMBERS : NUMBERS);
      case 'Boolean':
        return pick(['true', 'false', '$yes', '$no']);
      case 'Date':
        return pick([...DAYS, '$day']);
      case 'DateTime':
        return pick(DAYS);
      case 'String':
        return pick(TEXTS);
      default:
        return undefined;
    }
  }

  /** Undefined where a required one cannot be made up. */
  function argumentsOf({ name: field, args }: GraphQLField<unknown, unknown>): string | undefined {
    const given: string[] = [];
    for (const { name, type } of args) {
      const own = Object.values(nouns).find(({ one }) => one === field);
      if (own && name === 'id')
        given.push(`id: ${JSON.stringify(pick(ids.filter((id) => id.startsWith(own.prefix))))}`);
      if (own && (name === 'id' || name === 'identifier')) continue;
      const isPage = name === 'first';
      if (!isNonNullType(type) && !(isPage ? !oneIn(6) : oneIn(name === 'asOf' ? 5 : 15))) continue;
      const made = value(type);
      if (made === undefined && isNonNullType(type)) return undefined;
      if (made !== undefined) given.push(`${name}: ${made}`);
    }
    return given.length ? `(${given.join(', ')})` : '';
  }

  function field(definition: GraphQLField<unknown, unknown>, depth: number): string | undefined {
    const type = getNamedType(definition.type);
    if (!isLeafType(type) && depth === 0) return undefined;
    const args = argumentsOf(definition);
    const below = isLeafType(type) ? '' : selection(type, depth - 1);
    if (args === undefined || below === undefined) return undefined;
    // Arguments differ from one occurrence to the next, so a field that has some needs a name of its own.
    const alias = args || !isLeafType(type) || oneIn(8) ? `a${aliases++}: ` : '';
    const condition = oneIn(12) ? pick([' @include(if: $yes)', ' @skip(if: $no)', ' @include(if: $no)']) : '';
    return `${alias}${definition.name}${args}${condition}${below}`;
  }

  let aliases = 0;

  function selection(type: GraphQLNamedOutputType, depth: number): string | undefined {
    if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
    const all = Object.values(type.getFields());
    const chosen = Array.from({ length: 1 + random(4) }, () => field(pick(all), depth)).filter(
      (one) => one !== undefined,
    );
    if (oneIn(4)) chosen.push('__typename');
    if (isAbstractType(type)) {
      const own = pick(schema.getPossibleTypes(type));
      const inner = selection(own, depth);
      if (inner) chosen.push(`... on ${own.name} ${inner}`);
    }
    if (chosen.length === 0) chosen.push(all.some(({ name }) => name === 'id') ? 'id' : '__typename');
    const body = `{ ${chosen.join(' ')} }`;
    if (!oneIn(8)) return body;
    fragments.push(`fragment F${fragments.length} on ${type.name} ${body}`);
    return `{ ...F${fragments.length - 1} }`;
  }

  const query = schema.getQueryType();
  const body = query && selection(query, 1 + random(MOST_DEPTH));
  return {
    query: `query Random($yes: Boolean = true, $no: Boolean = false, $day: Date) ${body} ${fragments.join(' ')}`,
    variables: { day: '2022-06-08', ...(oneIn(2) ? { no: oneIn(2) } : {}) },
  };
}
