import { execFile } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'reformgraph-curator-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Fenced blocks of a section of the README: what is run, and what is written into which file. */
function steps(section: string): readonly { kind: string; file?: string; text: string }[] {
  const readme = readFileSync(`${root}README.md`, 'utf8');
  const part = readme.split(/^## /m).find((one) => one.startsWith(section)) ?? '';
  return [...part.matchAll(/^```(\w+) ?(\S*)\n(.*?)^```$/gms)].map(([, kind = '', file, text = '']) => ({
    kind,
    ...(file ? { file: file.replace(/^try\//, `${folder}/`) } : {}),
    text,
  }));
}

/** Runs a line of the README, with a folder of its own in place of `try`. */
async function run(line: string): Promise<{ code: number; told: string }> {
  const command = line.replaceAll(/\btry\//g, `${folder}/`);
  return promisify(execFile)('bash', ['-c', command], { cwd: root }).then(
    ({ stdout }) => ({ code: 0, told: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      told: error.stdout + error.stderr,
    }),
  );
}

test('the steps of the README take a new text into the seed', { timeout: 180_000 }, async () => {
  const outcomes: { line: string; code: number; told: string }[] = [];
  for (const { kind, file, text } of steps('Add a fact')) {
    if (kind === 'sh') {
      for (const line of text.trim().split('\n')) outcomes.push({ line, ...(await run(line)) });
    } else if (file && existsSync(file) && file.includes('/passages/')) {
      const printed = readFileSync(file, 'utf8').split('\n');
      const position = printed.filter((one) => /^( {4}- id| {6}(line|start|end|sha256)):/.test(one));
      expect(position).toHaveLength(15);
      expect(text.split('\n')).toEqual(expect.arrayContaining(position));
      writeFileSync(file, text);
    } else if (file && existsSync(file)) {
      appendFileSync(file, `\n${text}`);
    } else if (file) {
      writeFileSync(file, text);
    }
  }
  expect(outcomes.map(({ line, code }) => [/run -s (\S+)/.exec(line)?.[1] ?? line.split(' ')[0], code])).toEqual([
    ['mkdir', 0],
    ['lines', 1],
    ['passage', 0],
    ['passage', 0],
    ['passage', 0],
    ['check:data', 0],
    ['verify', 0],
    ['lines', 0],
  ]);
  const [, before, , , , sound, verified, after] = outcomes.map(({ told }) => told);
  expect(before).toContain('3 lines: 0 with claims, 0 without and why, 0 blank, 3 unaccounted');
  expect(before).toContain('- id: document/kz/harbour\n');
  expect(sound).toContain('The seed is sound');
  expect(verified?.trim().split('\n').at(-1)).toMatch(/^1 document, 3 passages, 1 mention: 0 wrong/);
  expect(after).toContain('Harbour reform of 2023 changes Harbour council of Lakeside');
  expect(after?.trim().split('\n').at(-1)).toBe('3 lines: 2 with claims, 1 without and why, 0 blank, 0 unaccounted');
});
