import type { NounName } from '../../schema/spec.ts';
import type { TraversalKey } from '../graph/traversal.ts';
import { NO_FILTER, type PassageFilter } from './evidence-filter.ts';
import { beginsBy, type Scope, scopeKey } from './scope.ts';

/** From where to where a page goes. */
export interface Bounds {
  readonly after: string | null;
  readonly before: string | null;
}

export const NO_BOUNDS: Bounds = { after: null, before: null };

/** The key of a page of claims, from where it starts and what is asked. */
export function traversalKey(
  near: TraversalKey[0],
  scope: Scope,
  bounds: Bounds,
  kinds: readonly NounName[] | null | undefined = null,
  evidence: PassageFilter = NO_FILTER,
): TraversalKey {
  const day = beginsBy(scope);
  return [
    near,
    bounds.after ?? '',
    bounds.before !== null && bounds.before < day ? bounds.before : day,
    ...scopeKey(scope),
    kinds ?? null,
    evidence.documents,
    evidence.passages,
  ];
}
