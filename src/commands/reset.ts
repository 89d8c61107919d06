import { Command } from 'commander';
import { projectRoot } from './options.ts';

export const reset = new Command('reset')
  .description('Delete the local databases; the downloaded Neo4j stays')
  .action(async () => {
    const { resetLocalData } = await import('../launch/reset.ts');
    const deleted = await resetLocalData(`${projectRoot}.reformgraph`);
    console.log(
      deleted.length > 0
        ? `Deleted:\n${deleted.map((path) => `  ${path}`).join('\n')}`
        : 'There was nothing to delete.',
    );
    console.log('Next: npm start');
  });
