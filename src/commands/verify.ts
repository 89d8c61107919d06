import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { documentsOption, seedOption } from './options.ts';

interface Options {
  readonly documents: string;
  readonly seed: string;
  readonly acts?: string;
  readonly articles?: string;
  readonly quiet?: boolean;
}

export const verify = new Command('verify')
  .description('Hold passages and mentions against the original texts, and places in acts against their metadata')
  .argument('[document]', 'id, its last part, or name of the file; without, all documents of the seed')
  .addOption(documentsOption())
  .addOption(seedOption())
  .option('--acts <file>', 'metadata of acts, one JSON object a line; without it acts are not checked')
  .option('--articles <file>', 'changes of articles; articles.jsonl beside the acts where left out')
  .option('--quiet', 'only what is wrong')
  .addHelpText(
    'after',
    `
Shows each stretch of text beside our statement. The words of a mention must stand in the stretch, case, white space
and form of quotes aside. Ends with 1 if anything is wrong.

Examples:
  npm run verify -- --documents ~/texts
  npm run verify -- --documents ~/texts --acts ~/acts/acts.jsonl --quiet
  npm run verify -- --documents ~/texts note         one document`,
  )
  .action(async (wanted: string | undefined, { documents, seed: folder, acts, articles, quiet = false }: Options) => {
    const { readForCurator } = await import('./read-for-curator.ts');
    const { chooseSources, readSources } = await import('../curate/source-files.ts');
    const { verifyTexts } = await import('../curate/verify-texts.ts');
    const { readActs, readArticles } = await import('../curate/act-files.ts');
    const { verifyActs } = await import('../curate/verify-acts.ts');
    const { describeChecks } = await import('../curate/check.ts');
    const { lookOf } = await import('../curate/layout.ts');
    const seed = readForCurator(folder);
    const checks = [
      ...verifyTexts(chooseSources(readSources(documents, seed), wanted), seed),
      ...(acts
        ? verifyActs(seed, readActs(acts), readArticles(articles ?? join(dirname(acts), 'articles.jsonl')))
        : []),
    ];
    const places = seed.passages.filter(({ place }) => place.locator !== undefined).length;
    const unchecked = places - checks.filter(({ what }) => what === 'act passage').length;
    console.log(describeChecks(checks, unchecked, quiet, lookOf(process.stdout)));
    if (checks.some(({ wrong }) => wrong.length > 0)) process.exitCode = 1;
  });
