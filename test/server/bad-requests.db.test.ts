import { beforeAll, describe, expect, test } from 'vitest';
import { openSharedGraph } from '../neo4j.ts';
import { openSender, type Sender } from './send.ts';

const INSTITUTION = 'institution/x/a';

let post: Sender['post'];
let reads: Sender['reads'];

beforeAll(async () => {
  ({ post, reads } = await openSender(openSharedGraph()));
});

const deep = (levels: number, open: string, middle: string, close: string): string =>
  `${open.repeat(levels)}${middle}${close.repeat(levels)}`;
const many = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join(' ');
/** A question with a variable whose value is JSON too deep to be written by JSON.stringify. */
const withVariable = (type: string, json: string): string => {
  const query = `query($v: ${type}) { institution(id: "${INSTITUTION}", asOf: $v) { id } }`;
  const ids = 'query($v: [ID!]!) { nodes(ids: $v) { id } }';
  return `{"query":${JSON.stringify(type === 'Date' ? query : ids)},"variables":{"v":${json}}}`;
};
const first = { query: 'query($n: Int) { institutions(first: $n) { nodes { id } } }' };
const day = (asOf: unknown) => ({
  query: 'query($d: Date) { institutions(asOf: $d) { nodes { id } } }',
  variables: { d: asOf },
});
const instant = (knownAt: unknown) => ({
  query: 'query($t: DateTime) { institutions(knownAt: $t) { nodes { id } } }',
  variables: { t: knownAt },
});

const COSTLY = 'QUERY_TOO_COSTLY';
const INPUT = 'BAD_USER_INPUT';
const INVALID = 'GRAPHQL_VALIDATION_FAILED';
const UNREADABLE = 'GRAPHQL_PARSE_FAILED';
const REQUEST = 'BAD_REQUEST';

describe('a request that cannot be answered at all is refused, with no data and nothing read', () => {
  test.each<[name: string, code: string, body: string | object, status?: number]>([
    ['fields 10,000 deep', COSTLY, { query: deep(10_000, '{a', '', '}') }],
    ['lists 10,000 deep', COSTLY, { query: `{ nodes(ids: ${deep(10_000, '[', '', ']')}) { id } }` }],
    ['lists 480 deep', INVALID, { query: `{ nodes(ids: ${deep(480, '[', '', ']')}) { id } }` }],
    ['lists 10,000 deep in a variable', COSTLY, withVariable('ID', deep(10_000, '[', '', ']'))],
    ['objects 10,000 deep in a variable', COSTLY, withVariable('ID', deep(10_000, '{"a":', '1', '}'))],
    ['lists 10,000 deep for a day', COSTLY, withVariable('Date', deep(10_000, '[', '', ']'))],
    ['objects 10,000 deep for a day', COSTLY, withVariable('Date', deep(10_000, '{"a":', '1', '}'))],
    ['lists 200 deep in a variable', INPUT, withVariable('ID', deep(200, '[', '', ']'))],
    ['objects 200 deep for a day', INPUT, withVariable('Date', deep(200, '{"a":', '1', '}'))],
    ['an object for a day', INPUT, { query: '{ institutions(asOf: { toString: 1 }) { totalCount } }' }],
    ['an object that is no text for a day', INPUT, withVariable('Date', '{"toString":1,"valueOf":1}')],
    ['19 levels', COSTLY, { query: `{ institutions ${deep(9, '{ nodes { affectedBy', '{ totalCount }', '} }')} }` }],
    ['5,000 aliases', COSTLY, { query: `{ ${many(5_000, (at) => `a${at}: __typename`)} }` }],
    ['16 aliases', COSTLY, { query: `{ ${many(16, (at) => `a${at}: __typename`)} }` }],
    ['10,000 tokens', COSTLY, { query: `{ ${'a '.repeat(10_000)} }` }],
    ['one field 21 times', COSTLY, { query: `{ ${'__typename '.repeat(21)} }` }],
    ['one field 21 times in fragments', COSTLY, { query: `{ ${'... { __typename } '.repeat(21)} }` }],
    ['6 directives', COSTLY, { query: `{ __typename ${'@skip(if: false) '.repeat(6)} }` }],
    [
      'fragments that spread themselves',
      INVALID,
      { query: '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }' },
    ],
    [
      'fragments that double 30 times',
      COSTLY,
      {
        query: `{ ...F0 } ${many(30, (at) => `fragment F${at} on Query { a: __typename ...F${at + 1} b: __typename ...F${at + 1} }`)} fragment F30 on Query { __typename }`,
      },
    ],
    ['an unknown field', INVALID, { query: '{ secrets }' }],
    ['an unknown directive', INVALID, { query: '{ __typename @defer }' }],
    [
      'a schema asked too deep',
      COSTLY,
      { query: `{ __schema { types ${deep(4, '{ fields { type', '{ name }', '} }')} } }` },
    ],
    ['no question', UNREADABLE, { query: '' }],
    ['a null byte in the question', UNREADABLE, { query: '{ \u0000 }' }],
    ['text for a number', INPUT, { ...first, variables: { n: 'ten' } }],
    ['a number too large', INPUT, { ...first, variables: { n: 2 ** 40 } }],
    ['a required variable missing', INPUT, { query: 'query($i: [ID!]!) { nodes(ids: $i) { id } }' }],
    [
      'a required variable only as __proto__',
      INPUT,
      '{"query":"query($i: [ID!]!) { nodes(ids: $i) { id } }","variables":{"__proto__":{"i":["institution/x/a"]}}}',
    ],
    ['30 February', INPUT, day('2023-02-30')],
    ['a day of no month', INPUT, day('2023-13-01')],
    ['a day in words', INPUT, day('5 June 2022')],
    ['a number for a day', INPUT, day(20220605)],
    ['a day in the year 9999', INPUT, day('9999-12-31')],
    ['30 February in the question', INPUT, { query: '{ institutions(asOf: "2023-02-30") { totalCount } }' }],
    ['an instant of no day', INPUT, instant('2026-02-30T10:00:00Z')],
    ['hour 25', INPUT, instant('2026-11-22T25:00:00Z')],
    ['an instant without offset', INPUT, instant('2026-11-22T10:00:00')],
    ['an offset of 99 hours', INPUT, instant('2026-11-22T10:00:00+99:00')],
    ['an instant after the last year', INPUT, instant('9998-12-31T23:59:59-14:00')],
    [
      'an operation that is not there',
      'OPERATION_RESOLUTION_FAILURE',
      { query: 'query A { __typename }', operationName: '__proto__' },
    ],
    ['a subscription', INPUT, { query: 'subscription { a }' }],
    ['an unknown key', REQUEST, '{"query":"{__typename}","constructor":{"a":1}}'],
    ['the key __proto__', REQUEST, '{"query":"{__typename}","__proto__":{"query":"{a}"}}'],
    ['a body that is no JSON', REQUEST, '{"query":'],
    ['an empty body', REQUEST, ''],
    ['a body that is null', REQUEST, 'null'],
    ['a list of requests', REQUEST, '[{"query":"{__typename}"}]'],
    ['an empty list of requests', REQUEST, '[]'],
    ['a body of 101 kB', 'REQUEST_ENTITY_TOO_LARGE', { query: `{ __typename ${' '.repeat(101_000)}}` }, 413],
  ])('%s: %s', async (_, code, body, status = 400) => {
    reads();
    const strict = await post(body);
    expect(strict).toMatchObject({ status, data: undefined });
    expect(new Set(strict.codes)).toContain(code);
    const loose = await post(body, 'application/json');
    expect(loose.data).toBeUndefined();
    expect(loose.codes).toEqual(strict.codes);
    expect(reads()).toBe(0);
  });
});

describe('what is refused tells nothing that was not asked', () => {
  const LOOK = 'Ask __type, or GraphiQL, what there is.';
  test.each<[name: string, body: object, says: string]>([
    ['a field', { query: '{ instituton { id } }' }, `Cannot query field "instituton" on type "Query". ${LOOK}`],
    [
      'an argument',
      { query: '{ laws(wher: {}) { totalCount } }' },
      `Unknown argument "wher" on field "Query.laws". ${LOOK}`,
    ],
    ['a type', { query: '{ ... on Lew { id } }' }, `Unknown type "Lew". ${LOOK}`],
    [
      'a value of an enum',
      { query: '{ search(query: "a", kinds: [Lew]) { totalCount } }' },
      `Value "Lew" does not exist in "Noun" enum. ${LOOK}`,
    ],
    [
      'a value of an enum in a variable',
      { query: 'query($k: [Noun!]) { search(query: "a", kinds: $k) { totalCount } }', variables: { k: ['Lew'] } },
      `Value "Lew" does not exist in "Noun" enum. ${LOOK}`,
    ],
    [
      'a field of an input object in a variable',
      { query: 'query($w: LawWhere) { laws(where: $w) { totalCount } }', variables: { w: { nam: 1 } } },
      `is not defined by type "LawWhere". ${LOOK}`,
    ],
    ['a selection that is missing', { query: '{ laws }' }, 'must have a selection of subfields.'],
  ])('%s', async (_, body, says) => {
    const { errors } = await post(body);
    expect(errors[0]?.message.endsWith(says)).toBe(true);
    expect(JSON.stringify(errors)).not.toContain('Did you mean');
  });

  test('at most twenty errors in a document, and that there are more', async () => {
    const { errors } = await post({ query: `{ ${many(30, (at) => `a${at}`)} }` });
    expect(errors).toHaveLength(21);
    expect(errors[20]?.message).toContain('Too many validation errors');
  });

  test('one field 20 times is one field', async () => {
    expect(await post({ query: `{ ${'__typename '.repeat(20)} }` })).toMatchObject({ status: 200, errors: [] });
  });
});
