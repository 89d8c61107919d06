import neo4j, {
  type Driver,
  type Integer,
  type Record as Neo4jRecord,
  type Session,
  type SessionMode,
} from 'neo4j-driver';
import { ReformgraphError } from '../errors.ts';
import { withDeadline } from './deadline.ts';
import { isWorthRetrying, translateError } from './errors.ts';
import { parametersOf } from './keys.ts';
import { type Pool, poolOf } from './pool.ts';
import { isSupported } from './version.ts';
import { writeWhole } from './whole-writes.ts';

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
  /** One round trip in READ mode. Rows come as lists. `deadline`: milliseconds, where the usual ones are too few. */
  read(statement: Statement, parameters?: Parameters, deadline?: number): Promise<readonly GraphRow[]>;
  /** Every step in one transaction. The driver may run it again when a commit's reply is lost, so steps must be idempotent. */
  write(steps: readonly WriteStep[]): Promise<readonly (readonly GraphRow[])[]>;
  /**
   * Names the state of the data, as the last read here found it: it changes with every write, whoever writes. Undefined before the first
   * read, or when that was sent more than `within` milliseconds ago.
   */
  version(within?: number): string | undefined;
  /** How many statements wait for their answers. */
  underWay(): number;
  /** Connections to Neo4j, as the driver counts them. */
  pool(): Pool;
  /** Schema statements run alone, outside the deadline of writes. */
  setup(statement: Statement): Promise<void>;
  /** Version of the server, for instance `5.26.30`. Refuses what is older than 5.26 or does not let us in. */
  checkServer(): Promise<string>;
  close(): Promise<void>;
}

/** Neo4j takes plain JavaScript numbers for floats: wrap what must be an integer. */
export const integer = (value: number): Integer => neo4j.int(value);

export const READ_DEADLINE = 5_000;
const WRITE_DEADLINE = 10_000;
const SETUP_DEADLINE = 120_000;
/** Neo4j's own time-out fires up to two seconds late, so it is asked to stop earlier than we do. */
const HEADSTART = 500;
const RETRIES = 2;

export function openGraph(address: GraphAddress, options: GraphOptions = {}): Graph {
  const driver = openDriver(address);
  const readDeadline = options.readDeadline ?? READ_DEADLINE;
  const writeDeadline = options.writeDeadline ?? WRITE_DEADLINE;

  let underWay = 0;

  async function inSession<T>(
    mode: SessionMode,
    deadline: number,
    name: string,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    const session = driver.session({
      database: address.database,
      defaultAccessMode: mode,
    });
    underWay += 1;
    try {
      return await withDeadline(work(session), deadline, name);
    } finally {
      underWay -= 1;
      // Not awaited: closing waits for a server that may never answer.
      session.close().catch(() => undefined);
    }
  }

  let seen: { readonly version: string; readonly at: number } | undefined;

  async function read(
    statement: Statement,
    parameters: Parameters = {},
    deadline: number = readDeadline,
  ): Promise<readonly GraphRow[]> {
    const started = performance.now();
    for (let attempt = 0; ; attempt += 1) {
      const left = deadline - (performance.now() - started);
      options.onStatement?.(statement, parameters);
      try {
        return await inSession(neo4j.session.READ, left, statement.name, async (session) => {
          const at = performance.now();
          const result = await withoutStack(() =>
            session.run(statement.text, parametersOf(statement, parameters), {
              timeout: Math.max(1, Math.round(left - HEADSTART)),
              metadata: { statement: statement.name },
            }),
          );
          const [version] = session.lastBookmarks();
          if (version && at > (seen?.at ?? 0)) seen = { version, at };
          return result.records.map(valuesOf);
        });
      } catch (error) {
        const pause = 50 * 2 ** attempt * (1 + Math.random());
        const timeLeft = deadline - (performance.now() - started) > pause;
        if (attempt >= RETRIES || !timeLeft || !isWorthRetrying(error)) throw translateError(error, statement.name);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  async function write(steps: readonly WriteStep[]): Promise<readonly (readonly GraphRow[])[]> {
    const name = steps[0]?.statement.name ?? 'nothing';
    try {
      return await inSession(neo4j.session.WRITE, writeDeadline, name, (session) =>
        session.executeWrite(
          async (transaction) => {
            const answers: GraphRow[][] = [];
            for (const { statement, parameters = {} } of steps) {
              options.onStatement?.(statement, parameters);
              const result = await transaction.run(statement.text, parameters).catch((error: unknown) => {
                // The driver would also repeat what ran out of memory.
                throw isWorthRetrying(error) ? error : translateError(error, statement.name);
              });
              answers.push(result.records.map(valuesOf));
            }
            return answers;
          },
          {
            timeout: writeDeadline - HEADSTART,
            metadata: { statement: name },
          },
        ),
      );
    } catch (error) {
      throw translateError(error, name);
    }
  }

  async function setup(statement: Statement): Promise<void> {
    try {
      await inSession(neo4j.session.WRITE, SETUP_DEADLINE, statement.name, (session) =>
        session.run(
          statement.text,
          {},
          {
            timeout: SETUP_DEADLINE,
            metadata: { statement: statement.name },
          },
        ),
      );
    } catch (error) {
      throw translateError(error, statement.name);
    }
  }

  return {
    read,
    write,
    version: (within = Number.POSITIVE_INFINITY) =>
      seen && performance.now() - seen.at <= within ? seen.version : undefined,
    underWay: () => underWay,
    pool: () => poolOf(driver),
    setup,
    checkServer: () => checkServer(driver, address, readDeadline),
    close: () => driver.close(),
  };
}

/** The driver writes down where each statement was sent from, which costs as much as sending it; errors here name the statement. */
function withoutStack<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

const valuesOf = (record: Neo4jRecord): GraphRow => record.keys.map((_, at) => record.get(at) as unknown);

const withoutPassword = (uri: string): string => uri.replace(/\/\/[^/]*@/, '//');

function openDriver({ uri, user, password }: GraphAddress): Driver {
  writeWhole();
  try {
    return neo4j.driver(uri, neo4j.auth.basic(user, password), {
      maxConnectionPoolSize: 50,
      connectionAcquisitionTimeout: 2_000,
      connectionTimeout: 2_000,
      connectionLivenessCheckTimeout: 30_000,
      maxConnectionLifetime: 600_000,
      maxTransactionRetryTime: 2_000,
      disableLosslessIntegers: true,
      notificationFilter: { minimumSeverityLevel: 'OFF' },
      telemetryDisabled: true,
      userAgent: 'reformgraph',
    });
  } catch (cause) {
    throw new ReformgraphError(
      'BAD_CONFIGURATION',
      `NEO4J_URI is not an address of a Neo4j: got "${withoutPassword(uri)}". Write for instance bolt://localhost:7687 or neo4j+s://host:7687.`,
      { cause },
    );
  }
}

async function checkServer(driver: Driver, { uri }: GraphAddress, deadline: number): Promise<string> {
  let version: string;
  try {
    const { agent = '' } = await withDeadline(driver.getServerInfo(), deadline, 'check the server');
    version = agent.replace(/^Neo4j\//, '');
  } catch (error) {
    throw translateError(error, 'check the server');
  }
  if (isSupported(version)) return version;
  throw new ReformgraphError(
    'NEO4J_TOO_OLD',
    `The Neo4j at ${withoutPassword(uri)} is ${version || 'of an unknown version'}; 5.26 or later is needed. Upgrade it, or unset NEO4J_URI to use a local one.`,
  );
}
