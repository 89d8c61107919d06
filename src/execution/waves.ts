import type { MaybePromise } from '../maybe-promise.ts';

/**
 * Texts of values that come at different times, in the order of the values. What is there at one time is written together, and nothing
 * waits for what comes later: so the same questions go out together as when each value goes its own way.
 */
export function inWaves(
  values: readonly MaybePromise<unknown>[],
  write: (values: readonly unknown[]) => MaybePromise<readonly string[]>,
): MaybePromise<readonly string[]> {
  if (!values.some((value) => value instanceof Promise)) return write(values);
  return new Promise((resolve, reject) => {
    const texts = new Array<string>(values.length);
    let left = values.length;
    let wave: { readonly place: number; readonly value: unknown }[] = [];

    async function flush(): Promise<void> {
      const come = wave;
      wave = [];
      const made = await write(come.map(({ value }) => value));
      for (const [at, { place }] of come.entries()) texts[place] = made[at] as string;
      left -= come.length;
      if (left === 0) resolve(texts);
    }

    function add(place: number, value: unknown): void {
      // Runs when no promise has anything left to do.
      if (wave.length === 0) process.nextTick(() => flush().catch(reject));
      wave.push({ place, value });
    }

    for (const [place, value] of values.entries()) {
      if (value instanceof Promise) value.then((come) => add(place, come), reject);
      else add(place, value);
    }
  });
}
