import { Command } from 'commander';
import { seedOption } from './options.ts';

export const checkData = new Command('check-data')
  .description('Check the seed without a database')
  .addOption(seedOption())
  .action(async ({ seed: folder }: { seed: string }) => {
    const { checkSeed, describeProblems } = await import('../load/check-seed.ts');
    const { seed, problems } = checkSeed(folder);
    if (problems.length > 0) {
      console.error(describeProblems(problems));
      process.exitCode = 1;
      return;
    }
    const ties = seed.things.reduce((sum, thing) => sum + thing.ties.length, 0);
    const { things, passages, comparisons } = seed;
    console.log(
      `The seed is sound: ${things.length} things, ${ties} ties, ${passages.length} passages, ${comparisons.length} comparisons.`,
    );
  });
