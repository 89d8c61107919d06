import { readFileSync } from 'node:fs';
import type { Peer } from './peer.ts';

/** What took part, in which version: the database, Node, and each peer's own packages; those of the project for those without. */
export function versionsOf(
  peers: readonly Peer[],
  neo4j: string,
  reason: string,
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const java = /Java (\d+)/.exec(reason)?.[1];
  const platform = { node: process.versions.node, neo4j, ...(java ? { java } : {}) };
  return {
    platform,
    ...Object.fromEntries(peers.map(({ name, folder }) => [name, dependencies(folder) ?? project(name)])),
  };
}

const project = (name: string): Readonly<Record<string, string>> => {
  const all = dependencies(new URL('../../', import.meta.url)) ?? {};
  const used = name === 'ours' ? ['graphql', 'graphql-yoga', 'dataloader', 'neo4j-driver'] : ['neo4j-driver'];
  return Object.fromEntries(used.map((one) => [one, all[one] ?? '']));
};

function dependencies(folder: string | URL): Readonly<Record<string, string>> | undefined {
  try {
    const file = typeof folder === 'string' ? `${folder}package.json` : new URL('package.json', folder);
    return (JSON.parse(readFileSync(file, 'utf8')) as { dependencies?: Record<string, string> }).dependencies;
  } catch {
    return undefined;
  }
}
