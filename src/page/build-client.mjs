import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * Builds what browsers are sent: the style sheet, and the scripts of `client/`, in pieces that are loaded when wanted.
 * @returns {Promise<import('./client-files.ts').ClientFiles>}
 */
export async function buildClient() {
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    absWorkingDir: here,
    entryPoints: { page: 'client/main.ts', style: 'style.css' },
    outdir: 'out',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    loader: { '.graphql': 'text' },
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  /** @param {string} entry */
  const made = (entry) =>
    basename(Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === entry)?.[0] ?? '');
  return {
    style: made('style.css'),
    script: made('client/main.ts'),
    texts: Object.fromEntries(outputFiles.map(({ path, text }) => [basename(path), text])),
  };
}
