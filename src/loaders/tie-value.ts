import { everyTieColumns, NOT_READ, placeInTie, tieColumns } from '../../schema/columns.ts';
import type { NounName, TieSpec } from '../../schema/spec.ts';
import { nounsAt, ties as tieTable } from '../../schema/ties.ts';
import { idOfSortKey } from '../graph/model.ts';
import { type Direction, tieTraversal } from '../graph/traversal.ts';
import { nounOf } from './ids.ts';
import { writeCursor } from './page.ts';
import type { Scope } from './scope.ts';
import type { Entity, HopValue, Row, TieValue } from './values.ts';

/** What an edge has that its row does not tell. */
interface More {
  readonly via?: readonly HopValue[] | undefined;
  /** Its place in a list that has an order of its own. */
  readonly cursor?: string | undefined;
}

/** A claim as its row tells it. Many edges are never asked for most of this: it is worked out when it is. */
class ReadTie implements TieValue {
  readonly tie: TieSpec;
  readonly direction: Direction;
  readonly row: Row;
  readonly columns: number;
  readonly far: Entity;
  private readonly near: Entity;
  private readonly more: More | undefined;

  constructor(
    tie: TieSpec,
    direction: Direction,
    row: Row,
    columns: number,
    near: Entity,
    far: Entity,
    more: More | undefined,
  ) {
    this.tie = tie;
    this.direction = direction;
    this.row = row;
    this.columns = columns;
    this.far = far;
    this.near = near;
    this.more = more;
  }

  get id(): string {
    const id = this.at('id');
    return String(id === NOT_READ ? idOfSortKey(this.place) : id);
  }

  get scope(): Scope {
    return this.near.scope;
  }

  get from(): Entity {
    return this.startsNear() ? this.near : this.far;
  }

  get to(): Entity {
    return this.startsNear() ? this.far : this.near;
  }

  get via(): readonly HopValue[] | undefined {
    return this.more?.via;
  }

  get cursor(): string {
    const { near } = tieTraversal(this.tie, this.direction);
    return this.more?.cursor ?? writeCursor(`${this.tie.type}.${near}`, this.place);
  }

  private get place(): string {
    const sortKey = this.at('sortKey');
    if (sortKey === NOT_READ) throw new Error(`Nobody asked for the place of this ${this.tie.type}.`);
    return String(sortKey);
  }

  private at(column: string): unknown {
    return this.row[placeInTie(this.tie, column)];
  }

  private startsNear(): boolean {
    return this.tie.undirected ? this.at('fromId') === this.near.id : this.direction === 'forward';
  }
}

/** Reads rows that begin with `columns` of a tie and go on with those of its far end. */
export function tieReader(tie: TieSpec, direction: Direction, columns: number = tieColumns(tie).length) {
  const end = direction === 'forward' ? tie.to : tie.from;
  const [fromPlace, toPlace] = [placeInTie(tie, 'fromId'), placeInTie(tie, 'toId')];
  return (row: Row, near: Entity, more?: More): TieValue => {
    const [fromId, toId] = [row[fromPlace], row[toPlace]];
    const startsNear = tie.undirected ? fromId === near.id : direction === 'forward';
    const id = String(startsNear ? toId : fromId);
    const far: Entity = {
      noun: typeof end === 'string' ? end : (nounOf(id) as NounName),
      id,
      // The far end may bring only its id, which is known, or nothing.
      row: row.length > columns + 1 ? row.slice(columns) : undefined,
      scope: near.scope,
    };
    return new ReadTie(tie, direction, row, columns, near, far, more);
  };
}

/** A claim from the whole row of its type, as seen from where it starts; undefined where no row of the table has its ends. */
export function claimOf(type: string, row: Row, scope: Scope): TieValue | undefined {
  // Rows of a type have the same columns.
  const first = tieTable.find((tie) => tie.type === type) as TieSpec;
  const [from, to] = [String(row[placeInTie(first, 'fromId')]), String(row[placeInTie(first, 'toId')])];
  const tie = tieTable.find((one) => one.type === type && isAt(one.from, from) && isAt(one.to, to));
  return tie && tieReader(tie, 'forward')(row, entity(from, scope));
}

/** A claim from a row that begins with its type and goes on with the columns of every type. */
export function anyClaim([type, ...values]: Row, scope: Scope): TieValue {
  const first = tieTable.find((tie) => tie.type === type) as TieSpec;
  const row = tieColumns(first).map((column) => values[everyTieColumns.indexOf(column)]);
  return claimOf(String(type), row, scope) as TieValue;
}

const isAt = (end: TieSpec['from'], id: string): boolean => nounsAt(end).some((noun) => noun === nounOf(id));

export const entity = (id: string, scope: Scope): Entity => ({
  noun: nounOf(id) as NounName,
  id,
  row: undefined,
  scope,
});
