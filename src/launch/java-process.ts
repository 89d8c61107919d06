import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ReformgraphError } from '../errors.ts';
import { explainFailure, ranOutOfDisk } from './explain-failure.ts';
import { isOurJava } from './owner.ts';
import type { World } from './world.ts';

const LOOK_EVERY_MS = 100;
const START_LIMIT_MS = 180_000;
const STOP_LIMIT_MS = 30_000;

export interface JavaProcess {
  pid: number;
  /** Settles when Neo4j says it has started; fails when java ends before. */
  started(signal?: AbortSignal): Promise<void>;
}

/** Starts java apart from this process group, so that Ctrl-C in the terminal reaches us alone and we stop it in order. */
export async function spawnNeo4j(command: string, args: readonly string[], dataHome: string): Promise<JavaProcess> {
  const neo4jLog = join(dataHome, 'logs', 'neo4j.log');
  const console = join(dataHome, 'logs', 'console.log');
  const loggedBefore = statSync(neo4jLog, { throwIfNoEntry: false })?.size ?? 0;
  // A file, not a pipe: java outlives a killed owner.
  const output = openSync(console, 'w');
  const child = spawn(command, args, {
    cwd: dataHome,
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  let ended: string | undefined;
  child.once('exit', (code, signal) => {
    ended = signal ? `it was ended by ${signal}` : `it ended with code ${code}`;
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => {
      const message = `Java could not be run as ${command} (${error.message}). Install Java again and start again.`;
      reject(new ReformgraphError('START_FAILED', message, { cause: error }));
    });
  });
  child.unref();
  const logged = () => read(neo4jLog, loggedBefore);

  async function started(signal?: AbortSignal): Promise<void> {
    const limit = Date.now() + START_LIMIT_MS;
    while (!/ Started\.\s*$/m.test(logged())) {
      signal?.throwIfAborted();
      const output = () => `${read(console, 0)}\n${logged()}`;
      if (ended) throw explainFailure(`Neo4j did not start (${ended}; ${neo4jLog})`, 'NEO4J', output());
      if (ranOutOfDisk(logged())) throw explainFailure('Neo4j did not start', 'NEO4J', output());
      if (Date.now() > limit) throw explainFailure('Neo4j did not start within 3 minutes', 'NEO4J', output());
      await pause(LOOK_EVERY_MS);
    }
  }
  return { pid: child.pid ?? 0, started };
}

function read(file: string, from: number): string {
  try {
    const bytes = readFileSync(file);
    // A log that shrank was rotated: all of it is new.
    return bytes.subarray(bytes.length < from ? 0 : from).toString('utf8');
  } catch {
    return '';
  }
}

/** Ends a Neo4j in order, and by force when it has not ended after 30 seconds. */
export async function stopNeo4j(world: World, pid: number, dataHome: string): Promise<void> {
  const limit = Date.now() + STOP_LIMIT_MS;
  send(pid, 'SIGTERM');
  let forced = false;
  while (await isOurJava(world, pid, dataHome)) {
    if (!forced && Date.now() > limit) {
      send(pid, 'SIGKILL');
      forced = true;
    }
    await pause(LOOK_EVERY_MS);
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}

/** Waits until a Neo4j that another process started answers on both ports. */
export async function answers(world: World, pid: number, dataHome: string, ports: readonly number[]): Promise<void> {
  const limit = Date.now() + START_LIMIT_MS;
  for (const port of ports) {
    while (!(await world.isListening(port))) {
      if (Date.now() > limit || !(await isOurJava(world, pid, dataHome))) {
        throw new ReformgraphError(
          'START_FAILED',
          `The Neo4j that runs already (process ${pid}) does not answer on port ${port}. End it (kill ${pid}) and start again.`,
        );
      }
      await pause(LOOK_EVERY_MS);
    }
  }
}
