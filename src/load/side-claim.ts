import type { SeedThing, SeedTie, SideTie } from './seed-types.ts';

/** The ties a side may mean: those that are named so and rest on the passage of the side. A sound seed has exactly one. */
export function tiesMeant(
  { of, field, to, validFrom }: SideTie,
  passage: string,
  things: ReadonlyMap<string, SeedThing>,
): readonly SeedTie[] {
  return (things.get(of)?.ties ?? []).filter(
    (tie) =>
      tie.spec.forward === field &&
      tie.to === to &&
      tie.passages.includes(passage) &&
      (validFrom === undefined || tie.validFrom === validFrom),
  );
}
