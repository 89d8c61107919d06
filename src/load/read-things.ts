import type { NounSpec, TieSpec } from '../../schema/spec.ts';
import {
  type Fields,
  listIn,
  listOf,
  placeOf,
  readEntries,
  readFields,
  type Shape,
  textOf,
  textsOf,
} from './fields.ts';
import type { Report } from './problem.ts';
import { CLAIM, claimOf, onUnknownInThing, RECORDED, readTies, rowsFrom } from './read-claims.ts';
import type { Release, SeedName, SeedThing } from './seed-types.ts';
import type { YamlValue } from './yaml-values.ts';

const THING: Shape = {
  id: { type: 'Id', required: true },
  name: { type: 'String', required: true },
  summary: { type: 'String' },
  jurisdiction: { type: 'String' },
  identifiers: { type: 'Identifier', list: true },
  note: { type: 'String' },
  passages: { type: 'Id', list: true },
  names: { type: 'Entries' },
  ...RECORDED,
};

const NAME: Shape = {
  text: { type: 'String', required: true },
  language: { type: 'Language', required: true },
  script: { type: 'Script', required: true },
  kind: { type: { enum: 'NameKind' }, required: true },
  validFrom: { type: 'PartialDate' },
  validTo: { type: 'PartialDate' },
  passages: { type: 'Id', list: true },
};

/** Figures take their unit from the measure, so a seed does not write it. */
const FROM_MEASURE = ['unit'];

/** The file of one noun. */
export function readThings(
  file: YamlValue | undefined,
  noun: NounSpec,
  table: readonly TieSpec[],
  release: Release,
  report: Report,
): readonly SeedThing[] {
  const rows = rowsFrom(noun, table);
  const shape = shapeOf(noun, rows);
  const onUnknown = onUnknownInThing(noun, shape, table, report);
  return listOf(file, report).flatMap((entry) => {
    const fields = readFields(entry, noun.name, shape, report, onUnknown);
    const id = fields && textOf(fields, 'id');
    if (!id) return [];
    const recordedAt = textOf(fields, 'recordedAt') ?? release.days[0] ?? '';
    const claim = noun.claim ? claimOf(fields, 'STATE', recordedAt) : undefined;
    return {
      ...placeOf(fields),
      ...textsOf(fields, ['summary', 'note', 'retractedAt']),
      noun: noun.name,
      id,
      name: textOf(fields, 'name') ?? '',
      jurisdiction: textOf(fields, 'jurisdiction') ?? release.jurisdiction,
      identifiers: listIn(fields, 'identifiers'),
      scalars: Object.fromEntries(Object.entries(fields.values).filter(([key]) => Object.hasOwn(noun.properties, key))),
      inferred: listIn(fields, 'inferred'),
      passages: listIn(fields, 'passages'),
      recordedAt,
      names: readNames(fields, report),
      ties: [...rows.values()].flatMap((row) => readTies(fields, id, row, claim, release.days[0] ?? '', report)),
      ...(claim ? { claim } : {}),
    };
  });
}

function shapeOf(noun: NounSpec, rows: ReadonlyMap<string, TieSpec>): Shape {
  const scalars = Object.entries(noun.properties).filter(([key]) => !(noun.claim && FROM_MEASURE.includes(key)));
  return {
    ...THING,
    inferred: { type: { oneOf: scalars.map(([key]) => key) }, list: true },
    ...(noun.claim ? CLAIM : {}),
    ...Object.fromEntries(scalars),
    ...Object.fromEntries([...rows.keys()].map((field) => [field, { type: 'Entries' as const }])),
  };
}

function readNames(thing: Fields, report: Report): readonly SeedName[] {
  return readEntries(thing, 'names', 'a name', NAME, report).flatMap((fields) => {
    const { text, language, script, kind, ...dates } = textsOf(fields, [
      'text',
      'language',
      'script',
      'kind',
      'validFrom',
      'validTo',
    ]);
    if (!text || !language || !script || !kind) return [];
    return {
      ...placeOf(fields),
      text,
      language,
      script,
      kind,
      ...dates,
      passages: listIn(fields, 'passages'),
    };
  });
}
