import SchemaBuilder from '@pothos/core';
import { GraphQLError } from 'graphql';
import type { Context } from '../src/context.ts';
import { enums } from './enums.ts';
import type { EnumSpec, PropertySpec } from './spec.ts';

interface Scalar {
  Input: string;
  Output: string;
}

export const builder = new SchemaBuilder<{
  Context: Context;
  Scalars: {
    ID: Scalar;
    Date: Scalar;
    DateTime: Scalar;
    PartialDate: Scalar;
    Url: Scalar;
  };
}>({});

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

function refuse(scalar: string, expected: string, got: unknown): never {
  const kind = Array.isArray(got) ? 'a list' : typeof got === 'object' ? 'an object' : String(got);
  const shown = typeof got === 'string' ? `"${got.slice(0, 60)}"` : kind;
  throw new GraphQLError(`${scalar}: expected ${expected}, but got ${shown}.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** A day of the calendar. The graph's keys are compared as text and have 9999 for what is still open, so that year is none. */
function isDay(text: string): boolean {
  const day = DAY.test(text) && text < '9999' ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The instant in UTC, undefined for what is none. */
function instantOf(text: string): string | undefined {
  const day = INSTANT.exec(text)?.[1] ?? text;
  const time = isDay(day) ? new Date(text) : undefined;
  if (!time || Number.isNaN(time.getTime())) return undefined;
  const instant = time.toISOString();
  return isDay(instant.slice(0, 10)) ? instant : undefined;
}

builder.scalarType('Date', {
  description: 'A calendar day, `2022-06-05`.',
  serialize: String,
  parseValue: (value) =>
    typeof value === 'string' && isDay(value) ? value : refuse('Date', 'a calendar day such as "2022-06-05"', value),
});

builder.scalarType('DateTime', {
  description: 'An instant with its offset, `2026-11-22T09:30:00Z`; a bare day means its first instant in UTC.',
  serialize: String,
  parseValue: (value) =>
    (typeof value === 'string' && instantOf(value)) ||
    refuse('DateTime', 'an instant such as "2026-11-22T09:30:00Z"', value),
});

builder.scalarType('PartialDate', {
  description:
    'A date as exact as its source, in EDTF: `2022`, `2022-06`, `2022-06-05`, `[2021..2023]` for one unknown day of a span, `../2021-04` or `2024/..` with one open side.',
  serialize: String,
  parseValue: (value) =>
    typeof value === 'string' ? value : refuse('PartialDate', 'a text such as "2022" or "2022-06-05"', value),
});

builder.scalarType('Url', {
  description: 'An absolute web address.',
  serialize: String,
});

const makeEnum = (name: string, { description, values }: EnumSpec) =>
  builder.enumType(name, {
    description,
    values: Object.fromEntries(
      Object.entries(values).map(([value, meaning]) => [
        value,
        { description: `${meaning[0]?.toUpperCase()}${meaning.slice(1)}.` },
      ]),
    ),
  });

export type EnumRef = ReturnType<typeof makeEnum>;

const enumRefs = new Map<string, EnumRef>(Object.entries(enums).map(([name, spec]) => [name, makeEnum(name, spec)]));

/** The GraphQL enum of `schema/enums.ts`. */
export function enumRef(name: string): EnumRef {
  const found = enumRefs.get(name);
  if (!found) throw new Error(`There is no enum ${name} in schema/enums.ts.`);
  return found;
}

/** The GraphQL type of a property that is not a reference. */
export function scalarOf(type: PropertySpec['type']): 'String' | 'Int' | 'Float' | 'PartialDate' | 'Url' | EnumRef {
  if (typeof type === 'string') return type;
  if ('enum' in type) return enumRef(type.enum);
  throw new Error(`A reference to ${type.ref} is not a scalar.`);
}
