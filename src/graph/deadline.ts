import { ReformgraphError } from '../errors.ts';

/** Gives up on work that takes longer; the work itself goes on, and nobody hears of its end. */
export async function withDeadline<T>(work: Promise<T>, milliseconds: number, name: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new ReformgraphError(
            'DEADLINE_EXCEEDED',
            `The graph did not answer "${name}" in time. Ask for less, or try again.`,
          ),
        ),
      Math.max(1, milliseconds),
    );
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
