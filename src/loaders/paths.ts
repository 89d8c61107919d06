import { ties } from '../../schema/ties.ts';
import { ReformgraphError } from '../errors.ts';
import { isDay } from '../graph/time.ts';
import { stepsText } from '../graph/walks.ts';
import { checkId } from './ids.ts';
import { type FoundPath, pathSearch, type Step } from './path-search.ts';
import type { ScopeArguments } from './scope.ts';
import type { thingLoaders } from './things.ts';
import { entity } from './tie-value.ts';
import type { Entity, HopValue, Row } from './values.ts';
import { checkList, checkNumber, hopOf, type Walks } from './walks.ts';

export interface PathArguments {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly first: number;
  readonly via?: readonly string[] | null | undefined;
  readonly avoid?: readonly string[] | null | undefined;
  readonly ties?: readonly string[] | null | undefined;
  readonly hubs: boolean;
  readonly directed: boolean;
  readonly consistentInTime: boolean;
}

/** How one thing hangs together with another. */
export interface PathValue {
  readonly nodes: readonly Entity[];
  readonly hops: readonly HopValue[];
  /** Days on which all its ties may hold, where that was asked for. */
  readonly since: string | null;
  readonly until: string | null;
}

const MOST_HOPS = 6;
const MOST_PATHS = 10;
const MOST_VIA = 3;
const MOST_AVOIDED = 100;
/** What one search may read, and how long it may take: each statement has a deadline of its own besides. */
const LIMITS = { ties: 50_000, milliseconds: 5_000 };

const undirected: ReadonlySet<string> = new Set(ties.filter((tie) => tie.undirected).map(({ type }) => type));

export function pathLoaders(
  { walk }: Walks,
  { thing }: ReturnType<typeof thingLoaders>,
  limits = LIMITS,
  now: () => number = () => performance.now(),
) {
  /** Null when nothing has one of the two ids. */
  async function paths(args: PathArguments, stated: ScopeArguments): Promise<readonly PathValue[] | null> {
    checkPath(args);
    const find = (ids: readonly string[]) => Promise.all(ids.map((id) => thing(id, stated)));
    const [[from, to], via, avoided] = await Promise.all([
      find([args.from, args.to]),
      find(args.via ?? []),
      find(args.avoid ?? []),
    ]);
    if (!from || !to) return null;
    const ends = [from.id, to.id];
    const met = via.flatMap((one) => (one ? [one.id] : []));
    const spurned = avoided.flatMap((one) => (one ? [one.id] : []));
    // Merged ids may turn out to be one.
    if (from.id === to.id || met.length < via.length || spurned.some((id) => [...ends, ...met].includes(id))) return [];
    const found = await search(
      args,
      [from, to],
      [...new Set(met)].filter((id) => !ends.includes(id)),
      spurned,
    );
    return found.map(({ ids, ties: chosen, since, until }) => {
      const nodes = ids.map((id) => entity(id, from.scope));
      const types = args.ties ?? null;
      return {
        nodes,
        hops: chosen.map((tieId, at) => hopOf(nodes[at] as Entity, nodes[at + 1] as Entity, tieId, types)),
        since: args.consistentInTime ? dayOf(since) : null,
        until: args.consistentInTime ? dayOf(until) : null,
      };
    });
  }

  /** Reads one level at a time, from the end around which less is left to read, until enough paths are found. */
  async function search(
    { maxHops, first, ties: types, hubs, directed, consistentInTime }: PathArguments,
    [from, to]: readonly [Entity, Entity],
    via: readonly string[],
    avoided: readonly string[],
  ): Promise<readonly FoundPath[]> {
    const { scope } = from;
    const begun = now();
    const checkTime = (): void => {
      if (now() - begun > limits.milliseconds) throw tooLate(limits.milliseconds, from, to);
    };
    const within = pathSearch({ from: from.id, to: to.id, via, directed, consistentInTime });
    const found: FoundPath[] = [];
    let left = limits.ties;
    for (let length = 1; length <= maxHops; length += 1) {
      const { missing, done } = within.grow();
      if (missing.length > 0) {
        const asked = { ids: missing, scope, entered: [from.id, to.id, ...via], types, avoided, hubs };
        const rows = await walk(stepsText, asked, limits.ties + 1);
        left -= rows.length;
        if (left < 0) throw tooMany(limits.ties, from, to);
        within.learn(
          missing,
          rows.map((row) => [String(row[0]), String(row[1]), stepOf(row, scope.certainOnly)]),
        );
      }
      done();
      for (const path of within.pathsOf(length)) {
        if (!path) {
          await new Promise(setImmediate);
          checkTime();
          continue;
        }
        found.push(path);
        if (found.length === first) return found;
      }
      checkTime();
    }
    return found;
  }

  return { paths };
}

/** Keys of what is open or unknown are no days. */
const dayOf = (key: string): string | null => (isDay(key) ? key : null);

function stepOf([, , type, fromId, modality, place, until, startLatest, endEarliest]: Row, certain: boolean): Step {
  const sortKey = String(place);
  const [since = '', id = ''] = sortKey.split(' ');
  return {
    id,
    fromId: String(fromId),
    undirected: undirected.has(String(type)),
    fact: modality === 'FACT',
    sortKey,
    since: certain ? String(startLatest) : since,
    until: String(certain ? endEarliest : until),
  };
}

function checkPath({ from, to, maxHops, first, via, avoid }: PathArguments): void {
  for (const id of [from, to, ...(via ?? []), ...(avoid ?? [])]) checkId(id);
  checkNumber('maxHops', maxHops, MOST_HOPS);
  checkNumber('first', first, MOST_PATHS);
  checkList('via', via ?? [], 0, MOST_VIA);
  checkList('avoid', avoid ?? [], 0, MOST_AVOIDED);
  const refuse = (message: string): never => {
    throw new ReformgraphError('BAD_USER_INPUT', message);
  };
  if (from === to) refuse(`"from" and "to" are both "${from}". Ask for the path between two things.`);
  const both = avoid?.find((id) => [from, to, ...(via ?? [])].includes(id));
  if (both !== undefined) refuse(`"${both}" is to be on the path and to be avoided. Leave it out of "avoid".`);
}

const tooMany = (ties: number, from: Entity, to: Entity): ReformgraphError =>
  new ReformgraphError(
    'QUERY_TOO_COSTLY',
    `More than ${ties} ties lie between "${from.id}" and "${to.id}". Ask for fewer hops, or narrow by "ties", "avoid" or "asOf".`,
  );

const tooLate = (milliseconds: number, from: Entity, to: Entity): ReformgraphError =>
  new ReformgraphError(
    'DEADLINE_EXCEEDED',
    `No end of the paths from "${from.id}" to "${to.id}" in ${milliseconds / 1_000} seconds. Ask for fewer hops, or narrow by "ties", "avoid" or "asOf".`,
  );
