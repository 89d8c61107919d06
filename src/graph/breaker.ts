import { ReformgraphError } from '../errors.ts';

/** Reads that fail one after the other, none of them for what it asked, before the database is taken to be away. */
const FAILURES = 5;
/** Milliseconds between two looks whether it is back. */
const PROBE_EVERY = 1_000;

export interface BreakerOptions {
  /** Asks the database something that costs nothing; fails soon while it is away. One that answers is only slow with what it was asked. */
  readonly probe: () => Promise<unknown>;
  /** Told when the database is taken to be away, before it is looked for. */
  readonly onOpen: () => void;
}

export interface Breaker {
  /** Throws while the database is taken to be away, so that nobody waits for it. */
  check(): void;
  answered(): void;
  failed(): void;
  isOpen(): boolean;
  close(): void;
}

/** Opens when the database is away, and looks for it itself: no question is spent on that. */
export function createBreaker({ probe, onOpen }: BreakerOptions): Breaker {
  let failures = 0;
  let open = false;
  let closed = false;
  let doubted = false;

  function look(): void {
    setTimeout(async () => {
      if (closed) return;
      try {
        await probe();
        open = false;
        failures = 0;
      } catch {
        look();
      }
    }, PROBE_EVERY).unref();
  }

  return {
    check() {
      if (open)
        throw new ReformgraphError('GRAPH_UNAVAILABLE', 'The graph cannot be reached. Try again in a few seconds.');
    },
    answered() {
      failures = 0;
    },
    failed() {
      failures += 1;
      if (open || doubted || failures < FAILURES) return;
      doubted = true;
      probe()
        .then(
          () => {
            failures = 0;
          },
          () => {
            open = true;
            onOpen();
            look();
          },
        )
        .finally(() => {
          doubted = false;
        });
    },
    isOpen: () => open,
    close() {
      closed = true;
    },
  };
}
