import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphQLSchema, parse, print, validate } from 'graphql';
import { ReformgraphError } from '../errors.ts';
import { type GalleryQuestion, readGallery } from '../gallery.ts';
import { LIMITS } from '../limits.ts';
import { pageOperations } from '../page/ask-page.ts';

/** What a locked server answers, and nothing else. */
export interface RegisteredOperations {
  readonly count: number;
  /** The text as it was registered, of one that differs from it in white space, commas and comments only. */
  byText(text: string): string | undefined;
  /** By the sha256, in hexadecimal, of the text as it was registered or as graphql-js prints it. */
  byHash(hash: string): string | undefined;
}

/** Those of the gallery, of the pages and of the `*.graphql` files in a folder. Refuses files that the contract does not allow, and to have none at all. */
export function readRegistered(
  schema: GraphQLSchema,
  folder?: string,
  gallery: readonly GalleryQuestion[] = readGallery(),
): RegisteredOperations {
  const files = folder === undefined ? [] : readFiles(folder);
  const problems = files.flatMap(({ file, text }) =>
    problemsOf(schema, text).map((problem) => `  ${file}: ${problem}`),
  );
  if (problems.length > 0) {
    throw new ReformgraphError(
      'BAD_CONFIGURATION',
      `REGISTERED_OPERATIONS holds what cannot be asked:\n${problems.join('\n')}\nCorrect these files and start again.`,
    );
  }
  if (gallery.length + files.length === 0) {
    throw new ReformgraphError(
      'BAD_CONFIGURATION',
      `REFORMGRAPH_PROFILE is "locked", but no operation is registered: this installation has no test/questions, whose gallery counts, and REGISTERED_OPERATIONS ${
        folder === undefined ? 'names no folder' : `names "${folder}", which has no *.graphql file`
      }. Put the operations to answer into a folder and name it there.`,
    );
  }
  return register([...gallery.map(({ query }) => query), ...pageOperations(), ...files.map(({ text }) => text)]);
}

function register(texts: readonly string[]): RegisteredOperations {
  const asWritten = new Set(texts);
  const asPrinted = new Map<string, string>();
  const byHash = new Map<string, string>();
  for (const text of texts) {
    const printed = printedOf(text);
    if (printed === undefined) continue;
    // Of two that say the same, both are found as the first.
    const first = asPrinted.get(printed) ?? text;
    asPrinted.set(printed, first);
    for (const one of [text, printed]) byHash.set(sha256(one), first);
  }
  return {
    count: asPrinted.size,
    byText(text) {
      if (asWritten.has(text)) return text;
      const printed = printedOf(text);
      return printed === undefined ? undefined : asPrinted.get(printed);
    },
    byHash: (hash) => byHash.get(hash.toLowerCase()),
  };
}

function printedOf(text: string): string | undefined {
  try {
    return print(parse(text, { noLocation: true, maxTokens: LIMITS.tokens }));
  } catch {
    return undefined;
  }
}

function readFiles(folder: string): readonly { file: string; text: string }[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.graphql'))
      .sort()
      .map((name) => ({ file: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new ReformgraphError(
      'BAD_CONFIGURATION',
      `REGISTERED_OPERATIONS cannot be read (${code}): got "${folder}". Name a folder with *.graphql files, or unset it.`,
      { cause },
    );
  }
}

function problemsOf(schema: GraphQLSchema, text: string): readonly string[] {
  try {
    return validate(schema, parse(text, { maxTokens: LIMITS.tokens })).map(({ message }) => message);
  } catch (error) {
    return [(error as Error).message];
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
