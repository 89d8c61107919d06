import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findNeo4j, type Neo4jSettings } from '../../src/launch/find-neo4j.ts';
import { startThrowawayNeo4j } from '../../src/launch/throwaway-neo4j.ts';
import { parseNeo4jVersion } from '../../src/launch/versions.ts';
import type { World } from '../../src/launch/world.ts';
import { fakeWorld, javaSays, type Machine, quiet, temporaryFolder } from './fake-world.ts';

const SETTINGS: Neo4jSettings = { user: 'neo4j', database: 'neo4j' };
const find = (world: World, settings: Partial<Neo4jSettings> = {}, home = temporaryFolder()) =>
  findNeo4j({ ...SETTINGS, ...settings }, { world, home, projectRoot: '/project', progress: quiet });

/** A machine with the Javas named, as commands in /usr/lib/jvm. */
function machine(javas: readonly string[], more: Machine = {}): World & { calls: { line: string }[] } {
  const commands = Object.fromEntries(
    javas.map((version) => [`/usr/lib/jvm/${version}/bin/java`, javaSays(version, `/usr/lib/jvm/${version}`)]),
  );
  return fakeWorld({
    ...more,
    files: [...javas.map((version) => `/usr/lib/jvm/${version}/bin/java`), ...(more.files ?? [])],
    commands: { ...commands, ...more.commands },
  });
}

describe('with NEO4J_URI', () => {
  it('is taken, and nothing is run', async () => {
    const world = machine(['25.0.3'], {
      files: ['/usr/bin/docker', '/usr/bin/mvn'],
    });
    const found = await find(world, {
      uri: 'neo4j+s://someone:secret@graph.example.org',
      user: 'reader',
      password: 'x',
    });
    expect(found).toMatchObject({
      kind: 'EXTERNAL',
      user: 'reader',
      password: 'x',
      browserUrl: undefined,
    });
    expect(found.reason).toBe('NEO4J_URI names neo4j+s://graph.example.org.');
    expect(world.calls).toEqual([]);
  });

  it('knows the Browser of a Neo4j on this machine, if it is that one', async () => {
    const world = fakeWorld({
      discovery: {
        neo4j_version: '5.26.0',
        bolt_direct: 'bolt://localhost:7687',
      },
    });
    expect((await find(world, { uri: 'bolt://localhost' })).browserUrl).toContain('http://localhost:7474/browser/');
    expect((await find(world, { uri: 'bolt://127.0.0.1:7688' })).browserUrl).toBeUndefined();
  });
});

describe('a machine that cannot start a Neo4j is told', () => {
  const engineDown = {
    'docker info': { code: 1, stderr: 'Cannot connect to the Docker daemon' },
  };
  const noCompose = {
    'docker info': { stdout: '28.2.2\n' },
    'docker compose version': {
      code: 1,
      stderr: 'docker: unknown command: docker compose',
    },
  };
  it.each<{
    when: string;
    world: World;
    wish?: Neo4jSettings['version'];
    says: string;
  }>([
    {
      when: 'nothing',
      world: machine([]),
      says: 'Docker is not installed; no Java was found',
    },
    {
      when: 'a docker command without an engine',
      world: machine([], { files: ['/usr/bin/docker'], commands: engineDown }),
      says: 'Docker is installed but its engine does not run or may not be used; no Java was found',
    },
    {
      when: 'an old docker command that answers without an engine',
      world: machine([], {
        files: ['/usr/bin/docker'],
        commands: { 'docker info': { stdout: '\n' } },
      }),
      says: 'its engine does not run or may not be used',
    },
    {
      when: 'an engine without compose',
      world: machine([], { files: ['/usr/bin/docker'], commands: noCompose }),
      says: 'Docker is installed but without compose; no Java was found',
    },
    {
      when: 'only Java 11',
      world: machine(['11.0.2']),
      says: 'only Java 11 was found, which is too old',
    },
    {
      when: 'Java without Maven',
      world: machine(['25.0.3']),
      says: 'Java 25 is there, but Maven, which brings Neo4j, is not on PATH',
    },
    {
      when: 'a Java too new for the wish',
      world: machine(['25.0.3'], { files: ['/usr/bin/mvn'] }),
      wish: '5.26.30',
      says: 'NEO4J_VERSION asks for Neo4j 5.26.30, which needs Java 17 or 21, but only Java 25 was found',
    },
    {
      when: 'a Java too old for the wish',
      world: machine(['17.0.2'], { files: ['/usr/bin/mvn'] }),
      wish: '2026.08.1',
      says: 'which needs Java 21 or newer, but only Java 17 was found',
    },
  ])('$when', async ({ world, wish, says }) => {
    const error = await find(world, wish ? { version: wish } : {}).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: 'NO_NEO4J',
      message: expect.stringContaining(says),
    });
    expect(error).toMatchObject({
      message: expect.stringMatching(/1\. set NEO4J_URI.*2\. start a Docker.*3\. install/s),
    });
  });

  it('and not sent for Maven when the jars are here already', async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, 'neo4j-2026.08.1', 'lib'), { recursive: true });
    const world = machine(['25.0.3']);
    // The made-up Java ends at its first task, which shows that the choice was made.
    await expect(find(world, {}, home)).rejects.toMatchObject({
      code: 'START_FAILED',
    });
    expect(world.calls.at(-1)?.line).toContain('set-initial-password');
  });
});

it('refuses a home that cannot be written', async () => {
  const file = join(temporaryFolder(), 'taken');
  writeFileSync(file, '');
  await expect(find(machine([]), {}, file)).rejects.toMatchObject({
    code: 'START_FAILED',
    message: expect.stringContaining('a file is in its place'),
  });
});

it('says that NEO4J_PASSWORD alone does nothing', async () => {
  const told: string[] = [];
  const options = {
    world: machine([]),
    home: temporaryFolder(),
    projectRoot: '/p',
    progress: (m: string) => told.push(m),
  };
  await findNeo4j({ ...SETTINGS, password: 'mine' }, options).catch(() => {});
  expect(told).toEqual(['NEO4J_PASSWORD counts only with NEO4J_URI; a local Neo4j has its own']);
});

describe('a wish for a version', () => {
  it.each([
    ['5', '5.26.30'],
    ['5.26', '5.26.30'],
    ['2026', '2026.08.1'],
    ['2026.08.1', '2026.08.1'],
    [' ', undefined],
    [undefined, undefined],
  ])('%s', (wish, version) => {
    expect(parseNeo4jVersion(wish)).toBe(version);
  });

  it.each(['4', '4.4', '20', '2026.07', 'latest', '5.26.3'])('refuses %s', (wish) => {
    expect(() => parseNeo4jVersion(wish)).toThrow(expect.objectContaining({ code: 'BAD_CONFIGURATION' }));
  });
});

describe('a throw-away Neo4j', () => {
  const start = (env: NodeJS.ProcessEnv, assertEmpty?: () => Promise<void>) =>
    startThrowawayNeo4j({
      env,
      home: temporaryFolder(),
      projectRoot: '/project',
      progress: quiet,
      world: machine([]),
      ...(assertEmpty ? { assertEmpty } : {}),
    });

  it('never is the one of NEO4J_URI', async () => {
    await expect(start({ NEO4J_URI: 'bolt://localhost:7687' })).rejects.toMatchObject({ code: 'NO_NEO4J' });
  });

  it('may be an empty one of TEST_NEO4J_URI', async () => {
    const env = {
      TEST_NEO4J_URI: 'bolt://db.example.org',
      TEST_NEO4J_PASSWORD: 'p',
      TEST_NEO4J_DATABASE: 'trial',
    };
    const found = await start(env, async () => {});
    expect(found).toMatchObject({
      kind: 'EXTERNAL',
      user: 'neo4j',
      password: 'p',
      database: 'trial',
    });
    await expect(start(env, () => Promise.reject(new Error('it holds 3 nodes')))).rejects.toThrow('it holds 3 nodes');
    await expect(start(env)).rejects.toMatchObject({
      code: 'BAD_CONFIGURATION',
    });
  });
});
