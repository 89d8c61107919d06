import { NEIGHBOURHOOD } from '../../schema/points.ts';
import { surroundingsText } from '../graph/walks.ts';
import type { Scope, ScopeArguments } from './scope.ts';
import type { thingLoaders } from './things.ts';
import { anyClaim, entity } from './tie-value.ts';
import type { Entity, Row, TieValue } from './values.ts';
import { checkNumber, type Walks } from './walks.ts';

export interface NeighbourhoodArguments {
  readonly of: string;
  readonly depth: number;
  readonly perTie: number;
  readonly ties?: readonly string[] | null | undefined;
  readonly hubs: boolean;
}

/** A thing with what lies around it. */
export interface NeighbourhoodValue {
  readonly nodes: readonly Entity[];
  readonly edges: readonly TieValue[];
  readonly truncated: boolean;
}

interface Around {
  readonly far: string;
  /** Not all of its kind were read. */
  readonly more: boolean;
  readonly hub: boolean;
  readonly claim: TieValue;
}

const DEEPEST = 3;
const MOST_PER_TIE = 25;
/** Of one thing, whatever the types: the least of them come last. */
const MOST_PER_THING = NEIGHBOURHOOD.tiesOfThing;

export function neighbourhoodLoaders({ walk }: Walks, { thing }: ReturnType<typeof thingLoaders>) {
  /** One statement a level; null when nothing has the id. */
  async function neighbourhood(
    args: NeighbourhoodArguments,
    stated: ScopeArguments,
  ): Promise<NeighbourhoodValue | null> {
    checkNumber('depth', args.depth, DEEPEST);
    checkNumber('perTie', args.perTie, MOST_PER_TIE);
    const root = await thing(args.of, stated);
    if (!root) return null;
    const nodes = new Map([[root.id, root]]);
    const edges = new Map<string, TieValue>();
    let truncated = false;
    let level: readonly string[] = [root.id];
    for (let depth = 1; depth <= args.depth && level.length > 0; depth += 1) {
      const met = new Map<string, { readonly hub: boolean }>();
      for (const { far, hub, more, claim } of await surroundings(level, root.scope, args)) {
        truncated ||= more;
        const room = nodes.has(far) || met.has(far) || nodes.size + met.size < NEIGHBOURHOOD.things;
        truncated ||= !room || (hub && !args.hubs && depth < args.depth);
        if (!room) continue;
        if (edges.size === NEIGHBOURHOOD.ties && !edges.has(claim.id)) {
          truncated = true;
          continue;
        }
        if (!nodes.has(far)) met.set(far, { hub });
        edges.set(claim.id, claim);
      }
      const ids = [...met.keys()].sort();
      for (const id of ids) nodes.set(id, entity(id, root.scope));
      level = args.hubs ? ids : ids.filter((id) => !met.get(id)?.hub);
    }
    return { nodes: [...nodes.values()], edges: [...edges.values()], truncated };
  }

  /** Ties of some things in an order of their own: of each thing by type, direction and start. */
  async function surroundings(
    ids: readonly string[],
    scope: Scope,
    { ties: types, perTie }: NeighbourhoodArguments,
  ): Promise<readonly Around[]> {
    const rows = await walk(surroundingsText, { ids, scope, types, perTie }, MOST_PER_THING + 1);
    const ofEach = new Map<unknown, Row[]>(ids.map((id) => [id, []]));
    for (const row of rows) ofEach.get(row[0])?.push(row);
    return [...ofEach.values()].flatMap((all) =>
      all.slice(0, MOST_PER_THING).map(([, far, more, hub, ...claim]) => ({
        far: String(far),
        more: more === true || all.length > MOST_PER_THING,
        hub: hub === true,
        claim: anyClaim(claim, scope),
      })),
    );
  }

  return { neighbourhood };
}
