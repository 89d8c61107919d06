import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readGallery } from '../../src/gallery.ts';
import { openGraph } from '../../src/graph/gateway.ts';
import { buildLayers, type Stage } from './layers.ts';
import { type Figure, measuring, report } from './report.ts';
import { startEmptyNeo4j } from './seeded-neo4j.ts';

/**
 * Does what the Dockerfile says, without a Docker engine: builds its layers in empty folders, then runs the last one as another user, with
 * nothing it could write to, over a real Neo4j. What only an engine can show is named as not checked.
 */
const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const NOBODY = 65_534;
const PORT = 17_421;
const PATIENCE = 150_000;

const { report: keep } = measuring(
  'test:image',
  'Builds the image as folders, runs it as nobody on a read-only file system over a Neo4j of its own.',
)
  .parse()
  .opts<{ report: boolean }>();

const figures: Figure[] = [];
const notChecked: string[] = [
  'that the base image exists and builds',
  'dropped capabilities, memory and process limits',
];

function check(what: string, passed: boolean, found: unknown): void {
  figures.push({ name: what, found: String(found), wanted: 'so', holds: passed });
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();

const bytesOf = (folder: string): number =>
  filesOf(folder).reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);

/** Everything belongs to root and can be written by nobody. */
function seal(folder: string): void {
  for (const path of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
    const whole = join(folder, path);
    chmodSync(whole, statSync(whole).isDirectory() ? 0o555 : 0o444);
    if (process.getuid?.() === 0) chownSync(whole, 0, 0);
  }
}

/** Whether the kernel itself makes the folder read-only; where it does not, rights do. */
function mountReadOnly(folder: string): boolean {
  const bound = spawnSync('mount', ['--bind', folder, folder]).status === 0;
  if (!bound) return false;
  if (spawnSync('mount', ['-o', 'remount,ro,bind', folder]).status === 0) return true;
  spawnSync('umount', [folder]);
  return false;
}

/** The image's own version of Node, through npm; undefined where it cannot be had. */
function ownNode(version: string, folder: string): string | undefined {
  mkdirSync(folder, { recursive: true });
  const arch = `node-linux-${process.arch}`;
  const got = spawnSync('npm', ['install', '--prefix', folder, '--no-save', '--ignore-scripts', `${arch}@${version}`], {
    stdio: 'ignore',
    timeout: 120_000,
  });
  const node = join(folder, 'node_modules', arch, 'bin/node');
  return got.status === 0 && existsSync(node) ? node : undefined;
}

async function run(stage: Stage, node: string, neo4j: { uri: string; user: string; password: string }): Promise<void> {
  const cwd = join(stage.root, stage.workdir);
  const before = filesOf(cwd);
  const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if (!('uid' in identity)) notChecked.push('another user: this does not run as root');
  const env = {
    ...stage.env,
    HOST: '127.0.0.1',
    PORT: String(PORT),
    NEO4J_URI: neo4j.uri,
    NEO4J_USER: neo4j.user,
    NEO4J_PASSWORD: neo4j.password,
  };
  const [, ...args] = stage.command;
  const [, ...probing] = stage.healthcheck;
  const isReady = (): boolean => spawnSync(node, probing, { cwd, env, ...identity }).status === 0;

  check('the health check fails while nothing runs', !isReady(), 'exit code not 0');
  const writes = spawnSync(node, ['-e', "require('fs').writeFileSync('x', '')"], { cwd, env, ...identity });
  check(
    'nothing can be written beside the program',
    writes.status !== 0,
    /E[A-Z]+/.exec(String(writes.stderr)) ?? 'written',
  );
  const started = performance.now();
  const child = spawn(node, args, { cwd, env, ...identity, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  try {
    while (!isReady() && child.exitCode === null && performance.now() - started < PATIENCE) await pause(250);
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    check('it is ready over an empty Neo4j', isReady(), isReady() ? `after ${seconds} s` : printed.slice(-2_000));
    const [question] = readGallery();
    const answer = await fetch(`http://127.0.0.1:${PORT}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Connection: 'close' },
      body: JSON.stringify({ query: question?.query }),
    });
    const { data, errors } = (await answer.json()) as { data?: unknown; errors?: unknown };
    check(
      `it answers "${question?.title}"`,
      data != null && errors === undefined,
      `${JSON.stringify(data).length} bytes`,
    );
    const page = await fetch(`http://127.0.0.1:${PORT}/graphql`, {
      headers: { Accept: 'text/html', Connection: 'close' },
    });
    const offered = (await page.text()).match(/<option value="[^"]+" data-query=/g)?.length ?? 0;
    check('GraphiQL offers the gallery', offered === readGallery().length, `${offered} questions`);
    const status = execFileSync('ps', ['-o', 'uid=,rss=', '-p', String(child.pid)], { encoding: 'utf8' }).trim();
    const [uid, kilobytes] = status.split(/\s+/).map(Number);
    if ('uid' in identity) check('it runs as another user than root', uid === NOBODY, `user ${uid}`);
    check('it fits into 512 MB', Number(kilobytes) < 512_000, `${Math.round(Number(kilobytes) / 1_000)} MB`);
  } finally {
    const ending = performance.now();
    child.kill('SIGTERM');
    const code = await ended;
    check('it ends when told to', code === 0, `code ${code} after ${Math.round(performance.now() - ending)} ms`);
  }
  const added = filesOf(cwd).filter((path) => !before.includes(path));
  check('it wrote no file', added.length === 0, added.join(', ') || 'none');
}

const folder = mkdtempSync(join(tmpdir(), 'reformgraph-image-'));
chmodSync(folder, 0o755);
const stage = buildLayers(projectRoot, folder);
const app = join(stage.root, stage.workdir);
const files = filesOf(app);
check(
  'the last layer holds no packages, sources or secrets',
  !files.some((path) => /node_modules|\.ts$|password|\.env/.test(path)),
  `${files.length} files, ${(bytesOf(app) / 1e6).toFixed(1)} MB`,
);
check('it is run as a user without rights', stage.user !== 'root', stage.user);

const wanted = /^FROM node:([\d.]+)/m.exec(readFileSync(`${projectRoot}Dockerfile`, 'utf8'))?.[1] ?? '';
const own = ownNode(wanted, join(folder, 'node'));
if (!own) notChecked.push(`Node ${wanted} itself: ${process.version} ran in its place`);
const node = own ?? process.execPath;
const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
seal(app);
const mounted = mountReadOnly(app);
if (!mounted) notChecked.push('a file system that is read-only: rights stood in for it');
const started: (() => Promise<unknown>)[] = [];
try {
  const neo4j = await startEmptyNeo4j(started);
  await run(stage, node, neo4j);
  const graph = openGraph(neo4j);
  started.push(() => graph.close());
  report('image', figures, { neo4j: await graph.checkServer(), ranOn: version, notChecked }, keep);
} finally {
  for (const end of started.reverse()) await end();
  if (mounted) spawnSync('umount', [app]);
  rmSync(folder, { recursive: true, force: true });
}

console.log('Not checked here, for it needs an engine:');
for (const what of notChecked) console.log(`  - ${what}`);
