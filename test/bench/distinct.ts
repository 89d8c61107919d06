const BLANKS = [' ', '\t', '\n', '\r'];

/** A body that no other number has the bytes of, by the blanks after it: the same questions at the same time may be answered once, and be no work. */
export function distinct(body: string, nth: number): string {
  let blanks = '';
  for (let left = nth; left > 0; left = Math.floor(left / BLANKS.length)) blanks += BLANKS[left % BLANKS.length];
  return body + blanks;
}
