import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReformgraphError } from '../errors.ts';
import { explainFailure } from './explain-failure.ts';
import { type Conf, confAsEnvironment } from './neo4j-conf.ts';
import { ensurePassword } from './password.ts';
import { choosePorts, type Ports } from './ports.ts';
import type { Neo4jVersion } from './versions.ts';
import type { CommandResult, RunOptions, World } from './world.ts';

export interface DockerStart {
  version: Neo4jVersion;
  home: string;
  projectRoot: string;
  conf?: Conf | undefined;
  progress: (message: string) => void;
  signal?: AbortSignal | undefined;
}

export interface DockerNeo4j {
  password: string;
  ports: Ports;
  /** It ran before this call, and so is left running by `stop`. */
  ranAlready: boolean;
  stop(): Promise<void>;
}

/** Brings the service of docker-compose.yml up, on ports that are free, and waits until it is healthy. */
export async function startDockerNeo4j(world: World, start: DockerStart): Promise<DockerNeo4j> {
  const { home, version, progress, signal } = start;
  const compose = composeIn(world, start);
  const made = (await compose(['ps', '--all', '--quiet', 'neo4j'])).stdout.trim() !== '';
  const password = ensurePassword(home, made);
  const ranAlready = (await compose(['ps', '--quiet', '--status', 'running', 'neo4j'])).stdout.trim() !== '';
  const ports = (ranAlready && (await publishedPorts(compose))) || (await choosePorts(world.isPortFree));
  const env = {
    NEO4J_PASSWORD: password,
    NEO4J_VERSION: version,
    NEO4J_BOLT_PORT: String(ports.bolt),
    NEO4J_HTTP_PORT: String(ports.http),
  };
  const stop = async () => {
    const stopped = await compose(['stop', 'neo4j'], { env });
    if (stopped.code !== 0) throw explainFailure('"docker compose stop" failed', 'DOCKER', stopped.stderr);
  };
  progress(`starting Neo4j ${version} in a container (the first time its image is downloaded)`);
  const conf = start.conf ? ['-f', writeConfFile(home, start.conf)] : [];
  const up = await compose([...conf, 'up', '--detach', '--wait', '--wait-timeout', '300'], {
    env,
    signal,
    onLine: (line) => progress(`docker: ${line.trim()}`),
  });
  if (up.code !== 0 && !ranAlready) await compose(['stop', 'neo4j'], { env });
  signal?.throwIfAborted();
  if (up.code !== 0) throw explainFailure('Docker could not start Neo4j', 'DOCKER', `${up.stdout}\n${up.stderr}`);
  let stopping: Promise<void> | undefined;
  return {
    password,
    ports,
    ranAlready,
    stop: async () => {
      if (ranAlready) return;
      stopping ??= stop();
      await stopping;
    },
  };
}

type Compose = (args: readonly string[], options?: RunOptions) => Promise<CommandResult>;

function composeIn(world: World, { projectRoot }: { projectRoot: string }): Compose {
  const file = join(projectRoot, 'docker-compose.yml');
  // The file demands a password also of commands that need none.
  return (args, options = {}) =>
    world.run('docker', ['compose', '-f', file, ...args], {
      cwd: projectRoot,
      ...options,
      env: { NEO4J_PASSWORD: 'not-needed-here', ...options.env },
    });
}

async function publishedPorts(compose: Compose): Promise<Ports | undefined> {
  const port = async (inside: string) =>
    Number(/:(\d+)\s*$/.exec((await compose(['port', 'neo4j', inside])).stdout)?.[1]);
  const ports = { bolt: await port('7687'), http: await port('7474') };
  return ports.bolt && ports.http ? ports : undefined;
}

/** Settings beside those of docker-compose.yml, as a second file for compose (JSON is YAML too). */
function writeConfFile(home: string, conf: Conf): string {
  const file = join(home, 'docker-compose.conf.json');
  const environment = Object.fromEntries(
    Object.entries(confAsEnvironment(conf)).map(([name, value]) => [name, value.replaceAll('$', '$$$$')]),
  );
  writeFileSync(file, JSON.stringify({ services: { neo4j: { environment } } }, null, 2));
  return file;
}

/** Removes the containers and their data; refuses while one runs. Answers with what is gone. */
export async function resetDockerNeo4j(
  world: World,
  projectRoot: string,
  versions: readonly Neo4jVersion[],
): Promise<string[]> {
  const compose = composeIn(world, { projectRoot });
  if ((await compose(['ps', '--quiet', '--status', 'running', 'neo4j'])).stdout.trim() !== '') {
    throw new ReformgraphError(
      'START_FAILED',
      'The Neo4j container of this project is running. Stop it ("docker compose stop", or Ctrl-C in the terminal of npm start) and try again.',
    );
  }
  const gone: string[] = [];
  for (const version of versions) {
    const down = await compose(['--profile', 'full', 'down', '--volumes'], {
      env: { NEO4J_VERSION: version },
    });
    if (down.code !== 0) throw explainFailure('"docker compose down" failed', 'DOCKER', down.stderr);
    const removed = /Volume\s+"?(\S+?)"?\s+Removed/.exec(down.stderr + down.stdout)?.[1];
    if (removed) gone.push(`Docker volume ${removed}`);
  }
  return gone;
}
