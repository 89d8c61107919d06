import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

interface Lock {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Locked>>;
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
}

const root = join(import.meta.dirname, '../..');
const folders = [
  '.',
  ...readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('package-lock.json') && !path.includes('node_modules'))
    .map((path) => join('test', path, '..')),
].sort();

const read = <T>(folder: string, name: string): T => JSON.parse(readFileSync(join(root, folder, name), 'utf8')) as T;

/** Packages that would like to run something when installed; none of it is run, and all work without. */
const WITH_SCRIPTS: readonly string[] = ['cpu-features', 'esbuild', 'protobufjs', 'ssh2', '@apollo/protobufjs'];

/** What is wrong with the packages of a lock file. */
function problemsOf({ lockfileVersion, packages }: Lock): string[] {
  const named = Object.entries(packages).filter(([path]) => path !== '');
  const problems = named.flatMap(([path, { integrity, resolved, link, hasInstallScript }]) => {
    const name = path.replace(/^.*node_modules\//, '');
    return [
      ...(/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '') ? [] : [`${path} has no integrity of SHA-512`]),
      ...(resolved === undefined ? [] : [`${path} names where it comes from`]),
      ...(link ? [`${path} lies elsewhere`] : []),
      ...(hasInstallScript && !WITH_SCRIPTS.includes(name) ? [`${path} wants to run something`] : []),
    ];
  });
  return lockfileVersion === 3 ? problems : ['it is of another version than 3', ...problems];
}

describe('lock files', () => {
  test('are those of the project and of the peers of the bench', () => {
    expect(folders).toContain('.');
    expect(folders.filter((folder) => folder.startsWith('test/bench/peers/'))).toHaveLength(4);
  });

  test.each(folders)('of %s: every package is named by what it holds, and none runs anything', (folder) => {
    expect(problemsOf(read<Lock>(folder, 'package-lock.json'))).toEqual([]);
  });

  test.each(folders)('of %s: versions are exact, and those of package.json', (folder) => {
    const { dependencies = {}, devDependencies = {}, overrides = {} } = read<Manifest>(folder, 'package.json');
    const { packages } = read<Lock>(folder, 'package-lock.json');
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...overrides })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    }
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, version]);
    }
  });

  // Below these are holes by which a client could reach or stop the server. The cost plug-in of graphql-armor, which had one too, is not used.
  test.each([
    ['graphql', '16.8.1'],
    ['graphql-yoga', '5.21.3'],
  ])('%s is %s or newer', (name, floor) => {
    const { version = '' } = read<Lock>('.', 'package-lock.json').packages[`node_modules/${name}`] ?? {};
    expect(version.localeCompare(floor, 'en', { numeric: true }), version).toBeGreaterThanOrEqual(0);
  });

  test.each<[name: string, locked: Locked, says: string]>([
    ['without integrity', {}, 'no integrity'],
    ['with the integrity of SHA-1', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }, 'no integrity'],
    ['from an address', { resolved: 'https://elsewhere.example/x.tgz' }, 'names where it comes from'],
    ['from a folder', { link: true, resolved: '../x' }, 'lies elsewhere'],
    ['that runs something', { hasInstallScript: true }, 'wants to run something'],
  ])('with a package %s are refused', (_, locked, says) => {
    const integrity = `sha512-${'A'.repeat(86)}==`;
    const sound: Lock = { lockfileVersion: 3, packages: { '': {}, 'node_modules/x': { integrity } } };
    expect(problemsOf(sound)).toEqual([]);
    const broken = { 'node_modules/x': says === 'no integrity' ? locked : { integrity, ...locked } };
    expect(problemsOf({ ...sound, packages: broken }).join()).toContain(says);
  });
});
