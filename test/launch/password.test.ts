import { chmodSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ensurePassword, generatePassword, passwordFile, prepareHome, WORDS } from '../../src/launch/password.ts';
import { temporaryFolder } from './fake-world.ts';

it('is five words out of 256, 40 bits', () => {
  expect(new Set(WORDS).size).toBe(256);
  const words = generatePassword().split('-');
  expect(words).toHaveLength(5);
  expect(WORDS).toEqual(expect.arrayContaining(words));
  expect(new Set(Array.from({ length: 200 }, generatePassword)).size).toBe(200);
});

it('is always long enough for Neo4j', () => {
  const shortest = Math.min(...WORDS.map((word) => word.length));
  expect(shortest * 5 + 4).toBeGreaterThanOrEqual(8);
});

it('is made once and kept, for its owner only', () => {
  const home = join(temporaryFolder(), 'home');
  prepareHome(home);
  const first = ensurePassword(home, false);
  expect(ensurePassword(home, true)).toBe(first);
  expect(statSync(passwordFile(home)).mode & 0o777).toBe(0o600);
  expect(statSync(home).mode & 0o777).toBe(0o700);
});

it('closes a folder that was open', () => {
  const home = temporaryFolder();
  chmodSync(home, 0o755);
  prepareHome(home);
  expect(statSync(home).mode & 0o777).toBe(0o700);
});

it.each(['missing', 'empty'])('is not made anew for a database when its file is %s', (state) => {
  const home = temporaryFolder();
  ensurePassword(home, false);
  rmSync(passwordFile(home));
  if (state === 'empty') writeFileSync(passwordFile(home), '\n');
  expect(() => ensurePassword(home, true)).toThrow(
    expect.objectContaining({
      code: 'START_FAILED',
      message: expect.stringContaining('npm run reset'),
    }),
  );
});
