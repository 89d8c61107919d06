import { expect, test } from 'vitest';
import { shareAnswers } from '../../src/http/share-answers.ts';

/** Answers that are made when told, numbered by when they began. */
function held() {
  const ends: (() => void)[] = [];
  const make = (): Promise<number> =>
    new Promise((resolve) => {
      const nth = ends.length;
      ends.push(() => resolve(nth));
    });
  return { make, ends };
}

test('the first is made at once, and all who ask meanwhile share the next, which begins when it has ended', async () => {
  const share = shareAnswers<number>();
  const { make, ends } = held();
  const asked = Array.from({ length: 20 }, () => share('a', make));
  expect(ends).toHaveLength(1);
  ends[0]?.();
  expect(await asked[0]).toBe(0);
  await new Promise(setImmediate);
  expect(ends).toHaveLength(2);
  // While the second is being made, it is too late to be part of it.
  const late = share('a', make);
  ends[1]?.();
  expect(await Promise.all(asked.slice(1))).toEqual(Array(19).fill(1));
  await new Promise(setImmediate);
  ends[2]?.();
  expect(await late).toBe(2);
  const after = share('a', make);
  ends[3]?.();
  expect([await after, ends.length]).toEqual([3, 4]);
});

test('what differs shares nothing', async () => {
  const share = shareAnswers<number>();
  const { make, ends } = held();
  const asked = ['a', 'b', 'c'].map((key) => share(key, make));
  for (const end of ends) end();
  expect(await Promise.all(asked)).toEqual([0, 1, 2]);
});
