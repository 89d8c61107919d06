import type { Asked } from '../../schema/columns.ts';
import { nouns } from '../../schema/nouns.ts';
import type { NounName } from '../../schema/spec.ts';
import { ReformgraphError } from '../errors.ts';
import type { comparisonLoaders } from './comparisons.ts';
import type { evidenceLoaders } from './evidence.ts';
import type { ScopeArguments } from './scope.ts';
import type { thingLoaders } from './things.ts';
import type { Entity, NodeValue } from './values.ts';

const MOST_IDS = 100;

/** What root fields look in. */
interface Roots {
  readonly things: ReturnType<typeof thingLoaders>;
  readonly evidence: ReturnType<typeof evidenceLoaders>;
  readonly comparisons: ReturnType<typeof comparisonLoaders>;
}

/** What the root fields ask. */
export function rootLoaders(within: Roots) {
  async function node(id: string, scope: ScopeArguments): Promise<NodeValue | null> {
    if (id.startsWith('passage/')) return within.evidence.passage(id, scope);
    return id.startsWith('comparison/') ? within.comparisons.comparison(id, scope) : within.things.thing(id, scope);
  }

  function nodes(ids: readonly string[], scope: ScopeArguments): Promise<(NodeValue | null)[]> {
    if (ids.length > MOST_IDS) {
      throw new ReformgraphError(
        'BAD_USER_INPUT',
        `"ids" may hold at most ${MOST_IDS} ids, but got ${ids.length}. Ask for the rest in a second field.`,
      );
    }
    return Promise.all(ids.map((id) => node(id, scope)));
  }

  function one(
    noun: NounName,
    by: {
      id?: string | null | undefined;
      identifier?: string | null | undefined;
    },
    scope: ScopeArguments,
    asked: Asked,
  ): Promise<Entity | null> {
    if (by.id != null && by.identifier == null) return within.things.thing(by.id, scope, noun, asked);
    if (by.identifier != null && by.id == null)
      return within.things.thingByIdentifier(by.identifier, scope, noun, asked);
    throw new ReformgraphError(
      'BAD_USER_INPUT',
      `"${nouns[noun].one}" takes either "id" or "identifier": give one of them.`,
    );
  }

  return { node, nodes, one };
}
