import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { GraphAddress } from '../../../src/graph/gateway.ts';

export interface ServerProcess {
  readonly port: number;
  /** What the log says of each request that came through HTTP: how long it took by the server's own clock. */
  readonly milliseconds: ReadonlyMap<string, number>;
  /** Lines of its log that tell of what it did not expect. */
  readonly unexpected: readonly string[];
  /** Whether it ended by itself. */
  crashed(): boolean;
  memory(): Promise<NodeJS.MemoryUsage>;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** pino's number for errors. */
const ERROR = 50;

/** Starts the server of `server.ts` over a database, bundled as `npm start` bundles it. */
export async function startServerProcess(
  { uri, user, password, database }: GraphAddress,
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const bundled = spawnSync(process.execPath, [`${root}src/bundle.mjs`, 'test/hold/hostile/server.ts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (bundled.status !== 0) throw new Error('The server could not be bundled.');
  const child = spawn(process.execPath, ['--expose-gc', '--max-semi-space-size=32', bundled.stdout.trim()], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ...env,
      NEO4J_URI: uri,
      NEO4J_USER: user,
      NEO4J_PASSWORD: password,
      NEO4J_DATABASE: database,
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let stopping = false;
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  const milliseconds = new Map<string, number>();
  const unexpected: string[] = [];
  if (child.stdout) {
    createInterface(child.stdout).on('line', (line) => {
      const { level, msg, requestId, milliseconds: took } = JSON.parse(line) as Record<string, unknown>;
      if (msg === 'request') milliseconds.set(String(requestId), Number(took));
      if (Number(level) >= ERROR) unexpected.push(line.slice(0, 600));
    });
  }
  const { port } = (await heard(child)) as { port: number };
  return {
    port,
    milliseconds,
    unexpected,
    crashed: () => ended && !stopping,
    async memory() {
      child.send('memory');
      return ((await heard(child)) as { memory: NodeJS.MemoryUsage }).memory;
    },
    async stop() {
      stopping = true;
      if (ended) return;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await exit;
      clearTimeout(late);
    },
  };
}

/** The next thing it says; a server that ends before it fails. */
function heard(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('The server ended.'));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message);
    });
  });
}
