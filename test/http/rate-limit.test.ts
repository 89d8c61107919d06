import { expect, test } from 'vitest';
import { rateLimit } from '../../src/http/rate-limit.ts';

/** A limit of 60 points a minute, and its clock. */
function limited(clients?: number) {
  const clock = { seconds: 0 };
  const limit = rateLimit(60, { now: () => clock.seconds, ...(clients ? { clients } : {}) });
  return { clock, ...limit };
}

test('points are used up and come back evenly', () => {
  const { clock, open, charge } = limited();
  expect(open('a')).toEqual({ remaining: 60, reset: 0, retryAfter: 0 });
  expect(charge('a', 20)).toEqual({ remaining: 40, reset: 20, retryAfter: 0 });
  clock.seconds = 10;
  expect(open('a')).toEqual({ remaining: 50, reset: 10, retryAfter: 0 });
  expect(charge('a', 50)).toEqual({ remaining: 0, reset: 60, retryAfter: 1 });
  clock.seconds = 10.5;
  expect(open('a').retryAfter).toBe(1);
  clock.seconds = 11;
  expect(open('a')).toEqual({ remaining: 1, reset: 59, retryAfter: 0 });
  clock.seconds = 1_000;
  expect(open('a')).toEqual({ remaining: 60, reset: 0, retryAfter: 0 });
});

test('what costs more than there is, is owed, but no more than a minute', () => {
  const { clock, open, charge } = limited();
  expect(charge('a', 90)).toEqual({ remaining: 0, reset: 90, retryAfter: 31 });
  charge('a', 1_000_000);
  expect(open('a')).toEqual({ remaining: 0, reset: 120, retryAfter: 61 });
  clock.seconds = 61;
  expect(open('a').retryAfter).toBe(0);
});

test('what is given back never makes more than all', () => {
  const { open, charge } = limited();
  charge('a', 1);
  charge('a', -5);
  expect(open('a').remaining).toBe(60);
});

test('clients have points of their own', () => {
  const { open, charge } = limited();
  charge('a', 60);
  expect([open('a').remaining, open('b').remaining]).toEqual([0, 60]);
});

test('only so many clients are known: who asked longest ago is forgotten', () => {
  const { open, charge } = limited(2);
  for (const client of ['a', 'b']) charge(client, 60);
  open('a');
  open('c');
  expect([open('a').remaining, open('b').remaining]).toEqual([0, 60]);
});
