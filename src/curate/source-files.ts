import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ReformgraphError } from '../errors.ts';
import type { Seed, SeedThing } from '../load/seed-types.ts';

/** An original text, which is never part of the project. */
export interface SourceFile {
  readonly name: string;
  readonly sha256: string;
  readonly lines: readonly string[];
}

/** A document of the seed with its file, or one of the two that lacks the other. */
export type Source =
  | { readonly document: SeedThing; readonly file: SourceFile }
  | { readonly document: SeedThing; readonly file?: undefined }
  | { readonly document?: undefined; readonly file: SourceFile };

export const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

/** The last part of an id: `000` of `document/kz/000`. */
export const tailOf = (id: string): string => id.split('/').at(-1) ?? id;

/** The text files of a folder, each with its documents: known by the hash of the file, else by how its name begins. Acts have no file. */
export function readSources(folder: string, seed: Seed): readonly Source[] {
  const files = readFiles(folder);
  const documents = seed.things.filter(
    ({ noun, scalars }) => noun === 'SourceDocument' && scalars.kind !== 'ACT_RECORD',
  );
  const fileOf = ({ id, scalars }: SeedThing): SourceFile | undefined =>
    files.find((file) => file.sha256 === scalars.sha256) ??
    files.find(({ name }) => stemOf(name).split('_')[0] === tailOf(id));
  const known = documents.map((document): Source => {
    const file = fileOf(document);
    return file ? { document, file } : { document };
  });
  const taken = new Set(known.map(({ file }) => file));
  return [...known, ...files.filter((file) => !taken.has(file)).map((file): Source => ({ file }))];
}

/** The sources a person means: an id, its last part or the name of the file; all that the seed knows when none is named. */
export function chooseSources(sources: readonly Source[], wanted: string | undefined): readonly Source[] {
  if (wanted === undefined) return sources.filter(({ document }) => document !== undefined);
  const found = sources.filter((source) => namesOf(source).includes(wanted));
  if (found.length > 0) return found;
  throw new ReformgraphError(
    'BAD_USER_INPUT',
    `There is no document "${wanted}". There are:\n${sources.map((source) => `  ${namesOf(source).join(', ')}`).join('\n')}`,
  );
}

const namesOf = ({ document, file }: Source): readonly string[] => [
  ...(document ? [document.id, tailOf(document.id)] : []),
  ...(file ? [file.name, stemOf(file.name)] : []),
];

export const stemOf = (name: string): string => basename(name, '.txt');

function readFiles(folder: string): readonly SourceFile[] {
  if (!existsSync(folder)) {
    throw new ReformgraphError(
      'BAD_USER_INPUT',
      `There is no folder "${folder}". Name the one with the original texts.`,
    );
  }
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      return { name, sha256: sha256(bytes), lines: linesOf(bytes.toString('utf8')) };
    });
}

/** Lines are what stands between line feeds; a line feed at the very end begins no further line. */
function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
