import { connect } from 'node:net';
import pino from 'pino';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { openGraph } from '../../src/graph/gateway.ts';
import type { Graph, Statement } from '../../src/graph/graph.ts';
import { type RunningServer, startServer } from '../../src/listen.ts';
import { writeGraph } from '../../src/load/write-graph.ts';
import type { ServerOptions } from '../../src/server.ts';
import { thingNode } from '../every-tie.ts';
import { openSharedGraph, openTestGraph } from '../neo4j.ts';
import { openTcpProxy, type TcpProxy } from '../tcp-proxy.ts';

const ended: (() => Promise<unknown>)[] = [];
let proxy: TcpProxy;
beforeAll(async () => {
  proxy = await openTcpProxy(inject('neo4j'));
  ended.push(() => proxy.close());
});
afterAll(async () => {
  for (const end of ended.reverse()) await end();
});

async function serve(graph: Pick<Graph, 'read'>, more: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const logger = pino({ level: 'silent' });
  const server = await startServer({
    graph,
    logger,
    port: 0,
    host: '127.0.0.1',
    leaveWithin: 0,
    finishWithin: 50,
    ...more,
  });
  ended.push(() => server.stop());
  return server;
}

const ask = (port: number, query: string, signal?: AbortSignal): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query }),
    ...(signal ? { signal } : {}),
  });

const QUESTION = '{ laws { nodes { id } } }';

/** A graph that answers when told. */
function holding() {
  const held: (() => void)[] = [];
  const read: Graph['read'] = () => new Promise((answer) => held.push(() => answer([[0, []]])));
  return { graph: { read }, held };
}

/** What a refusal says: all that a client needs to come back. */
async function refusalOf(response: Response): Promise<unknown> {
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  return [response.status, response.headers.get('retry-after'), errors.map(({ extensions }) => extensions.code)];
}

test('what is more than can run and wait is refused at once, and says when to come back; who waited is answered', async () => {
  const { graph, held } = holding();
  const { port } = await serve(graph, { admission: { running: 2, waiting: 1, patience: 60_000 } });
  // Questions that differ, so that none shares the reading of another.
  const askFor = (first: number) => ask(port, `{ laws(first: ${first}) { nodes { id } } }`);
  const running = [askFor(1), askFor(30)];
  await vi.waitUntil(() => held.length === 2);
  const others = [askFor(60), askFor(90)];
  // Whichever came second.
  const refused = await Promise.race(others);
  expect(await refusalOf(refused)).toEqual([503, '1', ['OVERLOADED']]);
  // The server itself is well.
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
  for (let answered = 0; answered < 3; answered += 1) {
    await vi.waitUntil(() => held.length > 0);
    held.shift()?.();
  }
  const statuses = (await Promise.all([...running, ...others])).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 200, 200, 503]);
});

test('clients that send their question slowly take nobody the turn', async () => {
  const { port } = await serve(openSharedGraph(), { admission: { running: 1, waiting: 0, patience: 0 } });
  const slow = Array.from({ length: 5 }, (_, at) => {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    ended.push(async () => socket.destroy());
    const length = at % 2 ? 'Content-Length: 90' : 'Transfer-Encoding: chunked';
    return new Promise<void>((resolve) =>
      socket.write(`POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${length}\r\n\r\n`, () =>
        resolve(),
      ),
    );
  });
  await Promise.all(slow);
  expect((await ask(port, QUESTION)).status).toBe(200);
});

test.each([
  ['of a list', QUESTION],
  // Narrow reads may go out with those of others.
  ['of one thing', '{ law(id: "law/kz/constitution-1995") { name } }'],
])('a question whose client leaves ends in the database too: %s', async (_, question) => {
  const graph = openSharedGraph();
  const endless: Statement = { name: 'test/left', text: 'UNWIND range(1, 1000000000000) AS n RETURN count(n)' };
  const slow: Graph['read'] = (_, __, deadline, waiter) => graph.read(endless, {}, deadline, waiter);
  const { port } = await serve({ read: slow }, { deadline: 30_000 });
  const underWay = async (): Promise<unknown> => {
    const text =
      'SHOW TRANSACTIONS YIELD metaData, status WHERE metaData.statement = "test/left" AND status = "Running" RETURN count(*)';
    return (await graph.read({ name: 'test/left-under-way', text }))[0]?.[0];
  };
  const leaving = new AbortController();
  const left = ask(port, question, leaving.signal);
  await vi.waitUntil(async () => (await underWay()) === 1, { timeout: 10_000 });
  leaving.abort();
  await expect(left).rejects.toThrow();
  await vi.waitUntil(async () => (await underWay()) === 0, { timeout: 10_000 });
});

test('a question of several statements has one time for all of them', async () => {
  const deadlines: (number | undefined)[] = [];
  const graph = await openTestGraph();
  await writeGraph(graph, { nodes: [thingNode('Institution', 'institution/x/a')], ties: [] });
  const read: Graph['read'] = (statement, parameters, deadline, waiter) => {
    deadlines.push(deadline);
    return graph.read(statement, parameters, 60_000, waiter);
  };
  const { port } = await serve({ read }, { deadline: 50_000 });
  const response = await ask(port, '{ institutions(first: 1) { nodes { partOf { nodes { id } } } } }');
  expect(response.status).toBe(200);
  const [first = 0, second = 0] = deadlines;
  expect(deadlines).toHaveLength(2);
  expect([first <= 50_000, second < first]).toEqual([true, true]);
});

test('while the database is away, questions are refused with the time to come back, readiness says so, and both end by themselves', async () => {
  const graph = openGraph(proxy.address);
  ended.push(() => graph.close());
  const { port } = await serve(graph);
  const ready = async (): Promise<number> => (await fetch(`http://127.0.0.1:${port}/ready`)).status;
  await vi.waitUntil(async () => (await ready()) === 200, { timeout: 20_000 });
  proxy.resetNext(1_000_000);
  await vi.waitUntil(
    async () => {
      await ask(port, QUESTION);
      return graph.isAway();
    },
    { timeout: 20_000 },
  );
  expect(await refusalOf(await ask(port, QUESTION))).toEqual([503, '1', ['GRAPH_UNAVAILABLE']]);
  expect(await ready()).toBe(503);
  proxy.pass();
  await vi.waitUntil(async () => (await ready()) === 200, { timeout: 20_000 });
  expect((await ask(port, QUESTION)).status).toBe(200);
});
