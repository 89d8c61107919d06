import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Product {
  /** All it has printed. */
  readonly printed: string;
  stop(): Promise<void>;
}

/** `npm start` with a Neo4j of its own, as a person would run it, once it has said where it is. */
export async function startProduct(): Promise<Product> {
  const program = execFileSync(process.execPath, ['src/bundle.mjs'], { cwd: root, encoding: 'utf8' }).trim();
  const { NEO4J_URI, NEO4J_PASSWORD, ...env } = process.env;
  const child = spawn(process.execPath, [program, 'start'], {
    cwd: root,
    // Nobody looks at so many pages a minute as these tests do.
    env: { ...env, PORT: String(await freePort()), LOG_LEVEL: 'silent', POINTS_PER_MINUTE: '0' },
  });
  let printed = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (/Ctrl-C/.test(printed)) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => reject(new Error(`It ended:\n${printed}`)));
  });
  return {
    printed,
    stop: async () => {
      child.kill('SIGINT');
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** The browser of this machine, or the one that CHROMIUM names. */
export const openChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
