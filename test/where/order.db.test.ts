import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { thingFields } from '../../schema/conditions.ts';
import { nounNames, nouns } from '../../schema/nouns.ts';
import type { NounName } from '../../schema/spec.ts';
import { ties } from '../../schema/ties.ts';
import { parsePartialDate } from '../../src/graph/time.ts';
import { loadSeed } from '../../src/load/load.ts';
import { type AskGraphql, serveForTests } from '../ask.ts';
import { openTestGraph } from '../neo4j.ts';
import { SEED_FOLDER } from '../seed.ts';
import { farThings, listedThings, valuesOfThing } from './evaluate.ts';

let ask: AskGraphql;
beforeAll(async () => {
  const graph = await openTestGraph({ readDeadline: 60_000 });
  await loadSeed(graph, SEED_FOLDER);
  ({ ask } = await serveForTests(graph));
});

type Value = string | number | undefined;

/** Rows by their keys: what has no value last, equals by id. */
function sorted(rows: readonly { id: string; keys: readonly Value[] }[], descending: readonly boolean[]): string[] {
  const compare = (a: Value, b: Value, turned: boolean): number => {
    if (a === b) return 0;
    if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
    return a < b === turned ? 1 : -1;
  };
  return [...rows]
    .sort((a, b) => {
      const first = a.keys
        .map((key, at) => compare(key, b.keys[at], descending[at] === true))
        .find((order) => order !== 0);
      return first ?? (a.id < b.id ? -1 : 1);
    })
    .map(({ id }) => id);
}

/** All ids of a list, page by page, forwards or backwards. */
async function walk(list: string, orderBy: string, size: number, backward: boolean): Promise<string[]> {
  const met: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: string = backward ? `last: ${size}, before: $at` : `first: ${size}, after: $at`;
    const { data, errors } = await ask(
      `query Q($at: String) { found: ${list}(${page}, orderBy: ${orderBy}) { nodes { id } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`,
      { at: cursor },
    );
    expect(errors).toEqual([]);
    const { nodes, pageInfo } = data.found;
    const ids = nodes.map(({ id }: { id: string }) => id);
    if (backward) met.unshift(...ids);
    else met.push(...ids);
    if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return met;
    cursor = backward ? pageInfo.startCursor : pageInfo.endCursor;
  }
}

const AMENDS = ties.find(({ type, forward }) => type === 'AMENDS' && forward === 'amends') as (typeof ties)[number];
const laws = listedThings('Law', {});
const countOf = (thing: (typeof laws)[number]): number => {
  const row = { field: 'amendedBy', tie: AMENDS, direction: 'backward' as const };
  return farThings(thing, row, {}).length;
};

describe('laws in an order of their own', () => {
  test.each([
    ['number', '[{ number: ASC }]', [false], (law: (typeof laws)[number]) => [law.scalars.number as Value]],
    [
      'number, the greatest first',
      '[{ number: DESC }]',
      [true],
      (law: (typeof laws)[number]) => [law.scalars.number as Value],
    ],
    [
      'amendments and kind',
      '[{ amendedBy: { count: DESC } }, { kind: ASC }]',
      [true, false],
      (law: (typeof laws)[number]) => [countOf(law), law.scalars.kind as Value],
    ],
  ])('%s: every page, both ways', async (_, orderBy, descending, keysOf) => {
    const wanted = sorted(
      laws.map((law) => ({ id: law.id, keys: keysOf(law) })),
      descending,
    );
    expect(await walk('laws', orderBy, 40, false)).toEqual(wanted);
    expect(await walk('laws', orderBy, 40, true)).toEqual(wanted);
  });

  test('the least name of what is amended, then the id', async () => {
    const row = { field: 'amends', tie: AMENDS, direction: 'forward' as const };
    const least = (law: (typeof laws)[number]): Value =>
      farThings(law, row, {})
        .map(({ far }) => far.name)
        .sort()[0];
    const wanted = sorted(
      laws.map((law) => ({ id: law.id, keys: [least(law)] })),
      [false],
    );
    expect(await walk('laws', '[{ amends: { node: { name: ASC } } }]', 90, false)).toEqual(wanted);
  });
});

test('random keys order the things of every noun as the seed has them', async () => {
  const keysOf = (noun: NounName) =>
    fc.tuple(
      fc.constant(noun),
      fc.uniqueArray(
        fc.record({
          name: fc.constantFrom(...Object.keys(thingFields(noun)).filter((name) => !thingFields(noun)[name]?.list)),
          descending: fc.boolean(),
        }),
        { minLength: 1, maxLength: 3, selector: ({ name }) => name },
      ),
    );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...nounNames).chain(keysOf), async ([noun, keys]) => {
      const { many, name } = nouns[noun];
      const { data, errors } = await ask(
        `query Q($orderBy: [${name}Order!]) { ${many}(first: 100, orderBy: $orderBy) { nodes { id } } }`,
        {
          orderBy: keys.map((key) => ({ [key.name]: key.descending ? 'DESC' : 'ASC' })),
        },
      );
      expect(errors).toEqual([]);
      const rows = listedThings(noun, {}).map((thing) => ({
        id: thing.id,
        keys: keys.map((key) => {
          const value = valuesOfThing(thing)[key.name] as Value;
          const isDate = thingFields(noun)[key.name]?.type === 'PartialDate';
          return isDate && value !== undefined ? parsePartialDate(String(value))?.earliest : value;
        }),
      }));
      const wanted = sorted(
        rows,
        keys.map(({ descending }) => descending),
      );
      expect(data[many].nodes.map(({ id }: { id: string }) => id)).toEqual(wanted.slice(0, 100));
    }),
    { seed: 20_261_122, numRuns: Number(process.env.RANDOM_RUNS ?? 10) },
  );
}, 300_000);

const LAW = 'law/kz/political-parties-2002';

test('ties in the order of the thing they lead to and of their own date, under conditions', async () => {
  const { data, errors } = await ask(`{ law(id: "${LAW}") {
    byDate: amendedBy(first: 100, orderBy: [{ edge: { validFrom: DESC } }]) { edges { id validFrom } }
    byName: amendedBy(first: 100, orderBy: [{ node: { name: ASC } }], where: { node: { adoptedOn: { gte: "2015" } } }) { totalCount nodes { name adoptedOn } }
  } }`);
  expect(errors).toEqual([]);
  const dates = data.law.byDate.edges.map(({ validFrom }: { validFrom: string | null }) => validFrom);
  expect(dates.length).toBe(18);
  expect(dates).toEqual([...dates].sort().reverse());
  const names = data.law.byName.nodes.map(({ name }: { name: string }) => name);
  expect(names.length).toBe(data.law.byName.totalCount);
  expect(names).toEqual([...names].sort());
});

test('a cursor of another order is refused, and so are more keys than five', async () => {
  const { data } = await ask('{ laws(first: 1, orderBy: [{ name: ASC }]) { pageInfo { endCursor } } }');
  const { endCursor } = data.laws.pageInfo;
  for (const orderBy of ['[{ name: DESC }]', '[{ kind: ASC }]', '[]']) {
    const { errors, sent } = await ask(
      `{ laws(first: 1, after: "${endCursor}", orderBy: ${orderBy}) { nodes { id } } }`,
    );
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(sent).toEqual([]);
  }
  const six = Array.from({ length: 6 }, () => '{ name: ASC }').join(', ');
  const { errors } = await ask(`{ laws(orderBy: [${six}]) { nodes { id } } }`);
  expect(errors[0]?.message).toMatch(/5 keys, but got 6/);
});

test('an entry names one key', async () => {
  const { errors } = await ask('{ laws(orderBy: [{ name: ASC, kind: ASC }]) { nodes { id } } }');
  expect(errors.length).toBeGreaterThan(0);
});
