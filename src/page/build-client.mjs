import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * Builds what browsers are sent: the style sheet, and the scripts of `client/`, in pieces that are loaded when wanted.
 * @returns {Promise<import('./client-files.ts').ClientFiles>}
 */
export async function buildClient() {
  const { build } = await import('esbuild');
  const common = /** @type {const} */ ({
    absWorkingDir: here,
    outdir: 'out',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    target: 'es2022',
    loader: { '.graphql': 'text' },
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const built = await Promise.all([
    build({ ...common, entryPoints: { page: 'client/main.ts', style: 'style.css' }, format: 'esm', splitting: true }),
    // Runs before GraphiQL's own script does, which no module would.
    build({ ...common, entryPoints: { graphiql: 'client/graphiql.ts' }, format: 'iife' }),
  ]);
  const outputs = built.flatMap(({ metafile }) => Object.entries(metafile.outputs));
  /** @param {string} entry */
  const made = (entry) => basename(outputs.find(([, { entryPoint }]) => entryPoint === entry)?.[0] ?? '');
  return {
    style: made('style.css'),
    script: made('client/main.ts'),
    graphiql: made('client/graphiql.ts'),
    texts: Object.fromEntries(
      built.flatMap(({ outputFiles }) => outputFiles.map(({ path, text }) => [basename(path), text])),
    ),
  };
}
