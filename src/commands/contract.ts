import { Command } from 'commander';

export const contract = new Command('contract')
  .description('Print the GraphQL contract; with --write into schema/schema.graphql')
  .option('--write', 'write it where the tests compare it')
  .action(async ({ write }: { write?: boolean }) => {
    const { printContract, writeContract } = await import('../contract.ts');
    if (write) writeContract();
    else console.log(printContract());
  });
