import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { type RunningServer, startServer } from '../../src/listen.ts';
import { loadSeed } from '../../src/load/load.ts';
import { textArguments } from '../hold/injection/arguments.ts';
import { checksum } from '../hold/injection/checksum.ts';
import { batches, inject, nothingInjected, type Pair, watch, watchResolvers } from '../hold/injection/inject.ts';
import { MARK, payloads } from '../hold/injection/payloads.ts';
import { edgesWithoutTies } from '../hold/injection/without-ties.ts';
import { openTestGraph } from '../neo4j.ts';
import { SEED_FOLDER } from '../seed.ts';

/** Payloads of each argument, others of the next; `npm run test:injection` takes all for all. */
const EACH = 5;
const CONNECTIONS = 2;

const found = textArguments(schema);
let graph: Awaited<ReturnType<typeof openTestGraph>>;
let server: RunningServer;
let watching: ReturnType<typeof watch>;
const resolvers = watchResolvers(schema);

beforeAll(async () => {
  graph = await openTestGraph();
  await loadSeed(graph, SEED_FOLDER);
  watching = watch(graph);
  server = await startServer({
    graph: watching.watched,
    logger: pino({ level: 'silent' }),
    host: '127.0.0.1',
    port: 0,
  });
});
afterAll(async () => {
  resolvers.stop();
  await server.stop();
});

test('there are two hundred payloads and more, of which most would leave a mark', () => {
  expect(payloads.length).toBeGreaterThanOrEqual(200);
  expect(payloads.filter((payload) => payload.includes(MARK)).length).toBeGreaterThan(150);
});

test('a checksum tells of any change', async () => {
  const before = await checksum(graph);
  expect(await checksum(graph)).toEqual(before);
  const change = (text: string) => graph.setup({ name: 'change', text });
  await change("MATCH (n:Institution {id: 'institution/kz/senate'}) SET n.kindBefore = n.kind, n.kind = 'X'");
  expect((await checksum(graph)).sum).not.toBe(before.sum);
  await change("MATCH (n:Institution {id: 'institution/kz/senate'}) SET n.kind = n.kindBefore REMOVE n.kindBefore");
  expect(await checksum(graph)).toEqual(before);
});

test('no text a client sends becomes a part of a statement, or changes anything', async () => {
  const before = await checksum(graph);
  const pairs = found.all.flatMap((argument, at) =>
    Array.from(
      { length: EACH },
      (_, one): Pair => ({ argument, payload: payloads[(at * EACH + one) % payloads.length] as string }),
    ),
  );
  const all = [...batches(pairs)];
  const total = nothingInjected();
  const url = `http://127.0.0.1:${server.port}/graphql`;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (let batch = all.pop(); batch; batch = all.pop()) await inject(url, found, batch, total);
    }),
  );
  expect(Object.fromEntries(total.faults)).toEqual({});
  expect(Object.fromEntries(watching.seen.failures)).toEqual({});
  expect([total.pairs, watching.seen.marked]).toEqual([found.all.length * EACH, 0]);
  const none = await edgesWithoutTies(graph);
  const missed = found.all.filter((one) => !resolvers.wasGiven(one) && !none.has(one.parent));
  expect(missed.map(({ name }) => name)).toEqual([]);
  expect(none.size).toBeLessThan(30);
  expect(await checksum(graph)).toEqual(before);
});
