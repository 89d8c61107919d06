import { beforeAll, describe, expect, test } from 'vitest';
import { ReformgraphError } from '../../src/errors.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { openGate } from '../../src/http/gate.ts';
import { rateLimit } from '../../src/http/rate-limit.ts';
import { identities, tokenFor } from '../tokens.ts';
import { type Open, openPages } from './open.ts';

/** A graph that is away. */
const away: Pick<Graph, 'read'> = {
  read: () => Promise.reject(new ReformgraphError('GRAPH_UNAVAILABLE', 'The graph does not answer. Try again.')),
};
const THING = '/institution/kz/senate';
const TEXT = 'text/html; charset=utf-8';

describe('where tokens are asked for', () => {
  let open: Open;
  beforeAll(async () => {
    ({ open } = await openPages(away, { gate: openGate({ identities: identities() }) }));
  });

  test('who has none is told so, in the language of the page', async () => {
    const page = await open(`${THING}?lang=ru`);
    expect([page.status, page.title, page.headers.get('content-type')]).toEqual([
      401,
      'Нужно подтвердить доступ',
      TEXT,
    ]);
    expect(page.headers.get('www-authenticate')).toBe('Bearer');
    expect(page.words).toContain('Authorization: Bearer <token>');
    expect(page.sent).toEqual([]);
  });

  test('that page has its style sheet', async () => {
    const [, address = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec((await open('/')).text) ?? [];
    expect((await open(address)).status).toBe(200);
  });

  test('who has a good one is let in', async () => {
    const page = await open('/', { Authorization: `Bearer ${await tokenFor('viewer')}` });
    expect([page.status, page.title]).toEqual([200, 'Reforms of Kazakhstan']);
  });
});

describe('where points are counted', () => {
  test('each question of a page is paid for, and who has none left gets none', async () => {
    const gate = openGate({ limit: rateLimit(6_000, { now: () => 0 }), now: () => 0 });
    const { open } = await openPages(away, { gate });
    const first = await open('/');
    expect([first.status, first.headers.get('ratelimit')]).toEqual([200, '"points";r=5999;t=1']);
    const thing = await open(THING);
    const [, left] = /r=(\d+)/.exec(thing.headers.get('ratelimit') ?? '') ?? [];
    // What the questions of a thing and of its ties cost together.
    expect(5_998 - Number(left)).toBe(5_544);
    await open(THING);
    const last = await open('/?lang=kk');
    expect([last.status, last.title, last.headers.get('retry-after')]).toEqual([429, 'Сұраныс тым көп', '51']);
  });
});

describe('where the graph is away', () => {
  let open: Open;
  let url = '';
  beforeAll(async () => {
    ({ open, url } = await openPages(away));
  });

  test.each([THING, '/search?q=senate', '/timeline', '/questions/reforms-that-affected-the-senate'])(
    '%s says to try again',
    async (path) => {
      const page = await open(path);
      expect([page.status, page.title]).toEqual([503, 'Not available at the moment']);
      expect(page.headers.get('retry-after')).toBe('1');
      expect(page.headers.get('etag')).toBeNull();
    },
  );

  test('the first page and an address that cannot be read need no graph', async () => {
    expect((await open('/')).status).toBe(200);
    expect((await open('/?asOf=x')).status).toBe(400);
  });

  test('pages are read, not written', async () => {
    const posted = await fetch(new URL('/', url), { method: 'POST' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const headed = await fetch(new URL('/', url), { method: 'HEAD' });
    expect([headed.status, await headed.text()]).toEqual([200, '']);
  });

  test('programs are told as before that there is nothing', async () => {
    const response = await fetch(new URL('/nowhere', url), { headers: { Accept: 'application/json' } });
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8']);
  });
});
