import { request as openRequest } from 'node:http';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSharedGraph } from '../neo4j.ts';
import { openSender, RAW_WORDS, type Sender, STRICT } from './send.ts';

let url = '';
let send: Sender['send'];
let reads: Sender['reads'];

beforeAll(async () => {
  ({ url, send, reads } = await openSender(openSharedGraph()));
});

const ASKED = `/graphql?query=${encodeURIComponent('{ __typename }')}`;
const BODY = JSON.stringify({ query: '{ __typename }' });
const boundary = 'multipart/form-data; boundary=x';

describe('what is not asked over HTTP as it should be is refused', () => {
  test.each<[name: string, status: number, path: string, init: RequestInit]>([
    ['PUT', 405, '/graphql', { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: BODY }],
    ['DELETE', 405, '/graphql', { method: 'DELETE' }],
    ['a form', 415, '/graphql', { method: 'POST', body: new URLSearchParams({ query: '{ __typename }' }) }],
    ['a form in parts', 415, '/graphql', { method: 'POST', headers: { 'Content-Type': boundary }, body: '--x--' }],
    ['plain text', 415, '/graphql', { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: BODY }],
    ['no type', 415, '/graphql', { method: 'POST', body: new TextEncoder().encode(BODY) }],
    [
      'bare GraphQL',
      415,
      '/graphql',
      { method: 'POST', headers: { 'Content-Type': 'application/graphql' }, body: 'a' },
    ],
    [
      'almost JSON',
      415,
      '/graphql',
      { method: 'POST', headers: { 'Content-Type': 'application/json-seq' }, body: BODY },
    ],
    ['a form elsewhere', 404, '/x/graphql', { method: 'POST', body: new URLSearchParams({ query: '{ a }' }) }],
    ['another address', 404, '/graphql/', { headers: { Accept: 'application/json' } }],
    ['an address in the query', 404, '/x?y=/graphql', { headers: { Accept: 'application/json' } }],
    ['GET without a JSON Accept', 406, ASKED, {}],
    ['GET for an image', 406, ASKED, { headers: { Accept: 'image/png,*/*' } }],
    [
      'GET for JSON after a thousand signs',
      406,
      ASKED,
      { headers: { Accept: `${'a/b,'.repeat(250)}application/json` } },
    ],
    ['GET with a type of its own', 415, ASKED, { headers: { Accept: STRICT, 'Content-Type': 'text/plain' } }],
    ['GET of a mutation', 405, '/graphql?query=mutation{a}', { headers: { Accept: STRICT } }],
    ['GET without a question', 400, '/graphql', { headers: { Accept: STRICT } }],
    ['GET with broken variables', 400, `${ASKED}&variables={`, { headers: { Accept: STRICT } }],
    [
      'an answer in events',
      406,
      '/graphql',
      { method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' }, body: BODY },
    ],
    [
      'an answer in Latin letters only',
      406,
      '/graphql',
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: `${STRICT};charset=latin1` },
        body: BODY,
      },
    ],
  ])('%s: %d', async (_, status, path, init) => {
    reads();
    const reply = await send(path, init);
    expect(reply).toMatchObject({ status, data: undefined });
    expect(reply.codes).toHaveLength(1);
    expect(reads()).toBe(0);
    if (status === 405) expect(reply.headers.get('allow')).toMatch(/POST/);
  });

  test('a body of unknown length that grows to 101 kB', async () => {
    const body = new Blob([JSON.stringify({ query: `{ __typename ${' '.repeat(101_000)}}` })]).stream();
    const headers = { 'Content-Type': 'application/json', Accept: STRICT };
    const init: RequestInit & { duplex: string } = { method: 'POST', headers, body, duplex: 'half' };
    const reply = await send('/graphql', init);
    expect(reply).toMatchObject({ status: 413, codes: ['REQUEST_ENTITY_TOO_LARGE'] });
    // The rest of it is not read, so nothing can follow on the same connection.
    expect(reply.headers.get('connection')).toBe('close');
  });

  test.each(['[', 'a b', 'localhost:99999'])('the host "%s"', async (host) => {
    const [status, text] = await new Promise<[number | undefined, string]>((resolve, reject) => {
      const headers = { Host: host, 'Content-Type': 'application/json' };
      openRequest(url, { method: 'POST', headers }, async (response) => {
        resolve([response.statusCode, Buffer.concat(await response.toArray()).toString()]);
      })
        .on('error', reject)
        .end(BODY);
    });
    expect(status).toBe(400);
    expect(text).not.toMatch(RAW_WORDS);
    expect(JSON.parse(text).errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  test('a question in an address is answered as JSON where JSON is asked for, and nothing else is', async () => {
    const json = await send(ASKED, { headers: { Accept: 'application/json' } });
    expect(json).toMatchObject({ status: 200, data: { __typename: 'Query' } });
    const page = await fetch(url, { headers: { Accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    await page.body?.cancel();
  });

  test('another website gets no permission to read', async () => {
    const Origin = 'https://elsewhere.example';
    const headers = { Origin, 'Content-Type': 'application/json' };
    const asked = await send('/graphql', { method: 'POST', headers, body: BODY });
    const preflight = await send('/graphql', {
      method: 'OPTIONS',
      headers: { Origin, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type' },
    });
    expect([asked.status, preflight.status]).toEqual([200, 405]);
    for (const { headers: got } of [asked, preflight]) {
      expect([...got.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});
