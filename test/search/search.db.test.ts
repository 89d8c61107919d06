import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadSeed } from '../../src/load/load.ts';
import { type Find, type Measured, measure, readPairs } from '../../src/search/measure.ts';
import { type AskGraphql, serveForTests } from '../ask.ts';
import { openTestGraph } from '../neo4j.ts';
import { SEED_FOLDER } from '../seed.ts';

let ask: AskGraphql;
beforeAll(async () => {
  const graph = await openTestGraph({ readDeadline: 60_000 });
  await loadSeed(graph, SEED_FOLDER);
  ({ ask } = await serveForTests(graph));
});

const pairsOf = (file: string) => readPairs(fileURLToPath(new URL(`${file}.yaml`, import.meta.url)));
const tuned = pairsOf('pairs');
const heldOut = pairsOf('held-out');

/** As many in one request as may have an alias: they share a statement. */
const ALIASES = 15;

const find: Find = async (queries) => {
  const found: string[][] = [];
  for (let at = 0; at < queries.length; at += ALIASES) {
    const some = queries.slice(at, at + ALIASES);
    const { data, errors, sent } = await ask(
      `query (${some.map((_, one) => `$q${one}: String!`).join(', ')}) {
        ${some.map((_, one) => `s${one}: search(query: $q${one}, first: 5) { nodes { id } }`).join('\n')}
      }`,
      Object.fromEntries(some.map((query, one) => [`q${one}`, query])),
    );
    // Of what has neither letter nor digit, the field alone is refused.
    expect(sent.length).toBe(1);
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(
      new Set(errors.length ? ['BAD_USER_INPUT'] : []),
    );
    found.push(...some.map((_, one) => (data?.[`s${one}`]?.nodes ?? []).map(({ id }: { id: string }) => id)));
  }
  return found;
};

const share = ({ five, pairs }: { five: number; pairs: number }): number => five / pairs;

describe('what search finds', () => {
  let measured: Measured;
  beforeAll(async () => {
    const real = [...tuned, ...heldOut].filter(({ query }) => /[\p{L}\d]/u.test(query));
    measured = await measure(real, find);
  });

  test('there are pairs enough, of every kind, a third of them not tuned on', () => {
    expect(measured.overall.pairs).toBeGreaterThanOrEqual(400);
    expect(measured.nonsense.pairs).toBeGreaterThanOrEqual(60);
    expect(measured.kinds.length).toBe(16);
    for (const { kind, pairs } of measured.kinds) expect([kind, pairs >= 15]).toEqual([kind, true]);
    expect(3 * heldOut.length).toBeGreaterThanOrEqual(tuned.length + heldOut.length);
  });

  test('97 of 100 things are among the first five, 90 of every kind of error', () => {
    expect([share(measured.overall) >= 0.97, measured.missed]).toEqual([true, measured.missed]);
    expect(measured.kinds.filter((recall) => share(recall) < 0.9)).toEqual([]);
    const apart = measured.missed.filter(({ pair }) => heldOut.includes(pair) && pair.id !== null);
    expect(1 - apart.length / heldOut.length).toBeGreaterThanOrEqual(0.97);
  });

  test('of nonsense, at most 3 of 100 find anything', () => {
    expect(share(measured.nonsense)).toBeLessThanOrEqual(0.03);
  });
});

describe('a search', () => {
  const SENATE = 'institution/kz/senate';

  test('says how alike, by which name, and how many of each kind, in one statement', async () => {
    const { data, errors, sent } = await ask(`{ search(query: "Сенаты", first: 1) {
      totalCount facets { kind count } edges { score matchedName { text language script kind } node { id } }
    } }`);
    expect(errors).toEqual([]);
    expect(sent.map(({ statement }) => statement.name)).toEqual(['search']);
    const { totalCount, facets, edges } = data.search;
    expect(edges[0]).toMatchObject({ node: { id: SENATE }, matchedName: { script: 'Cyrl' } });
    expect(edges[0].score).toBeGreaterThan(0.8);
    const counts: number[] = facets.map(({ count }: { count: number }) => count);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(totalCount);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });

  test('the number of an act is a name without language and kind', async () => {
    const { data } = await ask(
      '{ search(query: "№ 41-VII", first: 1) { edges { score matchedName { text language kind } node { id } } } }',
    );
    expect(data.search.edges).toEqual([
      {
        score: expect.any(Number),
        matchedName: { text: '41-VII', language: null, kind: null },
        node: { id: 'law/kz/41-vii-2021' },
      },
    ]);
  });

  test('pages follow each other without gap or repetition, both ways', async () => {
    const page = async (args: string) => {
      const { data, errors } = await ask(`{ search(query: "constitution", ${args}) {
        totalCount edges { cursor score node { id } } pageInfo { hasNextPage hasPreviousPage endCursor startCursor }
      } }`);
      expect(errors).toEqual([]);
      return data.search;
    };
    const idsOf = (edges: { node: { id: string } }[]): string[] => edges.map(({ node }) => node.id);
    const whole: string[] = [];
    let after = '';
    for (let more = true; more; ) {
      const { edges, pageInfo } = await page(`first: 40${after && `, after: "${after}"`}`);
      whole.push(...idsOf(edges));
      ({ hasNextPage: more, endCursor: after } = pageInfo);
    }
    const { totalCount, edges } = await page('first: 100');
    expect(new Set(whole).size).toBe(totalCount);
    expect(whole.length).toBe(totalCount);
    expect(totalCount).toBeGreaterThan(40);
    expect(idsOf(edges)).toEqual(whole.slice(0, 100));
    const scores: number[] = edges.map(({ score }: { score: number }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const { edges: before } = await page(`last: 3, before: "${edges[10].cursor}"`);
    expect(idsOf(before)).toEqual(whole.slice(7, 10));
  });

  test('kinds, where and the day asked leave out what they do not fit', async () => {
    const idsOf = async (args: string): Promise<string[]> => {
      const { data, errors } = await ask(`{ search(${args}, first: 100) { nodes { id } } }`);
      expect(errors).toEqual([]);
      return data.search.nodes.map(({ id }: { id: string }) => id);
    };
    const laws = await idsOf('query: "senate", kinds: [Law]');
    expect(laws.filter((id) => !id.startsWith('law/'))).toEqual([]);
    expect(await idsOf('query: "Constitutional Court", kinds: []')).toEqual([]);
    expect(await idsOf('query: "Senate", asOf: "2026-12-31"')).not.toContain(SENATE);
    expect(await idsOf('query: "Senate", asOf: "2022-12-31"')).toContain(SENATE);
    const reforms = await idsOf(
      `query: "presidential quota", where: { reform: { affects: { some: { node: { id: { eq: "${SENATE}" } } } } } }`,
    );
    expect(reforms).toEqual(['reform/kz/presidential-quota-cut-2022']);
    const courts = await idsOf('query: "court", where: { institution: { kind: { eq: COURT } } }');
    expect(courts).toContain('institution/kz/supreme-court');
    expect(courts.filter((id) => !id.startsWith('institution/'))).toEqual([]);
  });

  test('the same text serves every query', async () => {
    const textOf = async (query: string) =>
      (await ask('query ($query: String!) { search(query: $query) { totalCount } }', { query })).sent[0]?.statement
        .text;
    expect(await textOf('senate')).toBe(await textOf(`'") RETURN 1 //`));
  });

  test.each([
    'AND',
    'OR NOT',
    '+ -',
    '&& ||',
    '!',
    '( ) { } [ ]',
    '"',
    '~',
    '*',
    '?',
    ':',
    '^',
    '/',
    '\\',
    '[* TO *]',
    "'",
  ])('the operator %s is text', async (operator) => {
    const plain = await find(['supreme court']);
    const [found = []] = await find([`supreme ${operator} court ${operator}`]);
    expect(found[0]).toBe(plain[0]?.[0]);
  });

  test('words that say nothing find nothing', async () => {
    const { data, sent } = await ask('{ search(query: "the of") { totalCount nodes { id } } }');
    expect([data.search, sent]).toEqual([{ totalCount: 0, nodes: [] }, []]);
  });
});

describe('suggest', () => {
  const suggest = async (prefix: string) => {
    const { data, errors, sent } = await ask(
      'query ($prefix: String!) { suggest(prefix: $prefix, first: 5) { score matchedName { text } node { id } } }',
      { prefix },
    );
    expect(errors).toEqual([]);
    expect(sent.length).toBe(1);
    return data.suggest.map(({ node }: { node: { id: string } }) => node.id);
  };

  test.each([
    ['s', 'institution/kz/senate'],
    ['Tok', 'official/kz/kassym-jomart-tokayev'],
    ['Тоқ', 'official/kz/kassym-jomart-tokayev'],
    ['мәж', 'institution/kz/mazhilis'],
    ['constitutional c', 'institution/kz/constitutional-court'],
    ['41-V', 'law/kz/41-vii-2021'],
  ])('%s', async (prefix, id) => {
    expect(await suggest(prefix)).toContain(id);
  });

  test('each thing stands once', async () => {
    const found = await suggest('se');
    expect(found.length).toBe(5);
    expect(new Set(found).size).toBe(5);
  });
});

describe('what cannot be searched by is refused before the graph is asked', () => {
  test.each([
    ['nothing', '', /has no letter and no digit: got ""/],
    ['white space', '   \n', /no letter and no digit/],
    ['signs only', '+-&&||!(){}[]^"~*?:\\/', /no letter and no digit/],
    ['10,000 characters', 'a'.repeat(10_000), /200 characters, but got 10000/],
  ])('%s', async (_, text, message) => {
    for (const field of ['search(query: $text) { totalCount }', 'suggest(prefix: $text) { score }']) {
      const { errors, sent } = await ask(`query ($text: String!) { ${field} }`, { text });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
      expect(errors[0]?.message).toMatch(message);
      expect(sent).toEqual([]);
    }
  });

  test.each([
    ['too many', 'search(query: "a", first: 101) { totalCount }', /between 1 and 100, but got 101/],
    ['no suggestions', 'suggest(prefix: "a", first: 0) { score }', /between 1 and 100, but got 0/],
    [
      'a cursor of another query',
      `search(query: "a", after: "${Buffer.from('search b\n0').toString('base64url')}") { totalCount }`,
      /not a cursor of this list/,
    ],
    ['conditions without end', 'search(query: "a", where: { name: { eq: null } }) { totalCount }', /isNull/],
  ])('%s', async (_, field, message) => {
    const { errors, sent } = await ask(`{ ${field} }`);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toMatch(message);
    expect(sent).toEqual([]);
  });
});
