import { listIn, listOf, placeOf, readFields, type Shape, textOf, textsOf } from './fields.ts';
import { type Report, spotOf } from './problem.ts';
import type { Measure, Release, SeedMerged } from './seed-types.ts';
import type { YamlValue } from './yaml-values.ts';

const MEASURE: Shape = {
  measure: { type: 'String', required: true },
  unit: { type: 'String' },
  holds: { type: { oneOf: ['NUMBER', 'DATE'] }, required: true },
  singleValued: { type: 'Boolean' },
  description: { type: 'String', required: true },
};

const RELEASE: Shape = {
  name: { type: 'String', required: true },
  title: { type: 'String', required: true },
  jurisdiction: { type: 'String', required: true },
  releases: { type: 'Day', list: true, required: true },
};

const MERGED: Shape = {
  id: { type: 'Id', required: true },
  into: { type: 'Id', required: true },
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
