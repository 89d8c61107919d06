import { getIntrospectionQuery, SchemaMetaFieldDef } from 'graphql';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { schema } from '../../schema/index.ts';
import { serveForTests } from '../ask.ts';
import { openSharedGraph } from '../neo4j.ts';
import { openSender, type Sender } from './send.ts';

const ALL = {
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
};
const NESTED = 'types { inputFields { type { inputFields { name } } } }';
const aliased = (count: number, of: string): string =>
  Array.from({ length: count }, (_, at) => `a${at}: ${of}`).join(' ');

let url = '';
let sender: Sender;
beforeAll(async () => {
  ({ url } = await serveForTests(openSharedGraph()));
  sender = await openSender(openSharedGraph());
});

const ask = async (query: string) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Connection: 'close' },
    body: JSON.stringify({ query }),
  });
  return [response.status, await response.text()] as const;
};

describe('a question about the schema is answered', () => {
  test.each([
    ['as the usual tools ask it', getIntrospectionQuery()],
    ['with all that can be asked', getIntrospectionQuery(ALL)],
    ['without descriptions', getIntrospectionQuery({ descriptions: false })],
    ['with types deeper than usual', getIntrospectionQuery({ ...ALL, typeDepth: 15 })],
  ])('%s', async (_, query) => {
    const [status, text] = await ask(query);
    const { data, errors, extensions } = JSON.parse(text);
    expect([status, errors, extensions.cost]).toEqual([200, undefined, 100]);
    expect(data.__schema.types.length).toBeGreaterThan(Object.keys(schema.getTypeMap()).length - 1);
  });

  test('for some types at once', async () => {
    const [, text] = await ask(`{ ${aliased(10, '__type(name: "Law") { fields { name args { name } } }')} }`);
    const { data, extensions } = JSON.parse(text);
    expect([Object.keys(data).length, extensions.cost]).toEqual([10, 100]);
  });

  test('beside one about the data, which is not kept', async () => {
    const query = '{ __type(name: "Law") { name } law(id: "law/x/none") { id } }';
    sender.reads();
    for (const _ of ['first', 'again']) {
      expect((await sender.post({ query })).data).toEqual({ __type: { name: 'Law' }, law: null });
      expect(sender.reads()).toBeGreaterThan(0);
    }
  });
});

describe('a question that would tell of the schema many times over is refused, with what to do', () => {
  test.each([
    [
      'the schema twice',
      `{ ${aliased(2, `__schema { types { name } }`)} }`,
      '"__schema" once, but asks for it as "a0" and "a1"',
    ],
    ['members within members', `{ __schema { ${NESTED} } }`, '"inputFields" within "inputFields"'],
    [
      'members within those of another kind',
      '{ __type(name: "Law") { interfaces { fields { name } } } }',
      '"fields" within "interfaces"',
    ],
    [
      'types under many names',
      `{ __schema { ${aliased(15, 'types { fields { name } }')} } }`,
      '"types" under that name only, but asks for it as "a0"',
    ],
    [
      'by fragments',
      `{ ...A } fragment A on Query { __schema { types { ...B } } } fragment B on __Type { fields { type { ...C } } } fragment C on __Type { ... { enumValues { name } } }`,
      '"enumValues" within "fields"',
    ],
    [
      'by a fragment met before elsewhere',
      '{ __type(name: "Law") { ...A fields { type { ...A } } } } fragment A on __Type { possibleTypes { name } }',
      '"possibleTypes" within "fields"',
    ],
    [
      'the schema twice by a fragment',
      '{ ...A b: __schema { description } } fragment A on Query { __schema { description } }',
      'once, but asks for it as "__schema" and "b"',
    ],
    [
      'in an operation that is not the first',
      `query A { __typename } query B { __schema { ${NESTED} } }`,
      'within "inputFields"',
    ],
  ])('%s', async (_, query, said) => {
    const { status, data, codes, errors } = await sender.post({
      query,
      operationName: query.includes('query B') ? 'B' : undefined,
    });
    expect([status, data, codes]).toEqual([400, undefined, ['QUERY_TOO_COSTLY']]);
    expect(errors[0]?.message).toContain(said);
    expect(errors[0]?.message).toMatch(/by __type\(name: "…"\)\.$/);
  });

  test('fragments that spread each other twice a level are looked at once each', async () => {
    const fragments = Array.from({ length: 40 }, (_, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`);
    const query = `{ ...F0 } ${fragments.join(' ')} fragment F40 on Query { __schema { description } }`;
    expect((await sender.post({ query })).codes).toEqual([]);
  });
});

test('a hundred at once are all answered, and the answer is made once', async () => {
  const told = vi.spyOn(SchemaMetaFieldDef as { resolve: (...all: never[]) => unknown }, 'resolve');
  // Not asked before.
  const query = `${getIntrospectionQuery(ALL)} # a hundred`;
  const answers = await Promise.all(Array.from({ length: 100 }, () => ask(query)));
  const [first] = answers;
  expect(first?.[1].length).toBeGreaterThan(100_000);
  for (const answer of answers) expect(answer[0] === 200 && answer[1] === first?.[1]).toBe(true);
  expect(told).toHaveBeenCalledTimes(1);
  told.mockRestore();
});

test('each operation of a document has its own answer', async () => {
  const query = 'query A { __type(name: "Law") { name } } query B { __type(name: "Reform") { name } }';
  const name = async (operationName: string) => (await sender.post({ query, operationName })).data;
  for (const _ of ['first', 'kept']) {
    expect(await name('A')).toEqual({ __type: { name: 'Law' } });
    expect(await name('B')).toEqual({ __type: { name: 'Reform' } });
  }
});

test('what has variables is answered by them', async () => {
  const query = 'query ($name: String!) { __type(name: $name) { name } }';
  for (const name of ['Law', 'Reform', 'Law'])
    expect((await sender.post({ query, variables: { name } })).data).toEqual({ __type: { name } });
});

test('its points are charged against the limit like those of any other', async () => {
  const { ask: askPoor } = await serveForTests(openSharedGraph(), undefined, { costLimit: 99 });
  const query = '{ __schema { description } }';
  for (const _ of ['first', 'again'])
    expect((await askPoor(query)).errors.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COSTLY']);
});
