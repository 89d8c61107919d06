import { expect, test } from 'vitest';
import { type AdmissionLimits, createAdmission } from '../../src/http/admission.ts';

/** Work that ends when told. */
function held() {
  const ends: (() => void)[] = [];
  const work = (): Promise<string> => new Promise((resolve) => ends.push(() => resolve('done')));
  return { work, endOne: () => ends.shift()?.() };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('so many run, so many wait, the next is refused; who waits longest goes first', async () => {
  const admission = createAdmission({ running: 2, waiting: 2, patience: 60_000 });
  const { work, endOne } = held();
  const ended: number[] = [];
  const all = [0, 1, 2, 3].map((at) => admission.during(work).then(() => ended.push(at)));
  expect([admission.isFull(), admission.counts()]).toEqual([true, { running: 2, waiting: 2 }]);
  await expect(admission.during(work)).rejects.toMatchObject({ code: 'OVERLOADED' });
  endOne();
  await turn();
  expect([ended, admission.isFull(), admission.counts()]).toEqual([[0], false, { running: 2, waiting: 1 }]);
  for (const _ of all) {
    endOne();
    await turn();
  }
  await Promise.all(all);
  expect([ended, admission.counts()]).toEqual([[0, 1, 2, 3], { running: 0, waiting: 0 }]);
});

test('work that fails gives its turn back, and fails as it did', async () => {
  const admission = createAdmission({ running: 1, waiting: 1, patience: 60_000 });
  await expect(admission.during(() => Promise.reject(new RangeError('own')))).rejects.toThrow(RangeError);
  expect(await admission.during(async () => 7)).toBe(7);
  expect(admission.counts()).toEqual({ running: 0, waiting: 0 });
});

/** A queue that is never empty, in which the answers come so many milliseconds after each other. */
async function answering(limits: AdmissionLimits, ...milliseconds: readonly number[]) {
  let now = 1;
  const admission = createAdmission(limits, () => now);
  const { work, endOne } = held();
  const come = (): void => void admission.during(work).catch(() => undefined);
  for (let at = 0; at < limits.running + 1; at += 1) come();
  for (const one of milliseconds) {
    come();
    now += one;
    endOne();
    await turn();
  }
  /** How many are let wait from now on. */
  return (): number => {
    while (!admission.isFull()) come();
    return admission.counts().waiting;
  };
}

const LIMITS = { running: 1, waiting: 100, patience: 300 };

test('where answers come slowly, fewer may wait than where they come fast', async () => {
  const fast = await answering(LIMITS, ...Array<number>(1_000).fill(2));
  expect(fast()).toBe(100);
  const slow = await answering(LIMITS, ...Array<number>(1_000).fill(20));
  // 300 ms of 20 ms each, and the one that makes it too long.
  expect(slow()).toBe(16);
});

test('answers that come ten at a time are as fast as they are on average', async () => {
  const inBursts = Array.from({ length: 1_000 }, (_, at) => (at % 10 === 0 ? 100 : 0));
  const waiting = (await answering({ ...LIMITS, running: 10 }, ...inBursts))();
  expect(waiting).toBeGreaterThan(25);
  expect(waiting).toBeLessThan(35);
});

test('after a stall as many may wait as before it', async () => {
  const pace = Array<number>(1_000).fill(2);
  const stalled = await answering(LIMITS, ...pace, 1_000);
  expect(stalled()).toBe(100);
});

test('who gives up waiting leaves the queue, also when the turn has just come', async () => {
  const admission = createAdmission({ running: 1, waiting: 10, patience: 60_000 });
  const { work, endOne } = held();
  const giveUps: ((error: Error) => void)[] = [];
  const wait = <T>(turn: Promise<T>): Promise<T> =>
    Promise.race([turn, new Promise<T>((_, give) => giveUps.push(give))]);
  const first = admission.during(work);
  const others = [0, 1].map(() => admission.during(work, wait).catch(({ message }: Error) => message));
  const last = admission.during(work);
  giveUps[0]?.(new Error('gone'));
  expect(await others[0]).toBe('gone');
  expect(admission.counts()).toEqual({ running: 1, waiting: 2 });
  // In one turn: the question before ends, and the next gives up.
  giveUps[1]?.(new Error('gone too'));
  endOne();
  expect(await others[1]).toBe('gone too');
  await first;
  await turn();
  endOne();
  expect(await last).toBe('done');
  expect(admission.counts()).toEqual({ running: 0, waiting: 0 });
});
