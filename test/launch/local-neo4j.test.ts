import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startLocalNeo4j } from '../../src/launch/local-neo4j.ts';
import { claim, judge, type Owner, readOwner } from '../../src/launch/owner.ts';
import { ensurePassword } from '../../src/launch/password.ts';
import { resetLocalData } from '../../src/launch/reset.ts';
import { dataHomeOf } from '../../src/launch/versions.ts';
import { realWorld } from '../../src/launch/world.ts';
import { fakeWorld, temporaryFolder } from './fake-world.ts';

const VERSION = '2026.08.1' as const;

/** A program in Java's place: it says "Started." and waits, or does what a test writes instead. */
const STARTS = `log('Started.'); setInterval(() => {}, 1000);`;

interface Place {
  home: string;
  dataHome: string;
  told: string[];
  start: (signal?: AbortSignal) => ReturnType<typeof startLocalNeo4j>;
}

function place(behaviour = STARTS): Place {
  const home = temporaryFolder();
  const command = join(home, 'java');
  const script = `#!${process.execPath}
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
if (process.argv.includes('set-initial-password')) {
  const folder = process.env.NEO4J_HOME + '/data/dbms';
  mkdirSync(folder, { recursive: true });
  writeFileSync(folder + '/auth.ini', process.argv.at(-1));
} else {
  const home = process.argv.find((word) => word.startsWith('--home-dir=')).slice(11);
  mkdirSync(home + '/data/databases/system', { recursive: true });
  const log = (line) => appendFileSync(home + '/logs/neo4j.log', '2026-11-22 06:00:00 INFO  ' + line + '\\n');
  ${behaviour}
}
`;
  writeFileSync(command, script, { mode: 0o755 });
  ensurePassword(home, false);
  const dataHome = dataHomeOf(home, VERSION);
  const told: string[] = [];
  const start = async (signal?: AbortSignal) => {
    const started = await startLocalNeo4j(realWorld, {
      java: { major: 25, version: '25', home, command },
      version: VERSION,
      lib: '/lib',
      dataHome,
      passwordHome: home,
      choosePorts: async () => ({ bolt: 17_687, http: 17_474 }),
      progress: (message) => told.push(message),
      signal,
    });
    onTestFinished(started.stop);
    return started;
  };
  return { home, dataHome, told, start };
}

const owner = (more: Partial<Owner> = {}): Owner => ({
  pid: 4711,
  boltPort: 7687,
  httpPort: 7474,
  version: VERSION,
  startedAt: '2026-11-22T06:00:00.000Z',
  ownerPid: 4710,
  ownerCommand: 'node main.ts',
  ...more,
});

describe('who owns the database', () => {
  it.each([
    { pid: 4711, javaLives: true, ownerLives: true, verdict: 'REUSE' },
    { pid: 4711, javaLives: true, ownerLives: false, verdict: 'ADOPT' },
    { pid: 4711, javaLives: false, ownerLives: true, verdict: 'STALE' },
    { pid: 4711, javaLives: false, ownerLives: false, verdict: 'STALE' },
    { pid: null, javaLives: false, ownerLives: true, verdict: 'BUSY' },
    { pid: null, javaLives: false, ownerLives: false, verdict: 'STALE' },
  ])('$verdict when java $pid lives: $javaLives, its owner: $ownerLives', ({ pid, verdict, ...facts }) => {
    expect(judge(owner({ pid }), facts)).toBe(verdict);
  });

  it('is one process, also when two ask at once', () => {
    const { dataHome } = place();
    mkdirSync(join(dataHome, 'run'), { recursive: true });
    expect([claim(dataHome, owner()), claim(dataHome, owner({ pid: 1 }))]).toEqual([true, false]);
    expect(readOwner(dataHome)?.pid).toBe(4711);
  });
});

describe('a database run through Java', () => {
  it('is started with its own settings and password, and stopped once', async () => {
    const { home, dataHome, start } = place();
    const { stop, state, ports } = await start();
    expect({ state, ports }).toEqual({
      state: 'STARTED',
      ports: { bolt: 17_687, http: 17_474 },
    });
    const conf = readFileSync(join(dataHome, 'conf', 'neo4j.conf'), 'utf8');
    expect(conf).toContain('server.bolt.listen_address=127.0.0.1:17687\n');
    expect(conf).toContain('dbms.security.auth_enabled=true\n');
    // The password is handed over as a file, never as a word others can see.
    expect(readFileSync(join(dataHome, 'data', 'dbms', 'auth.ini'), 'utf8')).toBe(`@${join(home, 'password')}`);
    const pid = readOwner(dataHome)?.pid ?? 0;
    expect(await realWorld.commandOf(pid)).toContain(dataHome);
    await Promise.all([stop(), stop()]);
    expect(await realWorld.commandOf(pid)).toBe('');
    expect(readOwner(dataHome)).toBeUndefined();
  });

  it.each([
    ['a dead process', owner({ pid: 2 ** 22 + 1 })],
    ['a process that is something else', owner({ pid: process.pid })],
    ['a start that never got to java', owner({ pid: null })],
    ['nothing readable', 'half a no'],
  ])('starts over a note of %s', async (_case, note) => {
    const { dataHome, start } = place();
    mkdirSync(join(dataHome, 'run'), { recursive: true });
    writeFileSync(join(dataHome, 'run', 'owner.json'), typeof note === 'string' ? note : JSON.stringify(note));
    expect((await start()).state).toBe('STARTED');
    expect(readOwner(dataHome)?.ownerPid).toBe(process.pid);
  });

  it('waits for nobody who is just starting', async () => {
    const { dataHome, start } = place();
    mkdirSync(join(dataHome, 'run'), { recursive: true });
    const self = {
      ownerPid: process.pid,
      ownerCommand: await realWorld.commandOf(process.pid),
    };
    claim(dataHome, owner({ pid: null, ...self }));
    await expect(start()).rejects.toThrow(`Another start (process ${process.pid})`);
  });

  it('says why when java ends before it started', async () => {
    const { dataHome, start } = place(
      `log('Starting...'); console.error('BindException: Address already in use'); process.exit(1)`,
    );
    await expect(start()).rejects.toMatchObject({
      code: 'START_FAILED',
      message: expect.stringMatching(/^Neo4j did not start \(it ended with code 1; .*a port was taken/),
    });
    expect(readOwner(dataHome)).toBeUndefined();
  });

  it('does not wait for a Neo4j that has no disk space', async () => {
    const { dataHome, start } = place(`log('IOException: No space left on device'); setInterval(() => {}, 1000);`);
    await expect(start()).rejects.toThrow('the disk is full');
    expect(readOwner(dataHome)).toBeUndefined();
  });

  it('does not take the "Started." of an earlier run for this one', async () => {
    const { dataHome, start } = place('process.exit(3)');
    mkdirSync(join(dataHome, 'logs'), { recursive: true });
    writeFileSync(join(dataHome, 'logs', 'neo4j.log'), '2026-11-21 06:00:00 INFO  Started.\n');
    await expect(start()).rejects.toThrow('it ended with code 3');
  });

  it('is stopped when the start is broken off', async () => {
    const { dataHome, start } = place(`log('Starting...'); setInterval(() => {}, 1000);`);
    const breakOff = new AbortController();
    const starting = start(breakOff.signal);
    await expect.poll(() => readOwner(dataHome)?.pid ?? 0, { timeout: 5000 }).toBeGreaterThan(0);
    const pid = readOwner(dataHome)?.pid ?? 0;
    breakOff.abort();
    await expect(starting).rejects.toThrow(/abort/i);
    expect(await realWorld.commandOf(pid)).toBe('');
    expect(readOwner(dataHome)).toBeUndefined();
  });
});

describe('reset', () => {
  it('deletes databases and password but no jars', async () => {
    const { home, dataHome, start } = place();
    await (await start()).stop();
    const lib = join(home, `neo4j-${VERSION}`, 'lib');
    mkdirSync(lib);
    expect(await resetLocalData(home, { world: fakeWorld() })).toEqual([dataHome, join(home, 'password')]);
    expect([existsSync(dataHome), existsSync(lib)]).toEqual([false, true]);
    expect(await resetLocalData(home, { world: fakeWorld() })).toEqual([]);
  });

  it('refuses while a database runs', async () => {
    const { home, dataHome, start } = place();
    await start();
    const pid = readOwner(dataHome)?.pid;
    await expect(resetLocalData(home)).rejects.toMatchObject({
      code: 'START_FAILED',
      message: expect.stringContaining(`kill ${pid}`),
    });
    expect(existsSync(join(dataHome, 'conf'))).toBe(true);
  });

  it('deletes the containers too where Docker runs, and refuses while one does', async () => {
    const { home } = place();
    const docker = { 'docker info': { stdout: '28\n' }, 'docker compose': {} };
    const running = fakeWorld({
      files: ['/usr/bin/docker'],
      commands: {
        ...docker,
        'docker compose -f /p/docker-compose.yml ps': { stdout: '4f2a\n' },
      },
    });
    await expect(resetLocalData(home, { world: running, projectRoot: '/p' })).rejects.toThrow('docker compose stop');
    const removed = ' Volume p-neo4j-2026.08.1  Removed\n';
    const stopped = fakeWorld({
      files: ['/usr/bin/docker'],
      commands: {
        ...docker,
        'docker compose -f /p/docker-compose.yml --profile full down': ({ env }) =>
          env?.NEO4J_VERSION === VERSION ? { stderr: removed } : {},
      },
    });
    expect(await resetLocalData(home, { world: stopped, projectRoot: '/p' })).toContain(
      'Docker volume p-neo4j-2026.08.1',
    );
  });
});
