import { cypherLiteral } from './browser/cypher-literal.ts';
import { ReformgraphError } from './errors.ts';
import { allTexts } from './graph/all-texts.ts';
import { compiledSetup } from './graph/indexes.ts';
import { readStatementFiles, type StatementFile } from './graph/statements.ts';
import { loadStatements } from './load/load-statements.ts';

/** A file of `cypher/` by name, with what Neo4j Browser needs to run it; else every text whose name holds the words; all of them without. */
export function printCypher(name = ''): string {
  const file = readStatementFiles().get(name);
  if (file) return printFile(file);
  const texts = [...compiledSetup(), ...allTexts(), ...loadStatements()].filter((text) => text.name.includes(name));
  if (texts.length > 0) return texts.map((text) => `// ${text.name}\n${text.text};\n`).join('\n');
  throw new ReformgraphError(
    'BAD_USER_INPUT',
    `There is no text called "${name}". Files are:\n${[...readStatementFiles().keys()].map((known) => `  ${known}`).join('\n')}\nor part of a text's name, such as "AFFECTS backward".`,
  );
}

function printFile({ summary, examples, text }: StatementFile): string {
  const params = Object.keys(examples).length > 0 ? `:params ${cypherLiteral(examples)};\n` : '';
  return `// ${summary}\n${params}${text};`;
}
