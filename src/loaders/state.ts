import { statementFile } from '../graph/statements.ts';
import { parsePartialDate, timeKeys } from '../graph/time.ts';
import type { Ask } from './ask.ts';
import type { Dated, datedLoaders, FullClaim, Told } from './dated.ts';
import { readSize } from './page.ts';
import { type Holds, holds, recordedBy, retractedAfter, type Scope } from './scope.ts';
import type { tieLoaders } from './ties.ts';
import { checkRange, entityOf, plainSentence } from './timeline.ts';
import type { ClaimValue, Entity, Row } from './values.ts';

const causesText = statementFile('read/causes');

/** What a state of an institution is made of, by relationship type and direction; figures and names stand beside. */
const ASPECTS: Readonly<Record<string, readonly [whenForward: string | null, whenBackward: string | null]>> = {
  APPLIES_TO: [null, 'RULE'],
  APPOINTS: ['APPOINTS', 'APPOINTED_BY'],
  CONSENTS_TO: ['CONSENTS_TO', 'CONSENTED_BY'],
  CHAIRS: ['CHAIRS', 'CHAIRED_BY'],
  PART_OF: ['WHOLE', 'PART'],
  MEMBER_OF: ['MEMBERSHIP', 'MEMBER'],
  HELD_OFFICE: [null, 'HOLDER'],
};

interface Narrowed {
  readonly aspects?: readonly string[] | null | undefined;
  readonly first: number;
}

/** Something that holds of an institution on a day. */
export interface StateClaim extends Told {
  readonly aspect: string;
  readonly holds: Holds;
  readonly of: Entity;
}

/** Something of an institution that began or ended between two days. */
export interface Difference extends Dated {
  readonly aspect: string;
  readonly of: Entity;
}

/** The tie that names what caused a difference. */
export interface Cause {
  readonly thing: Entity;
  readonly type: string;
  readonly id: string;
}

export function stateLoaders(
  ask: Ask,
  { claimsOf, datedOf }: ReturnType<typeof datedLoaders>,
  claim: ReturnType<typeof tieLoaders>['claim'],
) {
  /** Every lasting claim that holds or may hold on the day the institution is bound to. */
  async function stateClaims(of: Entity, { aspects, first }: Narrowed): Promise<readonly StateClaim[]> {
    const found = unique(await claimsOf([of.id], of.scope)).flatMap((one) => {
      const aspect = aspectOf(one);
      const held = aspect ? holdsOn(one, of.scope) : undefined;
      return aspect && held && (aspects?.includes(aspect) ?? true) ? [{ ...one, aspect, holds: held, of }] : [];
    });
    const place = ({ aspect, farName, id }: StateClaim): string => `${aspect} ${farName} ${id}`;
    return found.sort((a, b) => (place(a) < place(b) ? -1 : 1)).slice(0, readSize('first', first));
  }

  /** What may have begun or ended after one day and up to another. */
  async function institutionDifference(
    of: Entity,
    { from, to, aspects, first }: Narrowed & { readonly from: string; readonly to: string },
  ): Promise<readonly Difference[]> {
    checkRange(from, to);
    const found = (await datedOf(of, false))
      .filter(({ earliest, latest }) => latest > from && earliest <= to)
      .filter(({ earliest, latest }) => !of.scope.certainOnly || (earliest > from && latest <= to))
      .flatMap((one) => {
        const aspect = aspectOf(one);
        return aspect && (aspects?.includes(aspect) ?? true) ? [{ ...one, aspect, of }] : [];
      });
    return found.slice(0, readSize('first', first));
  }

  /** Reforms and acts that a tie of the graph makes the cause: they create, end or refill the rule, office, part or body itself, dated alike, or the figure is their level before or after. */
  async function causes({
    id,
    type,
    farId,
    nearId,
    earliest,
    latest,
    turn,
    aspect,
    of,
  }: Difference): Promise<readonly Cause[]> {
    const changed = type === 'Figure' ? id : (farId ?? nearId);
    const key = [changed, recordedBy(of.scope), retractedAfter(of.scope), of.scope.ranks];
    return ((await ask(causesText, key)) as Row[]).flatMap(([tie, tieId, role, causeId, validFrom]) => {
      const thing = entityOf(String(causeId), of.scope);
      const date = typeof validFrom === 'string' ? parsePartialDate(validFrom) : undefined;
      const alike = date !== undefined && date.earliest <= latest && date.latest >= earliest;
      const fits =
        tie === 'ABOUT'
          ? role === (turn === 'ENDS' ? 'BEFORE' : 'AFTER')
          : alike && (tie !== 'AFFECTS' || mechanismsOf(aspect, turn).includes(String(role)));
      return thing && fits ? [{ thing, type: String(tie), id: String(tieId) }] : [];
    });
  }

  const claimBehind = async ({ type, id, of }: StateClaim | Difference): Promise<ClaimValue | null> => {
    if (type === null) return null;
    return type === 'Figure' ? entityOf(id, of.scope) : claim(type, id, of.scope);
  };
  const claimOfCause = ({ type, id, thing }: Cause): Promise<ClaimValue | null> => claim(type, id, thing.scope);
  const farOf = ({ farId, of }: StateClaim | Difference): Entity | null => entityOf(farId, of.scope);
  const stateSentence = (one: StateClaim): string => plainSentence(one);

  return { stateClaims, institutionDifference, causes, claimBehind, claimOfCause, farOf, stateSentence };
}

const FILLING = ['APPOINTED_BY', 'CONSENTED_BY', 'APPOINTS', 'CONSENTS_TO', 'CHAIRED_BY', 'CHAIRS'];

/** Ways of changing a thing that make it begin or end, or be filled otherwise; others of the same day are no cause. */
const mechanismsOf = (aspect: string, turn: Dated['turn']): readonly string[] => [
  turn === 'ENDS' ? 'ABOLISHED' : 'CREATED',
  ...(FILLING.includes(aspect) ? ['SELECTION_CHANGED'] : []),
];

function aspectOf({ type, kind, forward }: Told): string | null {
  if (kind === 'FIGURE' || kind === 'NAME') return kind;
  if (kind === 'BEGIN' || kind === 'END') return 'EXISTENCE';
  return ASPECTS[type ?? '']?.[forward ? 0 : 1] ?? null;
}

const unique = (claims: readonly FullClaim[]): readonly FullClaim[] => [
  ...new Map(claims.map((one) => [one.id, one])).values(),
];

/** Undefined when it surely does not. */
function holdsOn({ from, to, end }: FullClaim, scope: Scope): Holds | undefined {
  const day = scope.asOf ?? '';
  const read = (text: string | null) => (text === null ? undefined : parsePartialDate(text));
  const { since, until, startLatest, endEarliest } = timeKeys(read(from), read(to), 'STATE', end ?? 'UNKNOWN');
  if (since > day || until <= day) return undefined;
  const held = holds(scope, startLatest, endEarliest) ?? undefined;
  return scope.certainOnly && held !== 'CERTAIN' ? undefined : held;
}
