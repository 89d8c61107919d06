import { connect, type Socket } from 'node:net';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ReformgraphError } from '../../src/errors.ts';
import { readGallery } from '../../src/gallery.ts';
import type { Graph, GraphRow } from '../../src/graph/graph.ts';
import { type ListenOptions, type RunningServer, startServer } from '../../src/listen.ts';
import { serveForTests } from '../ask.ts';
import { openSharedGraph } from '../neo4j.ts';
import { keepLines } from '../seen/lines.ts';
import { RAW_WORDS } from './send.ts';

type Readable = Pick<Graph, 'read'>;

const away = new ReformgraphError(
  'GRAPH_UNAVAILABLE',
  'The graph refused the user or password. Check NEO4J_USER and NEO4J_PASSWORD.',
  { cause: new Error('connect ECONNREFUSED bolt://db') },
);
const absent: Readable = { read: () => Promise.reject(away) };
const silent: Readable = { read: () => new Promise(() => undefined) };

const question = {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ query: '{ institution(id: "institution/x/a") { id } }' }),
};

describe('a server', () => {
  async function answerOf(graph: Readable, path: string): Promise<unknown> {
    const { url } = await serveForTests(graph);
    const response = await fetch(new URL(path, url));
    return [response.status, await response.json()];
  }

  test.each([
    ['absent', absent],
    ['silent', silent],
  ])('is healthy but not ready while its graph is %s', async (_, graph) => {
    expect(await answerOf(graph, '/health')).toEqual([200, { healthy: true }]);
    expect(await answerOf(graph, '/ready')).toEqual([503, { ready: false }]);
  });

  test('is ready when its graph answers', async () => {
    const { url } = await serveForTests(openSharedGraph());
    // A database that has just started may take longer than the first answer waits.
    const ready = async () => (await fetch(new URL('/ready', url))).json();
    await expect.poll(ready, { timeout: 20_000 }).toEqual({ ready: true });
    expect((await fetch(new URL('/ready', url))).status).toBe(200);
  });

  test('says when to come back while its graph is absent; why it is, only in its log', async () => {
    const { logger, lines } = keepLines();
    const { url } = await serveForTests(absent, undefined, { logger });
    const list = { ...question, body: JSON.stringify({ query: '{ institutions { nodes { id } } }' }) };
    const response = await fetch(url, list);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
    const text = await response.text();
    expect(text).not.toMatch(RAW_WORDS);
    expect(JSON.parse(text).errors).toMatchObject([
      {
        message: 'The graph cannot be reached. Try again in a few seconds.',
        extensions: { code: away.code, requestId: response.headers.get('x-request-id') },
      },
    ]);
    const told = lines.find(({ entry }) => entry.msg === 'a field failed')?.raw;
    expect(told).toContain(away.message);
    expect(told).toContain('connect ECONNREFUSED bolt://db');
  });

  test('masks what it did not expect', async () => {
    const { url } = await serveForTests({ read: () => Promise.reject(new TypeError('rows of Neo4j at x.ts:1')) });
    const response = await fetch(url, question);
    const text = await response.text();
    expect(text).not.toMatch(RAW_WORDS);
    expect(JSON.parse(text)).toMatchObject({
      data: { institution: null },
      errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: response.headers.get('x-request-id') } }],
    });
  });
});

describe('GraphiQL', () => {
  let url = '';
  beforeAll(async () => {
    ({ url } = await serveForTests(absent));
  });
  const open = (headers: Record<string, string> = {}) => fetch(url, { headers: { Accept: 'text/html', ...headers } });

  test('is linked from the page at the root', async () => {
    const response = await fetch(new URL('/', url), { redirect: 'manual' });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<a href="/graphql">');
  });

  test('is one page that needs no internet and opens on the first question', async () => {
    const response = await open();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const page = await response.text();
    const loads =
      /(?:src|href|action)\s*=\s*\\*["'](?:https?:)?\/\/|(?:importScripts|Worker|import)\(\s*\\*["'`](?:https?:)?\/\//gi;
    expect(page.match(loads)).toBeNull();
    const gallery = readGallery();
    expect(gallery[0]?.name).toBe('reforms-that-affected-the-senate');
    expect(page).toContain(`"defaultQuery":${JSON.stringify(gallery[0]?.query)}`);
    // Each question is offered in words.
    const offered = [...page.matchAll(/<option value="[^"]+"[^>]*>([^<]*)</g)].map(([, title]) => title);
    expect(offered).toEqual(gallery.map(({ title }) => title.replaceAll('"', '&quot;').replaceAll("'", '&#39;')));
    // With the variables that it declares, to be filled in.
    const filledIn = [...page.matchAll(/<option value="[^"]+"[^>]* data-variables="([^"]*)"/g)].map(
      ([, text = '']) => text,
    );
    expect(filledIn.filter((text) => text.includes('institution/kz/senate'))).toEqual(
      Array(2).fill(
        '{&quot;id&quot;:&quot;institution/kz/senate&quot;,&quot;asOf&quot;:null,&quot;knownAt&quot;:null}',
      ),
    );
    expect(filledIn.filter((text) => text === '').length).toBe(4);
  });

  test('comes compressed to who can read that', async () => {
    const sizes = await Promise.all(
      ['gzip', 'identity'].map(async (encoding) => {
        const response = await open({ 'Accept-Encoding': encoding });
        return [response.headers.get('content-encoding'), (await response.arrayBuffer()).byteLength] as const;
      }),
    );
    expect(sizes.map(([encoding]) => encoding)).toEqual(['gzip', null]);
    // Both are whole once unpacked.
    expect(sizes[0]?.[1]).toBe(sizes[1]?.[1]);
  });

  test('is not sent again to who has it', async () => {
    const first = await open();
    await first.body?.cancel();
    const etag = first.headers.get('etag') ?? '';
    const again = await open({ 'If-None-Match': etag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    const other = await open({ 'If-None-Match': '"older"' });
    await other.body?.cancel();
    expect(other.status).toBe(200);
  });

  test('may not be framed by another website', async () => {
    const response = await open();
    await response.body?.cancel();
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(response.headers.get('content-security-policy')).toMatch(
      /script-src 'self' 'sha256-[\w+/=]+';.*frame-ancestors 'none'$/,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('a server that listens', () => {
  const servers: RunningServer[] = [];
  const sockets: Socket[] = [];
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await Promise.all(servers.map((server) => server.stop()));
  });

  async function listen(graph: Readable, more: Partial<ListenOptions> = {}): Promise<RunningServer & { url: string }> {
    const logger = pino({ level: 'silent' });
    const server = await startServer({ graph, logger, port: 0, host: '127.0.0.1', leaveWithin: 0, ...more });
    servers.push(server);
    return { ...server, url: `http://127.0.0.1:${server.port}/graphql` };
  }

  test('finishes what is under way before it stops, and takes nothing new', async () => {
    const asked: ((rows: readonly GraphRow[]) => void)[] = [];
    const { url, stop } = await listen({ read: () => new Promise((answer) => asked.push(answer)) });
    const answer = fetch(url, question);
    await vi.waitUntil(() => asked.length === 1);
    let stopped = false;
    const stopping = stop().then(() => {
      stopped = true;
    });
    await vi.waitUntil(() =>
      fetch(new URL('/health', url)).then(
        () => false,
        () => true,
      ),
    );
    expect(stopped).toBe(false);
    const answered = performance.now();
    void vi.waitUntil(() => {
      for (const reply of asked.splice(0)) reply([]);
      return stopped;
    });
    const response = await answer;
    expect([response.status, await response.json()]).toEqual([
      200,
      { data: { institution: null }, extensions: { cost: 1 } },
    ]);
    await stopping;
    // Connections that clients keep open for later do not hold it up.
    expect(performance.now() - answered).toBeLessThan(1_000);
  });

  test('says that it is not ready once it is to stop, and asks clients to leave their connections', async () => {
    const { url, stop } = await listen(openSharedGraph(), { leaveWithin: 1_000 });
    const stopping = stop();
    const ready = await fetch(new URL('/ready', url));
    expect([ready.status, await ready.json()]).toEqual([503, { ready: false }]);
    const answer = await fetch(url, question);
    expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
    await answer.body?.cancel();
    await stopping;
  });

  test('does not wait for ever for a client that never finishes its request', async () => {
    const { port, stop } = await listen(absent, { finishWithin: 50 });
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket);
    const closed = new Promise((resolve) => socket.on('close', resolve).on('error', () => undefined));
    await new Promise<void>((resolve) =>
      socket.write('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n', () => resolve()),
    );
    // The server has taken the connection once it answers on a later one.
    await (await fetch(`http://127.0.0.1:${port}/health`)).json();
    await stop();
    await closed;
  });

  test('outlives clients that leave in the middle', async () => {
    let reads = 0;
    const graph: Readable = {
      read: () => {
        reads += 1;
        return new Promise(() => undefined);
      },
    };
    const { url, port } = await listen(graph, { finishWithin: 50 });
    const leaving = new AbortController();
    const left = fetch(url, { ...question, signal: leaving.signal });
    await vi.waitUntil(() => reads === 1);
    leaving.abort();
    await expect(left).rejects.toThrow();
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
  });

  test('says which port is taken', async () => {
    const { port } = await listen(absent);
    await expect(listen(absent, { port })).rejects.toMatchObject({
      code: 'START_FAILED',
      message: `The server cannot start: port ${port} on 127.0.0.1 is taken. Choose another: PORT=4001 npm start.`,
    });
  });
});
