import { listIn, listOf, placeOf, readFields, type Shape, textOf, textsOf } from './fields.ts';
import { type Report, spotOf } from './problem.ts';
import type { Measure, Release, SeedMerged } from './seed-types.ts';
import type { YamlValue } from './yaml-values.ts';

export const MEASURE: Shape = {
  measure: { type: 'String', required: true, description: 'Its name, as figures give it.' },
  unit: { type: 'String', description: 'Unit of its values.' },
  holds: {
    type: { oneOf: ['NUMBER', 'DATE'] },
    required: true,
    description: 'Whether figures state a value or a date.',
  },
  singleValued: { type: 'Boolean', description: 'Whether one thing can have only one at a time.' },
  description: { type: 'String', required: true, description: 'What is counted or dated, never which value.' },
};

export const RELEASE: Shape = {
  name: { type: 'String', required: true, description: 'Its name, that of the folder.' },
  title: { type: 'String', required: true, description: 'What it is about.' },
  jurisdiction: { type: 'String', required: true, description: 'Jurisdiction of things that name none.' },
  releases: { type: 'Day', list: true, required: true, description: 'Days on which it was released.' },
};

export const MERGED: Shape = {
  id: { type: 'Id', required: true, description: 'An id no longer used.' },
  into: { type: 'Id', required: true, description: 'The thing that answers for it.' },
};

/** `measures.yaml`. */
export function readMeasures(file: YamlValue | undefined, report: Report): readonly Measure[] {
  return listOf(file, report).flatMap((entry) => {
    const fields = readFields(entry, 'a measure', MEASURE, report);
    const measure = fields && textOf(fields, 'measure');
    if (!measure) return [];
    return {
      ...placeOf(fields),
      measure,
      ...textsOf(fields, ['unit']),
      holds: textOf(fields, 'holds') === 'DATE' ? ('DATE' as const) : ('NUMBER' as const),
      singleValued: fields.values.singleValued === true,
      description: textOf(fields, 'description') ?? '',
    };
  });
}

/** `release.yaml` of a sub-folder; undefined when it lacks what the rest is read with. */
export function readRelease(file: YamlValue, report: Report): Release | undefined {
  const fields = readFields(file, 'the release', RELEASE, report);
  if (!fields) return undefined;
  const days = listIn(fields, 'releases');
  if (fields.map.has('releases') && days.length === 0) {
    report(
      spotOf(fields, 'releases'),
      'MISSING_KEY',
      'the release names no day',
      'write at least one, as in ["2026-11-22"]',
    );
  }
  return {
    ...placeOf(fields),
    name: textOf(fields, 'name') ?? '',
    title: textOf(fields, 'title') ?? '',
    jurisdiction: textOf(fields, 'jurisdiction') ?? '',
    days: [...days].sort(),
  };
}

/** `merged.yaml` of a sub-folder. */
export function readMerged(file: YamlValue | undefined, report: Report): readonly SeedMerged[] {
  return listOf(file, report).flatMap((entry) => {
    const fields = readFields(entry, 'a merged id', MERGED, report);
    const id = fields && textOf(fields, 'id');
    const into = fields && textOf(fields, 'into');
    return id && into ? { ...placeOf(fields), id, into } : [];
  });
}
