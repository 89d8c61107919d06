import { withDeadline } from './deadline.ts';
import type { Waiter } from './waiter.ts';

/** Lets so many work at a time; others wait in the order they came. */
export function createTurns(most: number) {
  let taken = 0;
  const waiting: (() => void)[] = [];

  /** Hands the turn to who waits longest. */
  function give(): void {
    const next = waiting.shift();
    if (next) next();
    else taken -= 1;
  }

  return {
    give,
    /** Undefined when it is one's turn at once. Who gives up waiting has no turn to give back. */
    take(deadline: number, name: string, waiter?: Waiter): Promise<void> | undefined {
      if (taken < most) {
        taken += 1;
        return undefined;
      }
      const turn = new Promise<void>((resolve) => waiting.push(resolve));
      return withDeadline(turn, deadline, name, waiter).catch((error: unknown) => {
        void turn.then(give);
        throw error;
      });
    },
  };
}
