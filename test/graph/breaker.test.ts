import { expect, test, vi } from 'vitest';
import { createBreaker } from '../../src/graph/breaker.ts';

const FIVE = Array.from({ length: 5 });

function breakerOf(probe: () => Promise<unknown>) {
  const opened = vi.fn();
  const breaker = createBreaker({ probe, onOpen: opened });
  return { breaker, opened };
}

test('five failures in a row are no absence where the database answers', async () => {
  const { breaker, opened } = breakerOf(async () => 'here');
  for (const _ of FIVE) breaker.failed();
  await new Promise((resolve) => setImmediate(resolve));
  expect([breaker.isOpen(), opened.mock.calls.length]).toEqual([false, 0]);
  // And they are forgotten.
  breaker.failed();
  expect(() => breaker.check()).not.toThrow();
});

test('where it does not answer either, questions are refused at once; it is doubted once', async () => {
  const probe = vi.fn(async () => Promise.reject(new Error('away')));
  const { breaker, opened } = breakerOf(probe);
  for (const _ of [...FIVE, ...FIVE]) breaker.failed();
  await new Promise((resolve) => setImmediate(resolve));
  expect([breaker.isOpen(), opened.mock.calls.length, probe.mock.calls.length]).toEqual([true, 1, 1]);
  expect(() => breaker.check()).toThrow(/cannot be reached/);
  breaker.close();
});
