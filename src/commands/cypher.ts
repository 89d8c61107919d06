import { Command } from 'commander';

export const cypher = new Command('cypher')
  .description('Print the Cypher of a question file, or every text the ties table makes')
  .argument('[name]', 'for instance browser/senate, or a part of a text name such as "AFFECTS backward"')
  .addHelpText(
    'after',
    `
Examples:
  npm run cypher -- browser/senate            a question for Neo4j Browser, with its :params line
  npm run cypher -- "AFFECTS backward"        the texts behind Institution.affectedBy`,
  )
  .action(async (name?: string) => {
    const { printCypher } = await import('../print-cypher.ts');
    console.log(printCypher(name));
  });
