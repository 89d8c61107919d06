import { ReformgraphError } from '../errors.ts';
import type { Waiter } from './waiter.ts';

export const tooLate = (name: string): ReformgraphError =>
  new ReformgraphError('DEADLINE_EXCEEDED', `The graph did not answer "${name}" in time. Ask for less, or try again.`);

export const nobodyWaits = (name: string): ReformgraphError =>
  new ReformgraphError('DEADLINE_EXCEEDED', `Nobody waits for "${name}" any more.`);

/** Gives up on work that takes longer, or that nobody wants any more; the work itself goes on, and nobody hears of its end. */
export function withDeadline<T>(work: Promise<T>, milliseconds: number, name: string, waiter?: Waiter): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (tell: () => void): void => {
      clearTimeout(timer);
      waiter?.forget(leave);
      tell();
    };
    const leave = (): void => end(() => reject(nobodyWaits(name)));
    const timer = setTimeout(() => end(() => reject(tooLate(name))), Math.max(1, milliseconds));
    work.then(
      (value) => end(() => resolve(value)),
      (error: unknown) => end(() => reject(error)),
    );
    waiter?.onLeave(leave);
  });
}
