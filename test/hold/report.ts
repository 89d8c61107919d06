import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';

/** A figure, and whether it is what it has to be. */
export interface Figure {
  readonly name: string;
  readonly found: unknown;
  readonly wanted: string;
  readonly holds: boolean;
}

/** A figure that has to be 0; `found` tells more of what was counted. */
export const zero = (name: string, count: number, found: unknown = count): Figure => ({
  name,
  found,
  wanted: '0',
  holds: count === 0,
});

/** What is told of a run beside its figures. */
export interface About {
  /** Its version; none where no database runs. */
  readonly neo4j?: string;
  /** Where its random numbers began; none where nothing is left to chance. */
  readonly seed?: number;
  readonly [more: string]: unknown;
}

const RESULTS = fileURLToPath(new URL('results/', import.meta.url));

/** A command that measures, with the option that all of them have. */
export const measuring = (script: string, description: string): Command =>
  new Command(`npm run ${script} --`).description(description).option('--no-report', 'write no file');

/** Prints the figures of a run, puts it into the one report file unless `keep` is false, and makes the process end with 1 when one does not hold. */
export function report(run: string, figures: readonly Figure[], { neo4j, seed, ...more }: About, keep = true): void {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const versions = { node: process.versions.node, neo4j };
  if (keep) put(run, { command: commandLine(), seed, commit, versions, cores: cpus().length, ...more, figures });
  for (const { name, found, wanted, holds } of figures)
    console.log(`${holds ? 'holds ' : 'BROKEN'}  ${name}: ${JSON.stringify(found)}, wanted ${wanted}`);
  if (figures.some(({ holds }) => !holds)) process.exitCode = 1;
}

function commandLine(): string {
  const [, file = '', ...args] = process.argv;
  const script = process.env.npm_lifecycle_event;
  const begun = script ? `npm run ${script}${args.length > 0 ? ' --' : ''}` : `node --import tsx ${relative('', file)}`;
  return [begun, ...args].join(' ');
}

/** Others keep theirs. */
function put(run: string, told: object): void {
  const file = `${RESULTS}report.json`;
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, object>) : {};
  const runs = Object.entries({ ...known, [run]: told }).sort(([one], [other]) => (one < other ? -1 : 1));
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(runs), null, 1)}\n`);
}
