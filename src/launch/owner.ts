import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { World } from './world.ts';

const ownerSchema = z.object({
  /** The java process; null while it is about to be started. */
  pid: z.number().nullable(),
  boltPort: z.number(),
  httpPort: z.number(),
  version: z.string(),
  startedAt: z.string(),
  /** The node process that will stop it, with its command line, since ids are used again. */
  ownerPid: z.number(),
  ownerCommand: z.string(),
});

/** Who runs the database in a data folder; it outlives a process that is killed, so that java is not lost. */
export type Owner = z.infer<typeof ownerSchema>;

const ownerFile = (dataHome: string): string => join(dataHome, 'run', 'owner.json');

/** The note in a data folder; unreadable ones count as none. */
export function readOwner(dataHome: string): Owner | undefined {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(ownerFile(dataHome), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Takes the data folder for this process; false when another was quicker. */
export function claim(dataHome: string, owner: Owner): boolean {
  try {
    writeFileSync(ownerFile(dataHome), JSON.stringify(owner), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

export function writeOwner(dataHome: string, owner: Owner): void {
  const next = `${ownerFile(dataHome)}.${process.pid}`;
  writeFileSync(next, JSON.stringify(owner));
  renameSync(next, ownerFile(dataHome));
}

export function removeOwner(dataHome: string): void {
  rmSync(ownerFile(dataHome), { force: true });
}

/** Removes the note if it is still about this java process. */
export function releaseOwner(dataHome: string, pid: number | null): void {
  const owner = readOwner(dataHome);
  if (owner?.pid === pid && owner.ownerPid === process.pid) removeOwner(dataHome);
}

export type Verdict = 'REUSE' | 'ADOPT' | 'BUSY' | 'STALE';

/** What a note means: a living java is shared with a living owner and inherited from a dead one. */
export function judge(owner: Owner, facts: { javaLives: boolean; ownerLives: boolean }): Verdict {
  if (owner.pid === null) return facts.ownerLives ? 'BUSY' : 'STALE';
  if (!facts.javaLives) return 'STALE';
  return facts.ownerLives ? 'REUSE' : 'ADOPT';
}

/** Looks at the processes a note names: is that java ours, and does its owner live? */
export async function lookAt(world: World, dataHome: string, owner: Owner): Promise<Verdict> {
  const ownerLives = (await world.commandOf(owner.ownerPid)) === owner.ownerCommand && owner.ownerCommand !== '';
  return judge(owner, {
    javaLives: owner.pid !== null && (await isOurJava(world, owner.pid, dataHome)),
    ownerLives,
  });
}

/** Whether a process is a Neo4j on this data folder, and not something that got the same id later. */
export async function isOurJava(world: World, pid: number, dataHome: string): Promise<boolean> {
  return `${await world.commandOf(pid)} `.includes(` --home-dir=${dataHome} `);
}
