import { ReformgraphError } from '../errors.ts';
import type { Wait } from '../graph/request-graph.ts';

export interface AdmissionLimits {
  /** Questions answered at a time. */
  readonly running: number;
  /** Questions that may wait. */
  readonly waiting: number;
  /** Milliseconds a question is let wait, by what the last ones took. */
  readonly patience: number;
}

export interface Admission {
  /** A question that came now would be refused. */
  isFull(): boolean;
  /**
   * Answers a question when it is its turn. Throws `OVERLOADED` at once when that would take too long; what `wait` throws when it gives
   * up waiting for the turn, which goes to the next.
   */
  during<T>(work: () => Promise<T>, wait?: Wait): Promise<T>;
  counts(): { readonly running: number; readonly waiting: number };
}

export const OVERLOADED = 'The server is answering as many questions as it can. Try again in a second.';

/** How much the last one counts in the mean time between two answers. */
const WEIGHT = 0.01;

/**
 * A bounded queue in front of the work: what could not be answered soon is refused at once, so that what is taken in is answered
 * in time however many come.
 */
export function createAdmission(
  { running: most, waiting: longest, patience }: AdmissionLimits,
  clock = () => performance.now(),
): Admission {
  let running = 0;
  const queue: (() => void)[] = [];
  /** Milliseconds between two answers while others wait. */
  let interval = 0;
  let lastEnd = 0;

  /** At this pace a full queue is just as long as it may be. */
  const fastEnough = patience / longest;

  const isFull = (): boolean => running >= most && (queue.length >= longest || queue.length * interval > patience);

  function end(): void {
    const now = clock();
    if (queue.length > 0 && lastEnd > 0) {
      // All that run may end together, and then none for as long as they take. What is twice as long is a stall and no pace: after it
      // answers come as fast as before.
      const believed = Math.min(now - lastEnd, 2 * most * Math.max(interval, fastEnough));
      interval += WEIGHT * (believed - interval);
    }
    const next = queue.shift();
    lastEnd = next ? now : 0;
    if (next) next();
    else running -= 1;
  }

  async function turn(wait: Wait = (work) => work): Promise<void> {
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    queue.push(begin);
    try {
      await wait(begun);
    } catch (error) {
      const place = queue.indexOf(begin);
      if (place < 0) end();
      else queue.splice(place, 1);
      throw error;
    }
  }

  return {
    isFull,
    async during(work, wait) {
      if (running < most) running += 1;
      else if (isFull()) throw new ReformgraphError('OVERLOADED', OVERLOADED);
      else await turn(wait);
      try {
        return await work();
      } finally {
        end();
      }
    },
    counts: () => ({ running, waiting: queue.length }),
  };
}
