import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { passageColumns } from '../../schema/columns.ts';
import { readStatementFiles, statementFile } from '../../src/graph/statements.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = [...readStatementFiles().values()];
const sources = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(`${root}src/${file}`, 'utf8'))
  .join('\n');

describe('every file of cypher/', () => {
  test.each(files.map((file) => [file.name, file] as const))(
    '%s says what it asks and names its parameters',
    (_, file) => {
      expect(file.summary).toMatch(/^[A-Z].*[.?]$/);
      const used = new Set([...file.text.matchAll(/\$(\w+)/g)].map(([, name]) => name));
      used.delete('limit');
      expect(Object.keys(file.examples).sort()).toEqual([...used].sort());
    },
  );
});

test('every statement file is used, and every use has a file', () => {
  const used = new Set([...sources.matchAll(/'((?:read|write)\/[a-z-]+)'/g)].map(([, name]) => name));
  const present = files.filter(({ folder }) => folder === 'read' || folder === 'write').map(({ name }) => name);
  expect([...used].sort()).toEqual(present.sort());
});

test('only src/graph imports the driver', () => {
  const importers = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && /from 'neo4j-driver'/.test(readFileSync(`${root}src/${file}`, 'utf8')),
  );
  expect(importers.filter((file) => !file.startsWith('graph/'))).toEqual([]);
});

test.each(['read/evidence', 'read/passages'])('%s returns the columns of a passage in their order', (name) => {
  expect(statementFile(name).text).toContain(`[${passageColumns.map((column) => `p.${column}`).join(', ')}]`);
});
