import type { RandomGraph, RandomTie } from './random-graph.ts';

/** The same answers from plain walking of the whole graph: slow, and simple enough to be believed. */

export interface Asked {
  readonly asOf?: string | undefined;
  readonly certainOnly?: boolean | undefined;
  readonly modalities?: readonly string[] | undefined;
}

export interface AskedPath extends Asked {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly first: number;
  readonly via: readonly string[];
  readonly avoid: readonly string[];
  readonly hubs: boolean;
  readonly directed: boolean;
  readonly consistentInTime: boolean;
}

export interface BrutePath {
  readonly ids: readonly string[];
  readonly ties: readonly string[];
}

export const inScope = ({ ties }: RandomGraph, { asOf, certainOnly, modalities }: Asked): readonly RandomTie[] =>
  ties.filter(
    (tie) =>
      tie.rank !== 'DEPRECATED' &&
      (!modalities || modalities.includes(tie.modality)) &&
      (!asOf || (tie.since <= asOf && asOf < tie.until)) &&
      (!asOf || !certainOnly || (tie.startLatest <= asOf && asOf < tie.endEarliest)),
  );

export const isBetween = ({ from, to }: RandomTie, one: string, other: string): boolean =>
  (from === one && to === other) || (from === other && to === one);

export function brutePaths(graph: RandomGraph, asked: AskedPath): readonly BrutePath[] {
  const ties = inScope(graph, asked);
  const found: BrutePath[] = [];
  const barred = new Set([
    ...asked.avoid,
    ...graph.things.filter(({ id, hub }) => hub && !asked.hubs && !asked.via.includes(id)).map(({ id }) => id),
  ]);

  function walk(ids: readonly string[]): void {
    const here = ids.at(-1) as string;
    if (here === asked.to) {
      const chosen = asked.via.every((id) => ids.includes(id)) ? choose(ids, []) : undefined;
      if (chosen) found.push({ ids, ties: chosen.map(({ id }) => id) });
      return;
    }
    if (ids.length > asked.maxHops) return;
    for (const { id } of graph.things) {
      const free = id === asked.to || (!barred.has(id) && !ids.includes(id));
      if (free && usable(here, id).length > 0) walk([...ids, id]);
    }
  }

  const usable = (one: string, other: string): readonly RandomTie[] =>
    ties
      .filter((tie) => isBetween(tie, one, other) && (!asked.directed || tie.undirected || tie.from === one))
      .sort(
        (a, b) =>
          Number(b.modality === 'FACT') - Number(a.modality === 'FACT') ||
          (`${a.since} ${a.id}` < `${b.since} ${b.id}` ? -1 : 1),
      );

  /** The first ties, hop by hop, that the demand on time lets stand together. */
  function choose(ids: readonly string[], chosen: readonly RandomTie[]): readonly RandomTie[] | undefined {
    if (asked.consistentInTime && !haveADay(chosen)) return undefined;
    const [one, other] = [ids[chosen.length], ids[chosen.length + 1]];
    if (one === undefined || other === undefined) return chosen;
    for (const tie of usable(one, other)) {
      const whole = choose(ids, [...chosen, tie]);
      if (whole) return whole;
    }
    return undefined;
  }

  /** Tried out on every day on which something begins, and on the first of all. */
  const haveADay = (chosen: readonly RandomTie[]): boolean => {
    const [start, end] = asked.certainOnly ? (['startLatest', 'endEarliest'] as const) : (['since', 'until'] as const);
    return ['0000', ...chosen.map((tie) => tie[start])].some((day) =>
      chosen.every((tie) => tie[start] <= day && day < tie[end]),
    );
  };

  walk([asked.from]);
  return found
    .sort((a, b) => a.ids.length - b.ids.length || (a.ids.join(' ') < b.ids.join(' ') ? -1 : 1))
    .slice(0, asked.first);
}
