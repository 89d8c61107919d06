import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readConfig } from '../src/config.ts';
import { start } from '../src/start.ts';
import { openTerminal } from '../src/terminal.ts';
import { SEED_FOLDER } from './seed.ts';

let projectRoot = '';
beforeEach(() => {
  projectRoot = `${mkdtempSync(join(tmpdir(), 'reformgraph-start-'))}/`;
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(projectRoot, { recursive: true });
});

test('where no Neo4j can be had, a start ends with the ways to get one, and with nothing left over', async () => {
  symlinkSync(SEED_FOLDER, `${projectRoot}seed`);
  vi.stubEnv('PATH', '');
  const signal = new AbortController().signal;
  const starting = start({ config: readConfig({}), projectRoot, terminal: openTerminal(true), load: false, signal });
  await expect(starting).rejects.toMatchObject({ code: 'NO_NEO4J', message: expect.stringContaining('NEO4J_URI') });
});

test('settings of tokens that are not whole end a start before it looks for a Neo4j', async () => {
  const config = readConfig({ JWT_SECRET: 'a5c1f0e93b7d42688d0c6fe1b2a49375' });
  const signal = new AbortController().signal;
  const starting = start({ config, projectRoot, terminal: openTerminal(true), load: false, signal });
  await expect(starting).rejects.toMatchObject({
    code: 'BAD_CONFIGURATION',
    message: expect.stringContaining('not JWT_ISSUER, JWT_AUDIENCE, JWT_ALGORITHM'),
  });
  expect(readdirSync(projectRoot)).toEqual([]);
});
