import { type ClaimColumn, isRead, placeInTie } from '../../schema/columns.ts';
import { type MaybePromise, whenThere } from '../maybe-promise.ts';
import { type Holds, holds } from './scope.ts';
import type { thingLoaders } from './things.ts';
import type { tieLoaders } from './ties.ts';
import type { ClaimValue, TieValue } from './values.ts';

/** What every claim shows, be it a tie or a figure. */
export function claimLoaders(
  { cell }: Pick<ReturnType<typeof thingLoaders>, 'cell'>,
  { claim: claimById }: Pick<ReturnType<typeof tieLoaders>, 'claim'>,
) {
  function claimProperty(claim: ClaimValue, column: ClaimColumn): MaybePromise<unknown> {
    if (!('tie' in claim)) return cell(claim, column);
    const place = placeInTie(claim.tie, column);
    return isRead(claim.row, place, claim.columns) ? claim.row[place] : wholeRow(claim).then((row) => row[place]);
  }

  async function wholeRow({ tie, id, scope }: TieValue): Promise<TieValue['row']> {
    return (await claimById(tie.type, id, scope))?.row ?? [];
  }

  /** Null when no day is asked. */
  function claimHolds(claim: ClaimValue): MaybePromise<Holds | null> {
    if (claim.scope.asOf === null) return null;
    return whenThere(claimProperty(claim, 'startLatest'), (startLatest) =>
      whenThere(claimProperty(claim, 'endEarliest'), (endEarliest) =>
        holds(claim.scope, String(startLatest), String(endEarliest)),
      ),
    );
  }

  return { claimProperty, claimHolds };
}
