import { join } from 'node:path';
import { ReformgraphError } from '../errors.ts';

/** The two Neo4j releases this project is tried with. */
export type Neo4jVersion = '5.26.30' | '2026.08.1';

export interface Release {
  mainClass: string;
  /** Java versions it runs on, both ends included. */
  java: { min: number; max: number };
  jvmFlags: readonly string[];
  /** Settings that only this version knows; without the quiet period, stopping takes 1 second instead of 10. */
  conf: Readonly<Record<string, string>>;
  /** What a first download brings, for the progress line. */
  files: number;
  megabytes: number;
}

export const RELEASES: Readonly<Record<Neo4jVersion, Release>> = {
  '5.26.30': {
    mainClass: 'org.neo4j.server.CommunityEntryPoint',
    java: { min: 17, max: 21 },
    jvmFlags: [],
    conf: { 'internal.dbms.bolt.netty_server_shutdown_quiet_period': '0' },
    files: 214,
    megabytes: 137,
  },
  '2026.08.1': {
    mainClass: 'org.neo4j.server.Neo4jCommunity',
    java: { min: 21, max: Number.POSITIVE_INFINITY },
    jvmFlags: ['--add-modules=jdk.incubator.vector'],
    conf: {
      'internal.dbms.bolt.netty_server_shutdown_quiet_period_duration': '0s',
      // Neither announce it on the local network nor offer it to a monitoring service.
      'server.fleet_discovery.enabled': 'false',
      'dbms.fleet_manager.enabled': 'false',
    },
    files: 226,
    megabytes: 166,
  },
};

export const NEO4J_VERSIONS = Object.keys(RELEASES) as Neo4jVersion[];
export const DEFAULT_VERSION: Neo4jVersion = '2026.08.1';

/** Reads a wish such as `5`, `5.26`, `2026` or a full version; nothing wished gives `undefined`. */
export function parseNeo4jVersion(text: string | undefined): Neo4jVersion | undefined {
  const wish = text?.trim();
  if (!wish) return undefined;
  const found = NEO4J_VERSIONS.find((version) => version === wish || version.startsWith(`${wish}.`));
  if (found) return found;
  throw new ReformgraphError(
    'BAD_CONFIGURATION',
    `NEO4J_VERSION is "${wish}", but only 5 (5.26.30) and 2026 (2026.08.1) can be started here. Write 5 or 2026, or leave it out.`,
  );
}

/** Where the jars of a version lie; shared by every database of that version. */
export const libFolder = (jars: string, version: Neo4jVersion): string => join(jars, `neo4j-${version}`, 'lib');

/** Neo4j's home directory of a version: settings, data, logs. */
export const dataHomeOf = (home: string, version: Neo4jVersion): string => join(home, `neo4j-${version}`, 'data-home');
