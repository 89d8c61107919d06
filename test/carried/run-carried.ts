import neo4j, { type Driver } from 'neo4j-driver';
import { inject } from 'vitest';
import type { CarriedStatement } from '../../src/carried/statements.ts';

const driver = (() => {
  let opened: Driver | undefined;
  return {
    get: (): Driver => {
      const { uri, user, password } = inject('neo4j');
      opened ??= neo4j.driver(uri, neo4j.auth.basic(user, password));
      return opened;
    },
    close: async (): Promise<void> => {
      await opened?.close();
      opened = undefined;
    },
  };
})();

export const closeCarried = driver.close;

/** JSON tells no whole number from another; Cypher wants them whole. */
function whole(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(whole);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, whole(held)]));
}

/** Every text that a statement answers with, asked as anybody with the answer in hand would: by a session that may not write. */
export async function textsOf({
  text,
  params,
}: Pick<CarriedStatement, 'text' | 'params'>): Promise<ReadonlySet<string>> {
  const session = driver.get().session({ database: inject('neo4j').database, defaultAccessMode: neo4j.session.READ });
  try {
    const { records } = await session.run(text, whole(params) as Record<string, unknown>);
    const texts = new Set<string>();
    for (const record of records) for (const value of record.values()) collect(value, texts);
    return texts;
  } finally {
    await session.close();
  }
}

export function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value);
  else if (typeof value === 'object' && value !== null) for (const held of Object.values(value)) collect(held, into);
}
