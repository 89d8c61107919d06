import { ReformgraphError } from '../errors.ts';

export const tooLate = (name: string): ReformgraphError =>
  new ReformgraphError('DEADLINE_EXCEEDED', `The graph did not answer "${name}" in time. Ask for less, or try again.`);

export const nobodyWaits = (name: string): ReformgraphError =>
  new ReformgraphError('DEADLINE_EXCEEDED', `Nobody waits for "${name}" any more.`);

/** Gives up on work that takes longer, or that nobody wants any more; the work itself goes on, and nobody hears of its end. */
export async function withDeadline<T>(
  work: Promise<T>,
  milliseconds: number,
  name: string,
  signal?: AbortSignal,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let leave: (() => void) | undefined;
  const late = new Promise<never>((_, reject) => {
    leave = () => reject(nobodyWaits(name));
    if (signal?.aborted) leave();
    signal?.addEventListener('abort', leave, { once: true });
    timer = setTimeout(() => reject(tooLate(name)), Math.max(1, milliseconds));
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    if (leave) signal?.removeEventListener('abort', leave);
  }
}
