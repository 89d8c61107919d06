import fc, { type Arbitrary } from 'fast-check';
import { STRICT } from '../../server/send.ts';

/** A whole number from 0 on, below the one given. */
export type Random = (below: number) => number;

export interface HostileRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Sent in pieces, without a length. */
  readonly chunked?: boolean;
  /** All that goes over the wire instead, the words of HTTP included. */
  readonly raw?: string | Buffer;
}

export interface Family {
  readonly name: string;
  readonly make: (random: Random) => HostileRequest;
}

export const JSON_HEADERS = { 'Content-Type': 'application/json', Accept: STRICT };
const PLAIN_HEADERS = { 'Content-Type': 'application/json', Accept: 'application/json' };

export const sent = (
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = JSON_HEADERS,
): HostileRequest => ({
  headers,
  body,
});

/** A question as clients send it, every third under plain JSON. */
export const asked =
  (question: (random: Random) => string | { query: string; variables?: unknown }) =>
  (random: Random): HostileRequest => {
    const made = question(random);
    return sent(
      JSON.stringify(typeof made === 'string' ? { query: made } : made),
      random(3) ? JSON_HEADERS : PLAIN_HEADERS,
    );
  };

/** What fast-check makes up, made into a request. */
export const from =
  <T>(arbitrary: Arbitrary<T>, toRequest: (value: T, random: Random) => HostileRequest) =>
  (random: Random): HostileRequest => {
    const [value] = fc.sample(arbitrary, { seed: random(2 ** 31), numRuns: 1 });
    return toRequest(value as T, random);
  };

export const pick = <T>(random: Random, all: readonly T[]): T => all[random(all.length)] as T;

export const many = (count: number, make: (at: number) => string, between = ' '): string =>
  Array.from({ length: count }, (_, at) => make(at)).join(between);

export const deep = (levels: number, open: string, middle: string, close: string): string =>
  `${open.repeat(levels)}${middle}${close.repeat(levels)}`;

/** Names that every object has. */
export const PROTOTYPE_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  '__lookupSetter__',
  'isPrototypeOf',
];

/** Texts that break whoever takes them for something else than text. */
export const ODD_TEXTS = [
  '',
  ' ',
  '\u0000',
  '\uFEFF',
  '\uD800',
  '\uDFFF\uD800',
  '\u202E',
  '\u2028',
  '"',
  '\\',
  '\\u0000',
  "'",
  '`',
  '%00',
  '../../etc/passwd',
  '$'.concat('{7*7}'),
  '{{7*7}}',
  '<script>alert(1)</script>',
  '\r\nX-Injected: 1',
  '\u001b[31m',
  'null',
  'undefined',
  'NaN',
  '-0',
  '1e309',
  'ﷺ'.repeat(500),
  'é'.repeat(40),
  'a'.repeat(201),
  'a'.repeat(50_000),
  ...PROTOTYPE_NAMES,
];

/** Operators of the language of full-text indexes. */
export const LUCENE = [
  '+',
  '-',
  '&&',
  '||',
  '!',
  '(',
  ')',
  '{',
  '}',
  '[',
  ']',
  '^',
  '"',
  '~',
  '*',
  '?',
  ':',
  '\\',
  '/',
  'AND',
  'OR',
  'NOT',
  'TO',
  'name:',
  '*:*',
  '~2',
  '^1e9',
  '[* TO *]',
  '{a TO z]',
  '/.*/',
  '/(a+)+$/',
  '\\\\',
  '"a b"~1000000',
  'a~0.5',
  '?*',
];
