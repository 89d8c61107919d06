import {
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
import { locatorForms } from './locator.ts';
import type { Report } from './problem.ts';
import type { SeedMention, SeedPassage } from './seed-types.ts';
import type { YamlValue } from './yaml-values.ts';

const MENTION: Shape = {
  to: { type: 'Id', required: true, description: 'The thing spoken of.' },
  as: { type: 'String', required: true, description: 'The words the passage uses for it, as they stand there.' },
};

const PASSAGE: Shape = {
  id: {
    type: { idOf: ['passage'] },
    required: true,
    description: 'Id of the document and the line, with a letter for a second one: `passage/kz/000/13b`.',
  },
  line: { type: 'Int', description: 'First line, from 1.' },
  lineEnd: { type: 'Int', description: 'Last line, where it is another.' },
  start: { type: 'Int', description: 'First code point of the stretch, from 0 at the start of the line.' },
  end: { type: 'Int', description: 'Code point after the stretch.' },
  sha256: { type: 'String', description: 'SHA-256 of the UTF-8 bytes of the stretch; `npm run passage` prints it.' },
  locator: { type: 'String', description: `Place in the record of an act: ${locatorForms}.` },
  headings: { type: 'String', list: true, description: 'Headings it stands under, the outermost first.' },
  statement: { type: 'String', required: true, description: 'What it says, in our own words, never the text itself.' },
  spokenBy: { type: { idOf: ['official'] }, description: 'Who is quoted or reported here.' },
  mentions: { type: 'Entries', of: MENTION, description: 'What the passage speaks of, each as it words it.' },
};

export const PASSAGES: Shape = {
  document: { type: { idOf: ['document'] }, required: true, description: 'The document they stand in.' },
  passages: { type: 'Entries', of: PASSAGE, required: true, description: 'Places in it on which claims rest.' },
};

/** A file of `passages/`: groups, one per document. */
export function readPassages(file: YamlValue | undefined, recordedAt: string, report: Report): readonly SeedPassage[] {
  const groups = listOf(file, report).flatMap(
    (entry) => readFields(entry, 'a group of passages', PASSAGES, report) ?? [],
  );
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
      headings: listIn(fields, 'headings'),
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
