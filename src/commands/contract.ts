import { Command } from 'commander';

export const contract = new Command('contract')
  .description('Print the GraphQL contract; with --write into schema/schema.graphql')
  .option('--write', 'write it where the tests compare it')
  .option('--relay', "print it as Relay's compiler takes it, with `node` asked by its id alone")
  .action(async ({ write, relay }: { write?: boolean; relay?: boolean }) => {
    const { printContract, printForRelay, writeContract } = await import('../contract.ts');
    if (write) writeContract();
    else console.log(relay ? printForRelay() : printContract());
  });
