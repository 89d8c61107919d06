import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { farEnd } from '../../schema/conditions.ts';
import { pairName } from '../../schema/edge-name.ts';
import { nounNames, nouns } from '../../schema/nouns.ts';
import { type AskGraphql, serveForTests } from '../ask.ts';
import { openTestGraph } from '../neo4j.ts';
import { busyTies, farThings, listedThings, pairHolds, thingHolds, type Where } from './evaluate.ts';
import { randomScope, SCOPE_ARGUMENTS, SCOPE_VARIABLES } from './random-scope.ts';
import { randomPair, randomWhere } from './random-where.ts';
import { writeVariedSeed } from './varied-seed.ts';

let ask: AskGraphql;
beforeAll(async () => {
  const graph = await openTestGraph({ readDeadline: 60_000 });
  await writeVariedSeed(graph);
  ({ ask } = await serveForTests(graph));
});

/** A fixed seed: the same questions each time, so that a failure is found again. `npm run test:random` asks many more. */
const RUNS = { seed: 20_261_122, numRuns: Number(process.env.RANDOM_RUNS ?? 15) };
const TIME = 600_000;
/** Runs in which conditions let some through and hold some back: the rest tells little. */
const TELLING = RUNS.numRuns / 3;

/** Of some conditions the first that is met by a part of all. */
const mostTelling = <T>(
  wheres: fc.Arbitrary<Where>,
  all: readonly T[],
  holds: (one: T, where: Where) => boolean,
): fc.Arbitrary<Where> =>
  fc.array(wheres, { minLength: 16, maxLength: 16 }).map((some) => {
    const divides = (where: Where): boolean => new Set(all.map((one) => holds(one, where))).size === 2;
    return some.find(divides) ?? (some[0] as Where);
  });

test(
  'lists of things under random conditions are those of the seed',
  async () => {
    let telling = 0;
    const lists = fc.constantFrom(...nounNames).chain((noun) =>
      randomScope.chain((scope) =>
        fc.tuple(
          fc.constant(noun),
          mostTelling(randomWhere(noun, 2), listedThings(noun, scope), (thing, where) =>
            thingHolds(thing, where, scope),
          ),
          fc.constant(scope),
        ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(lists, async ([noun, where, scope]) => {
        const { many, name } = nouns[noun];
        const { data, errors } = await ask(
          `query Q($where: ${name}Where, ${SCOPE_VARIABLES}) { ${many}(first: 100, where: $where, ${SCOPE_ARGUMENTS}) { totalCount nodes { id } } }`,
          { where, ...scope },
        );
        expect(errors).toEqual([]);
        const wanted = listedThings(noun, scope).filter((thing) => thingHolds(thing, where, scope));
        if (wanted.length > 0 && wanted.length < listedThings(noun, scope).length) telling += 1;
        expect(data[many].totalCount).toBe(wanted.length);
        expect(data[many].nodes.map(({ id }: { id: string }) => id)).toEqual(wanted.slice(0, 100).map(({ id }) => id));
      }),
      RUNS,
    );
    expect(telling).toBeGreaterThan(TELLING);
  },
  TIME,
);

test(
  'ties under random conditions are those of the seed',
  async () => {
    let telling = 0;
    const pages = fc.constantFrom(...busyTies).chain(({ thing, row }) =>
      randomScope.chain((scope) =>
        fc.tuple(
          fc.constant(thing),
          fc.constant(row),
          mostTelling(randomPair(row, 1), farThings(thing, row, scope), (pair, where) =>
            pairHolds(pair, row, where, scope),
          ),
          fc.constant(scope),
        ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(pages, async ([thing, row, where, scope]) => {
        const type = `${pairName(row.tie.type, farEnd(row))}Where`;
        const { data, errors } = await ask(
          `query Q($id: ID!, $where: ${type}, ${SCOPE_VARIABLES}) { ${nouns[thing.noun].one}(id: $id, ${SCOPE_ARGUMENTS}) {
             found: ${row.field}(first: 100, where: $where) { totalCount distinctNodes nodes { id } } } }`,
          { id: thing.id, where, ...scope },
        );
        expect(errors).toEqual([]);
        const wanted = farThings(thing, row, scope).filter((pair) => pairHolds(pair, row, where, scope));
        if (wanted.length > 0 && wanted.length < farThings(thing, row, scope).length) telling += 1;
        const { found } = data[nouns[thing.noun].one];
        expect(found.totalCount).toBe(wanted.length);
        expect(found.distinctNodes).toBe(new Set(wanted.map(({ far }) => far.id)).size);
        if (wanted.length <= 100) {
          expect(found.nodes.map(({ id }: { id: string }) => id).sort()).toEqual(
            wanted.map(({ far }) => far.id).sort(),
          );
        }
      }),
      RUNS,
    );
    expect(telling).toBeGreaterThan(TELLING);
  },
  TIME,
);
