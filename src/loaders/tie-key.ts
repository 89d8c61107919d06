import type { NounName } from '../../schema/spec.ts';
import type { TraversalRest } from '../graph/traversal.ts';
import { NO_FILTER, type PassageFilter } from './evidence-filter.ts';
import { beginsBy, type Scope, scopeKey } from './scope.ts';

/** From where to where a page goes. */
export interface Bounds {
  readonly after: string | null;
  readonly before: string | null;
}

export const NO_BOUNDS: Bounds = { after: null, before: null };

/** What follows the near end in the key of a page of claims. */
export function traversalRest(
  scope: Scope,
  bounds: Bounds,
  kinds: readonly NounName[] | null | undefined = null,
  evidence: PassageFilter = NO_FILTER,
): TraversalRest {
  const day = beginsBy(scope);
  return [
    bounds.after ?? '',
    bounds.before !== null && bounds.before < day ? bounds.before : day,
    ...scopeKey(scope),
    kinds ?? null,
    evidence.documents,
    evidence.passages,
  ];
}
