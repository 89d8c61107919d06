import {
  type Fields,
  listIn,
  listOf,
  placeOf,
  readEntries,
  readFields,
  readOne,
  type Shape,
  textOf,
  textsOf,
} from './fields.ts';
import type { Report } from './problem.ts';
import { RECORDED } from './read-claims.ts';
import type { Release, SeedComparison, SeedSide, SeedSideClaim } from './seed-types.ts';
import { isYamlMap, type YamlValue } from './yaml-values.ts';

const TIE: Shape = {
  of: { type: 'Id', required: true, description: 'The thing under which the tie stands.' },
  field: { type: 'String', required: true, description: 'The key under which it stands there.' },
  to: { type: 'Id', required: true, description: 'Where it leads.' },
  validFrom: { type: 'PartialDate', description: 'Its start, where several such ties rest on the passage.' },
};

const SIDE: Shape = {
  passage: { type: { idOf: ['passage'] }, required: true, description: 'Where it says so, or is silent.' },
  says: { type: 'String', required: true, description: 'What it says of the matter, in our own words.' },
  claim: {
    type: 'Entries',
    of: TIE,
    orId: true,
    description: 'The claim that holds it: the id of a figure, or a tie by its ends. Absent for silence.',
  },
};

export const COMPARISON: Shape = {
  id: { type: { idOf: ['comparison'] }, required: true, description: 'For instance `comparison/kz/share-in-favour`.' },
  name: { type: 'String', required: true, description: 'What it is about, in a few words.' },
  verdict: { type: { enum: 'ComparisonVerdict' }, required: true, description: 'How the sides stand to each other.' },
  explanation: { type: 'String', required: true, description: 'How they differ, and what is known of why.' },
  settledBy: { type: 'Id', description: 'The thing that settles it; absent while unsettled.' },
  over: { type: 'Id', list: true, required: true, description: 'The things it is over.' },
  sides: { type: 'Entries', of: SIDE, required: true, description: 'Two or more, in the order best read.' },
  ...RECORDED,
};

/** `comparisons.yaml` of a sub-folder. */
export function readComparisons(
  file: YamlValue | undefined,
  release: Release,
  report: Report,
): readonly SeedComparison[] {
  return listOf(file, report).flatMap((entry) => {
    const fields = readFields(entry, 'a comparison', COMPARISON, report);
    const id = fields && textOf(fields, 'id');
    if (!id) return [];
    return {
      ...placeOf(fields),
      ...textsOf(fields, ['settledBy', 'retractedAt']),
      id,
      name: textOf(fields, 'name') ?? '',
      verdict: textOf(fields, 'verdict') ?? '',
      explanation: textOf(fields, 'explanation') ?? '',
      over: listIn(fields, 'over'),
      sides: readSides(fields, report),
      recordedAt: textOf(fields, 'recordedAt') ?? release.days[0] ?? '',
    };
  });
}

function readSides(comparison: Fields, report: Report): readonly SeedSide[] {
  return readEntries(comparison, 'sides', 'a side', SIDE, report).flatMap((fields) => {
    const passage = textOf(fields, 'passage');
    if (!passage) return [];
    const claim = readClaim(fields.map.get('claim'), report);
    return { ...placeOf(fields), passage, says: textOf(fields, 'says') ?? '', ...(claim ? { claim } : {}) };
  });
}

/** The id of a figure, or a tie by its ends. */
function readClaim(value: YamlValue | undefined, report: Report): SeedSideClaim | undefined {
  if (!value) return undefined;
  if (!isYamlMap(value.content)) {
    const figure = readOne(value, 'claim', 'Id', report);
    return typeof figure === 'string' ? { figure } : undefined;
  }
  const fields = readFields(value, 'the claim of a side', TIE, report);
  const { of, field, to, ...start } = fields ? textsOf(fields, ['of', 'field', 'to', 'validFrom']) : {};
  return of && field && to ? { of, field, to, ...start } : undefined;
}
