import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildClient } from './page/build-client.mjs';

/** Prints the file of a program made of the sources and packages in one: it starts in half the time and runs what was written, unwrapped. */

const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} path @returns {number} when the newest file in it was written, in milliseconds */
function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/**
 * Bundles a program unless its bundle is newer than all it is made of.
 * @param {string} entry its file, from the project's folder
 * @returns {Promise<string>} the file to run with node
 */
async function bundle(entry) {
  const folder = join(projectRoot, '.reformgraph/bundle', entry.replace(/\W+/g, '-'));
  const made = join(folder, 'main.mjs');
  const sources = [dirname(entry), 'src', 'schema', 'package-lock.json'].map((source) => join(projectRoot, source));
  if (existsSync(made) && Math.max(...sources.map(newest)) < statSync(made).mtimeMs) return made;
  // Made beside it, so that nobody runs half of one.
  const fresh = `${folder}-${process.pid}`;
  const { build } = await import('esbuild');
  await build({
    entryPoints: { main: join(projectRoot, entry) },
    outdir: fresh,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // For tests where Docker runs; they have parts that are no JavaScript, and are not there where only what runs is installed.
    external: ['testcontainers', '@testcontainers/neo4j'],
    logLevel: 'error',
    // Packages of the older kind ask for Node's own modules with `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    plugins: [
      { name: 'browsers', setup: (build) => build.onLoad({ filter: /\/src\/page\/client-files\.ts$/ }, builtClient) },
      { name: 'own place', setup: (build) => build.onLoad({ filter: /\/(src|schema|test)\/.*\.ts$/ }, ownPlace) },
    ],
  });
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
  return made;

  /** What browsers are sent is built now and held by the program. */
  async function builtClient() {
    const files = await buildClient();
    return { contents: `export const clientFiles = async () => (${JSON.stringify(files)});` };
  }

  /** A source goes on to find what lies beside it. @param {{ path: string }} file */
  async function ownPlace({ path }) {
    const text = await readFile(path, 'utf8');
    const place = `new URL(${JSON.stringify(relative(folder, path))}, import.meta.url).href`;
    return { contents: text.replaceAll('import.meta.url', place), loader: /** @type {const} */ ('ts') };
  }
}

console.log(await bundle(process.argv[2] ?? 'src/main.ts'));
