import { Command } from 'commander';
import { browserTold } from '../browser/told.ts';
import { readConfig, shownHost } from '../config.ts';
import { openTerminal } from '../terminal.ts';
import { projectRoot } from './options.ts';

export const start = new Command('start')
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

async function serve({ load = false, quiet = false }: { load?: boolean; quiet?: boolean }): Promise<void> {
  const config = readConfig(process.env);
  const terminal = openTerminal(quiet);
  const { start } = await import('../start.ts');
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
  const address = `http://${shownHost(config)}:${server.port}`;
  const isLocked = config.REFORMGRAPH_PROFILE === 'locked';
  console.log(`
  The page for readers   ${address}/
  ${isLocked ? 'Registered operations  ' : 'GraphQL and GraphiQL   '}${address}/graphql
  Neo4j Browser          ${browserTold(address, neo4j, isLocked).join(`\n${' '.repeat(25)}`)}

  ${
    isLocked
      ? 'This server is locked: it answers the gallery, its pages and REGISTERED_OPERATIONS only, by text or by sha256.'
      : 'Try next: open the page and search for the Senate, or press the play button in GraphiQL.'
  }
  Ctrl-C stops ${neo4j.kind === 'EXTERNAL' ? 'the server' : 'everything'}.
`);
}
