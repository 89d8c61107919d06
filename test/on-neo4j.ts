import { spawnSync } from 'node:child_process';
import { lookForDocker } from '../src/launch/choose-source.ts';
import { chooseJava, findJavas } from '../src/launch/find-java.ts';
import { DEFAULT_VERSION, NEO4J_VERSIONS } from '../src/launch/versions.ts';
import { realWorld } from '../src/launch/world.ts';

/**
 * Runs database tests on `every` Neo4j version that this machine can start, or on the `other` ones, which `npm test` does not take.
 * What follows is vitest's: files and options.
 */
const [which, ...rest] = process.argv.slice(2);
const docker = (await lookForDocker(realWorld, false)) === 'READY';
const javas = docker ? [] : await findJavas(realWorld);
const usual = docker ? DEFAULT_VERSION : chooseJava(javas, undefined)?.version;
const versions = NEO4J_VERSIONS.filter(
  (version) => (which === 'every' || version !== usual) && (docker || chooseJava(javas, version)),
);

if (versions.length === 0)
  console.log('No other Neo4j version can be started here: it would need a second Java, 17 or 21 and newer.');
for (const version of versions) {
  console.log(`Database tests against Neo4j ${version}:`);
  const vitest = ['vitest', 'run', '--config', 'test/vitest.config.ts', '--project', 'neo4j', ...rest];
  const { status } = spawnSync('npx', vitest, {
    stdio: 'inherit',
    env: { ...process.env, NEO4J_VERSION: version },
  });
  if (status !== 0) process.exit(status ?? 1);
}
