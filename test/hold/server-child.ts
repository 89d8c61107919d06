import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { GraphAddress } from '../../src/graph/graph.ts';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

export interface ServerChild {
  readonly url: string;
  readonly process: ChildProcess;
  /** How the process ended: its code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

export interface Manner {
  readonly env?: NodeJS.ProcessEnv;
  /** A command that runs it. */
  readonly wrapped?: readonly string[];
  /** Of Node; those of `npm start` when absent. */
  readonly flags?: readonly string[];
}

/** A server as `npm start` runs it, over a database that runs already; its port is free to choose. */
export function spawnServer(
  { uri, user, password, database }: GraphAddress,
  { env = {}, wrapped = [], flags = ['--max-semi-space-size=32'] }: Manner = {},
): Omit<ServerChild, 'url'> & { readonly lines: Interface } {
  const bundle = execFileSync(process.execPath, [`${projectRoot}src/bundle.mjs`], { encoding: 'utf8' }).trim();
  const [command = '', ...args] = [...wrapped, process.execPath, ...flags, bundle, 'start', '--quiet'];
  const address = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
  const child = spawn(command, args, {
    env: { ...process.env, ...address, PORT: '0', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals | null);
  return { process: child, ended, lines: createInterface({ input: child.stdout as NodeJS.ReadableStream }) };
}

/** The same, once it listens. Every other line that it prints is handed to `onLine`. */
export async function startServerChild(
  graph: GraphAddress,
  { onLine = () => undefined, ...manner }: Manner & { readonly onLine?: (line: string) => void } = {},
): Promise<ServerChild> {
  const { lines, ...child } = spawnServer(graph, manner);
  const url = new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const [, port] = /http:\/\/localhost:(\d+)\/graphql/.exec(line) ?? [];
      if (port) resolve(`http://127.0.0.1:${port}/graphql`);
      else onLine(line);
    });
    void child.ended.then((how) => reject(new Error(`The server ended with ${how} before it listened.`)));
  });
  return { ...child, url: await url };
}
