import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Peer } from './peer.ts';

/** All that are measured, ours first: the others' answers are compared with its. A folder that is not there is passed over. */
export const PEER_NAMES = [
  'ours',
  'ours-kept',
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
    const [own, file] = name === 'ours-kept' ? ['ours', 'kept.ts'] : [name, 'questions.ts'];
    const folder = fileURLToPath(new URL(`peers/${own}/`, import.meta.url));
    if (!existsSync(`${folder}${file}`)) continue;
    const { questions, cold, env, settles } = (await import(`./peers/${own}/${file}`)) as Omit<Peer, 'name' | 'folder'>;
    found.push({
      name,
      folder,
      questions,
      ...(cold ? { cold } : {}),
      ...(env ? { env } : {}),
      ...(settles ? { settles } : {}),
    });
  }
  return found;
}
