import type { TieField } from '../../schema/conditions.ts';
import type { NounName, TieEnd, TieSpec } from '../../schema/spec.ts';
import { nounsAt, ties } from '../../schema/ties.ts';
import { hasLabel, scopeConditions } from './model.ts';
import type { Direction } from './traversal.ts';

/** Matches the ties of a node in one row of the table that the scope lets through; `beginsBy` speaks of the day they begin by. */
export function scopedTies(
  node: string,
  row: Omit<TieField, 'field'>,
  edge: string,
  far: string,
  beginsBy: string,
  more: readonly string[] = [],
): string {
  const { tie, direction } = row;
  const labels = wantedLabels(tie, direction);
  const [left, right] = tie.undirected ? ['-', '-'] : direction === 'forward' ? ['-', '->'] : ['<-', '-'];
  const conditions = [
    `${edge}.sortKey < ${beginsBy}`,
    ...scopeConditions(edge),
    ...(labels ? [hasLabel(far, JSON.stringify(labels))] : []),
    ...more,
  ];
  return `MATCH (${node})${left}[${edge}:${tie.type}]${right}(${far}) WHERE ${conditions.join(' AND ')}`;
}

/** Labels the far end of a row must have; undefined where ties of the type have no others there. */
export function wantedLabels(tie: TieSpec, direction: Direction): readonly NounName[] | undefined {
  const nearOf = (row: TieSpec): TieEnd => (direction === 'forward' ? row.from : row.to);
  const farOf = (row: TieSpec): TieEnd => (direction === 'forward' ? row.to : row.from);
  const wanted = nounsAt(farOf(tie));
  const mixed = ties.some(
    (row) =>
      row.type === tie.type &&
      nounsAt(nearOf(row)).some((noun) => nounsAt(nearOf(tie)).includes(noun)) &&
      nounsAt(farOf(row)).some((noun) => !wanted.includes(noun)),
  );
  return mixed ? wanted : undefined;
}
