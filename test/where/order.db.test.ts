import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { farEnd } from '../../schema/conditions.ts';
import { pairName } from '../../schema/edge-name.ts';
import { nounNames, nouns } from '../../schema/nouns.ts';
import { ties } from '../../schema/ties.ts';
import { claimId } from '../../src/load/claim-id.ts';
import { type AskGraphql, serveForTests } from '../ask.ts';
import { openTestGraph } from '../neo4j.ts';
import { busyTies, farThings, listedThings } from './evaluate.ts';
import { randomPairOrder, randomThingOrder, sorted, type Value } from './random-order.ts';
import { randomScope, SCOPE_ARGUMENTS, SCOPE_VARIABLES } from './random-scope.ts';
import { writeVariedSeed } from './varied-seed.ts';

let ask: AskGraphql;
beforeAll(async () => {
  const graph = await openTestGraph({ readDeadline: 60_000 });
  await writeVariedSeed(graph);
  ({ ask } = await serveForTests(graph));
});

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
      laws,
      descending.map((turned, at) => ({ descending: turned, keyOf: (law) => keysOf(law)[at] })),
      ({ id }) => id,
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
    const wanted = sorted(laws, [{ descending: false, keyOf: least }], ({ id }) => id);
    expect(await walk('laws', '[{ amends: { node: { name: ASC } } }]', 90, false)).toEqual(wanted);
  });
});

const RUNS = { seed: 20_261_122, numRuns: Number(process.env.RANDOM_RUNS ?? 10) };
const TIME = 600_000;

test(
  'random keys order the things of every noun as the seed has them, within any scope',
  async () => {
    const lists = fc
      .constantFrom(...nounNames)
      .chain((noun) => fc.tuple(fc.constant(noun), randomThingOrder(noun), randomScope, fc.boolean()));
    await fc.assert(
      fc.asyncProperty(lists, async ([noun, keys, scope, backward]) => {
        const { many, name } = nouns[noun];
        const { data, errors } = await ask(
          `query Q($orderBy: [${name}Order!], ${SCOPE_VARIABLES}) {
             ${many}(${backward ? 'last' : 'first'}: 100, orderBy: $orderBy, ${SCOPE_ARGUMENTS}) { nodes { id } } }`,
          { orderBy: keys.map(({ entry }) => entry), ...scope },
        );
        expect(errors).toEqual([]);
        const wanted = sorted(listedThings(noun, scope), keys, ({ id }) => id, scope);
        expect(data[many].nodes.map(({ id }: { id: string }) => id)).toEqual(
          backward ? wanted.slice(-100) : wanted.slice(0, 100),
        );
      }),
      RUNS,
    );
  },
  TIME,
);

test(
  'random keys order ties as the seed has them, within any scope',
  async () => {
    const pages = fc
      .constantFrom(...busyTies)
      .chain(({ thing, row }) =>
        fc.tuple(fc.constant(thing), fc.constant(row), randomPairOrder(row), randomScope, fc.boolean()),
      );
    await fc.assert(
      fc.asyncProperty(pages, async ([thing, row, keys, scope, backward]) => {
        const { one } = nouns[thing.noun];
        const { data, errors } = await ask(
          `query Q($id: ID!, $orderBy: [${pairName(row.tie.type, farEnd(row))}Order!], ${SCOPE_VARIABLES}) {
             ${one}(id: $id, ${SCOPE_ARGUMENTS}) { found: ${row.field}(${backward ? 'last' : 'first'}: 100, orderBy: $orderBy) { edges { id } } } }`,
          { id: thing.id, orderBy: keys.map(({ entry }) => entry), ...scope },
        );
        expect(errors).toEqual([]);
        const wanted = sorted(farThings(thing, row, scope), keys, ({ tie }) => claimId(tie), scope);
        expect(data[one].found.edges.map(({ id }: { id: string }) => id)).toEqual(
          backward ? wanted.slice(-100) : wanted.slice(0, 100),
        );
      }),
      RUNS,
    );
  },
  TIME,
);

const LAW = 'law/kz/political-parties-2002';

test('ties in the order of the thing they lead to and of their own date, under conditions', async () => {
  const { data, errors } = await ask(`{ law(id: "${LAW}") {
    byDate: amendedBy(first: 100, orderBy: [{ edge: { validFrom: DESC } }]) { edges { id validFrom } }
    byName: amendedBy(first: 100, orderBy: [{ node: { name: ASC } }], where: { node: { adoptedOn: { gte: "2015" } } }) { totalCount nodes { name adoptedOn } }
  } }`);
  expect(errors).toEqual([]);
  const dates = data.law.byDate.edges.map(({ validFrom }: { validFrom: string | null }) => validFrom);
  const amended = laws.find(({ id }) => id === LAW) as (typeof laws)[number];
  expect(dates.length).toBe(countOf(amended));
  expect(dates.length).toBeGreaterThan(5);
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
