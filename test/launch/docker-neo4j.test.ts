import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findNeo4j } from '../../src/launch/find-neo4j.ts';
import { BASE_CONF, confAsEnvironment } from '../../src/launch/neo4j-conf.ts';
import { ensurePassword, readPassword } from '../../src/launch/password.ts';
import { DEFAULT_VERSION } from '../../src/launch/versions.ts';
import { fakeWorld, type Machine, quiet, temporaryFolder } from './fake-world.ts';

interface ComposeFile {
  services: Record<
    string,
    {
      image: string;
      ports: string[];
      environment: Record<string, string>;
      profiles?: string[];
      volumes: string[];
      healthcheck: object;
    }
  >;
  volumes: Record<string, { name: string }>;
}

const root = join(import.meta.dirname, '../..');
const file = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8')) as ComposeFile;

describe('docker-compose.yml', () => {
  const { neo4j } = file.services;

  it('pins the version, and keeps its data by version', () => {
    expect(Object.keys(file.services)).toEqual(['neo4j', 'server']);
    expect(neo4j?.image).toBe(`neo4j:\${NEO4J_VERSION:-${DEFAULT_VERSION}}`);
    expect(neo4j?.volumes).toEqual(['data:/data']);
    expect(file.volumes.data?.name).toContain('${NEO4J_VERSION');
    expect(neo4j?.healthcheck).toBeDefined();
  });

  it('starts the server only where it is asked for', () => {
    expect([neo4j?.profiles, file.services.server?.profiles]).toEqual([undefined, ['full']]);
  });

  it('can be reached from this machine only', () => {
    expect(neo4j?.ports).toHaveLength(2);
    for (const port of neo4j?.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('demands a password and has no default for it', () => {
    expect(neo4j?.environment.NEO4J_AUTH).toMatch(/^neo4j\/\$\{NEO4J_PASSWORD:\?[^}]+\}$/);
  });

  it('has the settings of every local Neo4j', () => {
    expect(neo4j?.environment).toMatchObject(confAsEnvironment(BASE_CONF));
  });
});

const READY = {
  'docker info': { stdout: '28.2.2\n' },
  'docker compose version': { stdout: 'v2.39.1\n' },
};
const COMPOSE = `docker compose -f ${join(root, 'docker-compose.yml')}`;

function start(
  commands: NonNullable<Machine['commands']>,
  more: Machine & { home?: string; version?: '5.26.30' } = {},
) {
  const { home = temporaryFolder(), version, ...machine } = more;
  const world = fakeWorld({
    files: ['/usr/bin/docker'],
    commands: { ...READY, ...commands },
    ...machine,
  });
  const settings = {
    user: 'neo4j',
    database: 'neo4j',
    ...(version ? { version } : {}),
  };
  const options = {
    world,
    home,
    projectRoot: root,
    progress: quiet,
    conf: { 'browser.post_connect_cmd': 'auto $x' },
  };
  return { world, home, running: findNeo4j(settings, options) };
}

describe('Docker', () => {
  it('brings the service up with the password kept, and stops it', async () => {
    const { world, home, running } = start({ [COMPOSE]: {} });
    const neo4j = await running;
    expect(neo4j).toMatchObject({
      kind: 'DOCKER',
      uri: 'bolt://localhost:7687',
      password: readPassword(home),
    });
    expect(neo4j.reason).toBe(`A Docker engine is running, so Neo4j ${DEFAULT_VERSION} runs in a container.`);
    const up = world.calls.find(({ line }) => line.includes(' up '));
    expect(up?.line).toMatch(/ up --detach --wait /);
    expect(up?.env).toMatchObject({
      NEO4J_PASSWORD: neo4j.password,
      NEO4J_VERSION: DEFAULT_VERSION,
    });
    expect(world.calls.map(({ line }) => line).join('\n')).not.toContain(neo4j.password);
    await neo4j.stop();
    await neo4j.stop();
    expect(world.calls.filter(({ line }) => line.endsWith(' stop neo4j'))).toHaveLength(1);
  });

  it('takes other ports and the other version where asked to', async () => {
    const { world, running } = start({ [COMPOSE]: {} }, { takenPorts: [7687], version: '5.26.30' });
    const { uri, reason } = await running;
    const port = uri.split(':').at(-1);
    expect(port).not.toBe('7687');
    expect(reason).toContain(`port 7687 is taken, Bolt is on ${port}`);
    const up = world.calls.find(({ line }) => line.includes(' up '));
    expect(up?.env).toMatchObject({
      NEO4J_BOLT_PORT: port,
      NEO4J_HTTP_PORT: '7474',
      NEO4J_VERSION: '5.26.30',
    });
  });

  it('hands further settings on, with $ kept from compose', async () => {
    const { home, running } = start({ [COMPOSE]: {} });
    await running;
    expect(JSON.parse(readFileSync(join(home, 'docker-compose.conf.json'), 'utf8'))).toEqual({
      services: {
        neo4j: {
          environment: { NEO4J_browser_post__connect__cmd: 'auto $$x' },
        },
      },
    });
  });

  it('shares a container that runs already and leaves it running', async () => {
    const home = temporaryFolder();
    ensurePassword(home, false);
    const { world, running } = start(
      {
        [COMPOSE]: {},
        [`${COMPOSE} ps`]: { stdout: '4f2a\n' },
        [`${COMPOSE} port neo4j 7687`]: { stdout: '127.0.0.1:17687\n' },
        [`${COMPOSE} port neo4j 7474`]: { stdout: '127.0.0.1:17474\n' },
      },
      { home, takenPorts: [7687, 17687, 17474] },
    );
    const neo4j = await running;
    expect(neo4j.uri).toBe('bolt://localhost:17687');
    expect(neo4j.reason).toContain('is left running');
    await neo4j.stop();
    expect(world.calls.filter(({ line }) => line.includes(' stop'))).toEqual([]);
  });

  it.each([
    [
      'Error response from daemon: manifest for neo4j:2026.08.1 not found: manifest unknown',
      'the image does not exist',
    ],
    ['failed to resolve reference: dial tcp: lookup example.org: no such host', 'could not be downloaded'],
    ['Bind for 127.0.0.1:7687 failed: port is already allocated', 'a port was taken'],
    ['container project-neo4j-1 is unhealthy', 'docker compose logs neo4j'],
    ['write /var/lib/docker/x: no space left on device', 'the disk is full'],
  ])('says what to do: %s', async (stderr, says) => {
    const { world, running } = start({
      [COMPOSE]: (call) => (call.line.includes(' up ') ? { code: 1, stderr } : {}),
    });
    await expect(running).rejects.toMatchObject({
      code: 'START_FAILED',
      message: expect.stringContaining(says),
    });
    expect(world.calls.at(-1)?.line).toMatch(/ stop neo4j$/);
  });

  it('does not make a new password for a container that has one', async () => {
    const { running } = start({
      [COMPOSE]: {},
      [`${COMPOSE} ps --all`]: { stdout: '4f2a\n' },
    });
    await expect(running).rejects.toThrow('npm run reset');
  });
});
