import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { GraphAddress } from '../../src/graph/gateway.ts';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

export interface ServerChild {
  readonly url: string;
  readonly process: ChildProcess;
  /** How the process ended: its code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** Starts the server as `npm start` does, over a database that runs already. */
export async function startServerChild(
  { uri, user, password, database }: GraphAddress,
  env: NodeJS.ProcessEnv = {},
  wrapped: readonly string[] = [],
): Promise<ServerChild> {
  const bundle = execFileSync(process.execPath, [`${projectRoot}src/bundle.mjs`], { encoding: 'utf8' }).trim();
  const [command = '', ...args] = [
    ...wrapped,
    process.execPath,
    '--max-semi-space-size=32',
    bundle,
    'start',
    '--quiet',
  ];
  const child = spawn(command, args, {
    env: {
      ...process.env,
      NEO4J_URI: uri,
      NEO4J_USER: user,
      NEO4J_PASSWORD: password,
      NEO4J_DATABASE: database,
      PORT: '0',
      LOG_LEVEL: 'silent',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals | null);
  const url = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, port] = /http:\/\/localhost:(\d+)\/graphql/.exec(line) ?? [];
      if (port) resolve(`http://127.0.0.1:${port}/graphql`);
    });
    void ended.then((how) => reject(new Error(`The server ended with ${how} before it listened.`)));
  });
  return { url: await url, process: child, ended };
}
