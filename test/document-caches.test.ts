import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { documentCache, parserCaches } from '../src/document-caches.ts';

const long = (at: number): string => `{ a${at} ${'b '.repeat(990)}}`;

test('documents are kept by what they hold in memory: many short ones, few of the longest', () => {
  const [short, full] = [documentCache(), documentCache()];
  for (let at = 0; at < 1_100; at += 1) {
    short.set(`{ a${at} }`, parse(`{ a${at} }`));
    full.set(long(at), parse(long(at)));
  }
  expect(short.size).toBe(1_000);
  expect(full.size).toBeGreaterThan(40);
  expect(full.size).toBeLessThan(60);
  expect(full.calculatedSize).toBeLessThanOrEqual(16_000_000);
  expect([full.has(long(0)), full.has(long(1_099))]).toEqual([false, true]);
});

test('an escape counts as the piece of text that it leaves behind', () => {
  const cache = documentCache();
  const escaped = (at: number): string => `{ a${at}(b: "${'\\n'.repeat(40_000)}") }`;
  for (let at = 0; at < 30; at += 1) cache.set(escaped(at), parse(escaped(at)));
  expect(cache.size).toBeLessThan(15);
});

test('of texts that cannot be parsed nothing is kept', () => {
  const { errorCache } = parserCaches();
  errorCache.set();
  expect(errorCache.get()).toBeUndefined();
});
