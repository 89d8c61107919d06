import { expect, test } from 'vitest';
import { BASE_CONF } from '../../src/launch/neo4j-conf.ts';
import { openSharedGraph } from '../neo4j.ts';

/** What the account of the server may not do in the database, though Neo4j Community lets every user write. */

const refused = (text: string): Promise<unknown> =>
  openSharedGraph()
    .read({ name: 'what may not be', text })
    .then(
      (rows) => ({ rows }),
      ({ cause }: { cause?: { code?: string; message?: string } }) => `${cause?.code} ${cause?.message}`,
    );

test.each([
  ['a node is made', 'CREATE (:Stray)'],
  ['a label is made', "CALL db.createLabel('Stray')"],
  ['an index is made', 'CREATE INDEX stray FOR (n:Stray) ON (n.id)'],
  ['all is deleted', 'MATCH (n) DETACH DELETE n'],
  ['a user is made', "CREATE USER stray SET PASSWORD 'strange-words'"],
])('in a session that reads, nothing is written: %s', async (_, text) => {
  expect(await refused(text)).toMatch(/^Neo\.ClientError\.(Statement\.AccessMode|Security\.Forbidden)/);
});

test.each([
  ['a file', "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line", /allow_csv_import_from_file_urls/],
  ['an address', "LOAD CSV FROM 'http://127.0.0.1:1/a.csv' AS line RETURN line", /block/i],
])('%s is not read as CSV', async (_, text, says) => {
  expect(await refused(text)).toMatch(says);
});

test('no procedure is there but those that Neo4j brings along', async () => {
  expect(await refused("CALL apoc.load.json('http://127.0.0.1:1/')")).toContain('ProcedureNotFound');
  const graph = openSharedGraph();
  const names = await graph.read({ name: 'procedures', text: 'SHOW PROCEDURES YIELD name RETURN name' });
  expect(names.flat().filter((name) => !/^(db|dbms|tx|internal|genai|cdc)\./.test(String(name)))).toEqual([]);
});

test('the database that tests run on has the settings of every local one', async () => {
  const rows = await openSharedGraph().read({
    name: 'settings',
    text: `SHOW SETTINGS YIELD name, value WHERE name IN ${JSON.stringify(Object.keys(BASE_CONF))} RETURN name, value`,
  });
  const values = Object.fromEntries(rows as [string, string][]);
  expect(values['dbms.security.procedures.allowlist']).toBe(BASE_CONF['dbms.security.procedures.allowlist']);
  expect(values).toMatchObject({
    'dbms.security.allow_csv_import_from_file_urls': 'false',
    'db.logs.query.obfuscate_literals': 'true',
    'db.lock.acquisition.timeout': '15s',
    'db.transaction.timeout': '30s',
    'dbms.memory.transaction.total.max': '512.00MiB',
    'db.memory.transaction.max': '256.00MiB',
  });
});
