import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { ReformgraphError } from '../errors.ts';
import { lookForDocker } from './choose-source.ts';
import { resetDockerNeo4j } from './docker-neo4j.ts';
import { explainFileError } from './explain-failure.ts';
import { isOurJava, lookAt, readOwner } from './owner.ts';
import { passwordFile } from './password.ts';
import { dataHomeOf, NEO4J_VERSIONS } from './versions.ts';
import { realWorld, type World } from './world.ts';

/** Deletes the local databases and their password, not the jars, and answers with what is gone; refuses while one runs. */
export async function resetLocalData(
  home: string,
  { world = realWorld, projectRoot = dirname(home) }: { world?: World; projectRoot?: string } = {},
): Promise<string[]> {
  const folders = NEO4J_VERSIONS.map((version) => dataHomeOf(home, version)).filter((folder) => existsSync(folder));
  for (const folder of folders) await refuseWhileRunning(world, folder);
  const gone =
    (await lookForDocker(world)) === 'READY' ? await resetDockerNeo4j(world, projectRoot, NEO4J_VERSIONS) : [];
  for (const path of [...folders, passwordFile(home)].filter((file) => existsSync(file))) {
    try {
      rmSync(path, { recursive: true });
    } catch (error) {
      throw explainFileError(error, path);
    }
    gone.push(path);
  }
  return gone;
}

async function refuseWhileRunning(world: World, dataHome: string): Promise<void> {
  const owner = readOwner(dataHome);
  if (!owner || (await lookAt(world, dataHome, owner)) === 'STALE') return;
  const java = owner.pid !== null && (await isOurJava(world, owner.pid, dataHome)) ? owner.pid : undefined;
  const end = java
    ? `Ctrl-C in the terminal of "npm start", or: kill ${java}`
    : 'Ctrl-C in the terminal of "npm start"';
  throw new ReformgraphError(
    'START_FAILED',
    `The Neo4j in ${dataHome} is running, so its data was not deleted. Stop it (${end}) and try again.`,
  );
}
