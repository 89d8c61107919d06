import { spawnSync } from 'node:child_process';
import { lookForDocker } from '../src/launch/choose-source.ts';
import { chooseJava, findJavas } from '../src/launch/find-java.ts';
import { DEFAULT_VERSION, NEO4J_VERSIONS } from '../src/launch/versions.ts';
import { realWorld } from '../src/launch/world.ts';

/** Runs the database tests against every Neo4j version that this machine can start and `npm test` does not take. */
const docker = (await lookForDocker(realWorld, false)) === 'READY';
const javas = docker ? [] : await findJavas(realWorld);
const usual = docker ? DEFAULT_VERSION : chooseJava(javas, undefined)?.version;
const others = NEO4J_VERSIONS.filter((version) => version !== usual && (docker || chooseJava(javas, version)));

if (others.length === 0)
  console.log('No other Neo4j version can be started here: it would need a second Java, 17 or 21 and newer.');
for (const version of others) {
  console.log(`The database tests against Neo4j ${version}:`);
  const { status } = spawnSync('npx', ['vitest', 'run', '--config', 'test/vitest.config.ts', '--project', 'neo4j'], {
    stdio: 'inherit',
    env: { ...process.env, NEO4J_VERSION: version },
  });
  if (status !== 0) process.exit(status ?? 1);
}
