import type { Driver } from 'neo4j-driver';

/** Connections to Neo4j. */
export interface Pool {
  readonly inUse: number;
  readonly idle: number;
}

interface Counted {
  readonly _activeResourceCounts?: Readonly<Record<string, number>>;
  readonly _pools?: Readonly<Record<string, { readonly length: number }>>;
}

/** The driver counts its connections but tells nobody: this reads its own book, and none where it has no such book (a test minds). */
export function poolOf(driver: Driver): Pool {
  const { _connectionProvider: provider } = driver as unknown as {
    readonly _connectionProvider?: { readonly _connectionPool?: Counted } | null;
  };
  const { _activeResourceCounts: active = {}, _pools: pools = {} } = provider?._connectionPool ?? {};
  return {
    inUse: Object.values(active).reduce((sum, count) => sum + count, 0),
    idle: Object.values(pools).reduce((sum, { length }) => sum + length, 0),
  };
}
