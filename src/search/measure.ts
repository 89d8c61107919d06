import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A query and the thing it is to find, with the kind of error in it; nothing to find where there is no id. */
export interface Pair {
  readonly kind: string;
  readonly query: string;
  readonly id: string | null;
}

/** How many of some pairs were found first, and among the first five; of nonsense, how many found anything. */
export interface Recall {
  readonly kind: string;
  readonly pairs: number;
  readonly first: number;
  readonly five: number;
}

export const NONSENSE = 'nonsense';

/** Ids found for each query, at most five, the best first. */
export type Find = (queries: readonly string[]) => Promise<readonly (readonly string[])[]>;

/** A file of pairs: a map of query to id under each kind of error, and a list of nonsense. */
export function readPairs(path: string): readonly Pair[] {
  const kinds = parse(readFileSync(path, 'utf8')) as Record<string, Record<string, string> | string[]>;
  return Object.entries(kinds).flatMap(([kind, pairs]): readonly Pair[] =>
    Array.isArray(pairs)
      ? pairs.map((query) => ({ kind, query, id: null }))
      : Object.entries(pairs).map(([query, id]) => ({ kind, query, id })),
  );
}

export interface Measured {
  readonly kinds: readonly Recall[];
  readonly overall: Recall;
  readonly nonsense: Recall;
  /** Pairs whose thing is not among the first five, and nonsense that found something. */
  readonly missed: readonly { readonly pair: Pair; readonly found: readonly string[] }[];
}

export async function measure(pairs: readonly Pair[], find: Find): Promise<Measured> {
  const answers = await find(pairs.map(({ query }) => query));
  const results = pairs.map((pair, at) => {
    const found = answers[at] ?? [];
    const place = pair.id === null ? (found.length > 0 ? 0 : -1) : found.indexOf(pair.id);
    return { pair, found, place };
  });
  const recall = (kind: string, some: typeof results): Recall => ({
    kind,
    pairs: some.length,
    first: some.filter(({ place }) => place === 0).length,
    five: some.filter(({ place }) => place >= 0).length,
  });
  const real = results.filter(({ pair }) => pair.kind !== NONSENSE);
  return {
    kinds: [...new Set(real.map(({ pair }) => pair.kind))].map((kind) =>
      recall(
        kind,
        real.filter(({ pair }) => pair.kind === kind),
      ),
    ),
    overall: recall('all', real),
    nonsense: recall(
      NONSENSE,
      results.filter(({ pair }) => pair.kind === NONSENSE),
    ),
    missed: results.filter(({ pair, place }) => (pair.kind === NONSENSE ? place >= 0 : place < 0)),
  };
}
