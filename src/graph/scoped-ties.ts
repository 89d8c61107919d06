import type { TieField } from '../../schema/conditions.ts';
import type { NounName, TieEnd, TieSpec } from '../../schema/spec.ts';
import { nounsAt, ties } from '../../schema/ties.ts';
import { beginsCheck, hasLabel, hasPrefix, KEY_COLUMNS, scopeChecks, scopeConditions } from './model.ts';
import type { Direction } from './traversal.ts';

/** Matches the ties of a node in one row of the table that the scope lets through; `beginsBy` speaks of the day they begin by. */
export function scopedTies(
  node: string,
  row: Row,
  edge: string,
  far: string,
  beginsBy: string,
  more: readonly string[] = [],
): string {
  const conditions = [...conditionsOf(row, edge, far, beginsBy), ...more];
  return `MATCH ${tiePattern(node, row, edge, far)} WHERE ${conditions.join(' AND ')}`;
}

/** The same where not the node is known but the id of what it is tied to, as `<far>Id`: sought in the index, both ways of a tie without direction. */
export function soughtTies(...[node, row, edge, far, beginsBy, more = []]: Parameters<typeof scopedTies>): string {
  const { tie, direction } = row;
  const pattern = tiePattern(node, row, edge, far);
  if (tie.undirected) {
    const conditions = [...conditionsOf(row, edge, far, beginsBy), ...more];
    return `MATCH (${far}:Thing {id: ${far}Id}) MATCH ${pattern} WHERE ${conditions.join(' AND ')}`;
  }
  const sought = direction === 'forward' ? 'toId' : 'fromId';
  const labels = wantedLabels(tie, direction);
  const conditions = [
    `${edge}.${sought} = ${far}Id`,
    ...(labels ? [hasPrefix(`${far}Id`, labels)] : []),
    `${edge}.sortKey > ''`,
    `${edge}.sortKey < ${beginsBy}`,
    ...scopeConditions(edge),
    ...more,
  ];
  return `MATCH ${pattern} USING INDEX SEEK ${edge}:${tie.type}(${[sought, ...KEY_COLUMNS].join(', ')}) WHERE ${conditions.join(' AND ')}`;
}

type Row = Omit<TieField, 'field'>;

/** A tie of a row between two nodes, any of which may have no name. */
export function tiePattern(node: string, { tie, direction }: Row, edge: string, far: string): string {
  const [left, right] = tie.undirected ? ['-', '-'] : direction === 'forward' ? ['-', '->'] : ['<-', '-'];
  return `(${node})${left}[${edge}:${tie.type}]${right}(${far})`;
}

function conditionsOf({ tie, direction }: Row, edge: string, far: string, beginsBy: string): readonly string[] {
  const labels = wantedLabels(tie, direction);
  return [
    beginsCheck(`${edge}.sortKey`, beginsBy),
    ...scopeChecks(edge),
    ...(labels ? [hasLabel(far, JSON.stringify(labels))] : []),
  ];
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
