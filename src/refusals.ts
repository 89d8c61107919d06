import type { IncomingMessage } from 'node:http';
import type { ErrorCode } from './errors.ts';
import { OVERLOADED } from './http/admission.ts';

/** The answer to a request that is turned away. */
export type Refusal = readonly [status: number, message: string, code?: ErrorCode];

export const FULL: Refusal = [503, OVERLOADED, 'OVERLOADED'];
export const FAULT: Refusal = [
  500,
  'Something went wrong on our side. Try again; if it stays, report the request id.',
  'INTERNAL_SERVER_ERROR',
];
export const NOT_FOUND: Refusal = [404, 'There is nothing here. Ask at /graphql.'];
const JSON_TYPE = /^application\/json\s*(;|$)/i;
const JSON_ANSWER = /\bapplication\/(graphql-response\+)?json\b(?![^,]*charset=(?!utf-8))/i;
/** Of a longer header nothing is looked at: to see that all of it agrees costs the square of its length. */
const ACCEPT_CHARACTERS = 1_000;
const ANY_ANSWER = /(^|[\s,])(\*|application)\/\*/i;

/** What is turned away before anything of it is read; other websites can make a browser send just that. */
export function refusal({ method = '', headers }: IncomingMessage): Refusal | undefined {
  const { accept: wanted = '*/*', 'content-type': type = method === 'GET' ? 'application/json' : '' } = headers;
  // Yoga would answer this with a stack trace.
  if (!URL.canParse(`http://${headers.host}`)) return [400, 'The header Host is not an address.'];
  if (method !== 'GET' && method !== 'POST') return [405, `Ask with POST or GET: got ${method}.`];
  if (!JSON_TYPE.test(type)) return [415, 'Send the question as JSON: Content-Type: application/json.'];
  const accept = wanted.slice(0, ACCEPT_CHARACTERS);
  if (JSON_ANSWER.test(accept) || (method === 'POST' && ANY_ANSWER.test(accept))) return undefined;
  return [406, 'Answers are JSON only: ask with the header Accept: application/json.'];
}
