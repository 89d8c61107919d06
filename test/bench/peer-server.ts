import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { GraphAddress } from '../../src/graph/gateway.ts';
import type { Peer } from './peer.ts';

export interface PeerServer {
  readonly peer: Peer;
  readonly pid: number;
  readonly url: string;
  stop(): Promise<void>;
}

const START_WITHIN = 60_000;

/** Installs the packages of a peer that has some of its own. */
export function installPeer({ name, folder }: Peer, progress: (message: string) => void): void {
  if (!existsSync(`${folder}package-lock.json`) || existsSync(`${folder}node_modules/.package-lock.json`)) return;
  progress(`installing the packages of ${name}`);
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: folder, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`npm ci failed in the folder of ${name}.`);
}

/** Runs a command on one core, where cores can be chosen. */
export function pinned(core: number | undefined, [command, ...args]: readonly [string, ...string[]]) {
  return core === undefined
    ? { command, args }
    : { command: 'taskset', args: ['--cpu-list', String(core), command, ...args] };
}

/** A peer's server in a process of its own, as it would be run in production. */
export async function startPeer(peer: Peer, { uri, user, password, database }: GraphAddress, core?: number) {
  const entry = existsSync(`${peer.folder}server.ts`) ? ['--import', 'tsx', 'server.ts'] : ['server.mjs'];
  const { command, args } = pinned(core, [process.execPath, ...entry]);
  const child = spawn(command, args, {
    cwd: peer.folder,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEO4J_URI: uri,
      NEO4J_USER: user,
      NEO4J_PASSWORD: password,
      NEO4J_DATABASE: database,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = () => stopChild(child);
  try {
    const port = await portOf(child, peer.name);
    return { peer, pid: child.pid ?? 0, url: `http://127.0.0.1:${port}/graphql`, stop } satisfies PeerServer;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function portOf(child: ChildProcess, name: string): Promise<number> {
  if (!child.stdout) throw new Error(`${name} has no output.`);
  const late = setTimeout(() => child.kill('SIGKILL'), START_WITHIN);
  try {
    for await (const line of createInterface(child.stdout)) {
      const port = /^listening on (\d+)/.exec(line)?.[1];
      if (port) return Number(port);
    }
  } finally {
    clearTimeout(late);
  }
  throw new Error(`The server of ${name} ended, or did not say within a minute on which port it listens.`);
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(late);
}

/** One request, for comparing answers. */
export async function post(url: string, query: string, variables: object): Promise<{ data: unknown; bytes: number }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (response.status !== 200 || errors || !data)
    throw new Error(`answered ${response.status} ${text.slice(0, 500)} to ${query.slice(0, 500)}`);
  return { data, bytes: Buffer.byteLength(text) };
}
