import { dirname, join } from 'node:path';
import { type Neo4jVersion, RELEASES } from './versions.ts';
import type { World } from './world.ts';

export interface Java {
  major: number;
  version: string;
  home: string;
  command: string;
}

/** Every working Java of this machine once, the newest first. */
export async function findJavas(world: World): Promise<Java[]> {
  const commands = new Set((await javaCommands(world)).filter(world.exists).map(world.realPath));
  const asked = await Promise.all([...commands].map((command) => askJava(world, command)));
  const byHome = new Map(asked.flatMap((java) => (java ? [[world.realPath(java.home), java] as const] : [])));
  return [...byHome.values()].sort((a, b) => b.major - a.major || compareVersions(b.version, a.version));
}

async function javaCommands(world: World): Promise<string[]> {
  const { env } = world;
  const inFolder = (folder: string, rest = '') => world.list(folder).map((name) => join(folder, name, rest));
  const homes = [
    ...(env.JAVA_HOME ? [env.JAVA_HOME] : []),
    ...inFolder('/usr/lib/jvm'),
    ...(env.HOME ? inFolder(join(env.HOME, '.sdkman/candidates/java')) : []),
  ];
  if (world.platform === 'darwin') {
    const known = await world.run('/usr/libexec/java_home', ['-V'], {
      timeoutMs: 10_000,
    });
    homes.push(
      ...macJavaHomes(known.stderr),
      ...inFolder('/Library/Java/JavaVirtualMachines', 'Contents/Home'),
      ...['/opt/homebrew/opt', '/usr/local/opt'].flatMap((folder) =>
        inFolder(folder).filter((path) => path.includes('/openjdk')),
      ),
    );
  }
  const onPath = (env.PATH ?? '').split(':').filter((folder) => folder !== '');
  return [...homes.map((home) => join(home, 'bin/java')), ...onPath.map((folder) => join(folder, 'java'))];
}

/** The homes in the list that `/usr/libexec/java_home -V` prints, one a line after the last quote. */
export function macJavaHomes(output: string): string[] {
  return [...output.matchAll(/^\s+\d.*"\s+(\/.+)$/gm)].map((match) => match[1] ?? '');
}

async function askJava(world: World, command: string): Promise<Java | undefined> {
  // The settings name the real home also where the command is a shim of a version manager.
  const { code, stderr } = await world.run(command, ['-XshowSettings:properties', '-version'], { timeoutMs: 10_000 });
  const version = code === 0 ? parseJavaVersion(stderr) : undefined;
  if (!version) return undefined;
  const home = /^\s*java\.home = (.+)$/m.exec(stderr)?.[1]?.trim() ?? dirname(dirname(command));
  return { ...version, home, command };
}

/** Reads `java -version`: `"1.8.0_402"` is 8, `"17.0.15"` is 17, `"25-ea"` is 25. */
export function parseJavaVersion(output: string): { major: number; version: string } | undefined {
  const version = /version "([^"]+)"/.exec(output)?.[1];
  const major = /^(?:1\.)?(\d+)/.exec(version ?? '')?.[1];
  return version && major ? { major: Number(major), version } : undefined;
}

function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** The newest Java that fits, and the Neo4j it runs: the wished one, else 2026 where Java allows, else 5.26. */
export function chooseJava(
  javas: readonly Java[],
  wish: Neo4jVersion | undefined,
): { java: Java; version: Neo4jVersion } | undefined {
  for (const version of wish ? [wish] : (['2026.08.1', '5.26.30'] as const)) {
    const { min, max } = RELEASES[version].java;
    const fitting = javas.filter(({ major }) => major >= min && major <= max);
    // Neo4j 5.26 is released for 17 and 21; what lies between runs it with a warning.
    const java = (version === '5.26.30' && fitting.find(({ major }) => major === 21 || major === 17)) || fitting[0];
    if (java) return { java, version };
  }
  return undefined;
}
