/** An answer that is being made, and the one that those who asked the same meanwhile wait for. */
interface Flight<T> {
  readonly answer: Promise<T>;
  next: Promise<T> | undefined;
}

/**
 * Lets questions that are the very same at the same time be answered once. Who asks what is being answered waits for the next answer,
 * which begins when that one has ended, so after all who share it asked: nobody gets what was read before. A single client never waits.
 * `make` never fails.
 */
export function shareAnswers<T>() {
  const flights = new Map<string, Flight<T>>();

  function begin(key: string, make: () => Promise<T>): Promise<T> {
    const flight: Flight<T> = { answer: make(), next: undefined };
    flights.set(key, flight);
    void flight.answer.then(() => {
      if (!flight.next) flights.delete(key);
    });
    return flight.answer;
  }

  return (key: string, make: () => Promise<T>): Promise<T> => {
    const flight = flights.get(key);
    if (!flight) return begin(key, make);
    flight.next ??= flight.answer.then(() => begin(key, make));
    return flight.next;
  };
}
