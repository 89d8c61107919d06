import type { TieSpec } from '../../schema/spec.ts';
import { ties } from '../../schema/ties.ts';
import { type Problem, type Report, sortProblems } from './problem.ts';
import { readSeed } from './read-seed.ts';
import { claimRules } from './rules/claim-rules.ts';
import { comparisonRules } from './rules/comparison-rules.ts';
import { conflictRules } from './rules/conflict-rules.ts';
import { evidenceRules } from './rules/evidence-rules.ts';
import { figureRules } from './rules/figure-rules.ts';
import { idRules } from './rules/id-rules.ts';
import { planRules } from './rules/plan-rules.ts';
import { questionRules } from './rules/question-rules.ts';
import { applyRules, indexSeed, type Rules } from './rules/rule.ts';
import { timeRules } from './rules/time-rules.ts';
import type { Seed } from './seed-types.ts';

export { describeProblems } from './problem.ts';

/** Every rule on what things say of each other. A new rule is an entry in its table and a line in the codes. */
export const seedRules: Rules = {
  ...idRules,
  ...evidenceRules,
  ...timeRules,
  ...claimRules,
  ...figureRules,
  ...comparisonRules,
  ...planRules,
  ...conflictRules,
  ...questionRules,
};

/** Reads a seed and holds it against every rule; all problems come at once, in the order of files and lines. */
export function checkSeed(folder: string, table: readonly TieSpec[] = ties): { seed: Seed; problems: Problem[] } {
  const { seed, problems } = readSeed(folder, table);
  const found: Problem[] = [...problems];
  const report: Report = ({ file, line }, rule, message, hint) => found.push({ file, line, rule, message, hint });
  // What stands in a file that was not read would seem to be missing everywhere.
  if (!problems.some(({ rule }) => rule === 'YAML_SYNTAX' || rule === 'MISSING_FILE')) {
    applyRules(seedRules, indexSeed(seed), report);
  }
  return { seed, problems: sortProblems(found) };
}
