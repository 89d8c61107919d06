import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { STRICT } from '../../server/send.ts';
import { type Family, JSON_HEADERS, many, pick, type Random, sent } from './request.ts';

const BODY = JSON.stringify({ query: '{ __typename }' });
const QUESTION = encodeURIComponent('{ __typename }');

const COMPRESS = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync } as const;
const ENCODINGS = Object.keys(COMPRESS) as (keyof typeof COMPRESS)[];
const BOMBS = ENCODINGS.map((encoding) => {
  const packed = COMPRESS[encoding](Buffer.from(`{"query":"{ __typename ${' '.repeat(20_000_000)}}"}`));
  return sent(packed, { ...JSON_HEADERS, 'Content-Encoding': encoding });
});

const head = (lines: readonly string[], body = ''): string =>
  `${['POST /graphql HTTP/1.1', 'Host: x', 'Connection: close', ...lines].join('\r\n')}\r\n\r\n${body}`;
const JSON_TYPE = 'Content-Type: application/json';
const whole = (lines: readonly string[]): string => head([JSON_TYPE, `Content-Length: ${BODY.length}`, ...lines], BODY);
const letters = (random: Random, count: number): string => many(count, () => String.fromCharCode(33 + random(94)), '');
const bytes = (random: Random, count: number): Buffer => Buffer.from(Array.from({ length: count }, () => random(256)));
const typed = (type: string) => sent(BODY, { 'Content-Type': type, Accept: STRICT });
const get = (path: string, headers: Record<string, string> = { Accept: STRICT }) => ({ method: 'GET', path, headers });

export const transport: readonly Family[] = [
  {
    name: 'bodies that are compressed',
    make: (random) => {
      const encoding = pick(random, ENCODINGS);
      return sent(COMPRESS[encoding](Buffer.from(BODY)), { ...JSON_HEADERS, 'Content-Encoding': encoding });
    },
  },
  { name: 'bodies that swell when unpacked', make: (random) => pick(random, BOMBS) },
  {
    name: 'bodies that are not as they say',
    make: (random) =>
      sent(pick(random, [BODY, bytes(random, 100), gzipSync(BODY).subarray(0, 20)]), {
        ...JSON_HEADERS,
        'Content-Encoding': pick(random, [
          ...ENCODINGS,
          'identity',
          'zstd',
          'gzip, gzip',
          'gzip, br',
          'x',
          '',
          'aes128gcm',
        ]),
      }),
  },
  {
    name: 'bodies in pieces',
    make: (random) => ({
      ...sent(`{"query":"{ __typename ${' '.repeat(random(3) ? random(1_000) : random(150_000))}}"}`),
      chunked: true,
    }),
  },
  {
    name: 'pieces that are broken',
    make: (random) => ({
      raw: head(
        [JSON_TYPE, 'Transfer-Encoding: chunked'],
        pick(random, [
          'zz\r\n{}\r\n',
          '-1\r\n',
          `${'f'.repeat(1 + random(40))}\r\n{}`,
          '5\r\n{}',
          '2\r\n{}\r\n0\r\nX: 1',
          '0\r\n\r\n',
          '2;a=b\r\n{}\r\n0\r\n\r\n',
          `1${'\r\n'.repeat(random(9))}`,
        ]),
      ),
    }),
  },
  {
    name: 'lengths that are wrong',
    make: (random) => ({
      raw: head(
        [
          JSON_TYPE,
          `Content-Length: ${pick(random, ['-1', '0', '1', '9', '99999', '1e3', '0x10', '18446744073709551616', '', ' ', '5, 5', 'a'])}`,
        ],
        pick(random, [BODY, '', '{']),
      ),
    }),
  },
  {
    name: 'two lengths, or a length and pieces',
    make: (random) => ({
      raw: head(
        [
          JSON_TYPE,
          `Content-Length: ${BODY.length}`,
          pick(random, [
            'Content-Length: 1',
            'Transfer-Encoding: chunked',
            'Transfer-Encoding: identity',
            'Transfer-Encoding: chunked, chunked',
            'Transfer-encoding:\tchunked',
          ]),
        ],
        pick(random, [BODY, `0\r\n\r\n${whole([])}`]),
      ),
    }),
  },
  {
    name: 'types of content',
    make: (random) =>
      typed(
        pick(random, [
          'text/plain',
          'application/graphql',
          'application/x-www-form-urlencoded',
          'multipart/form-data; boundary=x',
          'multipart/form-data',
          'application/jsonp',
          'application/json, text/plain',
          'application/json;charset',
          'application/json ; charset="utf-8',
          'APPLICATION/JSON',
          'application/graphql+json',
          'application/json\t',
          'json',
          '*/*',
          'a'.repeat(5_000),
          'application/cbor',
          'application/json;'.repeat(200),
        ]),
      ),
  },
  {
    name: 'methods',
    make: (random) => ({
      method: pick(random, [
        'PUT',
        'DELETE',
        'PATCH',
        'HEAD',
        'OPTIONS',
        'TRACE',
        'PROPFIND',
        'MKCOL',
        'PURGE',
        'SEARCH',
        'LOCK',
        'QUERY',
      ]),
      path: pick(random, ['/graphql', `/graphql?query=${QUESTION}`, '/', '/health']),
      headers: random(2) ? JSON_HEADERS : {},
    }),
  },
  {
    name: 'methods that are none',
    make: (random) => ({
      raw: whole([]).replace(
        'POST',
        pick(random, ['FOO', 'post', 'POST ', '', 'GET\u0000', 'P\u00d6ST', 'CONNECT', 'X'.repeat(9_000)]),
      ),
    }),
  },
  {
    name: 'answers that nobody can give',
    make: (random) =>
      sent(BODY, {
        'Content-Type': 'application/json',
        Accept: pick(random, [
          'text/event-stream',
          'multipart/mixed',
          'image/png',
          `${STRICT};charset=utf-16`,
          'application/json;q=0',
          '*/*;q=0',
          ',',
          ';;;',
          'a'.repeat(8_000),
          'application/*',
          '*',
          `${'*/*,'.repeat(500)}*/*`,
          'application/json;q=abc',
          `${STRICT};q=0.5, text/html`,
        ]),
      }),
  },
  {
    name: 'encodings that nobody can give',
    make: (random) =>
      sent(BODY, {
        ...JSON_HEADERS,
        'Accept-Encoding': pick(random, [
          '',
          '*',
          'zstd',
          'gzip;q=0',
          'br, gzip',
          ','.repeat(2_000),
          'identity;q=0',
          'x',
        ]),
        'If-None-Match': pick(random, ['*', '"a"', 'W/"a"', '"'.repeat(1_000)]),
      }),
  },
  {
    name: 'hosts that are none',
    make: (random) => ({
      raw: head([JSON_TYPE, `Content-Length: ${BODY.length}`], BODY).replace(
        'Host: x',
        `Host: ${pick(random, ['', '[', '[::1', 'a b', 'localhost:99999', '..', 'x@y', 'http://x/', '%', 'a'.repeat(4_000), '\u00e9', 'x\t', '//', '0x7f.1'])}`,
      ),
    }),
  },
  {
    name: 'no host, or two',
    make: (random) => ({
      raw: whole([]).replace(
        'Host: x\r\n',
        pick(random, ['', 'Host: x\r\nHost: y\r\n', 'Host : x\r\n', ' Host: x\r\n']),
      ),
    }),
  },
  {
    name: 'headers of any characters',
    make: (random) => ({
      raw: whole([
        `${pick(random, ['X-A', letters(random, 5), 'X-\u0000', 'Accept', 'Cookie', 'Authorization', 'X-Forwarded-For', 'X-Request-Id', ''])}${pick(random, [':', ': ', '', ' :'])}${pick(random, [letters(random, 40), '\u0000', '\u007f', '\u0001\u0002', 'a\rb', 'a\nb', '\u00ff\u00fe', '$'.concat('{jndi:ldap://x}'), '\t'])}`,
      ]),
    }),
  },
  {
    name: 'headers that are long or many',
    make: (random) => ({
      raw: whole(
        random(2)
          ? [`X-A: ${'a'.repeat(random(40_000))}`]
          : Array.from({ length: random(3_000) }, (_, at) => `X-${at}: a`),
      ),
    }),
  },
  {
    name: 'headers that ask for something else',
    make: (random) => ({
      raw: whole([
        pick(random, [
          'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: a',
          'Expect: 100-continue',
          'Expect: x',
          'Upgrade: h2c\r\nHTTP2-Settings: a',
          'Range: bytes=0-1',
          'X-HTTP-Method-Override: DELETE',
          'TE: trailers',
          'Connection: keep-alive, x, upgrade',
          'Origin: null',
          'Max-Forwards: 0',
        ]),
      ]),
    }),
  },
  {
    name: 'lines of HTTP that are none',
    make: (random) => ({
      raw: pick(random, [
        whole([]).replace(
          'HTTP/1.1',
          pick(random, ['HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/9.9', 'HTTP', 'http/1.1', 'HTTP/1.1 x']),
        ),
        whole([]).replaceAll('\r\n', pick(random, ['\n', '\r', '\r\r\n'])),
        'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
        '\r\n\r\n',
        `GET ${'/a'.repeat(random(12_000))} HTTP/1.1\r\nHost: x\r\n\r\n`,
        '\u0016\u0003\u0001\u0002\u0000\u0001\u0000',
      ]),
    }),
  },
  { name: 'bytes instead of HTTP', make: (random) => ({ raw: bytes(random, 1 + random(500)) }) },
  {
    name: 'requests behind each other',
    make: (random) => ({
      raw: `${whole([])
        .replace('close', 'keep-alive')
        .repeat(1 + random(20))}${whole([])}`,
    }),
  },
  {
    name: 'requests that end too soon',
    make: (random) => ({ raw: whole([]).slice(0, 1 + random(whole([]).length - 1)) }),
  },
  {
    name: 'addresses',
    make: (random) =>
      get(
        pick(random, [
          '//graphql',
          '/graphql/',
          '/graphql/../health',
          '/graphql%00',
          '/%2e%2e/etc/passwd',
          '/GraphQL',
          '/graphql;a=b',
          '/health?x=1',
          '/ready/x',
          '/.git/config',
          '/graphql/stream',
          `/${'a'.repeat(3_000)}`,
          '/?',
          '/graphql#a',
          '/favicon.ico',
          '/__proto__',
          '/constructor',
        ]),
      ),
  },
  {
    name: 'addresses that are no paths',
    make: (random) => ({
      raw: whole([]).replace(
        '/graphql',
        pick(random, [
          '*',
          'http://x/graphql',
          'graphql',
          '//',
          '/graphql?\u0000',
          '/\u00e9',
          '/graphql?%',
          'x:80',
          '/ graphql',
          '?query={a}',
        ]),
      ),
    }),
  },
  {
    name: 'questions in addresses',
    make: (random) =>
      get(
        `/graphql?${pick(random, [`query=${QUESTION}`, 'query=', 'query', `query=${QUESTION}&query=${QUESTION}`, 'query=%', 'query=%ff%fe', 'query[]=a', `query=${QUESTION}&variables=`, `query=${QUESTION}&variables=${pick(random, ['{', '1', '[]', 'null', '"a"', '%7B%22__proto__%22%3A1%7D', '{'.repeat(2_000)])}`, `query=${QUESTION}&extensions=${pick(random, ['{', '1', '[]', '%7B%22persistedQuery%22%3A1%7D'])}`, `query=${QUESTION}&operationName=${pick(random, ['a', '', '__proto__'])}`, `query=mutation{a}`, `query=subscription{a}`, `query=${encodeURIComponent('{ a }'.repeat(300))}`, `__proto__=1&query=${QUESTION}`, '&'.repeat(5_000)])}`,
        random(4) ? { Accept: STRICT } : { Accept: pick(random, ['*/*', 'application/json', 'text/plain', 'image/*']) },
      ),
  },
];
