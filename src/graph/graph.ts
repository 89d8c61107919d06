import type { Pool } from './pool.ts';
import type { Waiter } from './waiter.ts';

/** A named Cypher text; the name stands in the database's query log. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  /** Begins with `EACH_NEAR`: of `keys` what follows the first value is sent once for all that share it. */
  readonly near?: true;
  /** Keys of several requests may go out as one statement, up to so many: each costs little. */
  readonly mergeUpTo?: number;
}

export type Parameters = Readonly<Record<string, unknown>>;
/** Values in the order of RETURN. */
export type GraphRow = readonly unknown[];

export interface WriteStep {
  readonly statement: Statement;
  readonly parameters?: Parameters;
}

export interface GraphAddress {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface GraphOptions {
  /** Milliseconds after which a read or write is given up, whatever the database does. */
  readonly readDeadline?: number;
  readonly writeDeadline?: number;
  /** Told of every statement sent, with the keys it carries: for counts and logs. */
  readonly onStatement?: (statement: Statement, parameters: Parameters) => void;
}

/** The only door to Neo4j: sessions, deadlines, bounded retry, error translation. */
export interface Graph {
  /**
   * One round trip in READ mode. Rows come as lists. `deadline`: milliseconds, where the usual ones do not fit. When `waiter`
   * leaves, the database is told to stop.
   */
  read(statement: Statement, parameters?: Parameters, deadline?: number, waiter?: Waiter): Promise<readonly GraphRow[]>;
  /** Every step in one transaction. The driver may run it again when a commit's reply is lost, so steps must be idempotent. */
  write(steps: readonly WriteStep[]): Promise<readonly (readonly GraphRow[])[]>;
  /**
   * Names the state of the data, as the last read here found it: it changes with every write, whoever writes. Undefined before the first
   * read, or when that was sent more than `within` milliseconds ago.
   */
  version(within?: number): string | undefined;
  /** How many statements wait for their answers. */
  underWay(): number;
  /** Reads fail at once, for the database is away; it is looked for every second. */
  isAway(): boolean;
  /** Connections to Neo4j, as the driver counts them. */
  pool(): Pool;
  /** Schema statements run alone, outside the deadline of writes. */
  setup(statement: Statement): Promise<void>;
  /** Version of the server, for instance `5.26.30`. Refuses what is older than 5.26 or does not let us in. */
  checkServer(): Promise<string>;
  close(): Promise<void>;
}
