import { describeSpot } from '../problem.ts';
import type { SeedThing } from '../seed-types.ts';
import type { Rules, SeedIndex } from './rule.ts';

const CHANGES = ['INCREASED', 'DECREASED'];

const figuresOf = ({ things }: SeedIndex): readonly SeedThing[] => things.filter(({ claim }) => claim !== undefined);

/** Ids of what a figure is about, in roles that say what the value is of. BEFORE and AFTER only say which reform set it. */
export const scopeOf = ({ ties }: SeedThing): string =>
  JSON.stringify(
    ties
      .filter(({ own }) => own.role !== 'BEFORE' && own.role !== 'AFTER')
      .map(({ to, own }) => [own.role, to])
      .sort(),
  );

const hasSubject = ({ ties }: SeedThing): boolean => ties.some(({ own }) => own.role === 'SUBJECT');

export const figureRules: Rules = {
  FIGURE_WITHOUT_SUBJECT: (seed, refuse) => {
    for (const figure of figuresOf(seed)) {
      if (hasSubject(figure)) continue;
      refuse(figure, 'about', `${figure.id} has no subject`, 'add to about: { to: …, role: SUBJECT }');
    }
  },

  FIGURE_WITHOUT_VALUE: (seed, refuse) => {
    for (const figure of figuresOf(seed)) {
      const { value, date, comparator } = figure.scalars;
      if (value !== undefined || date !== undefined || CHANGES.includes(String(comparator))) continue;
      refuse(figure, 'value', `${figure.id} has neither value nor date`, 'add the one its measure holds');
    }
  },

  CHANGE_WITH_VALUE: (seed, refuse) => {
    for (const figure of figuresOf(seed)) {
      const { value, date, comparator } = figure.scalars;
      if (!CHANGES.includes(String(comparator)) || (value ?? date) === undefined) continue;
      const hint = `leave it out, or write another comparator: ${comparator} is for what states no value`;
      refuse(figure, value === undefined ? 'date' : 'value', `${figure.id} is ${comparator} and has a value`, hint);
    }
  },

  UNKNOWN_MEASURE: (seed, refuse) => {
    for (const figure of figuresOf(seed)) {
      const { measure } = figure.scalars;
      if (measure === undefined || seed.measureByName.has(String(measure))) continue;
      refuse(
        figure,
        'measure',
        `"${measure}" is no measure`,
        'add it to measures.yaml, or write one that stands there',
      );
    }
  },

  MEASURE_MISFIT: (seed, refuse) => {
    for (const figure of figuresOf(seed)) {
      const holds = seed.measureByName.get(String(figure.scalars.measure))?.holds;
      const key = holds === 'NUMBER' ? 'date' : 'value';
      if (holds === undefined || figure.scalars[key] === undefined) continue;
      const hint = `write ${holds === 'NUMBER' ? 'a value' : 'a date'}, or use another measure`;
      refuse(figure, key, `${figure.id} has a ${key}, but ${figure.scalars.measure} holds a ${holds}`, hint);
    }
  },

  FIGURE_WITHOUT_UNIT: (seed, refuse) => {
    for (const figure of figuresOf(seed)) {
      const measure = seed.measureByName.get(String(figure.scalars.measure));
      if (figure.scalars.value === undefined || measure?.holds !== 'NUMBER' || measure.unit !== undefined) continue;
      refuse(figure, 'value', `${figure.id} is a number of nothing`, `give the measure ${measure.measure} a unit`);
    }
  },

  /** One thing cannot have two values of a single-valued measure from the same day on, unless one of them is preferred. */
  RIVAL_FIGURES: (seed, refuse) => {
    const groups = new Map<string, SeedThing[]>();
    for (const figure of factsOfOneValue(seed).filter(isOpen)) {
      const key = rivalKey(figure);
      groups.set(key, [...(groups.get(key) ?? []), figure]);
    }
    for (const [first, ...others] of groups.values()) {
      if (!first || [first, ...others].some(({ claim }) => claim?.rank === 'PREFERRED')) continue;
      for (const figure of others) {
        const hint =
          'say when one ends, prefer or deprecate one with a note, or make them one figure with the passages of both';
        refuse(figure, 'id', `${figure.id} and ${first.id} (${describeSpot(first)}) hold at once`, hint);
      }
    }
  },
};

/** Facts that stand, of measures of which a thing has one value at a time. */
export const factsOfOneValue = (seed: SeedIndex): readonly SeedThing[] =>
  figuresOf(seed).filter(
    (figure) =>
      figure.claim?.modality === 'FACT' &&
      figure.claim.rank !== 'DEPRECATED' &&
      figure.claim.retractedAt === undefined &&
      hasSubject(figure) &&
      seed.measureByName.get(String(figure.scalars.measure))?.singleValued,
  );

const isOpen = ({ claim }: SeedThing): boolean => claim?.end !== 'ENDED';

export const areRivals = (one: SeedThing, other: SeedThing): boolean =>
  isOpen(one) && isOpen(other) && rivalKey(one) === rivalKey(other);

const rivalKey = (figure: SeedThing): string =>
  JSON.stringify([
    figure.scalars.measure,
    figure.claim?.validFrom ?? figure.scalars.measuredOn ?? null,
    scopeOf(figure),
  ]);
