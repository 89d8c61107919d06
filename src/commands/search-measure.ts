import { Command } from 'commander';
import { openTerminal } from '../terminal.ts';
import { projectRoot, seedOption } from './options.ts';

interface Options {
  readonly names?: string;
  readonly seed: string;
  readonly misses?: boolean;
}

export const searchMeasure = new Command('search-measure')
  .description('Measure how much search finds, in a throw-away Neo4j')
  .option(
    '--names <file>',
    'instead of the pairs of test/search, a CSV of name,id: each name is to find the other names of its id',
  )
  .option('--misses', 'list what was not found, and what should not have been')
  .addOption(seedOption())
  .addHelpText(
    'after',
    `
Prints recall@1 and recall@5 for each kind of error, the pairs that nothing was tuned on apart.

Examples:
  npm run search:measure                              the pairs of test/search, over the seed
  npm run search:measure -- --misses                  with each pair that failed
  npm run search:measure -- --names ~/names.csv       a list of names in any scripts`,
  )
  .action(async ({ names, seed, misses = false }: Options) => {
    const { measureForeignNames, measurePairs } = await import('../search/run-measure.ts');
    const options = { projectRoot, env: process.env, progress: openTerminal(false) };
    console.log(names ? await measureForeignNames(names, misses, options) : await measurePairs(seed, misses, options));
  });
