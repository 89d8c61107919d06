import {
  type Fields,
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
import type { SeedMention, SeedPassage } from './seed-types.ts';
import type { YamlValue } from './yaml-values.ts';

const GROUP: Shape = {
  document: { type: 'Id', required: true },
  passages: { type: 'Entries', required: true },
};

const PASSAGE: Shape = {
  id: { type: 'Id', required: true },
  line: { type: 'Int' },
  lineEnd: { type: 'Int' },
  start: { type: 'Int' },
  end: { type: 'Int' },
  sha256: { type: 'String' },
  locator: { type: 'String' },
  statement: { type: 'String', required: true },
  spokenBy: { type: 'Id' },
  mentions: { type: 'Entries' },
};

const MENTION: Shape = {
  to: { type: 'Id', required: true },
  as: { type: 'String', required: true },
};

/** A file of `passages/`: groups, one per document. */
export function readPassages(file: YamlValue | undefined, recordedAt: string, report: Report): readonly SeedPassage[] {
  const groups = listOf(file, report).flatMap((entry) => readFields(entry, 'a group of passages', GROUP, report) ?? []);
  const read = groups.flatMap((group) =>
    readEntries(group, 'passages', 'a passage', PASSAGE, report).map((fields) => ({ group, fields })),
  );
  return read.flatMap(({ group, fields }, index) => {
    const id = textOf(fields, 'id');
    const document = textOf(group, 'document');
    if (!id || !document) return [];
    return {
      ...placeOf(fields),
      ...textsOf(fields, ['spokenBy']),
      place: {
        ...numbersOf(fields, ['line', 'lineEnd', 'start', 'end']),
        ...textsOf(fields, ['sha256', 'locator']),
      },
      id,
      document,
      statement: textOf(fields, 'statement') ?? '',
      mentions: readMentions(fields, report),
      position: index + 1,
      recordedAt,
    };
  });
}

function readMentions(passage: Fields, report: Report): readonly SeedMention[] {
  return readEntries(passage, 'mentions', 'a mention', MENTION, report).flatMap((fields) => {
    const to = textOf(fields, 'to');
    const as = textOf(fields, 'as');
    return to && as ? { ...placeOf(fields), to, as } : [];
  });
}
