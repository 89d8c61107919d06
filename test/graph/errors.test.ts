import { Neo4jError } from 'neo4j-driver';
import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../src/errors.ts';
import { ReformgraphError } from '../../src/errors.ts';
import { isWorthRetrying, translateError } from '../../src/graph/errors.ts';
import { isSupported } from '../../src/graph/version.ts';

const raw = (code: string): Neo4jError =>
  new Neo4jError('Neo.Words of bolt://db:7687 about Cypher', code, '50N42', 'general processing exception');

describe('what the database throws is retried or not, and told in our words', () => {
  test.each<[driverCode: string, retried: boolean, code: ErrorCode]>([
    ['ServiceUnavailable', true, 'GRAPH_UNAVAILABLE'],
    ['SessionExpired', true, 'GRAPH_UNAVAILABLE'],
    ['N/A', false, 'GRAPH_UNAVAILABLE'],
    ['Neo.TransientError.General.DatabaseUnavailable', true, 'GRAPH_UNAVAILABLE'],
    ['Neo.TransientError.Database.DatabaseUnavailable', true, 'GRAPH_UNAVAILABLE'],
    ['Neo.TransientError.Transaction.DeadlockDetected', true, 'GRAPH_UNAVAILABLE'],
    ['Neo.TransientError.Transaction.MaximumTransactionLimitReached', true, 'GRAPH_UNAVAILABLE'],
    ['Neo.ClientError.Database.DatabaseNotFound', false, 'GRAPH_UNAVAILABLE'],
    ['Neo.ClientError.Security.Unauthorized', false, 'GRAPH_UNAVAILABLE'],
    ['Neo.ClientError.Security.AuthenticationRateLimit', false, 'GRAPH_UNAVAILABLE'],
    ['Neo.ClientError.Security.CredentialsExpired', false, 'GRAPH_UNAVAILABLE'],
    ['Neo.ClientError.Transaction.TransactionTimedOut', false, 'DEADLINE_EXCEEDED'],
    ['Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration', false, 'DEADLINE_EXCEEDED'],
    ['Neo.ClientError.Transaction.Terminated', false, 'DEADLINE_EXCEEDED'],
    ['Neo.TransientError.Transaction.Terminated', false, 'DEADLINE_EXCEEDED'],
    ['Neo.ClientError.Transaction.LockClientStopped', false, 'DEADLINE_EXCEEDED'],
    ['Neo.TransientError.Transaction.LockAcquisitionTimeout', false, 'DEADLINE_EXCEEDED'],
    ['Neo.TransientError.General.OutOfMemoryError', false, 'QUERY_TOO_COSTLY'],
    ['Neo.TransientError.General.MemoryPoolOutOfMemoryError', false, 'QUERY_TOO_COSTLY'],
    ['Neo.TransientError.General.TransactionOutOfMemoryError', false, 'QUERY_TOO_COSTLY'],
    ['Neo.ClientError.Statement.AccessMode', false, 'INTERNAL_SERVER_ERROR'],
    ['Neo.ClientError.Statement.SyntaxError', false, 'INTERNAL_SERVER_ERROR'],
    ['Neo.ClientError.Schema.ConstraintValidationFailed', false, 'INTERNAL_SERVER_ERROR'],
    ['Neo.DatabaseError.General.UnknownError', false, 'INTERNAL_SERVER_ERROR'],
    ['ProtocolError', false, 'INTERNAL_SERVER_ERROR'],
  ])('%s', (driverCode, retried, code) => {
    const cause = raw(driverCode);
    expect(isWorthRetrying(cause)).toBe(retried);
    const told = translateError(cause, 'read/names');
    expect(told).toMatchObject({ name: 'ReformgraphError', code, cause });
    expect(told.message).not.toMatch(/Neo\.|bolt:|Cypher|general processing/);
  });

  test('anything else is masked, and what is ours already stays', () => {
    const bug = new TypeError('records is undefined at gateway.ts:1');
    expect(isWorthRetrying(bug)).toBe(false);
    expect(translateError(bug, 'read/names')).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      message: '"read/names" failed.',
      cause: bug,
    });
    const ours = new ReformgraphError('DEADLINE_EXCEEDED', 'late');
    expect(isWorthRetrying(ours)).toBe(false);
    expect(translateError(ours, 'read/names')).toBe(ours);
  });
});

describe('Neo4j from 5.26 on is taken', () => {
  test.each(['5.26.0', '5.26.30', '5.26', '5.27-aura', '5.100.0', '6.0.0', '2025.01.0', '2026.08.1'])('%s', (version) =>
    expect(isSupported(version)).toBe(true),
  );
  test.each(['5.25.1', '5.3.0', '5', '4.4.42', '3.5.35', '', 'dev', 'v6.0 compatible'])('not "%s"', (version) =>
    expect(isSupported(version)).toBe(false),
  );
});
