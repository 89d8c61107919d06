import { readFileSync } from 'node:fs';
import {
  assertValidSchema,
  buildSchema,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { nouns } from '../schema/nouns.ts';
import { nounsAt, ties } from '../schema/ties.ts';
import { printContract, printForRelay } from '../src/contract.ts';

const printed = printContract();
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

test('schema/schema.graphql is the contract as it is (npm run contract writes it)', () => {
  expect(readFileSync(new URL('../schema/schema.graphql', import.meta.url), 'utf8')).toBe(printed);
});

test('what is written for Relay is the contract without the arguments of node but its id', () => {
  const forRelay = buildSchema(printForRelay());
  const without = findBreakingChanges(schema, forRelay).map(({ type, description }) => `${type} ${description}`);
  expect(without.length).toBeGreaterThan(0);
  for (const change of without) expect(change).toMatch(/^ARG_REMOVED (Query\.node arg|Query\.node\()/);
  // From it to the whole nothing is taken away.
  expect(findBreakingChanges(forRelay, schema)).toEqual([]);
  expect(
    forRelay
      .getQueryType()
      ?.getFields()
      .node?.args.map(({ name }) => name),
  ).toEqual(['id']);
});

test('the contract is valid GraphQL', () => {
  expect(() => assertValidSchema(schema)).not.toThrow();
});

test('every type, field, argument and enum value says what it is', () => {
  const mute: string[] = [];
  const hear = (path: string, described: { description?: string | null | undefined }): void => {
    if (!described.description) mute.push(path);
  };
  for (const type of types) {
    if (['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name)) continue;
    hear(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) hear(`${type.name}.${value.name}`, value);
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        hear(`${type.name}.${field.name}`, field);
        if ('args' in field) for (const arg of field.args) hear(`${type.name}.${field.name}(${arg.name})`, arg);
      }
    }
  }
  expect(mute).toEqual([]);
});

test('every tie can be asked from both ends', () => {
  const missing = ties
    .flatMap((tie) => [
      ...nounsAt(tie.from).map((noun) => `${noun}.${tie.forward}`),
      ...nounsAt(tie.to).map((noun) => `${noun}.${tie.backward}`),
    ])
    .filter(
      (path) => !new RegExp(`^type ${path.split('.')[0]} [^}]*?\\n  ${path.split('.')[1]}\\(`, 'ms').test(printed),
    );
  expect(missing).toEqual([]);
});

test('every noun has a singular and a plural root field', () => {
  const fields = Object.keys(schema.getQueryType()?.getFields() ?? {});
  expect(fields).toEqual(expect.arrayContaining(Object.values(nouns).flatMap(({ one, many }) => [one, many])));
});

test('rows of one relationship type have the same properties, so they can share their types', () => {
  for (const row of ties) {
    const first = ties.find(({ type }) => type === row.type);
    expect([row.lasts, row.properties]).toEqual([first?.lasts, first?.properties]);
  }
});
