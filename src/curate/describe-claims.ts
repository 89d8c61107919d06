import type { Seed, SeedClaim, SeedThing, SeedTie } from '../load/seed-types.ts';

/** Passage → what rests on it: a line for each tie, figure, name and thing. */
export function claimsByPassage(seed: Seed): ReadonlyMap<string, readonly string[]> {
  const nameById = new Map(seed.things.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => nameById.get(id) ?? id;
  const found = new Map<string, string[]>();
  const rests = (passages: readonly string[], text: string): void => {
    for (const passage of passages) found.set(passage, [...(found.get(passage) ?? []), text]);
  };
  for (const thing of seed.things) {
    if (thing.claim) {
      rests(thing.claim.passages, describeFigure(thing, thing.claim, nameOf));
    } else {
      rests(thing.passages, `${thing.noun}: ${thing.name}${details(ownValues(thing))}`);
      for (const tie of thing.ties) rests(tie.passages, describeTie(tie, nameOf));
    }
    for (const { text, kind, language, passages } of thing.names) {
      rests(passages, `Name: ${text}${details([kind, language, `of ${thing.name}`])}`);
    }
  }
  return found;
}

type NameOf = (id: string) => string;

function describeTie({ spec, from, to, own, ...claim }: SeedTie, nameOf: NameOf): string {
  const sentence = spec.sentence.forward.replace('{from}', () => nameOf(from)).replace('{to}', () => nameOf(to));
  const values = Object.values(own)
    .flat()
    .map((value) => nameOf(String(value)));
  return `${sentence}${details([...values, ...standing(claim, spec.lasts === 'DEED')])}`;
}

function describeFigure({ name, scalars, ties }: SeedThing, claim: SeedClaim, nameOf: NameOf): string {
  const { measure, value, date, comparator } = scalars;
  const about = ties.map(({ to, own }) => `${String(own.role).toLowerCase()} ${nameOf(to)}`);
  const stated = [value ?? date].flatMap((one) => (one === undefined ? [] : [String(one)]));
  return `Figure: ${name}${details([`${measure} ${[comparator, ...stated].join(' ')}`, ...about, ...standing(claim, false)])}`;
}

const ownValues = ({ scalars }: SeedThing): readonly string[] =>
  Object.entries(scalars).map(([key, value]) => `${key} ${value}`);

function standing(
  { modality, rank, validFrom, validTo, inferred }: Omit<SeedClaim, 'file' | 'line' | 'lines'>,
  deed: boolean,
) {
  return [
    modality,
    ...(rank === 'NORMAL' ? [] : [rank]),
    ...(validFrom === undefined ? [] : [`${deed ? 'on' : 'from'} ${validFrom}`]),
    ...(validTo === undefined ? [] : [`until ${validTo}`]),
    ...(inferred.length > 0 ? [`inferred ${inferred.join(', ')}`] : []),
  ];
}

const details = (some: readonly string[]): string => (some.length > 0 ? ` (${some.join('; ')})` : '');
