/** A hint from the words that may stand at a place: those spelled like the one got, or all when there are few. */
export function suggest(got: string, allowed: readonly string[]): string {
  const near = nearestWords(got, allowed);
  if (near.length > 0) return `did you mean ${near.join(' or ')}?`;
  return allowed.length === 0 ? 'leave it out' : `write one of ${[...allowed].sort().join(', ')}`;
}

/** Up to three words that differ from the one got by no more than a third of its letters. */
export function nearestWords(got: string, allowed: readonly string[]): string[] {
  const word = got.toLowerCase();
  return allowed
    .map((candidate) => ({
      candidate,
      distance: distance(word, candidate.toLowerCase()),
    }))
    .filter((found) => found.distance <= Math.max(1, Math.ceil(word.length / 3)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const swap = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
