import type { RequestGraph } from '../graph/request-graph.ts';
import { allChangeLoaders } from './all-changes.ts';
import { type Ask, createAsk } from './ask.ts';
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

/** Loaders by what they are of. Each family is made when it is first asked for: a question needs few of them. */
class Families {
  readonly graph: RequestGraph;
  readonly ask: Ask;

  constructor(graph: RequestGraph) {
    this.graph = graph;
    this.ask = createAsk(graph);
  }

  private keep<Family>(name: string, family: Family): Family {
    Object.defineProperty(this, name, { value: family });
    return family;
  }

  get things() {
    return this.keep('things', thingLoaders(this.ask));
  }
  get walks() {
    return this.keep('walks', walkLoaders(this.ask));
  }
  get ties() {
    return this.keep(
      'ties',
      tieLoaders(this.ask, (of) => kinLoader(this.walks)(of)),
    );
  }
  get linked() {
    return this.keep('linked', linkLoader(this.ask));
  }
  get claims() {
    return this.keep('claims', claimLoaders(this.things, this.ties));
  }
  get evidence() {
    return this.keep('evidence', evidenceLoaders(this.ask, this.linked, this.ties.claim));
  }
  get comparisons() {
    return this.keep('comparisons', comparisonLoaders(this.ask, this.linked, this.ties.claim));
  }
  get roots() {
    return this.keep('roots', rootLoaders(this));
  }
  get standing() {
    return this.keep('standing', standingLoaders(this.ask, this.things.row));
  }
  get coverage() {
    return this.keep('coverage', coverageLoaders(this.ask, this.things));
  }
  get dated() {
    return this.keep('dated', datedLoaders(this.ask, this.things));
  }
  get lifeCycle() {
    return this.keep('lifeCycle', lifeCycleLoaders(this.ask, this.dated, this.ties.claim));
  }
  get state() {
    return this.keep('state', stateLoaders(this.ask, this.dated, this.ties.claim));
  }
  get changes() {
    return this.keep('changes', changeLoaders(this.dated));
  }
  get allChanges() {
    return this.keep('allChanges', allChangeLoaders(this.ask, this.things, this.ties));
  }
  get timeline() {
    return this.keep('timeline', timelineLoaders(this.dated, this.ties.claim));
  }
  get search() {
    return this.keep('search', searchLoaders(this.ask));
  }
  get dataQuality() {
    return this.keep('dataQuality', dataQualityLoaders(this.graph));
  }
  get paths() {
    return this.keep('paths', pathLoaders(this.walks, this.things));
  }
  get neighbourhood() {
    return this.keep('neighbourhood', neighbourhoodLoaders(this.walks, this.things));
  }
  get common() {
    return this.keep('common', commonLoaders(this.walks, this.things));
  }
}

/** Those whose loaders resolvers call, in one object and by their own names. */
const ASKED = [
  'things',
  'ties',
  'claims',
  'evidence',
  'comparisons',
  'roots',
  'standing',
  'coverage',
  'lifeCycle',
  'state',
  'changes',
  'allChanges',
  'timeline',
  'search',
  'dataQuality',
  'walks',
  'paths',
  'neighbourhood',
  'common',
] as const satisfies readonly (keyof Families)[];

type OneOf<Families> = Families extends unknown ? (families: Families) => void : never;
type AllOf<Families> = OneOf<Families> extends (families: infer Family) => void ? Family : never;

export type Loaders = AllOf<Families[(typeof ASKED)[number]]>;

class LazyLoaders {
  readonly families: Families;

  constructor(families: Families) {
    this.families = families;
  }
}

// Their names are known from a first one of each, which never reads.
const first = new Families({ read: () => Promise.reject(new Error('Nothing is read here.')) });
for (const family of ASKED)
  for (const name of Object.keys(first[family]))
    Object.defineProperty(LazyLoaders.prototype, name, {
      get(this: LazyLoaders) {
        return this.families[family][name as never];
      },
    });

/** Everything resolvers may ask the graph; one per request, so nothing is asked twice and nothing outlives the answer. */
export const createLoaders = (graph: RequestGraph): Loaders =>
  new LazyLoaders(new Families(graph)) as unknown as Loaders;
