import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printForRelay } from '../../../src/contract.ts';
import { type Figure, measuring, report, zero } from '../report.ts';

/** Lets Relay's compiler read the contract and the pages in `src/`, in a folder of their own. Ends with 1 when it finds anything wrong. */

const { report: keep } = measuring('test:relay', "Relay's compiler over the contract and some pages.")
  .parse()
  .opts<{ report: boolean }>();

const here = fileURLToPath(new URL('.', import.meta.url));
if (!existsSync(`${here}node_modules/.package-lock.json`)) {
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: here, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('npm ci failed in the folder of the Relay check.');
}
const compiler = JSON.parse(readFileSync(`${here}node_modules/relay-compiler/package.json`, 'utf8')) as {
  version: string;
};
const folder = mkdtempSync(join(tmpdir(), 'reformgraph-relay-'));
try {
  cpSync(`${here}src`, join(folder, 'src'), { recursive: true });
  writeFileSync(join(folder, 'schema.graphql'), printForRelay());
  const made = join(folder, 'made');
  mkdirSync(made);
  const config = { src: './src', schema: './schema.graphql', language: 'javascript', artifactDirectory: './made' };
  writeFileSync(join(folder, 'relay.config.json'), JSON.stringify(config));
  const bin = `${here}node_modules/.bin/relay-compiler`;
  const { status, stdout, stderr } = spawnSync(bin, [], { cwd: folder, encoding: 'utf8' });
  const names = readdirSync(made).sort();
  const errors = `${stdout}${stderr}`.match(/^.*(\[ERROR\]|✖︎).*$/gm) ?? [];
  if (status !== 0 || errors.length > 0) console.log(`${stdout}${stderr}`);
  const figures: Figure[] = [
    zero('errors', errors.length),
    { name: 'how the compiler ends', found: status, wanted: '0', holds: status === 0 },
    { name: 'what it made', found: names, wanted: 'something', holds: names.length > 0 },
  ];
  report('relay', figures, { compiler: compiler.version }, keep);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
