import { Command } from 'commander';
import { checkData } from './commands/check-data.ts';
import { contract } from './commands/contract.ts';
import { cypher } from './commands/cypher.ts';
import { lines } from './commands/lines.ts';
import { passage } from './commands/passage.ts';
import { reset } from './commands/reset.ts';
import { schema } from './commands/schema.ts';
import { searchMeasure } from './commands/search-measure.ts';
import { start } from './commands/start.ts';
import { verify } from './commands/verify.ts';
import { ReformgraphError } from './errors.ts';

const program = new Command('reformgraph')
  .description('GraphQL over a knowledge graph of reforms, with a date and a source on every edge.')
  .addCommand(start, { isDefault: true });
for (const command of [reset, checkData, lines, passage, verify, schema, contract, cypher, searchMeasure])
  program.addCommand(command);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof ReformgraphError)) throw error;
  console.error(`\n${error.message}`);
  process.exit(1);
}
