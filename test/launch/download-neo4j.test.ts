import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DownloadMeter, downloadNeo4j } from '../../src/launch/download-neo4j.ts';
import type { CommandResult } from '../../src/launch/world.ts';
import { type Call, fakeWorld, quiet, temporaryFolder } from './fake-world.ts';

const JAVA = {
  major: 25,
  version: '25.0.3',
  home: '/jdk',
  command: '/jdk/bin/java',
};
const VERSION = '2026.08.1' as const;
const JARS = [`neo4j-${VERSION}.jar`, `neo4j-server-${VERSION}.jar`];

const outputFolder = (call: Call): string => /-DoutputDirectory=(\S+)/.exec(call.line)?.[1] ?? '';

const maven =
  (files: readonly string[], result: Partial<CommandResult> = {}) =>
  (call: Call): Partial<CommandResult> => {
    for (const file of files) writeFileSync(join(outputFolder(call), file), file);
    return result;
  };

const download = (jars: string, world: ReturnType<typeof fakeWorld>) =>
  downloadNeo4j(world, { jars, version: VERSION, java: JAVA, progress: quiet });

describe('the download', () => {
  it('fills a folder beside and moves it when whole', async () => {
    const jars = temporaryFolder();
    const lib = join(jars, `neo4j-${VERSION}`, 'lib');
    const world = fakeWorld({
      commands: {
        mvn: (call) => {
          expect(existsSync(lib)).toBe(false);
          return maven(JARS)(call);
        },
      },
    });
    expect(await download(jars, world)).toBe(lib);
    expect(readdirSync(lib)).toEqual(JARS);
    expect(readdirSync(join(jars, `neo4j-${VERSION}`)).sort()).toEqual(['lib', 'pom.xml']);
    expect(world.calls[0]?.env).toEqual({ JAVA_HOME: '/jdk' });

    await download(jars, world);
    expect(world.calls).toHaveLength(1);
  });

  it('leaves nothing when it breaks off, and does not take part of the jars for all', async () => {
    const jars = temporaryFolder();
    const broken = fakeWorld({ commands: { mvn: maven(JARS, { code: 1 }) } });
    await expect(download(jars, broken)).rejects.toMatchObject({
      code: 'START_FAILED',
    });
    expect(readdirSync(join(jars, `neo4j-${VERSION}`))).toEqual(['pom.xml']);
    const partly = fakeWorld({ commands: { mvn: maven(JARS.slice(1)) } });
    await expect(download(jars, partly)).rejects.toThrow('could not be downloaded in full');
    expect(existsSync(join(jars, `neo4j-${VERSION}`, 'lib'))).toBe(false);
  });

  it('clears what a killed download left, but not what a living one fills', async () => {
    const jars = temporaryFolder();
    const folder = join(jars, `neo4j-${VERSION}`);
    for (const pid of [4711, 4712]) {
      mkdirSync(join(folder, `lib.partial-${pid}-00aa`), { recursive: true });
      writeFileSync(join(folder, `lib.partial-${pid}-00aa`, 'half.jar'), '');
    }
    const world = fakeWorld({
      commands: { mvn: maven(JARS) },
      processes: { 4712: 'node main.ts' },
    });
    expect(readdirSync(await download(jars, world))).toEqual(JARS);
    expect(readdirSync(folder).sort()).toEqual(['lib', 'lib.partial-4712-00aa', 'pom.xml']);
  });

  it('uses what another process finished first', async () => {
    const jars = temporaryFolder();
    const lib = join(jars, `neo4j-${VERSION}`, 'lib');
    const world = fakeWorld({
      commands: {
        mvn: (call) => {
          mkdirSync(lib);
          writeFileSync(join(lib, 'theirs.jar'), '');
          return maven(JARS)(call);
        },
      },
    });
    expect(readdirSync(await download(jars, world))).toEqual(['theirs.jar']);
  });

  it.each([
    ['no network', 'Could not transfer artifact org.neo4j:neo4j:pom:1: Unknown host', 'could not be reached'],
    ['offline', 'Cannot access central in offline mode and the artifact has not been downloaded', 'Check the network'],
    ['disk full', 'Could not resolve dependencies: neo4j.jar: No space left on device', 'the disk is full'],
    ['a proxy', 'Could not transfer artifact: PKIX path building failed', 'does not trust the certificate'],
    ['a broken JAVA_HOME', 'The JAVA_HOME environment variable is not defined correctly', 'Set JAVA_HOME'],
    ['anything else', '[ERROR] The goal was moved to the moon', 'The goal was moved to the moon'],
  ])('says what to do: %s', async (_case, output, says) => {
    const world = fakeWorld({
      commands: { mvn: { code: 1, stdout: `[INFO] Scanning\n${output}\n` } },
    });
    const error = await download(temporaryFolder(), world).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: 'START_FAILED',
      message: expect.stringContaining(says),
    });
    expect(error).toMatchObject({
      message: expect.not.stringContaining('Scanning'),
    });
  });
});

it('tells files and megabytes as they come, at most once a second', () => {
  let now = 10_000;
  const meter = new DownloadMeter(VERSION, () => now);
  const got = (name: string, size: string) =>
    meter.read(`[INFO] Downloaded from central: https://x/${name} (${size} at 1 MB/s)`);
  expect(got('a.jar', '1.5 MB')).toBe(true);
  expect(got('b.jar', '900 kB')).toBe(false);
  expect(got('b.pom', '3.0 kB')).toBe(false);
  now += 1000;
  expect(got('c.jar', '600 kB')).toBe(true);
  expect(meter.says).toBe('downloading Neo4j 2026.08.1: 3 of about 226 files, 3 MB');
});
