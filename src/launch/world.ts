import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { createInterface } from 'node:readline';

/** `code` is undefined when the command is not there or was ended by a signal or time limit. */
export interface CommandResult {
  code: number | undefined;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  cwd?: string;
  /** Added to the environment of this process. */
  env?: Record<string, string>;
  timeoutMs?: number;
  /** Called for each line of stdout and stderr as it comes. */
  onLine?: (line: string) => void;
  signal?: AbortSignal | undefined;
}

/** Everything a decision of this folder asks the machine about; tests put a made-up machine in its place. */
export interface World {
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  /** Never rejects. */
  run(command: string, args: readonly string[], options?: RunOptions): Promise<CommandResult>;
  exists(path: string): boolean;
  /** Names in a folder, none when it cannot be read. */
  list(folder: string): string[];
  /** The path behind links, or the path itself when nothing is there. */
  realPath(path: string): string;
  isPortFree(port: number): Promise<boolean>;
  isListening(port: number): Promise<boolean>;
  /** The command line of a live process, empty when there is none. */
  commandOf(pid: number): Promise<string>;
  /** What Neo4j says of itself on an HTTP port of this machine. */
  discover(httpPort: number): Promise<Discovery | undefined>;
}

export interface Discovery {
  neo4j_version: string;
  bolt_direct: string;
}

export const realWorld: World = {
  env: process.env,
  platform: process.platform,
  run,
  exists: existsSync,
  list: (folder) => attempt(() => readdirSync(folder)) ?? [],
  realPath: (path) => attempt(() => realpathSync(path)) ?? path,
  isPortFree,
  isListening: (port) => connects(port, '127.0.0.1'),
  commandOf,
  discover,
};

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<CommandResult> {
  return new Promise((resolve) => {
    const result: CommandResult = { code: undefined, stdout: '', stderr: '' };
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeoutMs,
      signal: options.signal,
    });
    for (const stream of ['stdout', 'stderr'] as const) {
      createInterface({ input: child[stream] }).on('line', (line) => {
        result[stream] += `${line}\n`;
        options.onLine?.(line);
      });
    }
    child.on('error', (error) => resolve({ ...result, stderr: `${result.stderr}${error.message}\n` }));
    child.on('close', (code) => resolve({ ...result, code: code ?? undefined }));
  });
}

function connects(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 1000 });
    const answer = (listening: boolean) => {
      socket.destroy();
      resolve(listening);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('timeout', () => answer(false));
  });
}

// Listening alone does not tell: macOS lets 127.0.0.1 be bound beside a listener on all addresses, and a listener
// on ::1 would catch the browsers that try `localhost` there first.
async function isPortFree(port: number): Promise<boolean> {
  if ((await connects(port, '127.0.0.1')) || (await connects(port, '::1'))) return false;
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

async function commandOf(pid: number): Promise<string> {
  if (process.platform !== 'linux') {
    return (await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)])).stdout.trim();
  }
  const line = attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')) ?? '';
  return line.replaceAll('\0', ' ').trim();
}

async function discover(httpPort: number): Promise<Discovery | undefined> {
  try {
    const headers = { accept: 'application/json' };
    const answer = await fetch(`http://localhost:${httpPort}/`, {
      headers,
      signal: AbortSignal.timeout(1000),
    });
    const said = (await answer.json()) as Partial<Discovery>;
    return said.neo4j_version && said.bolt_direct ? (said as Discovery) : undefined;
  } catch {
    return undefined;
  }
}
