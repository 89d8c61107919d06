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
  expect(full.size).toBeGreaterThan(100);
  expect(full.size).toBeLessThan(140);
  expect(full.calculatedSize).toBeLessThanOrEqual(32_000_000);
  expect([full.has(long(0)), full.has(long(1_099))]).toEqual([false, true]);
});

test('of texts that cannot be parsed nothing is kept', () => {
  const { errorCache } = parserCaches();
  errorCache.set();
  expect(errorCache.get()).toBeUndefined();
});
