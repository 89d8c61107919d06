import type { Seed, SeedPassage } from '../load/seed-types.ts';
import type { Check } from './check.ts';
import { type Source, type SourceFile, sha256 } from './source-files.ts';
import { lengthOf, linesAt, plainWords, stretchOf } from './stretch.ts';

/** Holds what the seed says of texts against the texts: hash of the file, place and hash of each passage, words of each mention. */
export function verifyTexts(sources: readonly Source[], seed: Seed): readonly Check[] {
  return sources.flatMap(({ document, file }) => {
    if (!document) return [];
    const passages = seed.passages.filter(
      (passage) => passage.document === document.id && passage.place.line !== undefined,
    );
    const spot = { what: 'document' as const, id: document.id, at: document };
    if (!file)
      return {
        ...spot,
        wrong: [`no file of the folder is this document, so ${passages.length} passages cannot be checked`],
      };
    const { sha256: stated } = document.scalars;
    const faults = [
      ...(stated === undefined ? [`it has no sha256; that of ${file.name} is ${file.sha256}`] : []),
      ...(stated !== undefined && stated !== file.sha256
        ? [`its sha256 is ${stated}, that of ${file.name} is ${file.sha256}`]
        : []),
      ...document.withoutClaims
        .filter(({ lineEnd }) => lineEnd > file.lines.length)
        .map(({ lineEnd }) => `withoutClaims names line ${lineEnd}, ${file.name} has ${file.lines.length}`),
    ];
    return [{ ...spot, wrong: faults }, ...passages.flatMap((passage) => verifyPassage(passage, file))];
  });
}

function verifyPassage(passage: SeedPassage, file: SourceFile): readonly Check[] {
  const { id, place, statement, headings, mentions } = passage;
  const { start = 0, end = 0 } = place;
  const text = linesAt(file.lines, place);
  const stretch = stretchOf(text ?? '', start, end);
  const faults: string[] = [];
  if (text === undefined)
    faults.push(`${file.name} has ${file.lines.length} lines, not line ${place.lineEnd ?? place.line}`);
  else if (end > lengthOf(text)) faults.push(`it ends at ${end}, its lines have ${lengthOf(text)} code points`);
  else if (sha256(stretch) !== place.sha256) faults.push(`the stretch has another sha256: ${sha256(stretch)}`);
  const above = file.lines.slice(0, (place.line ?? 1) - 1).map(plainWords);
  for (const heading of headings.filter((one) => !above.some((line) => line.includes(plainWords(one))))) {
    faults.push(`no line before it has the heading "${heading}"`);
  }
  const held = plainWords(stretch);
  return [
    { what: 'passage', id, at: passage, wrong: faults, text: stretch, statement },
    ...mentions.map((mention): Check => {
      const words = plainWords(mention.as);
      const where = plainWords(text ?? '').includes(words)
        ? 'stand on the line, but not in the stretch'
        : 'do not stand there';
      return {
        what: 'mention',
        id: `${id} → ${mention.to}`,
        at: mention,
        wrong: held.includes(words) ? [] : [`the words "${mention.as}" ${where}`],
      };
    }),
  ];
}
