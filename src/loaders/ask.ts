import DataLoader from 'dataloader';
import { type Graph, type GraphRow, integer, type Statement } from '../graph/gateway.ts';

/** Values that a statement seeks by, matched back by position. */
export type Key = readonly unknown[];

/** Asks a batched text for one key; undefined when it has no row for it. `limit` is shared by the whole batch. */
export type Ask = (statement: Statement, key: Key, limit?: number) => Promise<unknown>;

/** More keys in one statement save nothing. */
const BATCH = 100;

/**
 * One per request: keys of one text that are asked on the same level go out as one statement, and none is asked twice.
 * Every batched text takes `$keys`, numbers them, and returns the number and one value.
 */
export function createAsk(graph: Pick<Graph, 'read'>): Ask {
  const loaders = new Map<string, Map<number | undefined, DataLoader<Key, unknown, string>>>();
  const level = createLevel();
  return (statement, key, limit) => {
    const byLimit = loaders.get(statement.text) ?? new Map<number | undefined, DataLoader<Key, unknown, string>>();
    loaders.set(statement.text, byLimit);
    let loader = byLimit.get(limit);
    if (!loader) {
      loader = new DataLoader((keys) => level.during(() => answer(graph, statement, keys, limit)), {
        name: statement.name,
        maxBatchSize: BATCH,
        cacheKeyFn: (asked) => JSON.stringify(asked),
        batchScheduleFn: level.next,
      });
      byLimit.set(limit, loader);
    }
    return loader.load(key);
  };
}

/**
 * Batches go out together, once every statement of the level before has been answered: which branch answers first
 * must not decide whether two branches share a statement.
 */
function createLevel() {
  let underWay = 0;
  let waiting: (() => void)[] = [];
  let planned = false;

  const send = (): void => {
    planned = false;
    const batches = waiting;
    waiting = [];
    for (const dispatch of batches) dispatch();
  };
  const plan = (): void => {
    if (planned || underWay > 0 || waiting.length === 0) return;
    planned = true;
    // After all promises of the answered level have run, so that every resolver has asked.
    setImmediate(send);
  };
  return {
    next(dispatch: () => void): void {
      waiting.push(dispatch);
      plan();
    },
    async during<T>(work: () => Promise<T>): Promise<T> {
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
        // One turn later: what waits for this answer asks first.
        setImmediate(plan);
      }
    },
  };
}

async function answer(
  graph: Pick<Graph, 'read'>,
  statement: Statement,
  keys: readonly Key[],
  limit?: number,
): Promise<unknown[]> {
  const rows: readonly GraphRow[] = await graph.read(
    statement,
    limit === undefined ? { keys } : { keys, limit: integer(limit) },
  );
  const byPosition = new Map(rows.map(([position, value]) => [position, value]));
  return keys.map((_, position) => byPosition.get(position));
}
