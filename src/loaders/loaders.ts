import type { Graph } from '../graph/gateway.ts';
import { allChangeLoaders } from './all-changes.ts';
import { createAsk } from './ask.ts';
import { changeLoaders } from './changes.ts';
import { claimLoaders } from './claims.ts';
import { commonLoaders } from './common.ts';
import { comparisonLoaders } from './comparisons.ts';
import { coverageLoaders } from './coverage.ts';
import { dataQualityLoaders } from './data-quality.ts';
import { datedLoaders } from './dated.ts';
import { evidenceLoaders } from './evidence.ts';
import { kinLoader } from './kin.ts';
import { lifeCycleLoaders } from './life-cycle.ts';
import { linkLoader } from './links.ts';
import { neighbourhoodLoaders } from './neighbourhood.ts';
import { pathLoaders } from './paths.ts';
import { rootLoaders } from './roots.ts';
import { searchLoaders } from './search.ts';
import { standingLoaders } from './standing.ts';
import { stateLoaders } from './state.ts';
import { thingLoaders } from './things.ts';
import { tieLoaders } from './ties.ts';
import { timelineLoaders } from './timeline.ts';
import { walkLoaders } from './walks.ts';

/** Everything resolvers may ask the graph; one per request, so nothing is asked twice and nothing outlives the answer. */
export function createLoaders(graph: Pick<Graph, 'read'>) {
  const ask = createAsk(graph);
  const things = thingLoaders(ask);
  const walks = walkLoaders(ask);
  const ties = tieLoaders(ask, kinLoader(walks));
  const linked = linkLoader(ask);
  const evidence = evidenceLoaders(ask, linked, ties.claim);
  const dated = datedLoaders(ask, things);
  const comparisons = comparisonLoaders(ask, linked, ties.claim);
  return {
    ...things,
    ...ties,
    ...claimLoaders(things, ties),
    ...evidence,
    ...comparisons,
    ...rootLoaders(things, evidence, comparisons),
    ...standingLoaders(ask, things.row),
    ...coverageLoaders(ask, things),
    ...lifeCycleLoaders(ask, dated, ties.claim),
    ...stateLoaders(ask, dated, ties.claim),
    ...changeLoaders(dated),
    ...allChangeLoaders(ask, things, ties),
    ...timelineLoaders(dated, ties.claim),
    ...searchLoaders(ask),
    ...dataQualityLoaders(graph),
    hopTies: walks.hopTies,
    ...pathLoaders(walks, things),
    ...neighbourhoodLoaders(walks, things),
    ...commonLoaders(walks, things),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;
