import { onConnecting } from './browser/on-connecting.ts';
import { type Config, shownHost } from './config.ts';
import { ReformgraphError } from './errors.ts';
import { openGraph } from './graph/gateway.ts';
import type { Graph } from './graph/graph.ts';
import { setUpGraph } from './graph/indexes.ts';
import { statementFile } from './graph/statements.ts';
import { findNeo4j, type RunningNeo4j } from './launch/find-neo4j.ts';
import type { Conf } from './launch/neo4j-conf.ts';
import type { RunningServer } from './listen.ts';
import type { DesiredGraph } from './load/graph-shape.ts';
import { type Counts, LOAD_DEADLINES, writeGraph } from './load/write-graph.ts';
import type { Terminal } from './terminal.ts';

export interface StartOptions {
  readonly config: Config;
  readonly projectRoot: string;
  readonly terminal: Terminal;
  /** Load even into a database that holds something else. */
  readonly load: boolean;
  readonly signal: AbortSignal;
}

export interface Running {
  readonly neo4j: RunningNeo4j;
  readonly server: RunningServer;
  /** Ends all that was started, the database cleanly. */
  stop(): Promise<void>;
}

/** The main job: a Neo4j, the seed in it, the server over it. */
export async function start({ config, projectRoot, terminal, load, signal }: StartOptions): Promise<Running> {
  const begun: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of begun.splice(0).reverse()) await end();
  };
  const leaving = new AbortController();
  try {
    const { openDoor } = await import('./door.ts');
    const door = await openDoor(config);
    begun.push(door.stop);
    // What is so wrong that nobody waited for it leaves no server that can be trusted.
    const giveUp = (error: unknown): void => {
      door.options.logger.fatal({ err: error }, 'a failure that nobody waited for');
      process.exit(1);
    };
    process.on('unhandledRejection', giveUp);
    begun.push(async () => void process.off('unhandledRejection', giveUp));
    const finding = findNeo4j(
      {
        user: config.NEO4J_USER,
        database: config.NEO4J_DATABASE,
        ...(config.NEO4J_URI ? { uri: config.NEO4J_URI } : {}),
        ...(config.NEO4J_PASSWORD ? { password: config.NEO4J_PASSWORD } : {}),
        ...(config.NEO4J_VERSION ? { version: config.NEO4J_VERSION } : {}),
      },
      {
        home: `${projectRoot}.reformgraph`,
        projectRoot,
        progress: terminal.progress,
        signal: AbortSignal.any([signal, leaving.signal]),
        ...forBrowser(config),
      },
    );
    // It may fail before it is waited for; then the wait tells.
    finding.catch(() => undefined);
    begun.push(async () => {
      leaving.abort();
      const found = await finding.catch(() => undefined);
      await found?.stop();
    });
    // The database takes its seconds to start: the rest of the program and the seed are read meanwhile.
    const { startServer } = await import('./listen.ts');
    const { keepAnswers } = await import('./http/kept-answers.ts');
    const { soundSeed } = await import('./load/load.ts');
    const desired = soundSeed(`${projectRoot}seed`);
    const neo4j = await finding;
    await fill(neo4j, desired, { terminal, load });
    const opened = openGraph(neo4j);
    begun.push(() => opened.close());
    const graph = door.seen?.reading(opened) ?? opened;
    door.seen?.watchGraph(graph);
    door.seen?.watchBreaker(graph.isAway);
    const server = await startServer({
      graph,
      ...door.options,
      ...(config.KEPT_ANSWERS_MB > 0 ? { kept: keepAnswers(graph, config.KEPT_ANSWERS_MB * 1_000_000) } : {}),
      port: config.PORT,
      host: config.HOST,
      profile: config.REFORMGRAPH_PROFILE,
      browserUrl: neo4j.browserUrl,
      ...(config.REGISTERED_OPERATIONS ? { registeredOperations: config.REGISTERED_OPERATIONS } : {}),
    });
    begun.push(() => {
      leaving.abort();
      return server.stop();
    });
    const { planAhead } = await import('./loaders/plan-ahead.ts');
    const { planPages } = await import('./page/plan-pages.ts');
    void planPages(graph, leaving.signal).then(() => planAhead(graph, leaving.signal));
    return { neo4j, server, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Neo4j Browser takes guides from `localhost` alone; a port that is not chosen yet cannot be told. */
const forBrowser = (config: Config): { conf?: Conf } =>
  config.REFORMGRAPH_PROFILE === 'public' && shownHost(config) === 'localhost' && config.PORT > 0
    ? { conf: onConnecting(`http://localhost:${config.PORT}`) }
    : {};

async function fill(
  neo4j: RunningNeo4j,
  desired: DesiredGraph,
  { terminal, load }: Pick<StartOptions, 'terminal' | 'load'>,
): Promise<void> {
  const graph = openGraph(neo4j, LOAD_DEADLINES);
  try {
    terminal.done(`Neo4j ${await graph.checkServer()}: ${neo4j.reason}`);
    if (neo4j.kind === 'EXTERNAL' && !load) await refuseStrangers(graph, neo4j.uri);
    const made = await setUpGraph(graph, terminal.progress);
    if (made > 0) terminal.done(`Made ${made} constraints and indexes`);
    terminal.done(describeCounts(await writeGraph(graph, desired, terminal.progress)));
  } finally {
    await graph.close();
  }
}

/** A database that somebody named is written to only when it is empty or our own. */
async function refuseStrangers(graph: Graph, uri: string): Promise<void> {
  const [row] = await graph.read(statementFile('read/content'));
  const [ours, nodes] = row ?? [];
  if (ours || nodes === 0) return;
  throw new ReformgraphError(
    'GRAPH_NOT_OURS',
    `The database at ${uri} already holds ${nodes} nodes that reformgraph did not load. ` +
      'Name an empty database with NEO4J_DATABASE, unset NEO4J_URI to use a local one, or load beside what is there: npm start -- --load',
  );
}

function describeCounts({ nodes, ties }: Counts): string {
  const changed = [nodes, ties].some(({ created, updated, removed }) => created + updated + removed > 0);
  if (!changed)
    return `The seed is loaded already: ${nodes.unchanged} nodes, ${ties.unchanged} relationships, nothing changed`;
  const told = ({ created, updated, removed, unchanged }: Counts['nodes']): string =>
    `${created} created, ${updated} updated, ${removed} removed, ${unchanged} unchanged`;
  return `Loaded the seed. Nodes: ${told(nodes)}. Relationships: ${told(ties)}`;
}
