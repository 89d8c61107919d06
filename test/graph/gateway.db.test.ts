import { createServer } from 'node:net';
import { afterAll, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { ReformgraphError } from '../../src/errors.ts';
import { openGraph } from '../../src/graph/gateway.ts';
import type { Graph, GraphAddress, GraphOptions, Statement } from '../../src/graph/graph.ts';
import { Waiter } from '../../src/graph/waiter.ts';
import { openTestGraph } from '../neo4j.ts';
import { openTcpProxy } from '../tcp-proxy.ts';

const one: Statement = { name: 'test/one', text: 'RETURN 1' };
const create: Statement = { name: 'test/create', text: "CREATE (n:Thing {id: 'topic/x/made'}) RETURN n.id" };
const everything: Statement = { name: 'test/everything', text: 'MATCH (n) RETURN count(n)' };
const endless: Statement = { name: 'test/endless', text: 'UNWIND range(1, 1000000000000) AS n RETURN count(n)' };
const greedy: Statement = {
  name: 'test/greedy',
  text: 'UNWIND range(1, 1000000000) AS n WITH collect(n) AS list RETURN size(list)',
};

const address = inject('neo4j');
const graph = await openTestGraph();
const proxy = await openTcpProxy(address);
const opened: Graph[] = [];
afterAll(async () => {
  await Promise.all(opened.map((other) => other.close()));
  await proxy.close();
});
beforeEach(() => proxy.pass());

/** Another gateway, and the names of the statements it sends. */
function connect(at: GraphAddress, options: GraphOptions = {}): { other: Graph; sent: string[] } {
  const sent: string[] = [];
  const other = openGraph(at, { ...options, onStatement: ({ name }) => sent.push(name) });
  opened.push(other);
  return { other, sent };
}

const read = (from: Graph, statement = one) => from.read(statement);
const write = (to: Graph, statement = one) => to.write([{ statement }]);

const RAW_WORDS = /Cypher|bolt:|Neo\.|at .*\.(ts|js):|ECONN|CREATE|UNWIND|syntax|threshold/;

/** What a person is told of work that fails, and after how many milliseconds. */
async function failureOf(work: Promise<unknown>) {
  const started = performance.now();
  const error = await work.then(
    (answer) => expect.fail(`it answered ${JSON.stringify(answer)}`),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ReformgraphError);
  const { code, message } = error as ReformgraphError;
  expect(message).not.toMatch(RAW_WORDS);
  return { code, message, milliseconds: performance.now() - started };
}

/** How many transactions of that statement the database works on now; one that it ended stays listed until its client is heard. */
async function underWay({ name }: Statement): Promise<unknown> {
  const text =
    'SHOW TRANSACTIONS YIELD metaData, status WHERE metaData.statement = $name AND status = "Running" RETURN count(*)';
  const [row] = await graph.read({ name: 'test/under-way', text }, { name });
  return row?.[0];
}

describe('a statement', () => {
  test('answers rows as lists, with numbers as numbers', async () => {
    const rows: Statement = { name: 'test/rows', text: 'UNWIND $keys AS key RETURN key, 2' };
    expect(await graph.read(rows, { keys: ['a', 'b'] })).toEqual([
      ['a', 2],
      ['b', 2],
    ]);
  });

  test('that writes is refused in a read', async () => {
    const { code, message } = await failureOf(read(graph, create));
    expect([code, message]).toEqual(['INTERNAL_SERVER_ERROR', '"test/create" failed.']);
    expect(await read(graph, everything)).toEqual([[0]]);
  });

  test('that fails takes the whole write with it', async () => {
    const broken: Statement = { name: 'test/broken', text: 'RETURN 1 / 0' };
    const { message } = await failureOf(graph.write([{ statement: create }, { statement: broken }]));
    expect(message).toBe('"test/broken" failed.');
    expect(await read(graph, everything)).toEqual([[0]]);
  });

  test('with a mistake in it is masked', async () => {
    const { code, message } = await failureOf(read(graph, { name: 'test/mistake', text: 'MATCH (n RETURN n' }));
    expect([code, message]).toEqual(['INTERNAL_SERVER_ERROR', '"test/mistake" failed.']);
  });

  test('is known to the database by its name', async () => {
    const text = `SHOW TRANSACTIONS YIELD metaData, currentQuery
      WHERE currentQuery CONTAINS $words RETURN metaData.statement // this very question`;
    const statement: Statement = { name: 'test/named', text };
    const parameters = { words: 'this very question' };
    expect(await graph.read(statement, parameters)).toEqual([['test/named']]);
    expect(await graph.write([{ statement, parameters }])).toEqual([[['test/named']]]);
  });

  test.each([
    ['read', read],
    ['write', write],
  ])('that needs too much memory is refused and not repeated: %s', async (_, work) => {
    const { other, sent } = connect(address, { readDeadline: 30_000, writeDeadline: 30_000 });
    const { code, message } = await failureOf(work(other, greedy));
    expect([code, message]).toEqual([
      'QUERY_TOO_COSTLY',
      '"test/greedy" needs more memory than the graph allows. Ask for less.',
    ]);
    expect(sent).toEqual(['test/greedy']);
  });
});

describe('a graph that lets nobody in', () => {
  // A database named for tests may have no authentication.
  test.skipIf(address.password === '')('because of the password', async () => {
    const { other, sent } = connect({ ...address, password: 'wrong' });
    const { code, message } = await failureOf(read(other));
    expect([code, message]).toEqual([
      'GRAPH_UNAVAILABLE',
      'The graph refused the user or password. Check NEO4J_USER and NEO4J_PASSWORD.',
    ]);
    expect(sent).toEqual(['test/one']);
    expect(await failureOf(other.checkServer())).toMatchObject({ code, message });
  });

  test('because there is no such database', async () => {
    const { code, message } = await failureOf(read(connect({ ...address, database: 'nowhere' }).other));
    expect([code, message]).toEqual(['GRAPH_UNAVAILABLE', 'There is no database of that name. Check NEO4J_DATABASE.']);
  });

  test.each<[string, (other: Graph) => Promise<unknown>, number]>([
    ['read', read, 3],
    ['write', write, 0],
    ['check', (other) => other.checkServer(), 0],
  ])('because nobody listens: %s', async (_, work, tries) => {
    const gone = await openTcpProxy(address);
    await gone.close();
    const { other, sent } = connect(gone.address);
    const { code, message } = await failureOf(work(other));
    expect([code, message]).toEqual([
      'GRAPH_UNAVAILABLE',
      'The graph cannot be reached. Check that its database runs, then try again.',
    ]);
    expect(sent.length).toBe(tries);
  });

  test('because something else listens there', async () => {
    const website = createServer((socket) =>
      socket.on('error', () => undefined).end('HTTP/1.1 200 OK\r\n\r\n', () => socket.destroy()),
    );
    await new Promise<void>((resolve) => website.listen(0, '127.0.0.1', resolve));
    const { port } = website.address() as { port: number };
    const { code } = await failureOf(connect({ ...address, uri: `bolt://127.0.0.1:${port}` }).other.checkServer());
    expect(code).toBe('GRAPH_UNAVAILABLE');
    await new Promise((resolve) => website.close(resolve));
  });

  test.each(['http://user:secret@localhost:7474', 'localhost', 'ftp://user:secret@localhost'])(
    'because its address is %s: told without the password in it',
    (uri) => {
      const open = () => openGraph({ ...address, uri });
      expect(open).toThrow(expect.objectContaining({ code: 'BAD_CONFIGURATION' }));
      expect(open).toThrow(/^NEO4J_URI is not an address of a Neo4j: got "(?!.*secret)/);
    },
  );
});

describe('a database that falls silent', () => {
  const DEADLINE = 2_000;
  const viaProxy = (deadline = DEADLINE) =>
    connect(proxy.address, { readDeadline: deadline, writeDeadline: deadline }).other;
  const expectInTime = async (work: Promise<unknown>): Promise<void> => {
    const { code, milliseconds } = await failureOf(work);
    expect(code).toBe('DEADLINE_EXCEEDED');
    expect(milliseconds).toBeLessThan(DEADLINE + 250);
  };

  test.each<[string, (other: Graph) => Promise<unknown>]>([
    ['read', read],
    ['write', write],
  ])('delays no %s beyond its deadline, and none after it', async (_, work) => {
    const other = viaProxy();
    const before = await work(other);
    proxy.swallow();
    // First on a connection that was open, then on one that never opens.
    await expectInTime(work(other));
    await expectInTime(work(other));
    proxy.pass();
    expect(await work(other)).toEqual(before);
  });

  test('ends by itself what it was asked, when the one who asked cannot be heard any more', async () => {
    // Long enough to be seen at work, also by a database that plans the look for the first time.
    const asked = failureOf(viaProxy(3 * DEADLINE).read(endless));
    await vi.waitUntil(async () => (await underWay(endless)) === 1, { timeout: 2 * DEADLINE });
    proxy.swallow();
    expect(await asked).toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    await vi.waitUntil(async () => (await underWay(endless)) === 0, { timeout: 10_000 });
  });

  test('is asked a second time when the connection breaks, and a third, but not a fourth', async () => {
    const { other, sent } = connect(proxy.address);
    await read(other);
    for (const [breaks, answers] of [
      [1, true],
      [2, true],
      [3, false],
    ] as const) {
      sent.length = 0;
      proxy.resetNext(breaks);
      if (answers) expect(await read(other)).toEqual([[1]]);
      else expect(await failureOf(read(other))).toMatchObject({ code: 'GRAPH_UNAVAILABLE' });
      expect(sent).toEqual(Array(Math.min(breaks + 1, 3)).fill('test/one'));
    }
    expect(await read(other)).toEqual([[1]]);
  });

  test('hears a write again when the connection breaks', async () => {
    const { other } = connect(proxy.address);
    proxy.resetNext();
    expect(await write(other)).toEqual([[[1]]]);
  });
});

test('a statement that takes too long is given up, here and in the database, and not repeated', async () => {
  const { other, sent } = connect(address, { readDeadline: 1_000 });
  expect(await failureOf(read(other, endless))).toMatchObject({
    code: 'DEADLINE_EXCEEDED',
    message: 'The graph did not answer "test/endless" in time. Ask for less, or try again.',
  });
  expect(sent).toEqual(['test/endless']);
  await vi.waitUntil(async () => (await underWay(endless)) === 0, { timeout: 5_000 });
});

test('a statement that nobody waits for any more is given up, here and in the database, and not repeated', async () => {
  const { other, sent } = connect(address, { readDeadline: 30_000 });
  const client = new Waiter();
  const asked = failureOf(other.read(endless, {}, 30_000, client));
  await vi.waitUntil(async () => (await underWay(endless)) === 1, { timeout: 10_000 });
  client.leave();
  await asked;
  await vi.waitUntil(async () => (await underWay(endless)) === 0, { timeout: 10_000 });
  expect(sent).toEqual(['test/endless']);
  // Who has left already asks nothing.
  await failureOf(other.read(endless, {}, 30_000, client));
  expect(await underWay(endless)).toBe(0);
});

describe('a database that is away', () => {
  test.each<[string, (other: Graph) => Promise<unknown>]>([
    ['breaks connections', (other) => read(other)],
    ['is silent', (other) => other.read(one, {}, 1_200)],
  ])('and %s is not asked any more after five failures, and found again by itself', async (how, ask) => {
    const { other, sent } = connect(proxy.address);
    expect(await read(other)).toEqual([[1]]);
    if (how === 'is silent') proxy.swallow();
    else proxy.resetNext(1_000);
    await Promise.all(Array.from({ length: 5 }, () => failureOf(ask(other))));
    // It is asked once more whether it is there.
    await vi.waitUntil(() => other.isAway(), { timeout: 15_000 });
    sent.length = 0;
    expect(await failureOf(ask(other))).toMatchObject({
      code: 'GRAPH_UNAVAILABLE',
      message: 'The graph cannot be reached. Try again in a few seconds.',
    });
    expect(sent).toEqual([]);
    proxy.pass();
    await vi.waitUntil(() => !other.isAway(), { timeout: 15_000 });
    expect(await read(other)).toEqual([[1]]);
  });

  test('is not taken to be so for questions that are wrong, however many', async () => {
    const { other } = connect(address);
    const wrong: Statement = { name: 'test/wrong', text: 'RETURN 1 / toInteger($keys[0])' };
    await Promise.all(Array.from({ length: 20 }, () => failureOf(other.read(wrong, { keys: [0] }))));
    expect([other.isAway(), await read(other)]).toEqual([false, [[1]]]);
  });
});

test('more statements than there are connections wait for their turn, and all are answered', async () => {
  const { other } = connect(address, { readDeadline: 30_000 });
  const answers = await Promise.all(Array.from({ length: 300 }, () => read(other)));
  expect(answers).toEqual(Array.from({ length: 300 }, () => [[1]]));
});

test('the version of the server is told', async () => {
  expect(await graph.checkServer()).toBe(address.version);
});
