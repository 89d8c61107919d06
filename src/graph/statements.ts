import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Statement } from './graph.ts';

/** A statement that stands in a file of `cypher/`, with what its header says. */
export interface StatementFile extends Statement {
  readonly folder: 'setup' | 'read' | 'write' | 'browser';
  /** First sentence of the header. */
  readonly summary: string;
  /** What more the header says, for who reads it. */
  readonly notes: readonly string[];
  /** Under which heading a guide lists it, from the `@theme` line. */
  readonly theme: string | undefined;
  /** Parameter → example value, from the `@param` lines. */
  readonly examples: Readonly<Record<string, unknown>>;
}

const CYPHER = fileURLToPath(new URL('../../cypher/', import.meta.url));
const THEME = /^@theme (.+)$/;
const PARAM = /^@param (\w+) .*?= (.+)$/;

/** Reads every `cypher/<folder>/<name>.cypher`: one sentence on top, then notes, `// @theme` and `// @param name type = example` lines, one statement. */
export function readStatementFiles(): ReadonlyMap<string, StatementFile> {
  const files = readdirSync(CYPHER, {
    recursive: true,
    encoding: 'utf8',
  }).filter((file) => file.endsWith('.cypher'));
  return new Map(files.sort().map((file) => [file.replace(/\.cypher$/, ''), parse(join(CYPHER, file))]));
}

function parse(path: string): StatementFile {
  const lines = readFileSync(path, 'utf8').split('\n');
  const header = lines.filter((line) => line.startsWith('//')).map((line) => line.replace(/^\/\/ ?/, ''));
  const params = header.flatMap((line) => {
    const found = PARAM.exec(line);
    return found?.[1] && found[2] ? [[found[1], JSON.parse(found[2]) as unknown] as const] : [];
  });
  const name = relative(CYPHER, path).replace(/\.cypher$/, '');
  return {
    name,
    folder: name.split('/')[0] as StatementFile['folder'],
    summary: header[0] ?? '',
    notes: header.slice(1).filter((line) => !line.startsWith('@')),
    theme: header.map((line) => THEME.exec(line)?.[1]).find((found) => found !== undefined),
    examples: Object.fromEntries(params),
    text: lines
      .filter((line) => !line.startsWith('//'))
      .join('\n')
      .trim()
      .replace(/;$/, ''),
  };
}

const files = readStatementFiles();

/** The statement of `cypher/<name>.cypher`; a missing file stops the start and is named. */
export function statementFile(name: string): StatementFile {
  const found = files.get(name);
  if (!found) throw new Error(`There is no cypher/${name}.cypher.`);
  return found;
}
