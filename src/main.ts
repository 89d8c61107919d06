import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { readConfig } from './config.ts';
import { ReformgraphError } from './errors.ts';
import { openTerminal } from './terminal.ts';

const projectRoot = fileURLToPath(new URL('..', import.meta.url));

const program = new Command('reformgraph').description(
  'GraphQL over a knowledge graph of reforms, with a date and a source on every edge.',
);

program
  .command('start', { isDefault: true })
  .description('Find or start a Neo4j, load the seed, serve GraphQL')
  .option('--load', 'load the seed even into a database that holds something else')
  .option('--quiet', 'print the addresses only')
  .addHelpText(
    'after',
    `
Examples:
  npm start                                         a local Neo4j, GraphQL at http://localhost:4000/graphql
  PORT=8080 npm start                               another port
  NEO4J_URI=bolt://db:7687 NEO4J_PASSWORD=… npm start
  npm start -- --load                               also into a database that is not empty`,
  )
  .action(serve);

program
  .command('reset')
  .description('Delete the local databases; the downloaded Neo4j stays')
  .action(async () => {
    const { resetLocalData } = await import('./launch/reset.ts');
    const deleted = await resetLocalData(`${projectRoot}.reformgraph`);
    console.log(
      deleted.length > 0
        ? `Deleted:\n${deleted.map((path) => `  ${path}`).join('\n')}`
        : 'There was nothing to delete.',
    );
    console.log('Next: npm start');
  });

program
  .command('check-data')
  .description('Check the seed without a database')
  .action(async () => {
    const { checkSeed, describeProblems } = await import('./load/check-seed.ts');
    const { seed, problems } = checkSeed(`${projectRoot}seed`);
    if (problems.length > 0) {
      console.error(describeProblems(problems));
      process.exitCode = 1;
      return;
    }
    const ties = seed.things.reduce((sum, thing) => sum + thing.ties.length, 0);
    console.log(`The seed is sound: ${seed.things.length} things, ${ties} ties, ${seed.passages.length} passages.`);
  });

program
  .command('contract')
  .description('Print the GraphQL contract; with --write into schema/schema.graphql')
  .option('--write', 'write it where the tests compare it')
  .action(async ({ write }: { write?: boolean }) => {
    const { printContract, writeContract } = await import('./contract.ts');
    if (write) writeContract();
    else console.log(printContract());
  });

program
  .command('cypher')
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
    const { printCypher } = await import('./print-cypher.ts');
    console.log(printCypher(name));
  });

async function serve({ load = false, quiet = false }: { load?: boolean; quiet?: boolean }): Promise<void> {
  const config = readConfig(process.env);
  const terminal = openTerminal(quiet);
  const { start } = await import('./start.ts');
  const leaving = new AbortController();
  const starting = start({
    config,
    projectRoot,
    terminal,
    load,
    signal: leaving.signal,
  });
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      terminal.progress('stopping');
      leaving.abort();
      stopping = starting.then(
        (running) => running.stop(),
        () => undefined,
      );
      stopping.finally(() => {
        terminal.done('Stopped');
        process.exit(0);
      });
    });
  }
  let running: Awaited<typeof starting>;
  try {
    running = await starting;
  } catch (error) {
    terminal.clear();
    if (leaving.signal.aborted) return;
    throw error;
  }
  terminal.clear();
  const { neo4j, server } = running;
  const host = ['127.0.0.1', '0.0.0.0', '::'].includes(config.HOST) ? 'localhost' : config.HOST;
  console.log(`
  GraphQL and GraphiQL   http://${host}:${server.port}/graphql${
    neo4j.browserUrl
      ? `\n  Neo4j Browser          ${neo4j.browserUrl}\n                         user ${neo4j.user}, password ${neo4j.password}`
      : ''
  }

  Try next: open GraphiQL and press the play button: which reforms affected the Senate?
  Ctrl-C stops ${neo4j.kind === 'EXTERNAL' ? 'the server' : 'everything'}.
`);
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof ReformgraphError)) throw error;
  console.error(`\n${error.message}`);
  process.exit(1);
}
