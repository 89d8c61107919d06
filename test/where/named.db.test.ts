import { beforeAll, expect, test } from 'vitest';
import { farEnd, tieFields } from '../../schema/conditions.ts';
import { nounNames, nouns } from '../../schema/nouns.ts';
import type { NounName } from '../../schema/spec.ts';
import { type AskGraphql, serveForTests } from '../ask.ts';
import { openTestGraph } from '../neo4j.ts';
import { listedThings, thingHolds, type Where } from './evaluate.ts';
import { VARIED_SEED, writeVariedSeed } from './varied-seed.ts';

/** Conditions that name a thing by its id are answered from that thing, and not by trying everything. */

let ask: AskGraphql;
beforeAll(async () => {
  const graph = await openTestGraph({ readDeadline: 60_000 });
  await writeVariedSeed(graph);
  ({ ask } = await serveForTests(graph));
});

const SCOPE = { asOf: '2022-06-08', ranks: ['PREFERRED', 'NORMAL', 'DEPRECATED'] };

/** Of every third thing: some of those that a tie leads to, not all. */
const ids = VARIED_SEED.things.map(({ id }) => id).filter((_, at) => at % 3 === 0);
const named = { node: { id: { in: ids } } };

/** Through every tie of a noun, and through each to every tie of what it leads to. */
function chainsOf(noun: NounName): readonly Where[] {
  return tieFields(noun).flatMap((row) => {
    const end = farEnd(row);
    const further = typeof end === 'string' ? tieFields(end) : [];
    return [
      { [row.field]: { some: named } },
      ...further.map(({ field }) => ({ [row.field]: { some: { node: { [field]: { some: named } } } } })),
    ];
  });
}

const wantedBy = (noun: NounName, where: Where) =>
  listedThings(noun, SCOPE).filter((thing) => thingHolds(thing, where, SCOPE));

/** Those that lead to something. */
const everyChain = nounNames.flatMap((noun) =>
  chainsOf(noun).flatMap((where) => (wantedBy(noun, where).length > 0 ? [{ noun, where }] : [])),
);
/** Each is a text that Neo4j has to plan: `npm run test:random` asks more of them. */
const asked = Math.min(everyChain.length, Number(process.env.RANDOM_RUNS ?? 8));
const chosen = Array.from(
  { length: asked },
  (_, at) => everyChain[Math.floor((at * everyChain.length) / asked)] as (typeof everyChain)[number],
);

test('things that are tied to a named one, at once or through another, are those of the seed', async () => {
  for (const { noun, where } of chosen) {
    const { many, name } = nouns[noun];
    const { data, errors } = await ask(
      `query Q($where: ${name}Where, $asOf: Date, $ranks: [Rank!]) {
        ${many}(first: 100, where: $where, asOf: $asOf, ranks: $ranks) { totalCount nodes { id } }
      }`,
      { ...SCOPE, where },
    );
    expect(errors).toEqual([]);
    const wanted = wantedBy(noun, where);
    const answer = [data[many].totalCount, data[many].nodes.map(({ id }: { id: string }) => id)];
    expect([where, ...answer]).toEqual([where, wanted.length, wanted.slice(0, 100).map(({ id }) => id)]);
  }
  expect(chosen.length).toBeGreaterThan(7);
}, 600_000);

test('what else is asked of the way is asked too', async () => {
  const where = (rest: object) => ({
    enacts: {
      some: { edge: { how: { isNull: false } }, node: { affects: { some: { node: { id: { in: ids }, ...rest } } } } },
    },
    name: { isNull: false },
  });
  for (const rest of [
    {},
    { id: { in: ids, not: ids[0] } },
    { id: { in: ids, eq: ids[1] } },
    { name: { contains: 'a' } },
  ]) {
    const { data, errors } = await ask(
      'query Q($where: LawWhere) { laws(first: 100, where: $where) { nodes { id } } }',
      {
        where: where(rest),
      },
    );
    expect(errors).toEqual([]);
    const wanted = listedThings('Law', {}).filter((thing) => thingHolds(thing, where(rest), {}));
    expect(data.laws.nodes.map(({ id }: { id: string }) => id)).toEqual(wanted.map(({ id }) => id));
  }
});
