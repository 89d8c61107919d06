import { fileURLToPath } from 'node:url';
import { Option } from 'commander';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

export const seedOption = (): Option =>
  new Option('--seed <folder>', 'another seed than that of the project, for instance a copy to try on').default(
    `${projectRoot}seed`,
    'seed',
  );

export const documentsOption = (): Option =>
  new Option('--documents <folder>', 'where the original text files are').makeOptionMandatory();
