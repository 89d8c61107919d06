import { suggest } from './nearest-words.ts';
import { type Located, type Report, spotOf } from './problem.ts';
import { isRefusal, quote, readScalar, type Scalar, type ScalarType } from './scalars.ts';
import { isYamlList, isYamlMap, type YamlMap, type YamlValue } from './yaml-values.ts';

/** What a key may hold; `Entries` are maps or lists of maps that are read by their own shape. */
export interface Field {
  readonly type: ScalarType | 'Entries';
  readonly list?: true;
  readonly required?: true;
  readonly of?: Shape;
  /** One map of that shape, or an id in its place. */
  readonly orId?: true;
  /** For whoever writes the seed; editors show it. */
  readonly description: string;
}

/** The keys that may stand in a map of the seed. */
export type Shape = Readonly<Record<string, Field>>;

export type FieldValue = Scalar | readonly string[];

/** What was read of a map: its good values, and the line of every key. */
export interface Fields extends Located {
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly map: YamlMap;
}

/** Says what is wrong with a key outside the shape; without it, such a key is unknown. */
export type OnUnknown = (key: string, value: YamlValue) => void;

/** Reads a map by its shape and reports each key and value that does not fit; undefined when it is no map. */
export function readFields(
  value: YamlValue,
  what: string,
  shape: Shape,
  report: Report,
  onUnknown?: OnUnknown,
): Fields | undefined {
  const { file, line, content } = value;
  if (!isYamlMap(content)) {
    report(value, 'WRONG_TYPE', `${what} is ${quote(value)}`, 'write it as keys and values');
    return undefined;
  }
  const values: Record<string, FieldValue> = {};
  const lines: Record<string, number> = {};
  for (const [key, entry] of content) {
    lines[key] = entry.line;
    const field = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (!field) (onUnknown ?? unknownKey(what, shape, report))(key, entry);
    else if (field.type !== 'Entries') {
      const read = field.list ? readList(entry, key, field.type, report) : readOne(entry, key, field.type, report);
      if (read !== undefined) values[key] = read;
    }
  }
  for (const [key, field] of Object.entries(shape)) {
    if (field.required && !content.has(key)) {
      report({ file, line }, 'MISSING_KEY', `${what} has no "${key}"`, `add ${key}`);
    }
  }
  return { file, line, lines, values, map: content };
}

/** The usual answer to a key outside the shape. In braces, a comma ends a text: what follows it looks like a key. */
export const unknownKey =
  (what: string, shape: Shape, report: Report): OnUnknown =>
  (key, entry) => {
    const cutText = entry.content === null && /\s/.test(key);
    const hint = cutText ? 'put a text that holds a comma in quotes' : suggest(key, Object.keys(shape));
    report(entry, 'UNKNOWN_KEY', `${what} has a key "${key}"`, hint);
  };

/** A scalar that was read; reports one that does not fit. */
export function readOne(value: YamlValue, key: string, type: ScalarType, report: Report): Scalar | undefined {
  const answer = readScalar(value, type);
  if (!isRefusal(answer)) return answer;
  report(value, answer.rule, `${key}: ${answer.message}`, answer.hint);
  return undefined;
}

function readList(value: YamlValue, key: string, type: ScalarType, report: Report): readonly string[] | undefined {
  if (!isYamlList(value.content)) {
    report(value, 'WRONG_TYPE', `${key}: ${quote(value)} is not a list`, 'write it in brackets: [a, b]');
    return undefined;
  }
  const read: string[] = [];
  for (const item of value.content) {
    const one = readOne(item, key, type, report);
    if (typeof one !== 'string') continue;
    if (read.includes(one)) report(item, 'REPEATED_VALUE', `${key}: "${one}" stands there twice`, 'leave one out');
    else read.push(one);
  }
  return read;
}

/** Entries under a key, each read by its shape. */
export const readEntries = (
  fields: Fields,
  key: string,
  what: string,
  shape: Shape,
  report: Report,
  onUnknown?: OnUnknown,
): readonly Fields[] =>
  entriesOf(fields, key, report).flatMap((entry) => readFields(entry, what, shape, report, onUnknown) ?? []);

/** What stands in the list under a key. */
export function entriesOf(fields: Fields, key: string, report: Report): readonly YamlValue[] {
  const value = fields.map.get(key);
  if (!value) return [];
  if (isYamlList(value.content)) return value.content;
  report(
    spotOf(fields, key),
    'WRONG_TYPE',
    `${key}: ${quote(value)} is not a list`,
    'write one entry a line, each after "- "',
  );
  return [];
}

/** The entries of a file that is one list; an empty file is an empty list. */
export function listOf(value: YamlValue | undefined, report: Report): readonly YamlValue[] {
  if (!value || value.content === null) return [];
  if (isYamlList(value.content)) return value.content;
  report(value, 'WRONG_TYPE', `the file holds ${quote(value)}, not a list`, 'write one entry a line, each after "- "');
  return [];
}

/** A text that was read, if it was. */
export const textOf = (fields: Fields, key: string): string | undefined => {
  const value = fields.values[key];
  return typeof value === 'string' ? value : undefined;
};

/** A list that was read, or an empty one. */
export const listIn = (fields: Fields, key: string): readonly string[] => {
  const value = fields.values[key];
  return Array.isArray(value) ? value : [];
};

/** Those of the keys that hold a text. */
export function textsOf<Key extends string>(fields: Fields, keys: readonly Key[]): Partial<Record<Key, string>> {
  return pick(fields, keys, (value): value is string => typeof value === 'string');
}

/** Those of the keys that hold a number. */
export function numbersOf<Key extends string>(fields: Fields, keys: readonly Key[]): Partial<Record<Key, number>> {
  return pick(fields, keys, (value): value is number => typeof value === 'number');
}

function pick<Key extends string, Value extends FieldValue>(
  { values }: Fields,
  keys: readonly Key[],
  fits: (value: FieldValue | undefined) => value is Value,
): Partial<Record<Key, Value>> {
  const found: Partial<Record<Key, Value>> = {};
  for (const key of keys) {
    const value = values[key];
    if (fits(value)) found[key] = value;
  }
  return found;
}

/** Where something read stands. */
export const placeOf = ({ file, line, lines }: Fields): Located => ({
  file,
  line,
  lines,
});
