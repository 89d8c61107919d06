import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Milliseconds in which it must have said where it is: a first start fetches Neo4j. */
const STARTS_WITHIN = 240_000;

export interface Product {
  /** What it had printed when it was there. */
  readonly printed: string;
  stop(): Promise<void>;
}

/** `npm start` as a person would run it in this folder, on the Neo4j and the data of `.reformgraph/`, once it has said where it is. */
export async function startProduct(): Promise<Product> {
  const program = execFileSync(process.execPath, ['src/bundle.mjs'], { cwd: root, encoding: 'utf8' }).trim();
  const { NEO4J_URI, NEO4J_PASSWORD, ...env } = process.env;
  const child = spawn(process.execPath, [program, 'start'], {
    cwd: root,
    // Nobody looks at so many pages a minute as these tests do.
    env: { ...env, PORT: String(await freePort()), LOG_LEVEL: 'silent', POINTS_PER_MINUTE: '0' },
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGINT');
    await ended;
  };
  let printed = '';
  const isThere = new Promise<true>((resolve) => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (/Ctrl-C/.test(printed)) resolve(true);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  const late = new AbortController();
  const outcome = await Promise.race([
    isThere,
    ended.then(() => 'It ended'),
    pause(STARTS_WITHIN, 'It was not there in time', { signal: late.signal }),
  ]);
  late.abort();
  if (outcome === true) return { printed, stop };
  await stop();
  throw new Error(`${outcome}:\n${printed}`);
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
