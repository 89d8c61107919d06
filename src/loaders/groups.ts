import { ReformgraphError } from '../errors.ts';
import type { Combinations, GroupEntry, Grouping } from '../graph/groups.ts';
import { nounOf } from './ids.ts';
import { LazyConnection, type Reader, readSize } from './page.ts';
import type { Scope } from './scope.ts';
import type { Connection, Entity } from './values.ts';

export interface GroupArguments {
  readonly by: readonly GroupEntry[];
  readonly first?: number | null | undefined;
}

export interface GroupKeyValue {
  readonly value: string | null;
  readonly node: Entity | null;
}

export interface GroupValue {
  readonly keys: readonly GroupKeyValue[];
  readonly count: number;
  readonly distinctNodes: number;
}

export interface Groups {
  readonly groups: readonly GroupValue[];
  readonly totalGroups: number;
}

/** A connection that also tells of all its pages in groups; lazy as the rest, one statement for each of these. */
export interface GroupedConnection<Edge> extends Connection<Edge> {
  facets(args: GroupArguments): Promise<readonly Groups[]>;
  groupBy(args: GroupArguments): Promise<Groups>;
}

const MOST_KEYS = { facets: 5, groupBy: 2 } as const;
const MOST_STEPS = 3;
const DEFAULT_GROUPS = 20;

export interface GroupReader {
  readonly scope: Scope;
  compile(combinations: Combinations): Grouping;
  /** Asks for the first groups of every combination. */
  readGroups(grouping: Grouping, first: number): Promise<unknown>;
}

class LazyGroupedConnection<Edge> extends LazyConnection<Edge> implements GroupedConnection<Edge> {
  private readonly groups: GroupReader;

  constructor(reader: Reader<Edge>, groups: GroupReader) {
    super(reader);
    this.groups = groups;
  }

  async facets({ by, first }: GroupArguments): Promise<readonly Groups[]> {
    return groupsOf(
      this.groups,
      checkKeys('facets', by).map((key) => [key]),
      first,
    );
  }

  async groupBy({ by, first }: GroupArguments): Promise<Groups> {
    return (await groupsOf(this.groups, [checkKeys('groupBy', by)], first))[0] as Groups;
  }
}

export const connectGrouped = <Edge>(reader: Reader<Edge>, groups: GroupReader): GroupedConnection<Edge> =>
  new LazyGroupedConnection(reader, groups);

async function groupsOf(
  reader: GroupReader,
  combinations: Combinations,
  first: GroupArguments['first'],
): Promise<Groups[]> {
  const size = readSize('first', first ?? DEFAULT_GROUPS, 'Narrow the list with "where" for other groups.');
  const grouping = reader.compile(combinations);
  const found = (await reader.readGroups(grouping, size)) as [total: number, rows: unknown[][]][];
  return found.map(([totalGroups, rows], at) => ({
    totalGroups,
    groups: rows.map((row) => ({
      keys: (grouping.combinations[at] ?? []).map(({ isThing }, key) => readKey(row[key], isThing, reader.scope)),
      count: row.at(-2) as number,
      distinctNodes: row.at(-1) as number,
    })),
  }));
}

function readKey(held: unknown, isThing: boolean, scope: Scope): GroupKeyValue {
  const value = held === null ? null : String(held);
  const noun = isThing && value !== null ? nounOf(value) : undefined;
  return { value, node: noun && value !== null ? { noun, id: value, row: undefined, scope } : null };
}

/** Refuses too many keys, none, the same twice, and those too far away, before the graph is asked. */
function checkKeys(field: keyof typeof MOST_KEYS, by: readonly GroupEntry[]): readonly GroupEntry[] {
  const most = MOST_KEYS[field];
  if (by.length > most) {
    throw new ReformgraphError(
      'QUERY_TOO_COSTLY',
      `"by" of "${field}" may hold ${most} keys, but got ${by.length}. Ask for less, or in a second field.`,
    );
  }
  const written = by.map((key) => JSON.stringify(key));
  const twice = written.find((key, at) => written.indexOf(key) < at);
  if (by.length === 0 || twice) {
    throw new ReformgraphError(
      'BAD_USER_INPUT',
      twice
        ? `"by" of "${field}" holds a key twice: ${twice}. Name it once.`
        : `"by" of "${field}" is empty. Name 1 to ${most} keys.`,
    );
  }
  for (const key of by) {
    const steps = stepsOf(key);
    if (steps > MOST_STEPS) {
      throw new ReformgraphError(
        'QUERY_TOO_COSTLY',
        `A key of "${field}" may go from tie to tie ${MOST_STEPS} times, but got ${steps}. Ask for less.`,
      );
    }
  }
  return by;
}

/** How many things a key goes through: each is called `node` or `edge` where it is met. */
function stepsOf(key: unknown): number {
  if (typeof key !== 'object' || key === null) return 0;
  return Math.max(
    ...Object.entries(key).map(([name, value]) => (name === 'node' || name === 'edge' ? 1 : 0) + stepsOf(value)),
  );
}
