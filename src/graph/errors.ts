import { Neo4jError } from 'neo4j-driver';
import { ReformgraphError } from '../errors.ts';

const TIMED_OUT = /\.Transaction\.(TransactionTimedOut|Terminated|LockClientStopped|LockAcquisitionTimeout)/;
const LOCKED_OUT = /^Neo\.ClientError\.Security\./;
const NO_DATABASE = /DatabaseNotFound/;
const AWAY = /^(ServiceUnavailable|SessionExpired|N\/A)$|^Neo\.(TransientError|ClientError\.Database)\./;
const OUT_OF_MEMORY = /OutOfMemory/;

/** One retry policy for reads: transient faults and lost connections, never out of memory, never a time-out. */
export function isWorthRetrying(error: unknown): boolean {
  return (
    error instanceof Neo4jError && error.retriable && !OUT_OF_MEMORY.test(error.code) && !TIMED_OUT.test(error.code)
  );
}

/** Turns what the driver throws into ours; the database's own words stay in `cause`, for the log only. */
export function translateError(error: unknown, statement: string): Error {
  if (error instanceof ReformgraphError) return error;
  if (!(error instanceof Neo4jError)) {
    return new ReformgraphError('INTERNAL_SERVER_ERROR', `"${statement}" failed.`, { cause: error });
  }
  if (TIMED_OUT.test(error.code)) {
    return new ReformgraphError(
      'DEADLINE_EXCEEDED',
      `The graph did not answer "${statement}" in time. Ask for less, or try again.`,
      {
        cause: error,
      },
    );
  }
  if (OUT_OF_MEMORY.test(error.code)) {
    return new ReformgraphError(
      'QUERY_TOO_COSTLY',
      `"${statement}" needs more memory than the graph allows. Ask for less.`,
      { cause: error },
    );
  }
  if (LOCKED_OUT.test(error.code)) {
    return new ReformgraphError(
      'GRAPH_UNAVAILABLE',
      'The graph refused the user or password. Check NEO4J_USER and NEO4J_PASSWORD.',
      { cause: error },
    );
  }
  if (NO_DATABASE.test(error.code)) {
    return new ReformgraphError('GRAPH_UNAVAILABLE', 'There is no database of that name. Check NEO4J_DATABASE.', {
      cause: error,
    });
  }
  if (AWAY.test(error.code)) {
    return new ReformgraphError(
      'GRAPH_UNAVAILABLE',
      'The graph cannot be reached. Check that its database runs, then try again.',
      { cause: error },
    );
  }
  return new ReformgraphError('INTERNAL_SERVER_ERROR', `"${statement}" failed.`, { cause: error });
}
