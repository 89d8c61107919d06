import { describe, expect, it } from 'vitest';
import { chooseJava, findJavas, type Java, macJavaHomes, parseJavaVersion } from '../../src/launch/find-java.ts';
import { fakeWorld, javaSays } from './fake-world.ts';

const java = (major: number): Java => ({
  major,
  version: `${major}.0.1`,
  home: `/j${major}`,
  command: `/j${major}/java`,
});

describe('the version a Java states', () => {
  it.each([
    ['java version "1.8.0_402"', 8],
    ['openjdk version "11.0.22" 2024-01-16', 11],
    ['Picked up JAVA_TOOL_OPTIONS: -Xshare:auto\nopenjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "25" 2025-09-16 LTS', 25],
    ['openjdk version "26-ea" 2026-03-17', 26],
  ])('%s', (output, major) => {
    expect(parseJavaVersion(output)?.major).toBe(major);
  });

  it('is not read from a stub that only says where to get one', () => {
    expect(parseJavaVersion('The operation couldn’t be completed. Unable to locate a Java Runtime.')).toBeUndefined();
  });
});

describe('finding Java', () => {
  it('lists each Java once, the newest first, whatever ways lead to it', async () => {
    const world = fakeWorld({
      env: { JAVA_HOME: '/usr/lib/jvm/default', PATH: '/usr/bin:/opt/bin' },
      files: ['/usr/lib/jvm/java-17/bin/java', '/usr/lib/jvm/temurin-25/bin/java', '/opt/bin/java'],
      links: {
        '/usr/lib/jvm/default/bin/java': '/usr/lib/jvm/java-17/bin/java',
        '/usr/bin/java': '/usr/lib/jvm/java-17/bin/java',
      },
      commands: {
        '/usr/lib/jvm/java-17/bin/java': javaSays('17.0.15', '/usr/lib/jvm/java-17'),
        '/usr/lib/jvm/temurin-25/bin/java': javaSays('25.0.3', '/usr/lib/jvm/temurin-25'),
        // A version manager's shim of the Java above, by another path.
        '/opt/bin/java': javaSays('25.0.3', '/usr/lib/jvm/temurin-25'),
      },
    });
    const found = await findJavas(world);
    expect(found.map(({ major, home }) => [major, home])).toEqual([
      [25, '/usr/lib/jvm/temurin-25'],
      [17, '/usr/lib/jvm/java-17'],
    ]);
  });

  it('passes over a java that fails', async () => {
    const world = fakeWorld({
      files: ['/usr/bin/java'],
      commands: {
        '/usr/bin/java': {
          code: 1,
          stderr: 'Unable to locate a Java Runtime.',
        },
      },
    });
    expect(await findJavas(world)).toEqual([]);
  });

  it('asks macOS for its homes', async () => {
    const home = '/Library/Java/JavaVirtualMachines/temurin-21.jdk/Contents/Home';
    const listed = '/Users/a person/Library/Java/JavaVirtualMachines/zulu-17.jdk/Contents/Home';
    const world = fakeWorld({
      platform: 'darwin',
      files: [`${home}/bin/java`, `${listed}/bin/java`],
      commands: {
        '/usr/libexec/java_home -V': {
          stderr: `Matching Java Virtual Machines (1):\n    17.0.9 (arm64) "Azul Systems, Inc." - "Zulu 17" ${listed}\n`,
        },
        [`${home}/bin/java`]: javaSays('21.0.2', home),
        [`${listed}/bin/java`]: javaSays('17.0.9', listed),
      },
    });
    expect((await findJavas(world)).map(({ major }) => major)).toEqual([21, 17]);
    expect(macJavaHomes('Unable to find any JVMs matching version "(null)".')).toEqual([]);
  });
});

describe('choosing Java', () => {
  it.each([
    { have: [25, 17], wish: undefined, gives: [25, '2026.08.1'] },
    { have: [21], wish: undefined, gives: [21, '2026.08.1'] },
    { have: [20, 17, 11], wish: undefined, gives: [17, '5.26.30'] },
    { have: [19], wish: undefined, gives: [19, '5.26.30'] },
    { have: [11, 8], wish: undefined, gives: undefined },
    { have: [25, 17], wish: '5.26.30' as const, gives: [17, '5.26.30'] },
    { have: [25, 21, 17], wish: '5.26.30' as const, gives: [21, '5.26.30'] },
    { have: [25], wish: '5.26.30' as const, gives: undefined },
    { have: [17], wish: '2026.08.1' as const, gives: undefined },
  ])('of $have with the wish $wish', ({ have, wish, gives }) => {
    const choice = chooseJava(have.map(java), wish);
    expect(choice && [choice.java.major, choice.version]).toEqual(gives);
  });
});
