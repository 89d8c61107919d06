import fc from 'fast-check';
import { LIMITS } from '../../../src/limits.ts';
import {
  type Family,
  from,
  JSON_HEADERS,
  many,
  ODD_TEXTS,
  PROTOTYPE_NAMES,
  pick,
  type Random,
  sent,
} from './request.ts';

const BODY = JSON.stringify({
  query: 'query Q($n: Int) { institutions(first: $n) { totalCount } }',
  variables: { n: 1 },
  operationName: 'Q',
});
const HASH = 'ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38';

const keyed = (more: object): string => JSON.stringify({ query: '{ __typename }', ...more });
const bytes = (random: Random, count: number): Buffer => Buffer.from(Array.from({ length: count }, () => random(256)));

/** JSON of which some characters are left out, doubled or others. */
function broken(random: Random): string {
  const letters = [...BODY];
  for (let left = 1 + random(4); left > 0; left -= 1) {
    letters.splice(
      random(letters.length),
      random(3),
      pick(random, [
        '',
        '"',
        '{',
        '}',
        '[',
        ',',
        ':',
        '\\',
        '\\u00',
        '\n',
        '\u0000',
        "'",
        '//',
        'NaN',
        '0x1',
        '+1',
        '01',
        '1.',
        'undefined',
        '\uFEFF',
      ]),
    );
  }
  return letters.join('');
}

const oddValue = (random: Random): unknown =>
  pick<unknown>(random, [1, true, [], {}, [1], '', { a: { b: 1 } }, ...ODD_TEXTS.slice(0, 26)]);

export const bodies: readonly Family[] = [
  { name: 'JSON that is broken', make: (random) => sent(broken(random)) },
  { name: 'JSON that is cut short', make: (random) => sent(BODY.slice(0, random(BODY.length))) },
  {
    name: 'JSON with more behind it',
    make: (random) =>
      sent(`${BODY}${pick(random, ['}', BODY, '\u0000', ',', '//', ' '.repeat(random(99_000)), '\n\n{}'])}`),
  },
  { name: 'JSON of any shape', make: from(fc.json({ maxDepth: 5 }), (text) => sent(text)) },
  {
    name: 'JSON with a mark before it',
    make: (random) =>
      sent(`${pick(random, ['\uFEFF', '\uFEFF\uFEFF', '\u00A0', '\u2028', ")]}',\n", '\u0000'])}${BODY}`),
  },
  {
    name: 'JSON in other encodings',
    make: (random) =>
      sent(Buffer.from(BODY, pick(random, ['utf16le', 'base64', 'latin1'])), {
        ...JSON_HEADERS,
        'Content-Type': `application/json; charset=${pick(random, ['utf-16', 'utf-16le', 'latin1', 'utf-7', 'x', '', 'utf-8'])}`,
      }),
  },
  {
    name: 'requests in a list',
    make: (random) => sent(`[${many(random(200), () => pick(random, [BODY, keyed({}), 'null', '1', '[]']), ',')}]`),
  },
  { name: 'bytes of any sort', make: (random) => sent(bytes(random, random(2_000))) },
  {
    name: 'bytes that are no UTF-8',
    make: (random) =>
      sent(
        Buffer.concat([
          Buffer.from('{"query":"{ __typename } #'),
          bytes(random, 1 + random(40)).map((byte) => byte | 0x80),
          Buffer.from('"}'),
        ]),
      ),
  },
  {
    name: 'keys that are not of a request',
    make: (random) =>
      sent(
        keyed({ [pick(random, [...ODD_TEXTS.slice(0, 26), 'id', 'doc_id', 'mutation', 'params'])]: oddValue(random) }),
      ),
  },
  {
    name: 'keys that every object has',
    make: (random) =>
      sent(
        `{"query":"{ __typename }","${pick(random, PROTOTYPE_NAMES)}":${pick(random, ['1', '{}', '{"query":"{ a }"}', 'null', '{"isAdmin":true}'])}}`,
      ),
  },
  {
    name: 'keys that are there twice',
    make: (random) =>
      sent(
        `{"query":"{ __typename }",${many(1 + random(5_000), (at) => `"query":"{ a${at} }"`, ',')}}`.slice(0, 99_999),
      ),
  },
  {
    name: 'questions that are no texts',
    make: from(fc.jsonValue({ maxDepth: 3 }), (query) => sent(JSON.stringify({ query }))),
  },
  { name: 'names of operations', make: (random) => sent(keyed({ operationName: oddValue(random) })) },
  {
    name: 'extensions of any shape',
    make: from(fc.jsonValue({ maxDepth: 4 }), (extensions) => sent(keyed({ extensions }))),
  },
  {
    name: 'extensions deep in each other',
    make: (random) => {
      const levels = 1 + random(9_000);
      return sent(`{"query":"{ __typename }","extensions":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}`);
    },
  },
  {
    name: 'hashes of persisted questions',
    make: (random) => {
      const persistedQuery = pick<unknown>(random, [
        { version: 1, sha256Hash: HASH },
        { version: 1, sha256Hash: oddValue(random) },
        { version: oddValue(random), sha256Hash: HASH },
        oddValue(random),
        null,
        Array(100).fill(HASH),
      ]);
      return sent(
        JSON.stringify({ ...(random(2) ? { query: '{ __typename }' } : {}), extensions: { persistedQuery } }),
      );
    },
  },
  {
    name: 'bodies of nothing',
    make: (random) =>
      sent(pick(random, ['', ' ', '\n'.repeat(random(90_000)), '\u0000', 'null', 'true', '1', '""', '{}', '[]'])),
  },
  {
    name: 'bodies around the limit',
    make: (random) => sent(`{"query":"{ __typename ${' '.repeat(LIMITS.bodyBytes - 20 + random(40) - 20)}}"}`),
  },
  {
    name: 'bodies past the limit',
    make: (random) =>
      sent(
        `{"query":"{ __typename ${pick(random, [' ', 'a ', '{'])}`.padEnd(LIMITS.bodyBytes + 1 + random(60_000), '#'),
      ),
  },
  {
    name: 'strings past all reason in variables',
    make: (random) =>
      sent(
        JSON.stringify({
          query: 'query($v: String!) { search(query: $v) { totalCount } }',
          variables: { v: pick(random, ['a', 'ә', '\\', '"', '\u0000', '😀']).repeat(random(24_000)) },
        }).slice(0, 120_000),
      ),
  },
];
