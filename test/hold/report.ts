import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

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

/** Prints the figures of a run, writes them to `results/` unless `keep` is false, and makes the process end with 1 when one does not hold. */
export function report(
  run: string,
  figures: readonly Figure[],
  more: Readonly<Record<string, unknown>> = {},
  keep = true,
): void {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const about = { run, commit, node: process.version, cores: cpus().length, ...more };
  const folder = fileURLToPath(new URL('results/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  if (keep) writeFileSync(`${folder}${run}.json`, `${JSON.stringify({ ...about, figures }, null, 1)}\n`);
  for (const { name, found, wanted, holds } of figures)
    console.log(`${holds ? 'holds ' : 'BROKEN'}  ${name}: ${JSON.stringify(found)}, wanted ${wanted}`);
  if (figures.some(({ holds }) => !holds)) process.exitCode = 1;
}
