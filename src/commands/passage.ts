import { Command } from 'commander';
import { ReformgraphError } from '../errors.ts';
import { documentsOption, seedOption } from './options.ts';

export const passage = new Command('passage')
  .description('Print the YAML of a passage, with position and hash, for a stretch of a document')
  .argument('<document>', 'id, its last part, or name of the file')
  .argument('<line>', 'line from 1, or lines such as 3-4')
  .argument(
    '[words...]',
    'the stretch, or where it begins and ends: "first words ... last words"; without, the whole line',
  )
  .addOption(documentsOption())
  .addOption(seedOption())
  .addHelpText(
    'after',
    `
The words must stand there once; case, white space and form of quotes do not matter. What was found is shown
on the error stream, so that the YAML alone can be sent to a file.

Examples:
  npm run passage -- --documents ~/texts 000 13
  npm run passage -- --documents ~/texts 000 13 "Constitutional reforms ... Senate"
  npm run -s passage -- --documents ~/texts note 2-3 >> seed/kazakhstan/passages/note.yaml`,
  )
  .action(
    async (wanted: string, line: string, words: string[], { documents, seed: folder }: Record<string, string>) => {
      const { readForCurator } = await import('./read-for-curator.ts');
      const { chooseSources, readSources } = await import('../curate/source-files.ts');
      const { findStretch, passageEntry } = await import('../curate/ready-yaml.ts');
      const { hang, lookOf } = await import('../curate/layout.ts');
      const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(line) ?? [];
      if (!first) throw new ReformgraphError('BAD_USER_INPUT', `"${line}" is no line; write 3, or 3-4 for two.`);
      const seed = readForCurator(folder ?? '');
      const [source] = chooseSources(readSources(documents ?? '', seed), wanted);
      if (!source?.document) {
        throw new ReformgraphError(
          'BAD_USER_INPUT',
          `The seed has no document for ${wanted}; "lines" prints its entry.`,
        );
      }
      if (!source.file) throw new ReformgraphError('BAD_USER_INPUT', `No file of the folder is ${source.document.id}.`);
      const range = { line: Number(first), lineEnd: Number(last) };
      const found = findStretch(source.file, words.length > 0 ? { ...range, words: words.join(' ') } : range);
      console.error(hang('  ', found.text, lookOf(process.stderr), 'dim'));
      console.log(passageEntry(source.document, found, seed));
    },
  );
