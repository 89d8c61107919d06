import { Command } from 'commander';

export const schema = new Command('schema')
  .description('Print the JSON Schema of each kind of seed file; with --write into seed/schema')
  .option('--write', 'write them where editors and tests find them')
  .action(async ({ write }: { write?: boolean }) => {
    const { printSchemas, writeSchemas } = await import('../seed-schema.ts');
    if (write) writeSchemas();
    else for (const text of printSchemas().values()) console.log(text);
  });
