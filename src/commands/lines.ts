import { Command } from 'commander';
import { documentsOption, seedOption } from './options.ts';

interface Options {
  readonly documents: string;
  readonly seed: string;
  readonly gaps?: boolean;
}

export const lines = new Command('lines')
  .description('List every line of the documents with the claims that rest on it, or why there are none')
  .argument('[document]', 'id, its last part, or name of the file; without, all documents of the seed')
  .addOption(documentsOption())
  .addOption(seedOption())
  .option('--gaps', 'only lines with neither passage nor reason')
  .addHelpText(
    'after',
    `
A file is that of a document if it has its sha256, or else if its name begins with the last part of the id.
Ends with 1 if a line has neither passage nor reason, or a document has no file.

Examples:
  npm run lines -- --documents ~/texts               every line of every document
  npm run lines -- --documents ~/texts 000 --gaps    what document/kz/000 still lacks
  npm run lines -- --documents ~/texts note.txt      a new text, and how to enter it`,
  )
  .action(async (wanted: string | undefined, { documents, seed: folder, gaps = false }: Options) => {
    const { readForCurator } = await import('./read-for-curator.ts');
    const { chooseSources, readSources } = await import('../curate/source-files.ts');
    const { printLines } = await import('../curate/print-lines.ts');
    const { lookOf } = await import('../curate/layout.ts');
    const seed = readForCurator(folder);
    const sources = chooseSources(readSources(documents, seed), wanted);
    const { text, complete } = printLines(sources, seed, gaps, lookOf(process.stdout));
    console.log(text);
    if (!complete) process.exitCode = 1;
  });
