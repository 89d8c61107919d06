import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { nounNames, nouns } from '../../schema/nouns.ts';
import type { NounSpec, TieSpec } from '../../schema/spec.ts';
import { ties } from '../../schema/ties.ts';
import { nearestWords } from './nearest-words.ts';
import type { Problem, Report } from './problem.ts';
import { readComparisons } from './read-comparisons.ts';
import { readPassages } from './read-passages.ts';
import { readMeasures, readMerged, readRelease } from './read-release.ts';
import { readThings } from './read-things.ts';
import type { Seed } from './seed-types.ts';
import { parseYaml, type YamlValue } from './yaml-values.ts';

export type { Problem } from './problem.ts';

const kebab = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();

/** `source-documents.yaml` for SourceDocument. */
export const fileOfNoun = ({ many }: NounSpec): string => `${kebab(many)}.yaml`;

const nounFiles = new Map(nounNames.map((noun) => [fileOfNoun(nouns[noun]), nouns[noun]]));
const MEASURES = 'measures.yaml';
const FILES = ['release.yaml', 'merged.yaml', 'comparisons.yaml', ...nounFiles.keys()];
const PASSAGES = /^[^/]+\/passages\/[^/]+\.yaml$/;

/** Reads a seed as its files say it, with every problem of their form; what things say of each other is not looked at. */
export function readSeed(
  folder: string,
  table: readonly TieSpec[] = ties,
): { seed: Seed; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report: Report = ({ file, line }, rule, message, hint) => problems.push({ file, line, rule, message, hint });
  const label = basename(folder);
  const files = yamlFiles(folder);
  const subjects = [...new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? ''))];
  const read = (file: string): YamlValue | undefined =>
    files.includes(file) ? parseYaml(readFileSync(join(folder, file), 'utf8'), `${label}/${file}`, report) : undefined;

  const allowed = [MEASURES, ...subjects.flatMap((subject) => FILES.map((file) => `${subject}/${file}`))];
  for (const file of files.filter((one) => !allowed.includes(one) && !PASSAGES.test(one))) {
    const hint = nearestWords(file, allowed).join(' or ') || `${FILES.join(', ')} or passages/*.yaml in a sub-folder`;
    report({ file: `${label}/${file}`, line: 1 }, 'UNKNOWN_FILE', `${file} is not read`, `name it ${hint}`);
  }
  const wanted = [MEASURES, ...(subjects.length > 0 ? subjects : ['*']).map((subject) => `${subject}/release.yaml`)];
  for (const file of wanted.filter((one) => !files.includes(one))) {
    report(
      { file: `${label}/${file}`, line: 1 },
      'MISSING_FILE',
      `there is no ${file}`,
      'add it; see the README of the seed',
    );
  }

  const measures = readMeasures(read(MEASURES), report);
  const parts = subjects.flatMap((subject) => {
    const file = read(`${subject}/release.yaml`);
    const release = file && readRelease(file, report);
    if (!release) return [];
    const passageFiles = files.filter((one) => one.startsWith(`${subject}/`) && PASSAGES.test(one));
    return {
      release,
      things: [...nounFiles].flatMap(([name, noun]) =>
        readThings(read(`${subject}/${name}`), noun, table, release, report),
      ),
      passages: passageFiles.flatMap((one) => readPassages(read(one), release.days[0] ?? '', report)),
      merged: readMerged(read(`${subject}/merged.yaml`), report),
      comparisons: readComparisons(read(`${subject}/comparisons.yaml`), release, report),
    };
  });
  const seed: Seed = {
    measures,
    releases: parts.map(({ release }) => release),
    things: parts.flatMap(({ things }) => things),
    passages: parts.flatMap(({ passages }) => passages),
    merged: parts.flatMap(({ merged }) => merged),
    comparisons: parts.flatMap(({ comparisons }) => comparisons),
  };
  return { seed, problems };
}

/** Paths of all YAML files in a folder, in alphabetical order, with slashes on every system. */
function yamlFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ya?ml$/.test(file))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}
