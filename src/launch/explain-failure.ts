import { ReformgraphError } from '../errors.ts';

type Explanation = readonly [pattern: RegExp, says: string];

const DISK_FULL: Explanation = [/No space left on device|ENOSPC/i, 'the disk is full. Free some space and start again'];

/** Neo4j lives on without disk space, but does not get ready. */
export const ranOutOfDisk = (output: string): boolean => DISK_FULL[0].test(output);

const NEO4J: readonly Explanation[] = [
  DISK_FULL,
  [
    /Lock file has been locked by another process|FileLockException|StoreLockException/i,
    'another Neo4j already uses this data folder. End it (look for a java process with this folder in its command line) and start again',
  ],
  [
    /Address already in use|BindException|PortBindException/i,
    'a port was taken by another program while Neo4j was starting. Start again: other ports are chosen then',
  ],
  [
    /UnsupportedClassVersionError|class file version|Unrecognized option|jdk\.incubator\.vector not found/i,
    'this Java cannot run this Neo4j. Install Java 21 or newer (17 for Neo4j 5) and start again',
  ],
  [
    /Could not reserve enough space|insufficient memory|Cannot allocate memory|OutOfMemoryError/i,
    'there is too little memory: Neo4j needs about 1.5 GB. End some programs and start again',
  ],
  [
    /Permission denied|AccessDeniedException|Read-only file system/i,
    'its folder may not be written by you. Make it yours (chown) or move the project, then start again',
  ],
  [
    /Unknown store version|unable to upgrade|UnableToMigrate|cannot be downgraded|Unrecognized setting/i,
    'Neo4j does not accept its data or settings. "npm run reset" deletes the local data; then start again',
  ],
];

const MAVEN: readonly Explanation[] = [
  DISK_FULL,
  [
    /PKIX path building failed|unable to find valid certification path/i,
    "Java does not trust the certificate of the package server or of your proxy. Add it to Java's trust store and start again",
  ],
  [
    /Could not transfer|Unknown host|UnknownHost|Temporary failure in name resolution|Network is unreachable|offline mode|Connection refused|timed out/i,
    'the package server could not be reached. Check the network (behind a proxy, name it in ~/.m2/settings.xml) and start again',
  ],
  [
    /Could not find artifact|Could not resolve|could not be resolved/i,
    'Maven could not resolve the Neo4j packages. Check the network and the mirrors in ~/.m2/settings.xml, then start again',
  ],
  [
    /JAVA_HOME/,
    'Maven cannot find its Java. Set JAVA_HOME to the folder of a Java 17 or newer, or unset it, and start again',
  ],
  [
    /Permission denied|AccessDenied|Read-only file system/i,
    'a folder may not be written by you (the project or ~/.m2). Make it yours (chown) and start again',
  ],
];

const DOCKER: readonly Explanation[] = [
  DISK_FULL,
  [
    /port is already allocated|address already in use|ports are not available/i,
    'a port was taken by another program meanwhile. Start again: other ports are chosen then',
  ],
  [
    /manifest unknown|manifest for .* not found|pull access denied/i,
    'the image does not exist. Set NEO4J_VERSION to 5 or 2026, or stop Docker to run Neo4j through Java',
  ],
  [
    /no such host|dial tcp|TLS handshake|i\/o timeout|network is unreachable/i,
    'the image could not be downloaded. Check the network and start again, or stop Docker to run Neo4j through Java',
  ],
  [/unhealthy|exited \(/i, 'the container did not get ready. "docker compose logs neo4j" says why'],
];

const BOOKS = { NEO4J, MAVEN, DOCKER } as const;

/** One error for a command that failed: what is wrong in words where its output is known, and its last telling lines. */
export function explainFailure(what: string, book: keyof typeof BOOKS, output: string): ReformgraphError {
  const known = BOOKS[book].find(([pattern]) => pattern.test(output));
  const said = telling(output).map((line) => `\n  ${line}`);
  const why = known?.[1] ?? 'the reason is in the lines below. Mend it and start again';
  return new ReformgraphError('START_FAILED', `${what}: ${why}.${said.join('')}`);
}

/** Lines that tell a person nothing: stack frames, progress, Maven's hints. */
const NOISE =
  /^\s*$|WARNING|\bat [a-z]\w*[./][\w.$<>/]+|\.\.\. \d+ (more|common)|\bINFO\b|^\[ERROR\]\s*$|^\[ERROR\] (To see|Re-run|For more|\[Help)/;
const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g');

function telling(output: string): string[] {
  const lines = output.replaceAll(ESCAPES, '').split('\n');
  const told = [...new Set(lines.filter((line) => !NOISE.test(line)))].slice(-4);
  return told.map((line) => (line.length > 300 ? `${line.slice(0, 300)}…` : line));
}

/** Turns the failure to write below a folder into an error with advice; anything else stays as it is. */
export function explainFileError(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const advice: Record<string, string> = {
    ENOSPC: 'the disk is full. Free some space and start again',
    EDQUOT: 'your disk quota is used up. Free some space and start again',
    ENOENT: 'the folder it should lie in does not exist. Make that folder and start again',
    EACCES: 'it may not be written by you. Make it yours (chown) or move the project, then start again',
    EPERM: 'it may not be written by you. Make it yours (chown) or move the project, then start again',
    EROFS: 'it lies on a read-only disk. Move the project to a disk that can be written, then start again',
    ENOTDIR: 'a file is in its place. Move that file away and start again',
    EEXIST: 'a file is in its place. Move that file away and start again',
  };
  const says = advice[code];
  if (!says) return error;
  return new ReformgraphError('START_FAILED', `The folder ${folder} cannot be used: ${says}.`, { cause: error });
}
