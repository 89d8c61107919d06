import { join } from 'node:path';
import { ReformgraphError } from '../errors.ts';
import { chooseJava, type Java } from './find-java.ts';
import { DEFAULT_VERSION, type Neo4jVersion } from './versions.ts';
import type { World } from './world.ts';

export type DockerState = 'READY' | 'NO_COMMAND' | 'NO_ENGINE' | 'NO_COMPOSE';

export interface Facts {
  wish: Neo4jVersion | undefined;
  docker: DockerState;
  javas: readonly Java[];
  maven: boolean;
  /** Versions whose jars are here already, so that Maven is not needed. */
  downloaded: readonly Neo4jVersion[];
}

export type Source =
  | { kind: 'DOCKER'; version: Neo4jVersion; reason: string }
  | { kind: 'JAVA'; version: Neo4jVersion; java: Java; reason: string };

/** A docker command counts only with a running engine and, where asked for, compose. */
export async function lookForDocker(world: World, needsCompose = true): Promise<DockerState> {
  if (!isOnPath(world, 'docker')) return 'NO_COMMAND';
  // Old clients answer `docker info` with 0 though no engine runs, hence the server's version.
  const info = await world.run('docker', ['info', '--format', '{{.ServerVersion}}'], { timeoutMs: 15_000 });
  if (info.code !== 0 || info.stdout.trim() === '') return 'NO_ENGINE';
  if (!needsCompose) return 'READY';
  const compose = await world.run('docker', ['compose', 'version'], {
    timeoutMs: 15_000,
  });
  return compose.code === 0 ? 'READY' : 'NO_COMPOSE';
}

/** Whether a command of this name lies on PATH. */
export function isOnPath(world: World, command: string): boolean {
  const folders = (world.env.PATH ?? '').split(':').filter((folder) => folder !== '');
  return folders.some((folder) => world.exists(join(folder, command)));
}

/** Takes Docker, else Java, else refuses with the ways to get a Neo4j. NEO4J_URI is settled before this is asked. */
export function chooseSource(facts: Facts): Source {
  if (facts.docker === 'READY') {
    const version = facts.wish ?? DEFAULT_VERSION;
    return {
      kind: 'DOCKER',
      version,
      reason: `A Docker engine is running, so Neo4j ${version} runs in a container.`,
    };
  }
  const choice = chooseJava(facts.javas, facts.wish);
  if (!choice) throw noNeo4j(facts, javaProblem(facts));
  const { java, version } = choice;
  const atHand = facts.downloaded.includes(version);
  if (!facts.maven && !atHand) {
    throw noNeo4j(facts, `Java ${java.major} is there, but Maven, which brings Neo4j, is not on PATH`);
  }
  const means = atHand ? `Java ${java.major}` : `Java ${java.major} and Maven`;
  return {
    kind: 'JAVA',
    version,
    java,
    reason: `${DOCKER_SAYS[facts.docker]}, so Neo4j ${version} runs through ${means}.`,
  };
}

const DOCKER_SAYS: Readonly<Record<Exclude<DockerState, 'READY'>, string>> = {
  NO_COMMAND: 'Docker is not installed',
  NO_ENGINE: 'Docker is installed but its engine does not run or may not be used',
  NO_COMPOSE: 'Docker is installed but without compose',
};

function javaProblem({ javas, wish }: Facts): string {
  const found = [...new Set(javas.map(({ major }) => major))].join(', ');
  if (!found) return 'no Java was found';
  if (!wish) return `only Java ${found} was found, which is too old`;
  const needs = wish === '5.26.30' ? 'Java 17 or 21' : 'Java 21 or newer';
  return `NEO4J_VERSION asks for Neo4j ${wish}, which needs ${needs}, but only Java ${found} was found`;
}

function noNeo4j(facts: Facts, java: string): ReformgraphError {
  const docker = facts.docker === 'READY' ? '' : `${DOCKER_SAYS[facts.docker]}; `;
  const newEnough = facts.wish === '5.26.30' ? 'Java 17 or 21' : 'Java 21 or newer (17 will do)';
  const javaWay = facts.wish === '2026.08.1' ? 'Java 21 or newer' : newEnough;
  return new ReformgraphError(
    'NO_NEO4J',
    [
      `There is no Neo4j to use: NEO4J_URI is not set; ${docker}${java}. Do one of these, then start again:`,
      '  1. set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD to a Neo4j 5.26 or newer,',
      '  2. start a Docker engine that has "docker compose",',
      `  3. install ${javaWay} and Maven (the command mvn).`,
    ].join('\n'),
  );
}
