/**
 * Lets those who wait go on one after the other, each in a turn of the event loop of its own: however many come at one moment, the
 * server hears others between them.
 */
export function oneATurn(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  function next(): void {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  }
  return () =>
    new Promise((resolve) => {
      if (waiting.push(resolve) === 1) setImmediate(next);
    });
}
