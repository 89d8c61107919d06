import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { GraphAddress } from '../../../src/graph/graph.ts';
import { readDockerfile } from '../read-dockerfile.ts';
import { projectRoot, startServerChild } from '../server-child.ts';

/** What the log says of a request that came through HTTP, by the server's own clock. */
export interface Logged {
  readonly milliseconds: number;
  readonly cost: number | undefined;
  readonly statements: number | undefined;
}

export interface ServerProcess {
  readonly port: number;
  /** By the id of the request. */
  readonly logged: ReadonlyMap<string, Logged>;
  /** Lines of its log that tell of what it did not expect. */
  readonly unexpected: readonly string[];
  /** Whether it ended by itself. */
  crashed(): boolean;
  memory(): Promise<NodeJS.MemoryUsage>;
  stop(): Promise<void>;
}

/** pino's number for errors. */
const ERROR = 50;

/** Of Node, as the image is run. */
const imageFlags = (): readonly string[] => {
  const [command] = (readDockerfile(readFileSync(`${projectRoot}Dockerfile`, 'utf8')).at(-1) ?? [])
    .filter(({ instruction }) => instruction === 'CMD')
    .map(({ text }) => JSON.parse(text) as readonly string[]);
  return (command ?? []).filter((word) => word.startsWith('--'));
};

/** The server as its image runs it, with a way to look at its memory. */
export async function startServerProcess(
  neo4j: GraphAddress,
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const logged = new Map<string, Logged>();
  const unexpected: string[] = [];
  const onLine = (line: string): void => {
    if (!line.startsWith('{')) return;
    const { level, msg, requestId, milliseconds, cost, statements } = JSON.parse(line) as Record<string, unknown>;
    if (msg === 'request') {
      logged.set(String(requestId), {
        milliseconds: Number(milliseconds),
        cost: cost as number | undefined,
        statements: statements as number | undefined,
      });
    }
    if (Number(level) >= ERROR) unexpected.push(line.slice(0, 600));
  };
  const looking = ['--expose-gc', '--import', `${projectRoot}test/hold/hostile/look-at-memory.mjs`];
  const {
    url,
    process: child,
    ended,
  } = await startServerChild(neo4j, {
    env: { NODE_ENV: 'production', LOG_LEVEL: 'info', ...env },
    flags: [...imageFlags(), ...looking],
    onLine,
  });
  let [stopping, over] = [false, false];
  void ended.then(() => {
    over = true;
  });
  return {
    port: Number(new URL(url).port),
    logged,
    unexpected,
    crashed: () => over && !stopping,
    async memory() {
      child.send('memory');
      return ((await heard(child)) as { memory: NodeJS.MemoryUsage }).memory;
    },
    async stop() {
      stopping = true;
      if (over) return;
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await ended;
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
