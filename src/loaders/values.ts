import type { NounName, TieSpec } from '../../schema/spec.ts';
import type { Direction } from '../graph/traversal.ts';
import type { MaybePromise } from '../maybe-promise.ts';
import type { Scope } from './scope.ts';

/** Values in the order of the columns in `schema/columns.ts`. */
export type Row = readonly unknown[];

/** The one backing value of every noun. `row` is absent until a scalar is asked where the far end may be of several nouns. */
export interface Entity {
  readonly noun: NounName;
  readonly id: string;
  readonly row: Row | undefined;
  readonly scope: Scope;
  /** The id it was asked by, when that id has been merged into this one. */
  readonly redirectedFrom?: string;
}

/** A claim that connects two things, seen from one end; `far` is the other, and one of `from` and `to`. */
export interface TieValue {
  readonly tie: TieSpec;
  readonly direction: Direction;
  readonly id: string;
  readonly row: Row;
  /** So many of its row are its own; others follow them. */
  readonly columns: number;
  readonly cursor: string;
  readonly from: Entity;
  readonly to: Entity;
  readonly far: Entity;
  readonly scope: Scope;
  /** From the thing that was asked to the end the tie is seen from, where that is kin of it. */
  readonly via?: readonly HopValue[] | undefined;
}

/** From one thing to the next, by a claim between them; relationship types, where only some were asked for. */
export interface HopValue {
  readonly from: Entity;
  readonly to: Entity;
  readonly tieId: string;
  readonly types: readonly string[] | null;
}

export interface PassageValue {
  readonly passage: Row;
  readonly scope: Scope;
}

export type ClaimValue = TieValue | Entity;

export interface EdgeOf<Node> {
  readonly cursor: string;
  readonly node: Node;
}

export interface MentionValue {
  readonly cursor: string;
  readonly as: string;
  readonly passage: PassageValue | undefined;
  readonly thing: Entity | undefined;
}

/** What people say of sources that disagree. */
export interface ComparisonValue {
  readonly id: string;
  readonly name: string;
  readonly verdict: string;
  readonly explanation: string;
  readonly settledBy: Entity | null;
  readonly documents: readonly Entity[];
  readonly recordedAt: string;
  readonly retractedAt: string | null;
  readonly scope: Scope;
}

/** Whatever `node(id)` finds. */
export type NodeValue = Entity | PassageValue | ComparisonValue;

/** One side of a comparison; a silent one has no claim. */
export interface SideValue {
  readonly cursor: string;
  readonly order: number;
  readonly says: string;
  readonly claimId: string | null;
  readonly claimType: string | null;
  readonly passage: PassageValue;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** Lazy: a page is read only for edges, nodes or pageInfo; each count only when asked. */
export interface Connection<Edge> {
  edges(): MaybePromise<readonly Edge[]>;
  pageInfo(): Promise<PageInfo>;
  totalCount(): Promise<number>;
  distinctNodes(): Promise<number>;
}
