import { beforeAll, describe, expect, test } from 'vitest';
import { serveForTests } from '../ask.ts';

/** What makes no sense or is too much is refused before the graph is asked: this one fails whoever asks it. */
let url: string;
beforeAll(async () => {
  ({ url } = await serveForTests({ read: () => Promise.reject(new Error('The graph was asked.')) }));
});

interface Refused {
  readonly code: unknown;
  readonly message: string;
}

async function refused(body: string): Promise<Refused> {
  const response = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: unknown } }[] };
  return { code: errors[0]?.extensions.code, message: errors.map(({ message }) => message).join('\n') };
}

const INPUT = 'BAD_USER_INPUT';
const COSTLY = 'QUERY_TOO_COSTLY';
const INVALID = 'GRAPHQL_VALIDATION_FAILED';
const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

/** In the question itself, an object is written without quotes round its keys and enum values. */
const literal = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(literal).join(' ')}]`;
  if (typeof value !== 'object' || value === null) return enumValue(value) ?? JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, held]) => `${key}: ${literal(held)}`)
    .join(' ')} }`;
};
const enumValue = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[A-Z_]+$/.test(value) ? value : undefined;

const where = {
  written: (field: string, value: unknown) =>
    JSON.stringify({ query: `{ ${field}(where: ${literal(value)}) { totalCount } }` }),
  variable: (field: string, type: string, value: unknown) =>
    JSON.stringify({
      query: `query Q($where: ${type}Where) { ${field}(where: $where) { totalCount } }`,
      variables: { where: value },
    }),
};

describe('conditions that exclude each other', () => {
  test.each<[name: string, field: string, type: string, value: unknown, says: RegExp]>([
    ['numbers', 'figures', 'Figure', { value: { gte: 5, lte: 3 } }, /gte 5 and lte 3/],
    ['numbers that only touch', 'figures', 'Figure', { value: { gt: 5, lte: 5 } }, /gt 5 and lte 5/],
    ['a number below its range', 'figures', 'Figure', { value: { eq: 2, gte: 3 } }, /eq 2 and gte 3/],
    ['a number at the end of its range', 'figures', 'Figure', { value: { eq: 3, lt: 3 } }, /eq 3 and lt 3/],
    ['a number above its range', 'laws', 'Law', { amends: { count: { eq: 7, lte: 3 } } }, /eq 7 and lte 3/],
    ['this and not this', 'laws', 'Law', { name: { eq: 'x', not: 'x' } }, /eq x and not x/],
    ['this and others', 'laws', 'Law', { kind: { eq: 'CODE', in: ['DECREE', 'LAW'] } }, /eq CODE and in DECREE, LAW/],
    ['a value and none', 'laws', 'Law', { name: { eq: 'x', isNull: true } }, /eq x and isNull true/],
    ['a date and none', 'laws', 'Law', { adoptedOn: { gte: '2022', isNull: true } }, /gte 2022 and isNull true/],
    ['years', 'laws', 'Law', { adoptedOn: { gte: '2023', lte: '2022' } }, /gte 2023 and lte 2022/],
    [
      'a month in another year',
      'laws',
      'Law',
      { adoptedOn: { eq: '2022-06', gte: '2023' } },
      /eq 2022-06 and gte 2023/,
    ],
    ['a year after its range', 'laws', 'Law', { adoptedOn: { eq: '2024', lte: '2022' } }, /eq 2024 and lte 2022/],
    [
      'a span before its range',
      'laws',
      'Law',
      { adoptedOn: { within: '2022', gte: '2023' } },
      /gte 2023 and within 2022/,
    ],
    ['a list of no values', 'laws', 'Law', { id: { in: [] } }, /"in" holds no value/],
    [
      'deep within',
      'laws',
      'Law',
      { OR: [{ NOT: { amends: { some: { edge: { validFrom: { gte: '2023', lte: '2022' } } } } } }] },
      /gte 2023 and lte 2022/,
    ],
  ])('%s', async (_, field, type, value, says) => {
    for (const body of [where.written(field, value), where.variable(field, type, value)]) {
      const { code, message } = await refused(body);
      expect(message).toMatch(says);
      expect(code).toBe(INPUT);
    }
  });
});

const ranges = ['{ gte: "2022", lte: "2022-06" }', '{ eq: "2022", gte: "2022-06", lte: "2023" }', '{ isNull: false }'];

test.each(ranges)('dates of which one lies within the other, %s, exclude nothing', async (range) => {
  const { code } = await refused(JSON.stringify({ query: `{ laws(where: { adoptedOn: ${range} }) { totalCount } }` }));
  expect(code).toBe('INTERNAL_SERVER_ERROR');
});

const nested = (times: number): unknown =>
  many(times, () => 0).reduce<unknown>((within) => ({ amendedBy: { some: { node: within } } }), {});

const inEachOther = (levels: number): unknown =>
  many(levels, (at) => ['NOT', 'AND', 'OR'][at % 3] as string).reduce<unknown>(
    (within, word) => ({ [word]: word === 'NOT' ? within : [within] }),
    { name: { eq: 'x' } },
  );

describe('what is too much says how much is allowed', () => {
  test('AND, OR and NOT 12 deep in each other are not too much', async () => {
    expect((await refused(where.variable('laws', 'Law', inEachOther(12)))).code).toBe('INTERNAL_SERVER_ERROR');
  });

  test.each<[name: string, value: unknown, written: RegExp, variable: RegExp]>([
    [
      '1,000 ORs',
      { OR: many(1_000, () => ({ name: { eq: 'x' } })) },
      /1000 tokens.*got more/,
      /100 conditions, but got 1001/,
    ],
    ['1,000 empty ORs', { OR: many(1_000, () => ({})) }, /1000 tokens.*got more/, /100 conditions, but got 1001/],
    ['150 NOTs', many(150, () => 0).reduce<object>((NOT) => ({ NOT }), {}), /100 .* got 150/, /100 .* got 150/],
    ['AND, OR and NOT 13 deep in each other', inEachOther(13), /12 deep .* got 13/, /12 deep .* got 13/],
    ['12 levels of some', nested(12), /4 times .* got 12/, /4 times .* got 12/],
    [
      'in with 10,000 short ids',
      { id: { in: many(10_000, String) } },
      /1000 tokens.*got more/,
      /"where\.id\.in" .* 1000 values, but got 10000/,
    ],
  ])('%s', async (_, value, written, variable) => {
    const [one, other] = [
      await refused(where.written('laws', value)),
      await refused(where.variable('laws', 'Law', value)),
    ];
    expect([one.code, other.code]).toEqual([COSTLY, COSTLY]);
    expect(one.message).toMatch(written);
    expect(other.message).toMatch(variable);
  });

  test('in with 10,000 ids of some length fills more than a request may hold', async () => {
    const value = { id: { in: many(10_000, (at) => `law/kz/some-law-or-other-${at}`) } };
    const { code, message } = await refused(where.variable('laws', 'Law', value));
    expect([code, message]).toEqual(['REQUEST_ENTITY_TOO_LARGE', expect.stringMatching(/100000 bytes, but got more/)]);
  });

  const raw = (json: string): string =>
    `{"query":"query Q($where: LawWhere) { laws(where: $where) { totalCount } }","variables":{"where":${json}}}`;

  test.each<[name: string, json: string, says: RegExp]>([
    ['objects 10,000 deep', `${'{"NOT":'.repeat(10_000)}{}${'}'.repeat(10_000)}`, /250 deep, but got more/],
    ['lists 40,000 deep', `{"OR":${'['.repeat(40_000)}${']'.repeat(40_000)}}`, /250 deep, but got more/],
    [
      '30,000 objects in lists that are not long',
      `{"OR":[${many(30, () => `{"OR":[${many(999, () => '{}').join()}]}`).join()}]}`,
      /2500 objects, but got more/,
    ],
  ])('%s', async (_, json, says) => {
    const { code, message } = await refused(raw(json));
    expect(message).toMatch(says);
    expect(code).toBe(COSTLY);
  });
});

describe('an unknown enum value', () => {
  test('in the question', async () => {
    expect(await refused(where.written('laws', { kind: { eq: 'CODEX' } }))).toEqual({
      code: INVALID,
      message: expect.stringMatching(/"CODEX" does not exist in "LawKind" enum/),
    });
  });

  test('in a variable', async () => {
    expect(await refused(where.variable('laws', 'Law', { kind: { in: ['CODE', 'CODEX'] } }))).toEqual({
      code: INPUT,
      message: expect.stringMatching(/"\$where" got invalid value "CODEX" at "where\.kind\.in\[1\]".* "LawKind" enum/),
    });
  });
});

describe('an order that makes no sense', () => {
  const order = (orderBy: string): string =>
    JSON.stringify({ query: `{ laws(orderBy: ${orderBy}) { nodes { id } } }` });

  test.each<[name: string, orderBy: string, code: string, says: RegExp]>([
    ['the same key twice', '[{ name: ASC }, { kind: ASC }, { name: DESC }]', INPUT, /"name" twice/],
    [
      'the same key of a tie twice',
      '[{ amends: { node: { name: ASC } } }, { amends: { node: { name: ASC } } }]',
      INPUT,
      /"amends\.node\.name" twice/,
    ],
    ['six keys', `[${many(6, () => '{ name: ASC }').join()}]`, COSTLY, /5 keys, but got 6/],
    ['two keys in one entry', '[{ name: ASC, kind: ASC }]', INVALID, /one key/],
    ['an unknown key', '[{ nickname: ASC }]', INVALID, /"nickname"/],
  ])('%s', async (_, orderBy, code, says) => {
    const answer = await refused(order(orderBy));
    expect(answer.message).toMatch(says);
    expect(answer.code).toBe(code);
  });
});
