import type { SeedTie } from '../seed-types.ts';
import { describeTie, type Rules, type SeedIndex } from './rule.ts';

/** Ties that only say where something stands, not that it was done. */
const STRUCTURE = ['PLANNED_IN', 'PART_OF', 'POSSIBLY_SAME_AS'];

export const planRules: Rules = {
  PLAN_AS_FACT: ({ ties }, refuse) => {
    for (const tie of ties) {
      if (tie.spec.type !== 'PLANNED_IN' || tie.modality !== 'FACT') continue;
      const hint = 'write modality: PLAN; if a source says it was done, add another tie that says what was done';
      refuse(tie, 'modality', `${describeTie(tie)} is given as a fact`, hint);
    }
  },

  /** A measure of a plan, and what it foresees, happen as a fact only if something else than the plan says so. */
  MEASURE_AS_FACT: (seed, refuse) => {
    const foreseeing = passagesThatForesee(seed);
    for (const tie of seed.ties) {
      const planned = foreseeing.get(tie.from);
      if (!planned || tie.modality !== 'FACT' || STRUCTURE.includes(tie.spec.type)) continue;
      if (tie.passages.length === 0 || tie.passages.some((passage) => !planned.has(passage))) continue;
      const hint = 'write modality: PLAN, or cite a passage that says it was done';
      refuse(tie, 'modality', `${describeTie(tie)} is given as a fact, but rests on the plan alone`, hint);
    }
  },
};

/** The passages by which a measure is known, for the measure itself and for what is planned in it. */
function passagesThatForesee({ things, ties, byId }: SeedIndex): ReadonlyMap<string, ReadonlySet<string>> {
  const isMeasure = (id: string): boolean => byId.get(id)?.scalars.kind === 'MEASURE';
  const ofMeasures = things.filter(({ id }) => isMeasure(id)).map(({ id, passages }) => [id, passages] as const);
  const foreseen = ties
    .filter(({ spec, own }) => spec.type === 'PLANNED_IN' && measuresOf(own).some(isMeasure))
    .map(
      ({ from, own, passages }) =>
        [from, [...passages, ...measuresOf(own).flatMap((id) => byId.get(id)?.passages ?? [])]] as const,
    );
  const found = new Map<string, Set<string>>();
  for (const [id, passages] of [...ofMeasures, ...foreseen]) {
    found.set(id, new Set([...(found.get(id) ?? []), ...passages]));
  }
  return found;
}

const measuresOf = (own: SeedTie['own']): readonly string[] => (Array.isArray(own.provisions) ? own.provisions : []);
