import { expect, it } from 'vitest';
import { explainFailure, explainFileError } from '../../src/launch/explain-failure.ts';

it.each([
  ['java.net.BindException: Address already in use', 'a port was taken'],
  ['java.io.IOException: No space left on device', 'the disk is full'],
  ['Lock file has been locked by another process: /x/data/databases/store_lock', 'another Neo4j already uses'],
  ['java.lang.UnsupportedClassVersionError: … (class file version 65.0)', 'this Java cannot run this Neo4j'],
  ['java.lang.module.FindException: Module jdk.incubator.vector not found', 'this Java cannot run this Neo4j'],
  ['Could not reserve enough space for 1048576KB object heap', 'too little memory'],
  ['java.nio.file.AccessDeniedException: /x/data', 'may not be written by you'],
  ['Error evaluating value: Unrecognized setting. No declared setting with name: x.', '"npm run reset"'],
])('a Neo4j that ends with "%s"', (line, says) => {
  const error = explainFailure('Neo4j did not start', 'NEO4J', `\tat a.b.C(D.java:1)\nWARNING: noise\n${line}\n`);
  expect(error).toMatchObject({
    code: 'START_FAILED',
    message: expect.stringContaining(says),
  });
  expect(error.message).toContain(line);
  expect(error.message).not.toMatch(/noise|D\.java/);
});

it('tells what Maven says without colours, progress and hints', () => {
  const output = '\u001b[0m[INFO] Scanning\n[ERROR] It broke\n[ERROR] Re-run Maven using -X\n\u001b[0m\n';
  expect(explainFailure('No', 'MAVEN', output).message).toBe(
    'No: the reason is in the lines below. Mend it and start again.\n  [ERROR] It broke',
  );
});

it('shows the last lines of what it does not know', () => {
  const lines = Array.from({ length: 20 }, (_, i) => `line ${i}`).join('\n');
  expect(explainFailure('Neo4j did not start', 'NEO4J', lines).message).toMatch(
    /^Neo4j did not start: .*line 16\n.*line 19$/s,
  );
});

it.each([
  ['EACCES', 'may not be written by you'],
  ['EROFS', 'read-only disk'],
  ['ENOSPC', 'the disk is full'],
])('a folder that fails with %s', (code, says) => {
  const error = explainFileError(Object.assign(new Error(code), { code }), '/home/them');
  expect(error).toMatchObject({
    code: 'START_FAILED',
    message: expect.stringContaining(says),
  });
});

it('leaves other errors alone', () => {
  const error = new TypeError('a bug');
  expect(explainFileError(error, '/x')).toBe(error);
});
