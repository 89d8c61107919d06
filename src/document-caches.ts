import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

const MOST_BYTES = 16_000_000;
/** Of a token and the part of the tree that it becomes. */
const BYTES_A_TOKEN = 300;
/** A string is read in pieces, which end at each escape and stay pieces. */
const BYTES_AN_ESCAPE = 32;

/** Documents by their texts, bounded by what they hold in memory: a thousand short ones, or some fifty of the longest allowed. */
export const documentCache = () =>
  new LRUCache<string, DocumentNode>({ max: 1_000, maxSize: MOST_BYTES, sizeCalculation: bytesOf });

/** What Yoga keeps of documents. Of those that cannot be parsed nothing: to fail again costs less than to keep the text. */
export const parserCaches = () => ({
  documentCache: documentCache(),
  errorCache: { get: () => undefined, set: () => undefined },
});

/** What a document holds in memory, with its text. */
export function bytesOf({ loc }: DocumentNode): number {
  const text = loc?.source.body ?? '';
  let tokens = 1;
  for (let token = loc?.startToken; token; token = token.next ?? undefined) tokens += 1;
  return text.length * 2 + BYTES_A_TOKEN * tokens + BYTES_AN_ESCAPE * (text.split('\\').length - 1);
}
