/** Aborted once all of them are: nobody waits any more. Undefined where somebody always does. */
export function whenAllLeave(signals: readonly (AbortSignal | undefined)[]): AbortSignal | undefined {
  if (signals.length === 1) return signals[0];
  const leaving = new AbortController();
  let left = signals.length;
  const leave = (): void => {
    left -= 1;
    if (left === 0) leaving.abort();
  };
  for (const signal of signals) {
    if (!signal) return undefined;
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  }
  return leaving.signal;
}
