import { existsSync } from 'node:fs';
import { chooseSource, isOnPath, lookForDocker, type Source } from './choose-source.ts';
import { startDockerNeo4j } from './docker-neo4j.ts';
import { downloadNeo4j } from './download-neo4j.ts';
import { findJavas } from './find-java.ts';
import { hasDatabase, startLocalNeo4j } from './local-neo4j.ts';
import type { Conf } from './neo4j-conf.ts';
import { ensurePassword, prepareHome } from './password.ts';
import { browserUrlOf, choosePorts, portsSentence } from './ports.ts';
import { dataHomeOf, libFolder, NEO4J_VERSIONS, type Neo4jVersion } from './versions.ts';
import { realWorld, type World } from './world.ts';

export interface Neo4jSettings {
  /** Given, it is taken and nothing is started. */
  uri?: string;
  user: string;
  password?: string;
  database: string;
  /** The version wished where one is started. */
  version?: Neo4jVersion;
}

export interface RunningNeo4j {
  uri: string;
  user: string;
  password: string;
  database: string;
  /** Neo4j Browser with host and user filled in; undefined where no Browser is known. */
  browserUrl: string | undefined;
  kind: 'EXTERNAL' | 'DOCKER' | 'JAVA';
  /** One sentence: which Neo4j was taken and why. */
  reason: string;
  /** Ends in order what was started here; nothing where it was not. */
  stop(): Promise<void>;
}

/** Gets one line of what is going on now. */
export type Progress = (message: string) => void;

export interface FindOptions {
  /** The absolute path of the git-ignored folder that holds all local data. */
  home: string;
  projectRoot: string;
  progress: Progress;
  /** Settings for neo4j.conf beside the usual ones; one that runs already keeps its own. */
  conf?: Conf;
  /** Where the jars lie, if not in `home`. */
  jars?: string;
  /** Breaks off and stops what was started so far. */
  signal?: AbortSignal;
  world?: World;
}

/** Takes the Neo4j that NEO4J_URI names, else starts one through Docker, else through Java. */
export async function findNeo4j(settings: Neo4jSettings, options: FindOptions): Promise<RunningNeo4j> {
  const world = options.world ?? realWorld;
  if (settings.uri) return external(world, { ...settings, uri: settings.uri }, 'NEO4J_URI');
  if (settings.password) options.progress('NEO4J_PASSWORD counts only with NEO4J_URI; a local Neo4j has its own');
  prepareHome(options.home);
  const source = await lookAround(world, settings.version, options.jars ?? options.home);
  return source.kind === 'DOCKER' ? inDocker(world, source, options) : throughJava(world, source, options);
}

/** What can start a Neo4j here, and why that one. */
export async function lookAround(
  world: World,
  wish: Neo4jVersion | undefined,
  jars: string,
  needsCompose = true,
): Promise<Source> {
  const docker = await lookForDocker(world, needsCompose);
  const javas = docker === 'READY' ? [] : await findJavas(world);
  const downloaded = NEO4J_VERSIONS.filter((version) => existsSync(libFolder(jars, version)));
  return chooseSource({
    wish,
    docker,
    javas,
    maven: isOnPath(world, 'mvn'),
    downloaded,
  });
}

/** A Neo4j that somebody else runs. */
export async function external(
  world: World,
  settings: {
    uri: string;
    user: string;
    password?: string | undefined;
    database: string;
  },
  variable: string,
): Promise<RunningNeo4j> {
  const { uri, user, password = '', database } = settings;
  const reason = `${variable} names ${withoutCredentials(uri)}.`;
  const browserUrl = await browserBeside(world, uri);
  return {
    uri,
    user,
    password,
    database,
    browserUrl,
    kind: 'EXTERNAL',
    reason,
    stop: async () => {},
  };
}

function withoutCredentials(uri: string): string {
  return uri.replace(/\/\/[^/@]*@/, '//');
}

// Only a Neo4j on this machine with the usual HTTP port tells where its Browser is.
async function browserBeside(world: World, uri: string): Promise<string | undefined> {
  const port = /^\w+:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::(\d+))?\/?$/.exec(uri);
  if (!port) return undefined;
  const bolt = Number(port[1] ?? 7687);
  const discovery = await world.discover(7474);
  return discovery?.bolt_direct.endsWith(`:${bolt}`) ? browserUrlOf({ bolt, http: 7474 }) : undefined;
}

const LOCAL = { user: 'neo4j', database: 'neo4j' } as const;

async function inDocker(world: World, source: Source, options: FindOptions): Promise<RunningNeo4j> {
  const { password, ports, ranAlready, stop } = await startDockerNeo4j(world, {
    ...options,
    version: source.version,
  });
  const already = ranAlready ? ' It ran already and is left running; "docker compose stop" ends it.' : '';
  return {
    ...LOCAL,
    uri: `bolt://localhost:${ports.bolt}`,
    password,
    browserUrl: browserUrlOf(ports),
    kind: 'DOCKER',
    reason: `${source.reason.slice(0, -1)}${portsSentence(ports)}.${already}`,
    stop,
  };
}

async function throughJava(
  world: World,
  source: Extract<Source, { kind: 'JAVA' }>,
  options: FindOptions,
): Promise<RunningNeo4j> {
  const { version, java } = source;
  const { home, jars = home, progress, signal, conf } = options;
  const dataHome = dataHomeOf(home, version);
  const password = ensurePassword(home, hasDatabase(dataHome));
  const lib = await downloadNeo4j(world, {
    jars,
    version,
    java,
    progress,
    signal,
  });
  const started = await startLocalNeo4j(world, {
    java,
    version,
    lib,
    dataHome,
    passwordHome: home,
    choosePorts: () => choosePorts(world.isPortFree),
    conf,
    progress,
    signal,
  });
  const why = {
    STARTED: source.reason,
    REUSED: `Neo4j ${version} of another "npm start" runs already and is shared; it ends with that one.`,
    ADOPTED: `Neo4j ${version} was left running by an "npm start" that was killed, so it is taken over.`,
  }[started.state];
  return {
    ...LOCAL,
    uri: `bolt://127.0.0.1:${started.ports.bolt}`,
    password,
    browserUrl: browserUrlOf(started.ports),
    kind: 'JAVA',
    reason: `${why.slice(0, -1)}${portsSentence(started.ports)}.`,
    stop: started.stop,
  };
}
