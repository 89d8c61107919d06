import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/config.ts';
import { readDockerfile } from '../hold/read-dockerfile.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const stages = readDockerfile(read('Dockerfile'));
const last = stages.at(-1) ?? [];
const argument = (name: string): readonly string[] =>
  last.filter(({ instruction }) => instruction === name).map(({ text }) => text);

interface Service {
  readonly environment: Readonly<Record<string, string>>;
  readonly ports: readonly string[];
  readonly mem_limit: string;
  readonly secrets: readonly string[];
  readonly volumes: readonly string[];
}

const { server } = (parse(read('docker-compose.yml')) as { services: { server: Service } }).services;

describe('the image', () => {
  test('is made of one exact version of Node, an LTS', () => {
    const bases = stages.map(([from]) => from?.text.split(' ')[0]);
    expect(bases).toHaveLength(2);
    expect(new Set(bases).size).toBe(1);
    expect(bases[0]).toMatch(/^node:(22|24)\.\d+\.\d+-[\w-]+$/);
  });

  test('runs as nobody in particular, and needs no shell', () => {
    expect(argument('USER')).toEqual(['node']);
    const [command = ''] = argument('CMD');
    const [check = ''] = argument('HEALTHCHECK');
    expect((JSON.parse(command) as string[])[0]).toBe('node');
    expect(check).toMatch(/CMD \["node", "-e", ".*\/ready.*"\]$/);
    expect(last.some(({ instruction }) => instruction === 'RUN')).toBe(false);
    for (const { instruction, text } of stages.flat()) {
      if (instruction === 'RUN') expect(JSON.parse(text)).toBeInstanceOf(Array);
    }
  });

  test('installs what the lock file names, and runs none of its scripts', () => {
    const runs = stages.flat().filter(({ instruction, text }) => instruction === 'RUN' && text.includes('npm'));
    expect(runs.map(({ text }) => JSON.parse(text))).toEqual([['npm', 'ci', '--ignore-scripts', '--omit=dev']]);
  });

  test('is made only of what is there and is let into its context', () => {
    const admitted = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const copied = stages
      .flat()
      .filter(({ instruction, text }) => instruction === 'COPY' && !text.startsWith('--from'))
      .flatMap(({ text }) => text.split(' ').slice(0, -1));
    expect(copied).toEqual(expect.arrayContaining(admitted));
    for (const path of copied) {
      expect(
        admitted.some((one) => `${path}/`.startsWith(`${one}/`)),
        path,
      ).toBe(true);
      expect(existsSync(join(root, path)), path).toBe(true);
    }
  });

  test('has room for old and young objects and for kept answers, and 96 MB for what is on no heap', () => {
    const flag = (name: string): number =>
      Number(new RegExp(`--max-${name}-size=(\\d+)`).exec(argument('CMD')[0] ?? '')?.[1]);
    const [, limit] = /^(\d+)m$/.exec(server.mem_limit) ?? [];
    // Young objects have three spaces of that size.
    const heap = flag('old-space') + 3 * flag('semi-space');
    expect(heap + readConfig({}).KEPT_ANSWERS_MB + 96).toBeLessThanOrEqual(Number(limit));
  });
});

test('in docker-compose.yml it may do nothing but serve, and is there for this machine only', () => {
  expect(server).toMatchObject({
    build: '.',
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    depends_on: { neo4j: { condition: 'service_healthy' } },
  });
  expect(server.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:.*:4000$/)]);
  expect(server.environment.NEO4J_PASSWORD).toMatch(/^\$\{NEO4J_PASSWORD:\?/);
  for (const [name, value] of Object.entries(server.environment)) {
    if (/SECRET/.test(name)) expect(value).toMatch(/^\$\{\w+:([-]|\+[/]run[/]secrets[/][\w-]+)\}$/);
  }
});

/** Where the database is and the server listens, the compose file says itself. */
const SET_BY_COMPOSE = ['NEO4J_URI', 'NEO4J_USER', 'NEO4J_PASSWORD', 'NEO4J_DATABASE', 'NEO4J_VERSION', 'HOST', 'PORT'];

test('in docker-compose.yml every setting of the server can be set, and a file that one names is there to be read', () => {
  const { environment, secrets, volumes } = server;
  const settings = [...read('src/config.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => String(name));
  expect(settings).toContain('REFORMGRAPH_PROFILE');
  const passed = settings.filter((name) => !SET_BY_COMPOSE.includes(name));
  for (const name of passed) expect(environment[name], name).toMatch(new RegExp(`^\\$\\{${name}:`));
  const mounted = [...secrets.map((name) => `/run/secrets/${name}`), ...volumes.map((one) => one.split(':').at(-2))];
  const named = Object.values(environment).flatMap((value) => /:\+(.+)\}$/.exec(value)?.[1] ?? []);
  expect(named).toHaveLength(3);
  expect(mounted).toEqual(expect.arrayContaining(named));
});
