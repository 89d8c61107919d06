import { beforeAll, describe, expect, test } from 'vitest';
import { loadSeed } from '../../src/load/load.ts';
import { type AskGraphql, serveForTests } from '../ask.ts';
import { openTestGraph } from '../neo4j.ts';
import { SEED_FOLDER } from '../seed.ts';

let ask: AskGraphql;
beforeAll(async () => {
  const graph = await openTestGraph({ readDeadline: 60_000 });
  await loadSeed(graph, SEED_FOLDER);
  ({ ask } = await serveForTests(graph));
});

const CONSTITUTION = 'law/kz/constitution-1995';
const SENATE = 'institution/kz/senate';

const listed = async (field: string, where: string, more = ''): Promise<string[]> => {
  const { data, errors } = await ask(`{ ${field}(first: 100, where: ${where}${more}) { totalCount nodes { id } } }`);
  expect(errors).toEqual([]);
  const ids = data[field].nodes.map(({ id }: { id: string }) => id);
  expect(data[field].totalCount).toBe(ids.length);
  return ids;
};

describe('conditions on things', () => {
  test('capital letters do not matter where a text is searched', async () => {
    const courts = await listed('institutions', '{ name: { contains: "COURT" } }');
    expect(courts.length).toBeGreaterThan(2);
    expect(await listed('institutions', '{ name: { contains: "court" } }')).toEqual(courts);
  });

  test('a thing and all others are all there are', async () => {
    const all = await listed('places', '{}');
    const some = await listed('places', '{ name: { startsWith: "a" } }');
    const rest = await listed('places', '{ NOT: { name: { startsWith: "a" } } }');
    expect(some.length * rest.length).toBeGreaterThan(0);
    expect([...some, ...rest].sort()).toEqual(all);
  });

  test('none of no conditions holds', async () => {
    expect(await listed('places', '{ OR: [] }')).toEqual([]);
    expect(await listed('places', '{ OR: [] }', ', orderBy: [{ partOf: { count: ASC } }]')).toEqual([]);
  });

  test('what has no value is not that value', async () => {
    const [with_, without] = [
      await listed('institutions', '{ foundedOn: { isNull: false } }'),
      await listed('institutions', '{ foundedOn: { isNull: true }, kind: { eq: COURT } }'),
    ];
    expect(with_.length).toBeGreaterThan(0);
    for (const id of without) {
      expect(await listed('institutions', `{ id: { eq: "${id}" }, NOT: { foundedOn: { gte: "1000" } } }`)).toEqual([
        id,
      ]);
    }
  });
});

describe('conditions on ties', () => {
  test('laws that amended the Constitution since 2022, of which the laws themselves know as much', async () => {
    const found = await listed(
      'laws',
      `{ adoptedOn: { gte: "2022" }, amends: { some: { node: { id: { eq: "${CONSTITUTION}" } } } } }`,
    );
    const { data } = await ask(
      `{ law(id: "${CONSTITUTION}") { amendedBy(first: 100, where: { node: { adoptedOn: { gte: "2022" } } }) { totalCount distinctNodes nodes { id } } } }`,
    );
    expect(found.length).toBeGreaterThan(0);
    expect([...new Set(data.law.amendedBy.nodes.map(({ id }: { id: string }) => id))].sort()).toEqual(found);
    expect(data.law.amendedBy.distinctNodes).toBe(found.length);
  });

  test('the day asked binds ties within conditions', async () => {
    const where = `{ affects: { some: { node: { id: { eq: "${SENATE}" } } } } }`;
    const [before, after, ever] = [
      await listed('reforms', where, ', asOf: "2021-12-31"'),
      await listed('reforms', where, ', asOf: "2022-12-31"'),
      await listed('reforms', where),
    ];
    expect([before.length, after.length, ever.length]).toEqual([0, 2, 3]);
  });

  test('one condition on the tie and one on what it leads to are met by the same tie', async () => {
    const { data, errors } = await ask(`{ institution(id: "${SENATE}") {
      cut: affectedBy(where: { edge: { mechanism: { eq: ABOLISHED } } }) { totalCount nodes { id } }
      kept: affectedBy(where: { NOT: { edge: { mechanism: { eq: ABOLISHED } } } }) { totalCount }
      all: affectedBy { totalCount }
      enacted: affectedBy(where: { node: { enactedBy: { some: { node: { kind: { eq: CONSTITUTION } } } } } }) { totalCount nodes { id } }
    } }`);
    expect(errors).toEqual([]);
    const { cut, kept, all, enacted } = data.institution;
    expect(cut.totalCount + kept.totalCount).toBe(all.totalCount);
    expect(cut.nodes.length).toBe(cut.totalCount);
    expect(enacted.nodes).toEqual(cut.nodes);
  });

  test('count counts claims', async () => {
    const often = await listed('laws', '{ amendedBy: { count: { gte: 2 } } }');
    expect(often).toContain(CONSTITUTION);
    const { data } = await ask(
      `{ laws(first: 100, where: { amendedBy: { count: { lt: 2, gt: 0 } } }) { nodes { amendedBy { totalCount } } } }`,
    );
    expect(data.laws.nodes.length).toBeGreaterThan(0);
    for (const { amendedBy } of data.laws.nodes) expect(amendedBy.totalCount).toBe(1);
  });

  test('count counts only the ties that countWhere holds of', async () => {
    const asked = (where: string): string => `{ amendedBy: { count: { gte: 2 }${where} } }`;
    const late = await listed('laws', asked(', countWhere: { node: { adoptedOn: { gte: "2024" } } }'));
    expect(late.length).toBeGreaterThan(0);
    expect(late.length).toBeLessThan((await listed('laws', asked(''))).length);
    for (const id of late) {
      const { data } = await ask(
        `{ law(id: "${id}") { amendedBy(where: { node: { adoptedOn: { gte: "2024" } } }) { totalCount } } }`,
      );
      expect(data.law.amendedBy.totalCount).toBeGreaterThanOrEqual(2);
    }
    expect(await listed('laws', asked(', countWhere: {}'))).toEqual(await listed('laws', asked('')));
  });

  test('far ends of several kinds are told apart', async () => {
    const figures = await listed('figures', '{ about: { some: { node: { noun: { eq: Law } } } } }');
    const same = await listed('figures', '{ about: { some: { node: { law: {} } } } }');
    expect(figures.length).toBeGreaterThan(0);
    expect(same).toEqual(figures);
  });
});

const nested = (times: number, word: string, innermost: string): string =>
  Array.from({ length: times }).reduce<string>(
    (within) => `{ amendedBy: { ${word}: { node: ${within} } } }`,
    innermost,
  );

describe('what is too much or makes no sense is refused before the graph is asked', () => {
  test.each([
    [
      '1,000 ORs',
      `{ OR: $wheres }`,
      { wheres: Array.from({ length: 1_000 }, () => ({ name: { eq: 'x' } })) },
      'QUERY_TOO_COSTLY',
      /100 conditions, but got 1001/,
    ],
    ['12 levels of some', nested(12, 'some', '{}'), {}, 'QUERY_TOO_COSTLY', /4 times .* but got 12/],
    [
      '5 levels of count',
      `{ amendedBy: { count: { gt: 0 }, countWhere: { node: ${nested(4, 'some', '{}')} } } }`,
      {},
      'QUERY_TOO_COSTLY',
      /but got 5/,
    ],
    [
      'countWhere without count',
      '{ amendedBy: { countWhere: { node: { kind: { eq: LAW } } } } }',
      {},
      'BAD_USER_INPUT',
      /"countWhere" .* without "count"/,
    ],
    ['countWhere that is null', '{ amendedBy: { count: { gt: 1 }, countWhere: null } }', {}, 'BAD_USER_INPUT', /null/],
    ['5 levels of every', nested(5, 'every', '{}'), {}, 'QUERY_TOO_COSTLY', /but got 5/],
    [
      'in with 10,000 ids',
      '{ id: { in: $ids } }',
      { ids: Array.from({ length: 10_000 }, (_, at) => `l/${at}`) },
      'QUERY_TOO_COSTLY',
      /1000 values, but got 10000/,
    ],
    [
      'a range of dates the wrong way round',
      '{ adoptedOn: { gte: "2023", lte: "2022-06" } }',
      {},
      'BAD_USER_INPUT',
      /gte 2023 and lte 2022-06/,
    ],
    ['an empty range of numbers', '{ amendedBy: { count: { gt: 2, lt: 2 } } }', {}, 'BAD_USER_INPUT', /gt 2 and lt 2/],
    ['what is no date', '{ adoptedOn: { eq: "June" } }', {}, 'BAD_USER_INPUT', /"June"/],
    ['null', '{ name: { eq: null } }', {}, 'BAD_USER_INPUT', /isNull/],
  ])('%s', async (_, where, variables, code, message) => {
    const declared = [
      ...('wheres' in variables ? ['$wheres: [LawWhere!]'] : []),
      ...('ids' in variables ? ['$ids: [ID!]'] : []),
    ].join(', ');
    const { errors, sent } = await ask(
      `query Q${declared ? `(${declared})` : ''} { laws(where: ${where}) { totalCount } }`,
      variables,
    );
    expect(errors.map(({ extensions }) => extensions.code)).toEqual([code]);
    expect(errors[0]?.message).toMatch(message);
    expect(sent).toEqual([]);
  });

  test('4 levels are answered', async () => {
    expect(await listed('laws', nested(4, 'some', '{}'))).toEqual([]);
  });
});

describe('the text depends on the shape only', () => {
  const textOf = async (where: string): Promise<string | undefined> =>
    (await ask(`{ laws(where: ${where}) { nodes { id } } }`)).sent[0]?.statement.text;

  test('values, however hostile, stand in the key', async () => {
    const shape = (name: string, day: string): string =>
      `{ name: { contains: ${JSON.stringify(name)} }, amends: { some: { edge: { validFrom: { gte: "${day}" } } } } }`;
    const text = await textOf(shape('constitution', '2022'));
    expect(text).toBe(await textOf(shape(`'") OR true }] RETURN 1 //`, '1995-08-30')));
    expect(text).not.toMatch(/constitution/);
  });

  test('no condition is the text without conditions', async () => {
    expect(await textOf('{}')).toBe((await ask('{ laws { nodes { id } } }')).sent[0]?.statement.text);
  });
});
