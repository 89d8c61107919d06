import { request as openRequest } from 'node:http';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { readProxies } from '../../src/http/client.ts';
import { openGate } from '../../src/http/gate.ts';
import { checkTokens } from '../../src/http/identity.ts';
import { keepAnswers } from '../../src/http/kept-answers.ts';
import { serveForTests } from '../ask.ts';
import { openTestGraph } from '../neo4j.ts';
import { claims, ec, ed, HEADER, identities, inSeconds, RULES, rsa, signWith, tokenFor, tokenOf } from '../tokens.ts';
import { FORGED, FORGED_FOR_RS256 } from './forged-tokens.ts';

interface Reply {
  readonly status: number | undefined;
  readonly challenge: string | undefined;
  readonly body: { data?: unknown; errors?: { message: string; extensions: Record<string, unknown> }[] };
}

const BODY = JSON.stringify({ query: '{ laws { totalCount } }' });
const proxies = readProxies('127.0.0.1');

let graph: Graph;
let reads = 0;
let url = '';
beforeAll(async () => {
  const real = await openTestGraph();
  const read: Graph['read'] = (...asked) => {
    reads += 1;
    return real.read(...asked);
  };
  graph = { ...real, read };
  const gate = openGate({ identities: identities(), proxies, now: () => 0 });
  ({ url } = await serveForTests(graph, keepAnswers(graph, 1_000_000), { gate }));
});

let addresses = 0;
/** Each from an address of its own, for one that has many tokens refused is not listened to. */
const nextAddress = (): string => {
  addresses += 1;
  return `10.0.${addresses >> 8}.${addresses & 255}`;
};

/** `body: null` sends no more than the headers. */
function post(
  to: string,
  authorization: string | string[] | undefined,
  { from = nextAddress(), body = BODY }: { from?: string; body?: string | null } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = openRequest(to, {
      method: 'POST',
      agent: false,
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': BODY.length,
        'X-Forwarded-For': from,
        ...(authorization === undefined ? {} : { Authorization: authorization }),
      },
    });
    sent.once('error', reject).once('response', async (response) => {
      const text = Buffer.concat(await response.toArray()).toString();
      const challenge = response.headers['www-authenticate'];
      sent.destroy();
      resolve({ status: response.statusCode, challenge, body: text ? JSON.parse(text) : {} });
    });
    if (body === null) sent.flushHeaders();
    else sent.end(body);
  });
}

const withoutId = ({ body, ...reply }: Reply): unknown => ({
  ...reply,
  body: {
    ...body,
    errors: body.errors?.map(({ extensions: { requestId, ...extensions }, ...error }) => ({ ...error, extensions })),
  },
});

const REFUSED = {
  status: 401,
  challenge: 'Bearer',
  body: {
    errors: [
      {
        message: 'This server answers only to those with a valid token. Send one: Authorization: Bearer <token>.',
        extensions: { code: 'UNAUTHENTICATED' },
      },
    ],
  },
};

describe('with JWT_* set', () => {
  test.each(['viewer', 'editor', 'admin'] as const)('a token of a role lets in: %s', async (role) => {
    const { status, body } = await post(url, `Bearer ${tokenFor(role)}`);
    expect([status, body]).toEqual([200, { data: { laws: { totalCount: 0 } }, extensions: { cost: 3 } }]);
  });

  test.each<[name: string, token: () => string]>([
    [
      'headers that name other keys are not read',
      () => tokenOf({ ...HEADER, kid: 'x', jku: 'http://127.0.0.1:1', jwk: {} }, claims()),
    ],
    ['one of several audiences is ours', () => tokenOf(HEADER, { ...claims(), aud: ['elsewhere', 'reformgraph'] })],
    ['the type of RFC 9068', () => tokenOf({ ...HEADER, typ: 'at+jwt' }, claims())],
    ['good since now', () => tokenOf(HEADER, { ...claims(), nbf: inSeconds(0) })],
    ['issued almost an hour ago', () => tokenOf(HEADER, { ...claims(), iat: inSeconds(-3_590) })],
  ])('a good token is one also where %s', async (_, token) => {
    expect(await post(url, `bearer ${token()}`)).toMatchObject({ status: 200 });
  });

  test('there are more than 30 forged tokens', () => expect(FORGED.length).toBeGreaterThan(70));

  test.each(FORGED)('a forged token is refused: %s', async (_, authorization) => {
    reads = 0;
    expect(withoutId(await post(url, authorization()))).toEqual(REFUSED);
    expect(reads).toBe(0);
  });

  test('no token at all is refused likewise, and before the body came', async () => {
    expect(withoutId(await post(url, undefined, { body: null }))).toEqual(REFUSED);
    expect(withoutId(await post(url, 'Bearer x.y.z', { body: null }))).toEqual(REFUSED);
  });

  test('a token of 1 MB is cut off by HTTP itself', async () => {
    const sent = post(url, `Bearer ${'a'.repeat(1_000_000)}`).then(
      ({ status, body }) => [status, body],
      (error: NodeJS.ErrnoException) => [431, error.code === 'EPIPE' || error.code === 'ECONNRESET' ? {} : error],
    );
    expect(await sent).toEqual([431, {}]);
  });

  test('answers that are kept, and questions that are known, are behind it', async () => {
    const token = `Bearer ${tokenFor('viewer')}`;
    for (let time = 0; time < 3; time += 1) expect(await post(url, token)).toMatchObject({ status: 200 });
    expect(withoutId(await post(url, undefined))).toEqual(REFUSED);
    expect(withoutId(await post(url, 'Bearer x.y.z'))).toEqual(REFUSED);
  });

  test('a question in an address is behind it too, GraphiQL and what says how the server is are not', async () => {
    const open = async (path: string, accept: string) => {
      const response = await fetch(new URL(path, url), { headers: { Accept: accept } });
      await response.body?.cancel();
      return response.status;
    };
    expect(await open('/graphql?query={__typename}', 'application/json')).toBe(401);
    expect(await open('/graphql', 'text/html')).toBe(200);
    expect(await open('/health', '*/*')).toBe(200);
    expect(await open('/ready', '*/*')).toBe(200);
  });

  test('the eleventh token that is refused is not looked at, but those known to be good are', async () => {
    const from = nextAddress();
    const good = `Bearer ${tokenFor('editor')}`;
    expect(await post(url, good, { from })).toMatchObject({ status: 200 });
    const tried = await Promise.all(Array.from({ length: 14 }, () => post(url, 'Bearer x.y.z', { from })));
    const counts = [401, 429].map((code) => tried.filter(({ status }) => status === code).length);
    expect(counts).toEqual([10, 4]);
    const late = tried.find(({ status }) => status === 429);
    expect(late?.body.errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
    const unseen = `Bearer ${tokenOf(HEADER, { ...claims('admin'), jti: 'unseen' })}`;
    expect(await post(url, unseen, { from })).toMatchObject({ status: 429 });
    expect(await post(url, good, { from })).toMatchObject({ status: 200 });
    expect(await post(url, unseen)).toMatchObject({ status: 200 });
  });
});

describe('keys that are public', () => {
  const keys = { RS256: rsa.publicKey, ES256: ec.publicKey, EdDSA: ed.publicKey } as const;

  test.each(['RS256', 'ES256', 'EdDSA'] as const)('%s lets in its own tokens and no others', async (algorithm) => {
    const gate = openGate({ identities: checkTokens({ ...RULES, algorithm, key: keys[algorithm] }), proxies });
    const { url } = await serveForTests(graph, undefined, { gate });
    const own = tokenOf({ alg: algorithm, typ: 'JWT' }, claims(), signWith[algorithm]);
    expect(await post(url, `Bearer ${own}`)).toMatchObject({ status: 200 });
    for (const [name, signed] of Object.entries(signWith)) {
      if (name === algorithm) continue;
      expect(await post(url, `Bearer ${tokenOf({ alg: name, typ: 'JWT' }, claims(), signed)}`)).toMatchObject({
        status: 401,
      });
      expect(await post(url, `Bearer ${tokenOf({ alg: algorithm, typ: 'JWT' }, claims(), signed)}`)).toMatchObject({
        status: 401,
      });
    }
    expect(await post(url, `Bearer ${tokenFor('admin')}`)).toMatchObject({ status: 401 });
  });

  test.each(FORGED_FOR_RS256)('a forged token is refused: %s', async (_, token) => {
    const checked = checkTokens({ ...RULES, algorithm: 'RS256', key: rsa.publicKey });
    expect(await checked.check(token())).toBeUndefined();
    expect(await checked.check(tokenOf({ alg: 'RS256', typ: 'JWT' }, claims(), signWith.RS256))).toBeDefined();
  });
});

test('a token that was good is not, from the second on in which it ends', async () => {
  const checked = identities();
  const ends = tokenOf(HEADER, { ...claims(), exp: inSeconds(600) });
  const old = tokenOf(HEADER, { ...claims(), iat: inSeconds(-3_000), exp: inSeconds(9_000) });
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const now = Date.now();
    const at = (seconds: number): unknown[] => {
      vi.setSystemTime(now + seconds * 1_000);
      return [ends, old].map((token) => checked.known(token)?.role);
    };
    expect(at(0)).toEqual([undefined, undefined]);
    for (const token of [ends, old]) await checked.check(token);
    expect(at(0)).toEqual(['viewer', 'viewer']);
    expect(at(590)).toEqual(['viewer', 'viewer']);
    expect(at(601)).toEqual([undefined, undefined]);
    expect(await Promise.all([ends, old].map((token) => checked.check(token)))).toEqual([undefined, undefined]);
  } finally {
    vi.useRealTimers();
  }
});
