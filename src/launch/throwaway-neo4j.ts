import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReformgraphError } from '../errors.ts';
import { downloadNeo4j } from './download-neo4j.ts';
import { explainFailure } from './explain-failure.ts';
import { external, lookAround, type Progress, type RunningNeo4j } from './find-neo4j.ts';
import { stopNeo4j } from './java-process.ts';
import { startLocalNeo4j } from './local-neo4j.ts';
import { BASE_CONF, type Conf, confAsEnvironment } from './neo4j-conf.ts';
import { isOurJava, lookAt, readOwner } from './owner.ts';
import { ensurePassword, generatePassword, prepareHome } from './password.ts';
import { chooseOwnPorts } from './ports.ts';
import { type Neo4jVersion, parseNeo4jVersion } from './versions.ts';
import { realWorld, type World } from './world.ts';

const FOLDER = 'reformgraph-test-';
const LOCAL = { user: 'neo4j', database: 'neo4j' } as const;

export interface ThrowawayOptions {
  /** Where the jars are kept; no data goes there. */
  home: string;
  projectRoot: string;
  progress: Progress;
  /** NEO4J_VERSION and TEST_NEO4J_* are read, NEO4J_URI never. */
  env: NodeJS.ProcessEnv;
  conf?: Conf;
  /** Must fail when the database holds anything; demanded with TEST_NEO4J_URI. */
  assertEmpty?: (neo4j: RunningNeo4j) => Promise<void>;
  signal?: AbortSignal;
  world?: World;
}

/** An empty Neo4j for tests and measurements, gone with `stop`. */
export async function startThrowawayNeo4j(options: ThrowawayOptions): Promise<RunningNeo4j> {
  const { env, home } = options;
  const world = options.world ?? realWorld;
  if (env.TEST_NEO4J_URI) return namedForTests(world, env.TEST_NEO4J_URI, options);
  prepareHome(home);
  const source = await lookAround(world, parseNeo4jVersion(env.NEO4J_VERSION), home, false);
  if (source.kind === 'DOCKER') return inTestcontainer(source.version, source.reason, options.conf);
  await removeLeftovers(world);
  const { version, java } = source;
  const lib = await downloadNeo4j(world, {
    ...options,
    jars: home,
    version,
    java,
  });
  const folder = mkdtempSync(join(tmpdir(), FOLDER));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const password = ensurePassword(folder, false);
    const started = await startLocalNeo4j(world, {
      ...options,
      java,
      version,
      lib,
      dataHome: join(folder, 'data-home'),
      passwordHome: folder,
      choosePorts: () => chooseOwnPorts(world.isPortFree),
    });
    const { bolt, http } = started.ports;
    return {
      ...LOCAL,
      uri: `bolt://127.0.0.1:${bolt}`,
      password,
      browserUrl: `http://localhost:${http}/browser/`,
      kind: 'JAVA',
      reason: source.reason,
      stop: async () => {
        await started.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

async function namedForTests(world: World, uri: string, { env, assertEmpty }: ThrowawayOptions): Promise<RunningNeo4j> {
  if (!assertEmpty) {
    throw new ReformgraphError('BAD_CONFIGURATION', 'TEST_NEO4J_URI cannot be used here. Unset it and start again.');
  }
  const neo4j = await external(
    world,
    {
      uri,
      user: env.TEST_NEO4J_USER ?? 'neo4j',
      password: env.TEST_NEO4J_PASSWORD,
      database: env.TEST_NEO4J_DATABASE ?? 'neo4j',
    },
    'TEST_NEO4J_URI',
  );
  await assertEmpty(neo4j);
  return neo4j;
}

// The image tags are the versions of the jars.
async function inTestcontainer(version: Neo4jVersion, reason: string, conf: Conf = {}): Promise<RunningNeo4j> {
  const { Neo4jContainer } = await import('@testcontainers/neo4j');
  const password = generatePassword();
  const container = await new Neo4jContainer(`neo4j:${version}`)
    .withPassword(password)
    .withEnvironment(confAsEnvironment({ ...BASE_CONF, ...conf }))
    .start()
    .catch((error: unknown) => {
      throw explainFailure('Docker could not start a Neo4j for the tests', 'DOCKER', String(error));
    });
  return {
    ...LOCAL,
    uri: container.getBoltUri(),
    password,
    browserUrl: undefined,
    kind: 'DOCKER',
    reason,
    stop: async () => {
      await container.stop();
    },
  };
}

/** Ends and deletes the databases of test runs that were killed. */
async function removeLeftovers(world: World): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(FOLDER))) {
    const dataHome = join(tmpdir(), name, 'data-home');
    const owner = readOwner(dataHome);
    const verdict = owner && (await lookAt(world, dataHome, owner));
    if (!owner || verdict === 'REUSE' || verdict === 'BUSY') continue;
    if (owner.pid !== null && (await isOurJava(world, owner.pid, dataHome)))
      await stopNeo4j(world, owner.pid, dataHome);
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
