import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readProxies } from '../../src/http/client.ts';
import { type GateOptions, openGate } from '../../src/http/gate.ts';
import { keepAnswers } from '../../src/http/kept-answers.ts';
import { rateLimit } from '../../src/http/rate-limit.ts';
import { Visit } from '../../src/seen/visit.ts';
import { serveForTests } from '../ask.ts';
import { openTestGraph } from '../neo4j.ts';
import { identities, tokenFor } from '../tokens.ts';

let graph: Awaited<ReturnType<typeof openTestGraph>>;
beforeAll(async () => {
  graph = await openTestGraph();
});

const TYPENAME = '{ __typename }';

async function open(points: number, more: GateOptions = {}) {
  const gate = openGate({ limit: rateLimit(points, { now: () => 0 }), ...more });
  const { url } = await serveForTests(graph, keepAnswers(graph, 1_000_000), { gate });
  return async (headers: Record<string, string> = {}, query = TYPENAME) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Connection: 'close', ...headers },
      body: JSON.stringify({ query }),
    });
    const { errors = [] } = (await response.json()) as { errors?: { message: string; extensions: { code: string } }[] };
    return {
      status: response.status,
      policy: response.headers.get('ratelimit-policy'),
      left: response.headers.get('ratelimit'),
      retryAfter: response.headers.get('retry-after'),
      codes: errors.map(({ extensions }) => extensions.code),
      messages: errors.map(({ message }) => message),
    };
  };
}

describe('points', () => {
  test('are told with every answer, and when they are used up, so is when they are back', async () => {
    const ask = await open(3);
    const policy = '"points";q=3;w=60';
    // Read, kept, refused by GraphQL.
    expect(await ask()).toMatchObject({ status: 200, policy, left: '"points";r=2;t=20', retryAfter: null });
    expect(await ask()).toMatchObject({ status: 200, policy, left: '"points";r=1;t=40' });
    expect(await ask({ Accept: 'application/graphql-response+json' }, '{ nothing }')).toMatchObject({
      status: 400,
      left: '"points";r=0;t=60',
    });
    expect(await ask()).toEqual({
      status: 429,
      policy,
      left: '"points";r=0;t=60',
      retryAfter: '20',
      codes: ['RATE_LIMITED'],
      messages: ['Too much at once: 3 points a minute are used up. Ask again in 20 s.'],
    });
  });

  test('cannot be had anew by naming other addresses', async () => {
    const ask = await open(1);
    expect(await ask()).toMatchObject({ status: 200 });
    for (const name of ['X-Forwarded-For', 'Forwarded', 'X-Real-IP', 'CF-Connecting-IP', 'True-Client-IP']) {
      expect(await ask({ [name]: '203.0.113.9' })).toMatchObject({ status: 429 });
    }
  });

  test('belong to whom a trusted proxy asks for, and of IPv6 to the whole network', async () => {
    const ask = await open(1, { proxies: readProxies('127.0.0.1') });
    const from = async (address: string) => (await ask({ 'X-Forwarded-For': address })).status;
    expect(await from('203.0.113.1')).toBe(200);
    expect(await from('203.0.113.1')).toBe(429);
    expect(await from('203.0.113.2')).toBe(200);
    expect(await from('203.0.113.3, 203.0.113.2')).toBe(429);
    expect(await from('2001:db8::1')).toBe(200);
    expect(await from('2001:db8::ffff:1')).toBe(429);
    expect(await from('2001:db8:0:1::1')).toBe(200);
  });

  test('are sixteen times as many for all the networks that one customer may have of IPv6', async () => {
    const ask = await open(1, { proxies: readProxies('127.0.0.1'), now: () => 0 });
    const from = async (address: string) => ask({ 'X-Forwarded-For': address });
    for (let line = 0; line < 16; line += 1) expect((await from(`2001:db8:1:${line}::1`)).status).toBe(200);
    expect(await from('2001:db8:1:99::1')).toMatchObject({
      status: 429,
      retryAfter: '4',
      messages: ['Too much at once: 16 points a minute of the network 2001:db8:1::/48 are used up. Ask again in 4 s.'],
    });
    expect((await from('2001:db8:2::1')).status).toBe(200);
  });

  test('belong to the subject of a token, wherever it asks from, and to the address of who has none', async () => {
    const ask = await open(1, { identities: identities(), proxies: readProxies('127.0.0.1') });
    const from = async (address: string, token?: string) =>
      (await ask({ 'X-Forwarded-For': address, ...(token ? { Authorization: `Bearer ${token}` } : {}) })).status;
    expect(await from('203.0.113.1', tokenFor('viewer'))).toBe(200);
    expect(await from('203.0.113.2', tokenFor('viewer'))).toBe(429);
    expect(await from('203.0.113.1', tokenFor('editor'))).toBe(200);
    expect(await from('203.0.113.1')).toBe(401);
    expect(await from('203.0.113.1')).toBe(429);
    expect(await from('203.0.113.1', tokenFor('admin'))).toBe(200);
  });

  test('are no matter where none are counted', async () => {
    const { url } = await serveForTests(graph);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Connection: 'close' },
      body: JSON.stringify({ query: TYPENAME }),
    });
    expect([response.status, response.headers.get('ratelimit')]).toEqual([200, null]);
    await response.body?.cancel();
  });
});

test('what a question costs is charged when it is told, and stands in the answer', async () => {
  const gate = openGate({ limit: rateLimit(100, { now: () => 0 }) });
  const server = createServer(async (request, response) => {
    const visit = new Visit('id');
    const away = await gate.enter(request, response, visit);
    if (!away) visit.costs(Number(request.headers['x-cost']));
    response.writeHead(away?.status ?? 200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  const ask = async (cost: number) => {
    const headers = { 'X-Cost': String(cost), Connection: 'close' };
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { headers });
    return [response.status, response.headers.get('ratelimit')];
  };
  expect(await ask(49)).toEqual([200, '"points";r=50;t=30']);
  expect(await ask(60)).toEqual([200, '"points";r=0;t=67']);
  expect(await ask(0)).toEqual([429, '"points";r=0;t=67']);
});
