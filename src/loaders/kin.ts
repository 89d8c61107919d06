import { ties } from '../../schema/ties.ts';
import { ReformgraphError } from '../errors.ts';
import { stepsText } from '../graph/walks.ts';
import { nounOf } from './ids.ts';
import { entity } from './tie-value.ts';
import type { Entity, HopValue } from './values.ts';
import { hopOf, type Walks } from './walks.ts';

/** Kin of a thing by id, each with the shortest way that leads to it. */
export type Kin = ReadonlyMap<string, readonly HopValue[]>;
export type KinOf = (of: Entity) => Promise<Kin>;

const MOST_KIN = 100;
const MOST_LEVELS = 6;
const MOST_TIES = 5_000;

const kinOf = new Map(ties.flatMap(({ type, kin }) => (kin ? [[type, kin] as const] : [])));

/** Which way of succession a chain has taken; it never turns back, so what shares a successor is no kin for that. */
type Way = 'BEFORE' | 'AFTER' | null;

interface Relative {
  readonly entity: Entity;
  readonly way: Way;
  readonly via: readonly HopValue[];
}

/** Parts of a thing, what it succeeds and what succeeds it, and theirs in turn. One statement a level. */
export function kinLoader({ walk }: Walks): KinOf {
  return async (of) => {
    const found = new Map<string, Relative>();
    let level: readonly Relative[] = [{ entity: of, way: null, via: [] }];
    for (let depth = 0; depth < MOST_LEVELS && level.length > 0; depth += 1) {
      const near = new Map(level.map((one) => [one.entity.id, one]));
      const asked = { ids: [...near.keys()], scope: of.scope, types: [...kinOf.keys()], hubs: true };
      const rows = await walk(stepsText, asked, MOST_TIES + 1);
      const next: Relative[] = [];
      for (const [nearId, farId, type, fromId, , sortKey] of rows) {
        const [from, id] = [near.get(String(nearId)) as Relative, String(farId)];
        const way = wayOn(from.way, kinOf.get(String(type)), fromId === nearId);
        if (way === undefined || id === of.id || nounOf(id) !== of.noun) continue;
        const to = entity(id, of.scope);
        const tieId = String(sortKey).split(' ')[1] ?? '';
        next.push({ entity: to, way, via: [...from.via, hopOf(from.entity, to, tieId, [...kinOf.keys()])] });
      }
      const place = ({ entity: { id }, via }: Relative): string => `${id} ${via.at(-1)?.tieId}`;
      level = next
        .sort((one, other) => (place(one) < place(other) ? -1 : 1))
        .filter((one) => !found.has(one.entity.id) && found.set(one.entity.id, one));
      if (found.size > MOST_KIN || rows.length > MOST_TIES) throw tooMany(of);
    }
    return new Map([...found].map(([id, { via }]) => [id, via]));
  };
}

/** Undefined where a tie is not walked: to the whole, or back along a succession. */
function wayOn(way: Way, kin: 'PART' | 'SUCCESSION' | undefined, forward: boolean): Way | undefined {
  if (kin === 'PART') return forward ? undefined : way;
  const onwards = forward ? 'BEFORE' : 'AFTER';
  return way === null || way === onwards ? onwards : undefined;
}

const tooMany = ({ id }: Entity): ReformgraphError =>
  new ReformgraphError(
    'QUERY_TOO_COSTLY',
    `"${id}" has more than ${MOST_KIN} parts, predecessors and successors. Ask without "includeParts", or of a part.`,
  );
