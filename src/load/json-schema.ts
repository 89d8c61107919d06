import { enums } from '../../schema/enums.ts';
import { nouns } from '../../schema/nouns.ts';
import type { EnumSpec } from '../../schema/spec.ts';
import type { Field, Shape } from './fields.ts';
import { type FileShape, fileShapes } from './file-shapes.ts';
import { ID, IDENTIFIER, LANGUAGE, SCRIPT } from './scalars.ts';
import type { Measure } from './seed-types.ts';

type Json = Readonly<Record<string, unknown>>;

/** Kind of seed file → its JSON Schema, made from the shapes by which the files are read. */
export const jsonSchemas = (measures: readonly Measure[]): Readonly<Record<string, Json>> =>
  Object.fromEntries(Object.entries(fileShapes(measures)).map(([kind, file]) => [kind, ofFile(file)]));

const ofFile = ({ description, shape, single }: FileShape): Json => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  description,
  // An empty file holds null.
  ...(single ? ofMap(shape) : { type: ['array', 'null'], items: ofMap(shape) }),
});

function ofMap(shape: Shape): Json {
  const fields = Object.entries(shape);
  const required = fields.filter(([, field]) => field.required).map(([key]) => key);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([key, field]) => [key, ofField(field)])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

function ofField({ type, list, of, orId, description }: Field): Json {
  if (orId) return { description, anyOf: [text(ID), ofMap(of ?? {})] };
  if (type === 'Entries') return { description, type: 'array', items: ofMap(of ?? {}) };
  const one = ofScalar(type);
  return { description, ...(list ? { type: 'array', uniqueItems: true, items: one } : one) };
}

const text = (pattern: RegExp): Json => ({ type: 'string', pattern: pattern.source });

const scalars = {
  String: text(/\S/),
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
  // A bare year is a number in YAML.
  PartialDate: { type: ['string', 'integer'], pattern: '\\d' },
  Day: text(/^\d{4}-\d{2}-\d{2}$/),
  Url: text(/^https?:\/\//),
  Id: text(ID),
  Identifier: text(IDENTIFIER),
  Language: text(LANGUAGE),
  Script: text(SCRIPT),
};

function ofScalar(type: Exclude<Field['type'], 'Entries'>): Json {
  if (typeof type === 'string') return scalars[type];
  if ('oneOf' in type) return choice(type.oneOf, type.meanings);
  if ('enum' in type) {
    const values = (enums as Record<string, EnumSpec>)[type.enum]?.values ?? {};
    return choice(Object.keys(values), Object.values(values));
  }
  const prefixes = 'idOf' in type ? type.idOf : [nouns[type.ref].prefix];
  return text(new RegExp(ID.source.replace('^', `^(?=(${prefixes.join('|')})/)`)));
}

/** Values, and what each means: editors show it beside them. */
const choice = (values: readonly string[], meanings?: readonly string[]): Json => ({
  type: 'string',
  enum: values,
  ...(meanings ? { enumDescriptions: meanings } : {}),
});
