import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { explainFailure, explainFileError } from './explain-failure.ts';
import type { Java } from './find-java.ts';
import { libFolder, type Neo4jVersion, RELEASES } from './versions.ts';
import type { World } from './world.ts';

const DEPENDENCY_PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';
const PARTIAL = /^lib\.partial-(\d+)-/;

export interface Download {
  jars: string;
  version: Neo4jVersion;
  java: Java;
  progress: (message: string) => void;
  signal?: AbortSignal | undefined;
}

/** Resolves Neo4j's jars through Maven unless they are here; answers with their folder, which is always whole. */
export async function downloadNeo4j(world: World, download: Download): Promise<string> {
  const { jars, version } = download;
  const lib = libFolder(jars, version);
  if (existsSync(lib)) return lib;
  const folder = dirname(lib);
  const partial = join(folder, `lib.partial-${process.pid}-${randomBytes(4).toString('hex')}`);
  try {
    mkdirSync(folder, { recursive: true });
    await removeLeftovers(world, folder);
    mkdirSync(partial);
    writeFileSync(join(folder, 'pom.xml'), pomText(version));
    await runMaven(world, download, folder, partial);
    renameUnlessThere(partial, lib);
    return lib;
  } catch (error) {
    throw explainFileError(error, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** Deletes what broken-off downloads left behind, but not what a living process is still filling. */
async function removeLeftovers(world: World, folder: string): Promise<void> {
  for (const name of readdirSync(folder)) {
    const pid = Number(PARTIAL.exec(name)?.[1]);
    if (!pid || (pid !== process.pid && (await world.commandOf(pid)) !== '')) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

// Another process may have finished the same download first.
function renameUnlessThere(partial: string, lib: string): void {
  try {
    renameSync(partial, lib);
  } catch (error) {
    if (!existsSync(lib)) throw error;
  }
}

async function runMaven(world: World, download: Download, folder: string, outputDirectory: string): Promise<void> {
  const { version, java, progress, signal } = download;
  const { files, megabytes } = RELEASES[version];
  const meter = new DownloadMeter(version);
  progress(`Maven is collecting Neo4j ${version} (about ${files} files, ${megabytes} MB; only this once)`);
  const args = ['-B', '-U', '-Dstyle.color=never', '-f', join(folder, 'pom.xml')];
  const result = await world.run(
    'mvn',
    [...args, `${DEPENDENCY_PLUGIN}:copy-dependencies`, `-DoutputDirectory=${outputDirectory}`],
    // The Java found may be neither on PATH nor in JAVA_HOME, and Maven needs one too.
    {
      cwd: folder,
      env: { JAVA_HOME: java.home },
      signal,
      onLine: (line) => meter.read(line) && progress(meter.says),
    },
  );
  signal?.throwIfAborted();
  const what = `Neo4j ${version} could not be downloaded`;
  if (result.code !== 0) throw explainFailure(what, 'MAVEN', `${result.stdout}\n${result.stderr}`);
  const got = readdirSync(outputDirectory);
  for (const jar of [`neo4j-${version}.jar`, `neo4j-server-${version}.jar`]) {
    if (!got.includes(jar)) throw explainFailure(`${what} in full`, 'MAVEN', `${jar} is not among ${got.length} files`);
  }
}

/** Counts jars and megabytes from what Maven prints. */
export class DownloadMeter {
  #files = 0;
  #kilobytes = 0;
  #told = 0;

  constructor(
    private readonly version: Neo4jVersion,
    private readonly now: () => number = Date.now,
  ) {}

  get says(): string {
    const megabytes = Math.round(this.#kilobytes / 1000);
    const of = Math.max(RELEASES[this.version].files, this.#files);
    return `downloading Neo4j ${this.version}: ${this.#files} of about ${of} files, ${megabytes} MB`;
  }

  /** True when there is something new to tell, at most once a second. */
  read(line: string): boolean {
    const [, size, unit] = /Downloaded from .*\.jar \(([\d.]+) (B|kB|MB) /.exec(line) ?? [];
    if (!size || !unit) return false;
    this.#files += 1;
    this.#kilobytes += Number(size) * ({ B: 0.001, kB: 1, MB: 1000 }[unit] ?? 0);
    if (this.now() - this.#told < 1000) return false;
    this.#told = this.now();
    return true;
  }
}

export function pomText(version: Neo4jVersion): string {
  const parts = [
    ['org.neo4j.app', 'neo4j-server', version],
    ['org.neo4j', 'neo4j', version],
    ['org.neo4j.client', 'neo4j-browser', '5.24.0'],
  ].map(
    ([group, artifact, release]) =>
      `    <dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${release}</version></dependency>`,
  );
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>reformgraph</groupId>
  <artifactId>neo4j</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
${parts.join('\n')}
  </dependencies>
</project>
`;
}
