import neo4j, { type Driver } from 'neo4j-driver';
import { ReformgraphError } from '../errors.ts';
import { withDeadline } from './deadline.ts';
import { translateError } from './errors.ts';
import type { GraphAddress } from './graph.ts';
import { isSupported } from './version.ts';
import { writeWhole } from './whole-writes.ts';

/** Connections to the database, and so statements under way in it, at most. */
export const POOL = 50;

const withoutPassword = (uri: string): string => uri.replace(/\/\/[^/]*@/, '//');

export function openDriver({ uri, user, password }: GraphAddress): Driver {
  writeWhole();
  try {
    return neo4j.driver(uri, neo4j.auth.basic(user, password), {
      maxConnectionPoolSize: POOL,
      connectionAcquisitionTimeout: 2_000,
      connectionTimeout: 2_000,
      connectionLivenessCheckTimeout: 30_000,
      maxConnectionLifetime: 600_000,
      maxTransactionRetryTime: 2_000,
      // The gateway repeats what is worth it, within its deadline.
      disableAutoCommitRetries: true,
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

/** Version of the server, for instance `5.26.30`. Refuses what is older than 5.26 or does not let us in. */
export async function checkServer(driver: Driver, { uri }: GraphAddress, deadline: number): Promise<string> {
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
