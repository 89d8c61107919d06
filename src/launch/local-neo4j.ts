import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReformgraphError } from '../errors.ts';
import { explainFailure, explainFileError } from './explain-failure.ts';
import type { Java } from './find-java.ts';
import { answers, spawnNeo4j, stopNeo4j } from './java-process.ts';
import { type Conf, confText, localConf, neo4jArguments } from './neo4j-conf.ts';
import { claim, lookAt, type Owner, readOwner, releaseOwner, removeOwner, writeOwner } from './owner.ts';
import { passwordFile } from './password.ts';
import type { Ports } from './ports.ts';
import type { Neo4jVersion } from './versions.ts';
import type { World } from './world.ts';

export interface LocalStart {
  java: Java;
  version: Neo4jVersion;
  lib: string;
  dataHome: string;
  /** The folder of the password file, which must exist. */
  passwordHome: string;
  choosePorts: () => Promise<Ports>;
  conf?: Conf | undefined;
  progress: (message: string) => void;
  signal?: AbortSignal | undefined;
}

export interface LocalNeo4j {
  ports: Ports;
  state: 'STARTED' | 'REUSED' | 'ADOPTED';
  stop(): Promise<void>;
}

/** Whether a database was ever started in a data folder, and so has its password. */
export const hasDatabase = (dataHome: string): boolean => existsSync(join(dataHome, 'data', 'databases', 'system'));

/** Runs Neo4j on a data folder through Java, or takes the one that already runs there. */
export async function startLocalNeo4j(world: World, start: LocalStart): Promise<LocalNeo4j> {
  const { dataHome } = start;
  try {
    for (const name of ['conf', 'data', 'logs', 'run'])
      mkdirSync(join(dataHome, name), { recursive: true, mode: 0o700 });
    const owner = readOwner(dataHome);
    if (owner) {
      const verdict = await lookAt(world, dataHome, owner);
      if (verdict === 'BUSY') throw busy(owner);
      if (verdict !== 'STALE') return await takeRunning(world, start, owner, verdict);
      start.progress('the last Neo4j was not stopped in order; it recovers as it starts');
    }
    // Also removes a note that cannot be read.
    removeOwner(dataHome);
    return await startFresh(world, start);
  } catch (error) {
    throw explainFileError(error, dataHome);
  }
}

async function takeRunning(world: World, start: LocalStart, owner: Owner, verdict: 'REUSE' | 'ADOPT') {
  const { dataHome } = start;
  const pid = owner.pid ?? 0;
  const ports = { bolt: owner.boltPort, http: owner.httpPort };
  start.progress(`Neo4j runs already (process ${pid})`);
  await answers(world, pid, dataHome, [ports.bolt, ports.http]);
  if (verdict === 'REUSE')
    return {
      ports,
      state: 'REUSED',
      stop: async () => {},
    } satisfies LocalNeo4j;
  writeOwner(dataHome, { ...owner, ...(await thisProcess(world)) });
  return {
    ports,
    state: 'ADOPTED',
    stop: stopOnce(world, pid, dataHome),
  } satisfies LocalNeo4j;
}

async function startFresh(world: World, start: LocalStart): Promise<LocalNeo4j> {
  const { dataHome, version, progress, signal } = start;
  const ports = await start.choosePorts();
  const owner: Owner = {
    pid: null,
    boltPort: ports.bolt,
    httpPort: ports.http,
    version,
    startedAt: new Date().toISOString(),
    ...(await thisProcess(world)),
  };
  if (!claim(dataHome, owner)) throw busy(readOwner(dataHome));
  try {
    writeFileSync(join(dataHome, 'conf', 'neo4j.conf'), confText(localConf(version, ports, start.conf)));
    if (!hasDatabase(dataHome)) await setInitialPassword(world, start);
    signal?.throwIfAborted();
    progress(`starting Neo4j ${version} with Java ${start.java.major} (some 10 seconds)`);
    const process = await spawnNeo4j(start.java.command, neo4jArguments(start), dataHome);
    writeOwner(dataHome, { ...owner, pid: process.pid });
    const stop = stopOnce(world, process.pid, dataHome);
    await process.started(signal).catch(async (error: unknown) => {
      await stop();
      throw error;
    });
    return { ports, state: 'STARTED', stop };
  } catch (error) {
    releaseOwner(dataHome, null);
    throw error;
  }
}

// Neo4j's own command, run before the first start as it demands. The password comes from its file, so that no list of
// processes shows it.
async function setInitialPassword(world: World, start: LocalStart): Promise<void> {
  const { java, lib, dataHome, passwordHome, signal } = start;
  const args = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', join(lib, '*'), 'org.neo4j.cli.AdminTool'];
  const result = await world.run(
    java.command,
    [...args, 'dbms', 'set-initial-password', `@${passwordFile(passwordHome)}`],
    {
      cwd: dataHome,
      env: { NEO4J_HOME: dataHome, NEO4J_CONF: join(dataHome, 'conf') },
      timeoutMs: 60_000,
      signal,
    },
  );
  signal?.throwIfAborted();
  const output = `${result.stdout}\n${result.stderr}`;
  const hashed = join(dataHome, 'data', 'dbms', 'auth.ini');
  if (result.code !== 0 || !existsSync(hashed)) {
    throw explainFailure('The password of a new Neo4j could not be set', 'NEO4J', output);
  }
  chmodSync(hashed, 0o600);
}

function stopOnce(world: World, pid: number, dataHome: string): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  return () => {
    stopping ??= stopNeo4j(world, pid, dataHome).then(() => releaseOwner(dataHome, pid));
    return stopping;
  };
}

async function thisProcess(world: World): Promise<Pick<Owner, 'ownerPid' | 'ownerCommand'>> {
  return {
    ownerPid: process.pid,
    ownerCommand: await world.commandOf(process.pid),
  };
}

function busy(owner: Owner | undefined): ReformgraphError {
  return new ReformgraphError(
    'START_FAILED',
    `Another start (process ${owner?.ownerPid ?? 'unknown'}) is starting this database right now. Wait until it is ready, then start again.`,
  );
}
