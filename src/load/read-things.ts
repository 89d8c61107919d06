import type { NounSpec, TieSpec } from '../../schema/spec.ts';
import {
  type Field,
  type Fields,
  listIn,
  listOf,
  numbersOf,
  placeOf,
  readEntries,
  readFields,
  type Shape,
  textOf,
  textsOf,
} from './fields.ts';
import type { Report } from './problem.ts';
import { CLAIM, claimOf, onUnknownInThing, RECORDED, readTies, rowsFrom, tieShape } from './read-claims.ts';
import type { Release, SeedName, SeedQuestion, SeedThing, SeedWithoutClaims } from './seed-types.ts';
import type { YamlValue } from './yaml-values.ts';

const PASSAGE_IDS = { type: { idOf: ['passage'] }, list: true } as const;

const NAME: Shape = {
  text: { type: 'String', required: true, description: 'The name.' },
  language: { type: 'Language', required: true, description: 'Its language, as a BCP 47 tag.' },
  script: { type: 'Script', required: true, description: 'Its script, as an ISO 15924 code.' },
  kind: { type: { enum: 'NameKind' }, required: true, description: 'Standing of the name.' },
  validFrom: { type: 'PartialDate', description: 'First day of use.' },
  validTo: { type: 'PartialDate', description: 'First day no longer in use.' },
  passages: { ...PASSAGE_IDS, description: 'The passages that use it; OURS may have none.' },
};

const WITHOUT_CLAIMS: Shape = {
  line: { type: 'Int', required: true, description: 'First such line, from 1.' },
  lineEnd: { type: 'Int', description: 'Last one, where it is another.' },
  reason: { type: 'String', required: true, description: 'Why nothing rests on it, for instance `a heading`.' },
};

const QUESTION: Shape = {
  question: { type: 'String', required: true, description: 'The question, in plain words; ends in a question mark.' },
  note: { type: 'String', description: 'What the sources say instead, or where the answer may be.' },
};

const THING: Shape = {
  name: { type: 'String', required: true, description: 'Short name, for captions.' },
  summary: { type: 'String', description: 'What it is, in one sentence.' },
  jurisdiction: { type: 'String', description: 'Jurisdiction, where it is not that of the release.' },
  identifiers: { type: 'Identifier', list: true, description: 'Ids elsewhere, as scheme:value.' },
  note: { type: 'String', description: 'How values were inferred, or another remark.' },
  passages: { ...PASSAGE_IDS, description: 'The passages its own values rest on.' },
  names: { type: 'Entries', of: NAME, description: 'Every name and wording, with its language and standing.' },
  unstated: {
    type: 'Entries',
    of: QUESTION,
    description: 'Questions often asked of it that no source answers.',
  },
  ...RECORDED,
};

/** Only documents: a seed accounts for each of their lines. */
const DOCUMENT: Shape = {
  withoutClaims: { type: 'Entries', of: WITHOUT_CLAIMS, description: 'Lines on which nothing rests, and why.' },
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
  const shape = thingShape(noun, table);
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
      withoutClaims: readWithoutClaims(fields, report),
      unstated: readQuestions(fields, report),
      ties: [...rows.values()].flatMap((row) => readTies(fields, id, row, claim, release.days[0] ?? '', report)),
      ...(claim ? { claim } : {}),
    };
  });
}

/** The keys of a thing: those of every thing, its own scalars, its ties. */
export function thingShape(noun: NounSpec, table: readonly TieSpec[]): Shape {
  const claim = noun.claim === true;
  const scalars = Object.entries(noun.properties).filter(([key]) => !(noun.claim && FROM_MEASURE.includes(key)));
  return {
    ...THING,
    id: {
      type: { idOf: [noun.prefix] },
      required: true,
      description: `Id, the same in YAML, Neo4j and GraphQL: \`${noun.prefix}/kz/…\`.`,
    },
    inferred: {
      type: { oneOf: scalars.map(([key]) => key) },
      list: true,
      description: 'Own values that the sources only imply; the note says how.',
    },
    ...(claim ? CLAIM : {}),
    ...Object.fromEntries(scalars),
    ...(noun.name === 'SourceDocument' ? DOCUMENT : {}),
    ...Object.fromEntries([...rowsFrom(noun, table)].map(([field, row]) => [field, tiesField(row, claim)])),
  };
}

const tiesField = (row: TieSpec, ofFigure: boolean): Field => ({
  type: 'Entries',
  of: tieShape(row, ofFigure),
  description: row.description,
});

function readWithoutClaims(document: Fields, report: Report): readonly SeedWithoutClaims[] {
  return readEntries(document, 'withoutClaims', '"withoutClaims"', WITHOUT_CLAIMS, report).flatMap((fields) => {
    const { line, lineEnd = line } = numbersOf(fields, ['line', 'lineEnd']);
    const reason = textOf(fields, 'reason');
    return line === undefined || lineEnd === undefined || !reason ? [] : { ...placeOf(fields), line, lineEnd, reason };
  });
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

function readQuestions(thing: Fields, report: Report): readonly SeedQuestion[] {
  return readEntries(thing, 'unstated', 'an open question', QUESTION, report).flatMap((fields) => {
    const question = textOf(fields, 'question');
    return question ? { ...placeOf(fields), question, ...textsOf(fields, ['note']) } : [];
  });
}
