/** A value, or the promise of one: what is there already is not waited for. */
export type MaybePromise<T> = T | Promise<T>;

export const whenThere = <T, Next>(
  value: MaybePromise<T>,
  next: (value: T) => MaybePromise<Next>,
): MaybePromise<Next> => (value instanceof Promise ? value.then(next) : next(value));

/** All of them; one promise for however many. */
export const settled = <T>(values: readonly MaybePromise<T>[]): MaybePromise<readonly T[]> =>
  values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as readonly T[]);
