import { AFTER_ALL, ANY_RECORD, type ScopeKey } from '../graph/model.ts';

/** The day and the record day a question is asked for, and which claims it wants. Travels in every value, so that two aliases may have two dates. */
export interface Scope {
  readonly asOf: string | null;
  readonly knownAt: string | null;
  readonly certainOnly: boolean;
  readonly modalities: readonly string[] | null;
  readonly ranks: readonly string[];
}

export interface ScopeArguments {
  readonly asOf?: string | null | undefined;
  readonly knownAt?: string | null | undefined;
  readonly certainOnly?: boolean | null | undefined;
  readonly modalities?: readonly string[] | null | undefined;
  readonly ranks?: readonly string[] | null | undefined;
}

export type Holds = 'CERTAIN' | 'POSSIBLY';

/** Nothing filtered by time, nothing retracted, every claim that is not known to be wrong. */
export const WIDEST: Scope = {
  asOf: null,
  knownAt: null,
  certainOnly: false,
  modalities: null,
  ranks: ['PREFERRED', 'NORMAL'],
};

/** What is stated here replaces what was stated above; the rest goes on binding. */
export function narrow(scope: Scope, stated: ScopeArguments): Scope {
  const { asOf, knownAt, certainOnly, modalities, ranks } = stated;
  // The same scope stays the same object, by which values are known for the same.
  if ((asOf ?? knownAt ?? certainOnly ?? modalities ?? ranks ?? null) === null) return scope;
  return {
    asOf: asOf ?? scope.asOf,
    knownAt: knownAt ?? scope.knownAt,
    certainOnly: certainOnly ?? scope.certainOnly,
    modalities: modalities ?? scope.modalities,
    ranks: ranks ?? scope.ranks,
  };
}

/** Before the mark of what is not withdrawn. */
const NOT_RETRACTED = '9998~';

/** Keys that begin on a day or before it. */
export const beginsBy = ({ asOf }: Scope): string => (asOf === null ? AFTER_ALL : `${asOf}${AFTER_ALL}`);
export const recordedBy = ({ knownAt }: Scope): string => knownAt ?? ANY_RECORD;
export const retractedAfter = ({ knownAt }: Scope): string => knownAt ?? NOT_RETRACTED;

/** As keys carry it; the day a claim begins by goes before. */
export const scopeKey = (scope: Scope): ScopeKey => [
  scope.asOf ?? '',
  recordedBy(scope),
  retractedAfter(scope),
  scope.ranks,
  scope.modalities,
  scope.certainOnly ? scope.asOf : null,
];

/** Null when no day is asked. */
export function holds({ asOf }: Scope, startLatest: string, endEarliest: string): Holds | null {
  if (asOf === null) return null;
  return startLatest <= asOf && asOf < endEarliest ? 'CERTAIN' : 'POSSIBLY';
}
