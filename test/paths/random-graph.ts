import fc from 'fast-check';
import { nouns } from '../../schema/nouns.ts';
import type { NounName } from '../../schema/spec.ts';
import { nounsAt, ties as table } from '../../schema/ties.ts';
import { sortKeyOf } from '../../src/graph/model.ts';
import { FLOOR, OPEN } from '../../src/graph/time.ts';
import type { DesiredGraph } from '../../src/load/desired-graph.ts';
import { claimProperties, thingNode } from '../every-tie.ts';

export interface RandomThing {
  readonly id: string;
  readonly noun: NounName;
  readonly hub: boolean;
}

export interface RandomTie {
  readonly id: string;
  readonly type: string;
  readonly undirected: boolean;
  readonly from: string;
  readonly to: string;
  readonly modality: string;
  readonly rank: string;
  readonly since: string;
  readonly startLatest: string;
  readonly endEarliest: string;
  readonly until: string;
}

export interface RandomGraph {
  readonly things: readonly RandomThing[];
  readonly ties: readonly RandomTie[];
}

/** Nouns of things in random graphs, some of them hubs. */
const kinds = [
  ['Reform', 'OTHER', false],
  ['Law', 'LAW', false],
  ['Institution', 'OTHER', false],
  ['Institution', 'OFFICE', false],
  ['Official', undefined, false],
  ['Topic', 'GROUP', true],
  ['Place', 'COUNTRY', true],
  ['Place', 'CITY', false],
] as const;

const years = fc.constantFrom('2000-01-01', '2005-01-01', '2010-01-01', '2015-01-01', '2020-01-01');
const starts = fc.oneof(
  fc.constant({ since: FLOOR, startLatest: OPEN }),
  years.map((day) => ({ since: day, startLatest: day })),
  years.map((day) => ({ since: day, startLatest: `${Number(day.slice(0, 4)) + 4}-12-31` })),
);
const ends = fc.oneof(
  fc.constant({ endEarliest: OPEN, until: OPEN }),
  fc.constant({ endEarliest: FLOOR, until: OPEN }),
  years.map((day) => ({ endEarliest: day, until: day })),
);

/** Ids begin with the number of the graph: many graphs lie side by side in one database. */
export const randomGraph = (number: number): fc.Arbitrary<RandomGraph> =>
  fc
    .array(fc.constantFrom(...kinds), { minLength: 5, maxLength: 9 })
    .map((chosen) =>
      chosen.map(([noun, kind, hub], at) => ({ id: `${nouns[noun].prefix}/x${number}/${at}`, noun, kind, hub })),
    )
    .chain((things) => {
      const possible = things.flatMap((from) =>
        things.flatMap((to) =>
          table
            .filter((row) => from !== to && nounsAt(row.from).includes(from.noun) && nounsAt(row.to).includes(to.noun))
            .map((row) => ({ from: from.id, to: to.id, type: row.type, undirected: row.undirected === true })),
        ),
      );
      const tie = fc.record({
        ends: fc.constantFrom(...possible, ...(possible.length === 0 ? [undefined] : [])),
        start: starts,
        end: ends,
        modality: fc.constantFrom('FACT', 'FACT', 'PLAN'),
        rank: fc.constantFrom('NORMAL', 'NORMAL', 'PREFERRED', 'DEPRECATED'),
      });
      return fc.array(tie, { minLength: 10, maxLength: 24 }).map((drawn) => ({
        things,
        ties: drawn.flatMap(({ ends: between, start, end, modality, rank }, at) =>
          between ? [{ id: `claim/x/${number}-${at}`, ...between, ...start, ...end, modality, rank }] : [],
        ),
      }));
    });

/** All of them as one graph of the database. */
export const stored = (graphs: readonly RandomGraph[]): DesiredGraph => ({
  nodes: graphs.flatMap(({ things }) =>
    things.map(({ id, noun, ...thing }) => thingNode(noun, id, 'kind' in thing ? { kind: thing.kind } : {})),
  ),
  ties: graphs.flatMap(({ ties }) =>
    ties.map(({ id, type, from, to, modality, rank, since, startLatest, endEarliest, until }) => ({
      id,
      type,
      fromId: from,
      toId: to,
      properties: claimProperties(id, from, to, {
        sortKey: sortKeyOf(since, id),
        modality,
        rank,
        startLatest,
        endEarliest,
        until,
      }),
    })),
  ),
});
