import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { writeGraph } from '../../src/load/write-graph.ts';
import { type AskGraphql, serveForTests } from '../ask.ts';
import { openTestGraph } from '../neo4j.ts';
import { type AskedPath, brutePaths, inScope, isBetween } from './brute-force.ts';
import { type RandomGraph, randomGraph, stored } from './random-graph.ts';

/** A fixed seed: the same questions each time, so that a failure is found again. `npm run test:random` asks many more. */
const RUNS = { seed: 20_261_122, numRuns: Number(process.env.RANDOM_RUNS ?? 50) };
const TIME = 600_000;
const graphs: readonly RandomGraph[] = Array.from(
  { length: Math.min(RUNS.numRuns, 40) },
  (_, number) => fc.sample(randomGraph(number), { seed: RUNS.seed + number, numRuns: 1 })[0] as RandomGraph,
);

let ask: AskGraphql;
beforeAll(async () => {
  const graph = await openTestGraph({ readDeadline: 60_000 });
  await writeGraph(graph, stored(graphs));
  ({ ask } = await serveForTests(graph));
});

const scope = fc.record(
  {
    asOf: fc.constantFrom('2003-01-01', '2012-01-01', '2021-01-01'),
    certainOnly: fc.boolean(),
    modalities: fc.constant(['FACT']),
  },
  { requiredKeys: [] },
);

const someOf = (ids: readonly string[], most: number): fc.Arbitrary<string[]> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant<string[]>([]) },
    fc.subarray([...ids], { maxLength: Math.min(most, ids.length) }),
  );

const anyPath = fc.constantFrom(...graphs).chain((graph) => {
  const ids = graph.things.map(({ id }) => id);
  return fc
    .tuple(fc.shuffledSubarray(ids, { minLength: 2, maxLength: 2 }), scope)
    .chain(([[from = '', to = ''], time]) => {
      const others = ids.filter((id) => id !== from && id !== to);
      return someOf(others, 2).chain((via) =>
        fc.record({
          graph: fc.constant(graph),
          asked: fc.record({
            from: fc.constant(from),
            to: fc.constant(to),
            via: fc.constant(via),
            avoid: someOf(
              others.filter((id) => !via.includes(id)),
              2,
            ),
            maxHops: fc.integer({ min: 1, max: 6 }),
            first: fc.integer({ min: 1, max: 10 }),
            hubs: fc.boolean(),
            directed: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)),
            consistentInTime: fc.boolean(),
          }),
          time: fc.constant(time),
        }),
      );
    });
});

/** Of some questions the first that has an answer: the rest tells little. */
const askedPath = fc
  .array(anyPath, { minLength: 3, maxLength: 3 })
  .map(
    (some) =>
      some.find(({ graph, asked, time }) => brutePaths(graph, { ...asked, ...time }).length > 0) ??
      (some[0] as (typeof some)[number]),
  );

const pathQuestion = `query Q($from: ID!, $to: ID!, $maxHops: Int!, $first: Int!, $via: [ID!], $avoid: [ID!], $hubs: Boolean!,
    $directed: Boolean!, $consistentInTime: Boolean!, $asOf: Date, $certainOnly: Boolean, $modalities: [Modality!]) {
  path(from: $from, to: $to, maxHops: $maxHops, first: $first, via: $via, avoid: $avoid, hubs: $hubs, directed: $directed,
    consistentInTime: $consistentInTime, asOf: $asOf, certainOnly: $certainOnly, modalities: $modalities) {
    length nodes { id } hops { from { id } to { id } direction tie { id from { id } } ties { id } }
  }
}`;

interface Thing {
  readonly id: string;
}
interface AnsweredPath {
  readonly length: number;
  readonly nodes: readonly Thing[];
  readonly hops: readonly {
    readonly from: Thing;
    readonly to: Thing;
    readonly direction: string;
    readonly tie: { readonly id: string; readonly from: Thing };
    readonly ties: readonly Thing[];
  }[];
}

const idsOf = (things: readonly Thing[]): string[] => things.map(({ id }) => id);

test(
  'random paths are those of a brute-force search, in the same order and by the same ties',
  async () => {
    let found = 0;
    let indirect = 0;
    await fc.assert(
      fc.asyncProperty(askedPath, async ({ graph, asked, time }) => {
        const wanted = brutePaths(graph, { ...asked, ...time } satisfies AskedPath);
        const { data, errors } = await ask(pathQuestion, { ...asked, ...time });
        expect(errors).toEqual([]);
        const paths = data.path as AnsweredPath[];
        expect(paths.map(({ nodes, hops }) => ({ ids: idsOf(nodes), ties: hops.map(({ tie }) => tie.id) }))).toEqual(
          wanted,
        );
        if (wanted.length > 0) found += 1;
        if (wanted.some(({ ties }) => ties.length > 2)) indirect += 1;
        for (const { length, nodes, hops } of paths) {
          expect(hops.length).toBe(length);
          expect([...hops.map(({ from }) => from.id), nodes.at(-1)?.id]).toEqual(idsOf(nodes));
          for (const { from, to, direction, tie, ties } of hops) {
            expect(direction).toBe(tie.from.id === from.id ? 'FORWARD' : 'BACKWARD');
            expect(ties[0]?.id).toBe(tie.id);
            expect(idsOf(ties).sort()).toEqual(
              inScope(graph, time)
                .filter((one) => isBetween(one, from.id, to.id))
                .map(({ id }) => id)
                .sort(),
            );
          }
        }
      }),
      RUNS,
    );
    expect(found).toBeGreaterThan(RUNS.numRuns / 3);
    expect(indirect).toBeGreaterThan(RUNS.numRuns / 20);
  },
  TIME,
);

test(
  'random neighbourhoods and what things share are those of a brute-force search',
  async () => {
    const question = fc.constantFrom(...graphs).chain((graph) =>
      fc.record({
        graph: fc.constant(graph),
        ids: fc.shuffledSubarray(idsOf(graph.things), { minLength: 2, maxLength: 4 }),
        depth: fc.integer({ min: 1, max: 3 }),
        hubs: fc.boolean(),
        time: scope,
      }),
    );
    let shared = 0;
    await fc.assert(
      fc.asyncProperty(question, async ({ graph, ids, depth, hubs, time }) => {
        const { data, errors } = await ask(
          `query Q($of: ID!, $ids: [ID!]!, $depth: Int!, $hubs: Boolean!, $asOf: Date, $certainOnly: Boolean, $modalities: [Modality!]) {
            neighbourhood(of: $of, depth: $depth, perTie: 25, hubs: $hubs, asOf: $asOf, certainOnly: $certainOnly, modalities: $modalities) {
              nodes { id } edges { id } }
            common(of: $ids, hubs: $hubs, asOf: $asOf, certainOnly: $certainOnly, modalities: $modalities) {
              totalCount edges { count node { id } ties { id } } }
          }`,
          { of: ids[0], ids, depth, hubs, ...time },
        );
        expect(errors).toEqual([]);
        const ties = inScope(graph, time);
        const isHub = (id: string): boolean => !hubs && graph.things.some((thing) => thing.id === id && thing.hub);

        const nodes = [ids[0] as string];
        const edges = new Set<string>();
        let level = nodes;
        for (let at = 0; at < depth; at += 1) {
          const touched = ties.filter(({ from, to }) => level.includes(from) || level.includes(to));
          for (const { id } of touched) edges.add(id);
          const next = [...new Set(touched.flatMap(({ from, to }) => [from, to]))].filter((id) => !nodes.includes(id));
          nodes.push(...next.sort());
          level = next.filter((id) => !isHub(id));
        }
        expect(idsOf(data.neighbourhood.nodes)).toEqual(nodes);
        expect(idsOf(data.neighbourhood.edges).sort()).toEqual([...edges].sort());

        const wanted = graph.things
          .filter(({ id }) => !isHub(id))
          .map(({ id }) => ({
            node: { id },
            count: ids.filter((one) => ties.some((tie) => isBetween(tie, one, id))).length,
            ties: ties.filter((tie) => ids.some((one) => isBetween(tie, one, id))).length,
          }))
          .filter(({ count }) => count > 1)
          .sort((a, b) => b.count - a.count || (a.node.id < b.node.id ? -1 : 1));
        shared += wanted.length;
        expect(data.common.totalCount).toBe(wanted.length);
        expect(
          data.common.edges.map(({ count, node, ties: of }: { count: number; node: Thing; ties: Thing[] }) => ({
            node,
            count,
            ties: of.length,
          })),
        ).toEqual(wanted.slice(0, 20));
      }),
      RUNS,
    );
    expect(shared).toBeGreaterThan(RUNS.numRuns / 4);
  },
  TIME,
);
