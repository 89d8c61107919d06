import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { GraphAddress } from '../../src/graph/graph.ts';
import type { Peer } from './peer.ts';

export interface PeerServer {
  readonly peer: Peer;
  readonly pid: number;
  readonly url: string;
  /** Milliseconds until it listened. */
  readonly upAfter: number;
  /** Once it does nothing more of its own. */
  readonly settled: Promise<unknown>;
  stop(): Promise<void>;
}

const START_WITHIN = 60_000;
const SETTLED_WITHIN = 300_000;
/** As `npm start` has them: more room for what lives only as long as an answer takes. */
const FLAGS = ['--max-semi-space-size=32'];

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
  const entry = existsSync(`${peer.folder}server.ts`) ? [bundleOf(peer)] : ['server.mjs'];
  const begun = performance.now();
  const { command, args } = pinned(core, [process.execPath, ...FLAGS, ...entry]);
  const child = spawn(command, args, {
    cwd: peer.folder,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      KEPT_ANSWERS_MB: '0',
      ...peer.env,
      NEO4J_URI: uri,
      NEO4J_USER: user,
      NEO4J_PASSWORD: password,
      NEO4J_DATABASE: database,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = () => stopChild(child);
  try {
    if (!child.stdout) throw new Error(`${peer.name} has no output.`);
    const lines = createInterface(child.stdout);
    const settled = peer.settles ? lineOf(child, lines, /^settled/, peer.name, SETTLED_WITHIN) : Promise.resolve('');
    // It is waited for later.
    settled.catch(() => undefined);
    const said = await lineOf(child, lines, /^listening on \d+/, peer.name, START_WITHIN);
    const upAfter = Math.round(performance.now() - begun);
    const url = `http://127.0.0.1:${said.split(' ')[2]}/graphql`;
    return { peer, pid: child.pid ?? 0, url, upAfter, settled, stop } satisfies PeerServer;
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Ours is run as `npm start` runs it. */
function bundleOf({ folder }: Peer): string {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const args = [`${root}src/bundle.mjs`, relative(root, `${folder}server.ts`)];
  const { status, stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error('Our server could not be bundled.');
  return stdout.trim();
}

/** Waits for a line of a server's output; a server that ends before it, or takes too long, fails. */
function lineOf(child: ChildProcess, lines: Interface, wanted: RegExp, name: string, within: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error(`The server of ${name} ended, or did not say ${wanted} in time.`));
    const late = setTimeout(fail, within);
    child.once('exit', fail);
    lines.on('line', (line) => {
      if (!wanted.test(line)) return;
      clearTimeout(late);
      child.off('exit', fail);
      resolve(line);
    });
  });
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
