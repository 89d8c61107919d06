import { join } from 'node:path';
import type { Ports } from './ports.ts';
import { type Neo4jVersion, RELEASES } from './versions.ts';

export type Conf = Readonly<Record<string, string>>;

const HEAP = '1g';

/** The settings every local Neo4j gets, in a container too. */
export const BASE_CONF: Conf = {
  'server.memory.heap.max_size': HEAP,
  'server.memory.pagecache.size': '256m',
  'db.transaction.timeout': '30s',
  'db.memory.transaction.max': '256m',
  // Half of the heap: the other half holds plans, indexes and what is not counted to a transaction.
  'dbms.memory.transaction.total.max': '512m',
  // Only loads write; two at once wait for each other's batches, which take a second.
  'db.lock.acquisition.timeout': '15s',
  // Half a gigabyte would otherwise be set aside for the logs of two small databases.
  'db.tx_log.preallocate': 'false',
  'dbms.security.allow_csv_import_from_file_urls': 'false',
  // Nor from any address.
  'internal.dbms.cypher_ip_blocklist': '0.0.0.0/0,::/0',
  // What we call ourselves, which is built in and so needs no leave: nothing that a plug-in brings is loaded.
  'dbms.security.procedures.allowlist': 'db.index.fulltext.queryNodes,db.awaitIndexes',
  // Values stay parameters; should one ever stand in a text, a log does not tell it.
  'db.logs.query.obfuscate_literals': 'true',
  'dbms.usage_report.enabled': 'false',
  'client.allow_telemetry': 'false',
};

/** The settings of a Neo4j run through Java: reachable from this machine only. */
export function localConf(version: Neo4jVersion, ports: Ports, extra: Conf = {}): Conf {
  return {
    ...BASE_CONF,
    ...RELEASES[version].conf,
    'dbms.security.auth_enabled': 'true',
    'server.default_listen_address': '127.0.0.1',
    'server.bolt.listen_address': `127.0.0.1:${ports.bolt}`,
    'server.bolt.advertised_address': `localhost:${ports.bolt}`,
    'server.http.listen_address': `127.0.0.1:${ports.http}`,
    'server.http.advertised_address': `localhost:${ports.http}`,
    'server.https.enabled': 'false',
    ...extra,
  };
}

export function confText(conf: Conf): string {
  const broken = Object.entries(conf).find((entry) => /[\r\n]/.test(entry.join('')));
  if (broken) throw new TypeError(`A neo4j.conf setting must stand on one line: ${broken[0]}`);
  return Object.entries(conf)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

/** The same settings as the container image reads them: `.` is `_` and `_` is `__`. */
export function confAsEnvironment(conf: Conf): Record<string, string> {
  const named = Object.entries(conf).map(([name, value]) => [
    `NEO4J_${name.replaceAll('_', '__').replaceAll('.', '_')}`,
    value,
  ]);
  return Object.fromEntries(named);
}

export interface JvmOptions {
  version: Neo4jVersion;
  lib: string;
  dataHome: string;
}

/** The words after `java`: neo4j.conf cannot set the heap here, so it is set twice. */
export function neo4jArguments({ version, lib, dataHome }: JvmOptions): string[] {
  const opened = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'];
  return [
    `-Xmx${HEAP}`,
    '-XX:+UseSerialGC',
    ...opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    '--enable-native-access=ALL-UNNAMED',
    ...RELEASES[version].jvmFlags,
    '-cp',
    join(lib, '*'),
    RELEASES[version].mainClass,
    `--home-dir=${dataHome}`,
    `--config-dir=${join(dataHome, 'conf')}`,
  ];
}
