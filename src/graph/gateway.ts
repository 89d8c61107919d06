import neo4j, { type Integer, type Record as Neo4jRecord, type Session, type SessionMode } from 'neo4j-driver';
import { ReformgraphError } from '../errors.ts';
import { createBreaker } from './breaker.ts';
import { nobodyWaits, tooLate, withDeadline } from './deadline.ts';
import { checkServer, openDriver, POOL } from './driver.ts';
import { isWorthRetrying, translateError } from './errors.ts';
import type { Graph, GraphAddress, GraphOptions, GraphRow, Parameters, Statement, WriteStep } from './graph.ts';
import { parametersOf } from './keys.ts';
import { poolOf } from './pool.ts';
import { createTurns } from './turns.ts';
import type { Waiter } from './waiter.ts';

/** Neo4j takes plain JavaScript numbers for floats: wrap what must be an integer. */
export const integer = (value: number): Integer => neo4j.int(value);
export const isInteger = (value: unknown): value is Integer => neo4j.isInt(value as object);

export const READ_DEADLINE = 5_000;
const WRITE_DEADLINE = 10_000;
const SETUP_DEADLINE = 120_000;
/** Neo4j's own time-out fires up to two seconds late, so it is asked to stop earlier than we do. */
const HEADSTART = 500;
const RETRIES = 2;
const PROBE_DEADLINE = 1_000;
/** A missed deadline shorter than this says nothing about the database. */
const TELLING_DEADLINE = 1_000;

/** Does a failure say that the database is away, not what was wrong with the question? */
function tellsOfAbsence(error: unknown, deadline: number, waiter: Waiter | undefined): boolean {
  if (waiter?.hasLeft) return false;
  if (error instanceof ReformgraphError) return error.code === 'DEADLINE_EXCEEDED' && deadline >= TELLING_DEADLINE;
  const told = translateError(error, '');
  return told instanceof ReformgraphError && told.code === 'GRAPH_UNAVAILABLE';
}

export function openGraph(address: GraphAddress, options: GraphOptions = {}): Graph {
  let driver = openDriver(address);
  const readDeadline = options.readDeadline ?? READ_DEADLINE;
  const writeDeadline = options.writeDeadline ?? WRITE_DEADLINE;
  const turns = createTurns(POOL);
  const breaker = createBreaker({
    probe: () =>
      inSession(neo4j.session.READ, PROBE_DEADLINE, 'probe', (session) =>
        session.run('RETURN 1', {}, { timeout: 500 }),
      ),
    // Connections that no longer answer would be handed out again.
    onOpen: () => {
      const silent = driver;
      driver = openDriver(address);
      silent.close().catch(() => undefined);
    },
  });

  let underWay = 0;

  async function inSession<T>(
    mode: SessionMode,
    deadline: number,
    name: string,
    work: (session: Session) => Promise<T>,
    waiter?: Waiter,
  ): Promise<T> {
    const session = driver.session({
      database: address.database,
      defaultAccessMode: mode,
    });
    underWay += 1;
    try {
      return await withDeadline(work(session), deadline, name, waiter);
    } finally {
      underWay -= 1;
      // Ends in the database what nobody waits for. Not awaited: closing waits for a server that may never answer.
      session.close().catch(() => undefined);
    }
  }

  let seen: { readonly version: string; readonly at: number } | undefined;

  async function read(
    statement: Statement,
    parameters: Parameters = {},
    deadline: number = readDeadline,
    waiter?: Waiter,
  ): Promise<readonly GraphRow[]> {
    if (deadline <= 0) throw tooLate(statement.name);
    const started = performance.now();
    for (let attempt = 0; ; attempt += 1) {
      breaker.check();
      if (waiter?.hasLeft) throw nobodyWaits(statement.name);
      await turns.take(deadline - (performance.now() - started), statement.name, waiter);
      const left = deadline - (performance.now() - started);
      options.onStatement?.(statement, parameters);
      try {
        const rows = await inSession(
          neo4j.session.READ,
          left,
          statement.name,
          async (session) => {
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
          },
          waiter,
        );
        breaker.answered();
        return rows;
      } catch (error) {
        if (tellsOfAbsence(error, left, waiter)) breaker.failed();
        const pause = 50 * 2 ** attempt * (1 + Math.random());
        const timeLeft = deadline - (performance.now() - started) > pause;
        if (attempt >= RETRIES || !timeLeft || !isWorthRetrying(error)) throw translateError(error, statement.name);
        await new Promise((resolve) => setTimeout(resolve, pause));
      } finally {
        turns.give();
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
    isAway: breaker.isOpen,
    pool: () => poolOf(driver),
    setup,
    checkServer: () => checkServer(driver, address, readDeadline),
    close: () => {
      breaker.close();
      return driver.close();
    },
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
