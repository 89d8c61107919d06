import type { NounName } from '../../schema/spec.ts';
import { ReformgraphError } from '../errors.ts';
import { sharedText } from '../graph/walks.ts';
import { checkId } from './ids.ts';
import { connectAll, type PageArguments } from './page.ts';
import type { ScopeArguments } from './scope.ts';
import type { thingLoaders } from './things.ts';
import { entity } from './tie-value.ts';
import type { Connection, EdgeOf, Entity, TieValue } from './values.ts';
import { checkList, type Walks } from './walks.ts';

export interface CommonArguments extends PageArguments {
  readonly of: readonly string[];
  readonly kinds?: readonly NounName[] | null | undefined;
  readonly ties?: readonly string[] | null | undefined;
  readonly hubs: boolean;
}

/** What several things are tied to. */
export interface SharedValue {
  readonly thing: Entity;
  readonly count: number;
  readonly of: readonly string[];
  readonly types: readonly string[] | null;
}

const MOST_THINGS = 10;
const MOST_SHARED = 5_000;

export function commonLoaders({ walk, between }: Walks, { thing }: ReturnType<typeof thingLoaders>) {
  /** Null when nothing has one of the ids. */
  async function common(
    args: CommonArguments,
    stated: ScopeArguments,
  ): Promise<Connection<EdgeOf<SharedValue>> | null> {
    const { ties, kinds, hubs } = args;
    for (const id of checkList('of', args.of, 2, MOST_THINGS)) checkId(id);
    const found = await Promise.all(args.of.map((id) => thing(id, stated)));
    const things = found.filter((one) => one !== null);
    const [first] = things;
    if (!first || things.length < found.length) return null;
    const { scope } = first;
    // Merged ids may turn out to be one.
    const ids = [...new Set(things.map(({ id }) => id))];
    const asked = { ids, scope, types: ties, kinds, hubs: hubs || kinds != null };
    return connectAll(args, 'common', async () => {
      const rows = await walk(sharedText, asked, MOST_SHARED + 1);
      if (rows.length > MOST_SHARED) throw tooMany();
      return rows.map(([id, shared]) => ({
        // Those shared by most come first.
        place: `${MOST_THINGS - Number(shared)} ${id}`,
        node: { thing: entity(String(id), scope), count: Number(shared), of: ids, types: ties ?? null },
      }));
    });
  }

  /** The claims between the things and what they share. */
  const sharedTies = ({ thing: { id, scope }, of, types }: SharedValue): Promise<readonly TieValue[]> =>
    between({ ids: of, scope, types }, id);

  return { common, sharedTies };
}

const tooMany = (): ReformgraphError =>
  new ReformgraphError(
    'QUERY_TOO_COSTLY',
    `These share more than ${MOST_SHARED} things. Narrow by "kinds", "ties" or "asOf".`,
  );
