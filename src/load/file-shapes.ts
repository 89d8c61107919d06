import { nouns } from '../../schema/nouns.ts';
import { ties } from '../../schema/ties.ts';
import type { Field, Shape } from './fields.ts';
import { COMPARISON } from './read-comparisons.ts';
import { PASSAGES } from './read-passages.ts';
import { MEASURE, MERGED, RELEASE } from './read-release.ts';
import { fileOfNoun } from './read-seed.ts';
import { thingShape } from './read-things.ts';
import type { Measure } from './seed-types.ts';

/** What a kind of seed file holds. */
export interface FileShape {
  readonly description: string;
  readonly shape: Shape;
  /** Is the file one map, not a list of them? */
  readonly single?: true;
}

/** Kind of file → what it holds: `laws` for each `laws.yaml`, `passages` for all in folders of that name. */
export const fileShapes = (measures: readonly Measure[]): Readonly<Record<string, FileShape>> => ({
  measures: { description: 'What figures may count or date.', shape: MEASURE },
  release: {
    description: 'What a folder of the seed is about, and when it was released.',
    shape: RELEASE,
    single: true,
  },
  comparisons: { description: 'Where sources disagree, or seem to.', shape: COMPARISON },
  merged: { description: 'Ids no longer used.', shape: MERGED },
  passages: { description: 'Places in documents on which claims rest, by document.', shape: PASSAGES },
  ...Object.fromEntries(
    Object.values(nouns).map((noun) => {
      const shape = thingShape(noun, ties);
      const { measure } = noun.claim ? shape : {};
      return [
        fileOfNoun(noun).replace('.yaml', ''),
        { description: noun.description, shape: measure ? { ...shape, measure: listed(measure, measures) } : shape },
      ];
    }),
  ),
});

/** The field with the measures of this seed as its only values. */
const listed = (field: Field, measures: readonly Measure[]): Field => ({
  ...field,
  type: {
    oneOf: measures.map(({ measure }) => measure),
    meanings: measures.map(({ description }) => description),
  },
});
