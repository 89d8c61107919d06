import type { Seed } from '../load/seed-types.ts';
import { accountFor, type Line, summary } from './account.ts';
import { claimsByPassage } from './describe-claims.ts';
import { hang, type Look, paint } from './layout.ts';
import { documentEntry } from './ready-yaml.ts';
import type { Source } from './source-files.ts';

/** Lines of the documents as a terminal shows them, and whether each is accounted for. */
export function printLines(
  sources: readonly Source[],
  seed: Seed,
  gapsOnly: boolean,
  look: Look,
): { text: string; complete: boolean } {
  const claims = claimsByPassage(seed);
  const all: Line[] = [];
  const parts = sources.map((source) => {
    const title = paint([source.document?.id, source.file?.name].filter(Boolean).join('  '), 'bold', look);
    if (!source.file) return `${title}\n${hang('  ', 'No file of the folder is this document.', look, 'red')}`;
    const lines = accountFor(source, seed);
    all.push(...lines);
    const shown = lines.filter(({ state }) => (gapsOnly ? state === 'UNACCOUNTED' : state !== 'BLANK'));
    const unknown = source.document ? [] : ['', hang('', UNKNOWN, look), '', documentEntry(source.file, seed)];
    return [title, ...shown.map((line) => printLine(line, claims, look)), summary(lines), ...unknown].join('\n');
  });
  const complete = sources.every(({ file }) => file !== undefined) && all.every(({ state }) => state !== 'UNACCOUNTED');
  const total = sources.length > 1 ? [paint(`${sources.length} documents, ${summary(all)}`, 'bold', look)] : [];
  return { text: [...parts, ...total].join('\n\n'), complete };
}

const UNKNOWN = 'No document of the seed is this file. To begin, put this into source-documents.yaml and fill it in:';

function printLine(line: Line, claims: ReadonlyMap<string, readonly string[]>, look: Look): string {
  const gap = line.state === 'UNACCOUNTED';
  const mark = `${gap ? '✗' : ' '}${String(line.number).padStart(4)}  `;
  const rows = [hang(mark, line.text, look, gap ? 'red' : 'dim')];
  if (gap) rows.push(hang('       ', 'neither passage nor reason', look, 'red'));
  if (line.state === 'WITHOUT') rows.push(hang('       no claim: ', line.reason ?? '', look, 'yellow'));
  for (const { id, place, statement } of line.passages) {
    if (place.line !== line.number) rows.push(hang('       ', `${id} goes on`, look));
    else {
      rows.push(hang('       ', `${id}: ${statement}`, look));
      rows.push(...(claims.get(id) ?? []).map((claim) => hang('         - ', claim, look, 'green')));
    }
  }
  return rows.join('\n');
}
