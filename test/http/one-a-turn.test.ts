import { expect, test } from 'vitest';
import { oneATurn } from '../../src/http/one-a-turn.ts';

test('Those who come at one moment go on in turns of their own, in the order in which they came', async () => {
  let turn = 0;
  let counting = true;
  const count = (): void => {
    turn += 1;
    if (counting) setImmediate(count);
  };
  setImmediate(count);
  const itsTurn = oneATurn();
  const went: { who: number; turn: number }[] = [];
  await Promise.all(
    Array.from({ length: 20 }, async (_, who) => {
      await itsTurn();
      went.push({ who, turn });
    }),
  );
  counting = false;
  expect(went.map(({ who }) => who)).toEqual(Array.from({ length: 20 }, (_, who) => who));
  expect(new Set(went.map(({ turn }) => turn)).size).toBe(20);
});

test('Who comes while others wait is let go on as well', async () => {
  const itsTurn = oneATurn();
  const went: string[] = [];
  const first = itsTurn().then(async () => {
    went.push('first');
    await itsTurn();
    went.push('first again');
  });
  const second = itsTurn().then(() => went.push('second'));
  await Promise.all([first, second]);
  expect(went).toEqual(['first', 'second', 'first again']);
});
