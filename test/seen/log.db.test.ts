import { connect } from 'node:net';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openGate } from '../../src/http/gate.ts';
import { keepAnswers } from '../../src/http/kept-answers.ts';
import { openSeen } from '../../src/seen/metrics.ts';
import { serveForTests } from '../ask.ts';
import { openTestGraph } from '../neo4j.ts';
import { identities, tokenFor } from '../tokens.ts';
import { keepLines } from './lines.ts';

const { logger, lines } = keepLines();
let url = '';
beforeAll(async () => {
  const graph = await openTestGraph();
  ({ url } = await serveForTests(graph, keepAnswers(graph, 1_000_000), { logger }));
});
beforeEach(() => {
  lines.length = 0;
});

const next = (count = 1) => vi.waitUntil(() => lines.length >= count);

async function post(body: unknown, headers: Record<string, string> = {}, to = url): Promise<Response> {
  const response = await fetch(to, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Connection: 'close', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  await response.arrayBuffer();
  return response;
}

describe('a request has one line', () => {
  test('that says what was asked, how it ended and what it took, answered in whichever way', async () => {
    const query = 'query Counted { laws { totalCount } }';
    const first = await post({ query });
    await next();
    expect(lines[0]?.entry).toEqual({
      level: 30,
      time: expect.any(Number),
      pid: process.pid,
      hostname: expect.any(String),
      requestId: first.headers.get('x-request-id'),
      method: 'POST',
      path: '/graphql',
      status: 200,
      operation: 'Counted',
      cost: 3,
      milliseconds: expect.any(Number),
      statements: 1,
      left: false,
      msg: 'request',
    });
    // By a plan, then from what is kept.
    await post({ query });
    await post({ query });
    await next(3);
    expect(lines.map(({ entry: { operation, cost, statements } }) => [operation, cost, statements])).toEqual([
      ['Counted', 3, 1],
      ['Counted', 3, 1],
      ['Counted', 3, 0],
    ]);
  });

  test.each<[name: string, body: unknown, headers: Record<string, string>, said: object]>([
    ['refused by HTTP', '{}', { 'Content-Type': 'text/plain' }, { status: 415, code: 'BAD_USER_INPUT', statements: 0 }],
    ['refused by GraphQL', { query: '{ nothing }' }, {}, { status: 200, code: 'GRAPHQL_VALIDATION_FAILED' }],
    ['no JSON', '{', {}, { status: 400, code: 'BAD_REQUEST' }],
    ['too many tokens', { query: `{${' a'.repeat(1_100)}}` }, {}, { code: 'QUERY_TOO_COSTLY' }],
    [
      'a field refused',
      { query: 'query Some { law(id: "?") { id } }' },
      {},
      { code: 'BAD_USER_INPUT', operation: 'Some' },
    ],
  ])('that names the code of what was wrong: %s', async (_, body, headers, said) => {
    await post(body, headers);
    await next();
    expect(lines).toHaveLength(1);
    expect(lines[0]?.entry).toMatchObject(said);
  });

  test('that names why somebody was not let in, and not their token', async () => {
    const { url: gated } = await serveForTests({ read: () => Promise.reject(new Error()) }, undefined, {
      logger,
      gate: openGate({ identities: identities() }),
    });
    const token = tokenFor('viewer');
    await post({ query: '{ __typename }' }, { Authorization: `Bearer ${token}` }, gated);
    await post({ query: '{ __typename }' }, { Authorization: `Bearer ${token}x` }, gated);
    await next(2);
    expect(lines.map(({ entry: { status, code } }) => [status, code])).toEqual([
      [200, undefined],
      [401, 'UNAUTHENTICATED'],
    ]);
    for (const { raw } of lines) expect(raw).not.toContain(token.slice(0, 30));
  });

  test('that says when the client did not wait', async () => {
    let asked = 0;
    const silent = {
      read: () => {
        asked += 1;
        return new Promise<never>(() => undefined);
      },
    };
    const { url: slow } = await serveForTests(silent, undefined, { logger });
    const leaving = new AbortController();
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({ query: '{ laws { totalCount } }' });
    const left = fetch(slow, { method: 'POST', headers, body, signal: leaving.signal });
    await vi.waitUntil(() => asked === 1);
    leaving.abort();
    await expect(left).rejects.toThrow();
    await next();
    expect(lines[0]?.entry).toMatchObject({ left: true, statements: 1 });
  });
});

test.each([
  ['POST', '/graphql', { 'Content-Type': 'application/json' }],
  ['GET', '/', { Accept: 'text/html' }],
  ['GET', '/metrics', {}],
])('a fault of ours at %s %s is answered, and stands in the log with what it was', async (method, path, headers) => {
  const broken = () => Promise.reject(new Error('it broke'));
  const { url: at } = await serveForTests({ read: broken }, undefined, {
    logger,
    gate: { enter: broken },
    seen: { ...openSeen(), send: broken },
  });
  const response = await fetch(new URL(path, at), { method, headers: { ...headers, Connection: 'close' } });
  expect([response.status, await response.text()]).toEqual([500, expect.stringContaining('INTERNAL_SERVER_ERROR')]);
  await next(2);
  const fault = lines.find(({ entry }) => entry.msg === 'a request failed');
  expect(fault?.entry.requestId).toBe(response.headers.get('x-request-id'));
  expect(fault?.raw).toContain('it broke');
});

const HOSTILE = {
  'line breaks': 'a\r\n{"level":30,"msg":"forged"}\n',
  'a colour': '\u001b[31mred\u001b[0m',
  'a colour in one sign': '\u009b31mred',
  'right to left': '\u202egnorw\u2066x\u2069',
  'a line of Unicode': 'a\u2028b\u2029c\u0085d',
  'a null': 'a\u0000b',
  'half a pair': '\ud800',
  quotes: '","level":60,"x":"',
} as const;

describe('no text of a client changes how the log looks', () => {
  const isClean = (raw: string) => /^[ -~]*\n$/.test(raw);

  test.each(Object.entries(HOSTILE))('%s as name of an operation, in a header and in an address', async (_, text) => {
    await post({ query: 'query A { __typename }', operationName: text });
    await post({ query: `query ${text} { __typename }` });
    await post({ query: '{ __typename }', variables: { [text]: text }, extensions: { [text]: text } });
    const encoded = encodeURIComponent(Buffer.from(text).toString());
    await fetch(new URL(`/x/${encoded}?${encoded}`, url));
    const bytes = Buffer.from(text).filter((byte) => byte > 32 && byte !== 127);
    await raw(Buffer.concat([Buffer.from('GET /'), bytes, Buffer.from(' HTTP/1.1\r\nHost: x\r\nUser-Agent: '), bytes]));
    await fetch(new URL('/last', url));
    await vi.waitUntil(() => lines.at(-1)?.entry.path === '/last');
    // One for each that HTTP let through, and none of somebody's making.
    expect([5, 6]).toContain(lines.length);
    for (const { raw, entry } of lines) {
      expect(isClean(raw), raw).toBe(true);
      expect(entry).toMatchObject({ msg: 'request', level: 30 });
      expect([undefined, 'A']).toContain(entry.operation);
    }
  });

  test('what is wrong on our side is one line too, whatever the words', async () => {
    const words = Object.values(HOSTILE).join('');
    const failing = { read: () => Promise.reject(new Error(words)) };
    const { url: broken } = await serveForTests(failing, undefined, { logger });
    await post({ query: '{ law(id: "law/x/a") { id } }' }, {}, broken);
    await next(2);
    expect(lines.map(({ entry: { msg } }) => msg)).toEqual(['a field failed', 'request']);
    for (const { raw } of lines) expect(isClean(raw), raw).toBe(true);
    // Nothing of it is lost.
    expect(lines[0]?.entry).toMatchObject({ err: { message: expect.stringContaining(words) } });
  });

  test('long names are left out, long addresses are cut', async () => {
    await post({ query: `query ${'a'.repeat(101)} { __typename }` });
    await post({ query: `query ${'a'.repeat(100)} { __typename }` });
    await fetch(new URL(`/${'x'.repeat(3_000)}`, url));
    await next(3);
    expect(lines.map(({ entry: { operation } }) => (operation as string | undefined)?.length)).toEqual([
      undefined,
      100,
      undefined,
    ]);
    expect(lines[2]?.entry.path).toHaveLength(200);
  });
});

/** Bytes that no client of HTTP would send. */
function raw(head: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
      socket.write(Buffer.concat([head, Buffer.from('\r\nConnection: close\r\n\r\n')]));
    });
    socket
      .on('data', () => undefined)
      .once('close', () => resolve())
      .once('error', () => undefined);
  });
}
