import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Peer } from './peer.ts';

/** All that are measured, ours first: the others' answers are compared with its. A folder that is not there is passed over. */
export const PEER_NAMES = [
  'ours',
  'raw',
  'raw-maps',
  'neo4j-graphql',
  'apollo',
  'yoga-dataloader',
  'mercurius',
] as const;

export async function readPeers(names: readonly string[]): Promise<readonly Peer[]> {
  const found: Peer[] = [];
  for (const name of names) {
    const folder = fileURLToPath(new URL(`peers/${name}/`, import.meta.url));
    if (!existsSync(`${folder}questions.ts`)) continue;
    const { questions, cold } = (await import(`./peers/${name}/questions.ts`)) as Pick<Peer, 'questions' | 'cold'>;
    found.push({ name, folder, questions, ...(cold ? { cold } : {}) });
  }
  return found;
}
