import type { IncomingMessage } from 'node:http';
import { LIMITS } from '../limits.ts';

/** A request as most clients send it: a short JSON body and an ordinary `Accept`. */
export interface PlainRequest {
  /** What is asked, as it was sent. */
  readonly text: string;
  /** What the answer is called. */
  readonly mediaType: string;
}

export interface Question {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const RESPONSE_TYPE = 'application/graphql-response+json; charset=utf-8';
/** As Yoga answers them; who accepts in other words is left to it. */
const MEDIA_TYPES = new Map([
  ['*/*', JSON_TYPE],
  ['application/json', JSON_TYPE],
  ['application/graphql-response+json', RESPONSE_TYPE],
  ['application/graphql-response+json, application/json', RESPONSE_TYPE],
]);
const BODY_TYPES = new Set(['application/json', 'application/json; charset=utf-8']);

/** Reads the body of a plain POST and leaves it to whoever comes next. Undefined, and nothing read, for any other request. */
export async function readPlain(request: IncomingMessage & { body?: string }): Promise<PlainRequest | undefined> {
  const { accept = '*/*', 'content-type': type, 'content-encoding': encoding } = request.headers;
  const mediaType = MEDIA_TYPES.get(accept);
  const length = Number(request.headers['content-length']);
  const fits = length > 0 && length <= LIMITS.bodyBytes;
  if (request.method !== 'POST' || !mediaType || !BODY_TYPES.has(type ?? '') || encoding || !fits) return undefined;
  const text = await readText(request);
  request.body = text;
  return { text, mediaType };
}

/** By its events: an iterator would cost more than all the rest of a short question. */
const readText = (request: IncomingMessage): Promise<string> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.once('error', reject);
    request.once('close', () => request.complete || reject(new Error('The client left.')));
  });

/** Undefined for what is not a question and nothing else: others tell what is wrong with it. */
export function parseQuestion(text: string): Question | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(body)) return undefined;
  const { query, operationName = null, variables, ...more } = body;
  const isNamed = operationName === null || typeof operationName === 'string';
  if (typeof query !== 'string' || !isNamed || Object.keys(more).length > 0) return undefined;
  if (variables != null && !isObject(variables)) return undefined;
  return { query, operationName, variables: variables ?? {} };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
