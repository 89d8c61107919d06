import { statementFile } from '../graph/statements.ts';
import { FLOOR, OPEN } from '../graph/time.ts';
import type { Ask } from './ask.ts';
import { type Dated, type datedLoaders, placeOf } from './dated.ts';
import { connect, type PageArguments, readPage, readSize, writeCursor } from './page.ts';
import { beginsBy, narrow, recordedBy, retractedAfter, type Scope, type ScopeArguments, WIDEST } from './scope.ts';
import type { tieLoaders } from './ties.ts';
import { entityOf, type TimelineEntry } from './timeline.ts';
import type { ClaimValue, Connection, EdgeOf, Entity, Row } from './values.ts';

const stalledText = statementFile('read/stalled');

export const STAGES = ['ANNOUNCED', 'PROPOSED', 'ADOPTED', 'SIGNED', 'IN_FORCE', 'IMPLEMENTED'] as const;
export type Stage = (typeof STAGES)[number];

/** How many days lie between two dates; null where a side is open. */
export interface Days {
  readonly min: number | null;
  readonly max: number | null;
}

export interface ReformStage {
  readonly stage: Stage;
  readonly modality: string;
  /** What dates it, the earliest first. */
  readonly entries: readonly TimelineEntry[];
  /** Since the nearest stage before it that is a fact; null for plans and for the first. */
  readonly daysSince: { readonly stage: Stage; readonly days: Days } | null;
}

/** A reform or law that is planned or proposed, and that nothing reports as done. */
export interface Stalled {
  readonly thing: Entity;
  readonly claims: readonly PlannedClaim[];
}

interface PlannedClaim {
  readonly type: string;
  readonly id: string;
  readonly modality: string;
  readonly date: string | null;
}

/** How the date of a law, or a tie of it or of the reform, is read as a stage. */
function stageOf({ type, says, kind }: Dated): Stage | undefined {
  if (type === 'REACHED') return says as Stage;
  if (type === 'PROPOSED_BY') return says === 'ANNOUNCED' ? 'ANNOUNCED' : 'PROPOSED';
  if (type === 'ADOPTED_BY') return 'ADOPTED';
  if (type === 'SIGNED_BY') return 'SIGNED';
  if (kind !== 'BEGIN') return undefined;
  if (says === 'adoptedOn') return 'ADOPTED';
  return says === 'inForceFrom' ? 'IN_FORCE' : undefined;
}

export function lifeCycleLoaders(
  ask: Ask,
  { datedOf, claimsOf }: ReturnType<typeof datedLoaders>,
  claim: ReturnType<typeof tieLoaders>['claim'],
) {
  /** Stages that something dates, of the reform itself and of the laws that enact it, each with how it is put. */
  async function reformStages(reform: Entity, includeParts: boolean): Promise<readonly ReformStage[]> {
    const { scope } = reform;
    const [own, laws] = await Promise.all([datedOf(reform, includeParts), enactingLaws(reform)]);
    const ofLaws = await Promise.all(laws.map((law) => datedOf(law, false)));
    const seen = new Map([...own, ...ofLaws.flat()].map((one) => [`${one.id} ${one.turn} ${one.nearId}`, one]));
    const all = [...seen.values()]
      .filter(({ earliest, latest }) => (scope.certainOnly ? latest : earliest) <= (scope.asOf ?? OPEN))
      .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    const groups = STAGES.flatMap((stage) =>
      ['FACT', 'PLAN', 'PROPOSAL', 'EXPECTATION', 'OPINION'].flatMap((modality) => {
        const entries = all.filter((one) => stageOf(one) === stage && one.modality === modality);
        return entries.length > 0 ? [{ stage, modality, entries: entries.map((one) => ({ ...one, of: reform })) }] : [];
      }),
    );
    return groups.map((group, at) => {
      const before = groups.slice(0, at).findLast(({ modality }) => modality === 'FACT');
      const [first, previous] = [group.entries[0], before?.entries[0]];
      return {
        ...group,
        daysSince:
          group.modality === 'FACT' && first && before && previous
            ? { stage: before.stage, days: daysBetween(previous, first) }
            : null,
      };
    });
  }

  async function enactingLaws({ id, scope }: Entity): Promise<readonly Entity[]> {
    const claims = await claimsOf([id], scope);
    const ids = claims.flatMap(({ type, forward, farId, modality }) =>
      type === 'ENACTED_BY' && forward && modality === 'FACT' && farId !== null ? [farId] : [],
    );
    return [...new Set(ids)].flatMap((law) => entityOf(law, scope) ?? []);
  }

  function firstOf<One>(all: readonly One[], first: number): readonly One[] {
    return all.slice(0, readSize('first', first));
  }

  /** What may have been planned by a day and was not reported done by the day of `asOf`. */
  function stalled(plannedBy: string, args: PageArguments & ScopeArguments): Connection<EdgeOf<Stalled>> {
    const scope = narrow(WIDEST, args);
    const page = readPage(args, 'stalled');
    const within = (after: string | null, before: string | null) => [
      after ?? '',
      before ?? '~',
      `${plannedBy}~`,
      beginsBy(scope),
      recordedBy(scope),
      retractedAfter(scope),
    ];
    return connect({
      page,
      rows: async () => {
        const rows = (await ask(stalledText, within(page.after, page.before), { limit: EVERY })) as Row[];
        const ordered = page.order === 'descending' ? [...rows].reverse() : rows;
        return ordered.slice(0, page.limit).map((row) => readStalled(row, scope));
      },
      cursorOf: ({ cursor }) => cursor,
      count: async () => ((await ask(stalledText, within(null, null), { limit: EVERY })) as Row[]).length,
    });
  }

  const stalledClaims = async ({ claims, thing }: Stalled): Promise<readonly ClaimValue[]> =>
    (await Promise.all(claims.map(({ type, id }) => claim(type, id, thing.scope)))).flatMap((found) => found ?? []);

  return { reformStages, firstOf, stalled, stalledClaims };
}

/** Few are; all of them are read, so that they can be counted and paged from either end. */
const EVERY = 5_000;

function readStalled([id, found]: Row, scope: Scope): EdgeOf<Stalled> {
  const claims = (found as Row[]).map(([type, claimId, modality, , date]) => ({
    type: String(type),
    id: String(claimId),
    modality: String(modality),
    date: (date ?? null) as string | null,
  }));
  const thing = entityOf(String(id), scope) as Entity;
  return { cursor: writeCursor('stalled', thing.id), node: { thing, claims } };
}

const MILLISECONDS = 86_400_000;
const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / MILLISECONDS;

/** As bounds: from the last day of the one to the first of the other, and from the first to the last. */
export function daysBetween(a: Pick<Dated, 'earliest' | 'latest'>, b: Pick<Dated, 'earliest' | 'latest'>): Days {
  return {
    min: a.latest === OPEN || b.earliest === FLOOR ? null : daysFrom(a.latest, b.earliest),
    max: a.earliest === FLOOR || b.latest === OPEN ? null : daysFrom(a.earliest, b.latest),
  };
}
