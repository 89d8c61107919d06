import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

const MOST_BYTES = 32_000_000;
/** Of a token and the part of the tree that it becomes. */
const BYTES_A_TOKEN = 250;

/** Documents by their texts, bounded by what they hold in memory: a thousand short ones, or some hundred of the longest allowed. */
export const documentCache = () =>
  new LRUCache<string, DocumentNode>({
    max: 1_000,
    maxSize: MOST_BYTES,
    sizeCalculation: (document, text) => text.length * 2 + BYTES_A_TOKEN * (1 + tokensOf(document)),
  });

/** What Yoga keeps of documents. Of those that cannot be parsed nothing: to fail again costs less than to keep the text. */
export const parserCaches = () => ({
  documentCache: documentCache(),
  errorCache: { get: () => undefined, set: () => undefined },
});

function tokensOf({ loc }: DocumentNode): number {
  let count = 0;
  for (let token = loc?.startToken; token; token = token.next ?? undefined) count += 1;
  return count;
}
