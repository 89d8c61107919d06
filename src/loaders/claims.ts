import { claimColumns, thingColumns } from '../../schema/columns.ts';
import { type Holds, holds } from './scope.ts';
import type { ClaimValue, Entity, Row } from './values.ts';

export type ClaimColumn = (typeof claimColumns)[number];

/** What every claim shows, be it a tie or a figure. */
export function claimLoaders(rowOf: (entity: Entity) => Promise<Row>) {
  const ofFigure = (row: Row, column: ClaimColumn): unknown => row[thingColumns('Figure').indexOf(column)];
  const ofTie = (row: Row, column: ClaimColumn): unknown => row[claimColumns.indexOf(column)];

  async function claimProperty(claim: ClaimValue, column: ClaimColumn): Promise<unknown> {
    return 'tie' in claim ? ofTie(claim.row, column) : ofFigure(await rowOf(claim), column);
  }

  /** Null when no day is asked. */
  async function claimHolds(claim: ClaimValue): Promise<Holds | null> {
    const [startLatest, endEarliest] = await Promise.all([
      claimProperty(claim, 'startLatest'),
      claimProperty(claim, 'endEarliest'),
    ]);
    return holds(claim.scope, String(startLatest), String(endEarliest));
  }

  return { claimProperty, claimHolds };
}
