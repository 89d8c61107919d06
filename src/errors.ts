/** Every code a user of the command line or of the API can meet. */
export type ErrorCode =
  | 'BAD_CONFIGURATION'
  | 'BAD_USER_INPUT'
  | 'DEADLINE_EXCEEDED'
  | 'FORBIDDEN'
  | 'GRAPH_UNAVAILABLE'
  | 'GRAPH_NOT_OURS'
  | 'INTERNAL_SERVER_ERROR'
  | 'NEO4J_TOO_OLD'
  | 'NO_NEO4J'
  | 'OVERLOADED'
  | 'QUERY_TOO_COSTLY'
  | 'RATE_LIMITED'
  | 'SEED_REFUSED'
  | 'START_FAILED'
  | 'UNAUTHENTICATED';

/** An error a person is meant to read: the message says what was wrong, what was got and what to do. */
export class ReformgraphError extends Error {
  override readonly name = 'ReformgraphError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
