import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'reformgraph-sbom-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Bill {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: { readonly name: string } };
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly purl: string;
    readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  }[];
}

test('npm run sbom -- <file> writes down every package with its version and hash', () => {
  const file = join(folder, 'bill.json');
  execFileSync('npm', ['run', '--silent', 'sbom', '--', file], { cwd: root, stdio: 'pipe' });
  const bill = JSON.parse(readFileSync(file, 'utf8')) as Bill;
  expect([bill.bomFormat, bill.metadata.component.name]).toEqual(['CycloneDX', 'reformgraph']);
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const listed = new Map(bill.components.map((component) => [`${component.name}@${component.version}`, component]));
  for (const [name, version] of Object.entries(dependencies)) {
    expect(listed.get(`${name}@${version}`), name).toMatchObject({
      purl: expect.stringMatching(/^pkg:npm\//),
      hashes: [{ alg: 'SHA-512' }],
    });
  }
  // What those need themselves stands there too: every line of the lock file, but what is for other systems.
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { name?: string; version: string; optional?: boolean }>;
  };
  const missing = Object.entries(packages).flatMap(([path, { name, version, optional }]) => {
    const known = `${name ?? path.replace(/^.*node_modules[/]/, '')}@${version}`;
    return path === '' || optional || listed.has(known) ? [] : [known];
  });
  expect(missing).toEqual([]);
});
