import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { ReformgraphError } from '../../src/errors.ts';
import { readTokenRules } from '../../src/http/token-rules.ts';
import { ec, ed, pemOf, rsa, SECRET } from '../tokens.ts';

const folder = mkdtempSync(join(tmpdir(), 'reformgraph-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const privatePem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const small = generateKeyPairSync('rsa', { modulusLength: 1_024 });
const secretFile = file('secret', `${SECRET}\n`);
const pems = { RS256: rsa, ES256: ec, EdDSA: ed } as const;
const pemFiles = Object.fromEntries(
  Object.entries(pems).map(([name, { publicKey }]) => [name, file(`${name}.pem`, pemOf(publicKey))]),
);

const NAMED = { JWT_ISSUER: 'https://issuer.example', JWT_AUDIENCE: 'reformgraph' };
const HS = { ...NAMED, JWT_ALGORITHM: 'HS256' };

const rulesOf = (env: NodeJS.ProcessEnv) => readTokenRules(readConfig(env));

describe('settings of tokens', () => {
  test('may be absent: then everybody reads', () => expect(rulesOf({})).toBeUndefined());

  test.each<[name: string, env: NodeJS.ProcessEnv, algorithm: string]>([
    ['a secret', { ...HS, JWT_SECRET: SECRET }, 'HS256'],
    ['a secret in a file', { ...HS, JWT_SECRET_FILE: secretFile }, 'HS256'],
    ...Object.entries(pemFiles).map(
      ([JWT_ALGORITHM, JWT_PUBLIC_KEY_FILE]) =>
        [`a key for ${JWT_ALGORITHM}`, { ...NAMED, JWT_ALGORITHM, JWT_PUBLIC_KEY_FILE }, JWT_ALGORITHM] as [
          string,
          NodeJS.ProcessEnv,
          string,
        ],
    ),
  ])('are whole with %s', (_, env, algorithm) => {
    expect(rulesOf(env)).toMatchObject({ issuer: NAMED.JWT_ISSUER, audience: NAMED.JWT_AUDIENCE, algorithm });
  });

  test('the secret of a file is what stands on its line', () => {
    expect(
      rulesOf({ ...HS, JWT_SECRET_FILE: secretFile })
        ?.key.export()
        .toString(),
    ).toBe(SECRET);
  });

  test.each<[name: string, env: NodeJS.ProcessEnv, says: string]>([
    ['a secret alone', { JWT_SECRET: SECRET }, 'not JWT_ISSUER, JWT_AUDIENCE, JWT_ALGORITHM'],
    ['no issuer', { ...HS, JWT_ISSUER: '', JWT_SECRET: SECRET }, 'not JWT_ISSUER.'],
    ['no audience', { ...HS, JWT_AUDIENCE: '', JWT_SECRET: SECRET }, 'not JWT_AUDIENCE.'],
    ['no algorithm', { ...NAMED, JWT_SECRET: SECRET }, 'not JWT_ALGORITHM.'],
    ['an issuer alone', { JWT_ISSUER: 'x' }, 'not JWT_AUDIENCE, JWT_ALGORITHM'],
    ['no key', HS, 'needs JWT_SECRET or JWT_SECRET_FILE, and no other key; got none of them'],
    ['two keys', { ...HS, JWT_SECRET: SECRET, JWT_SECRET_FILE: secretFile }, 'got JWT_SECRET and JWT_SECRET_FILE'],
    ['a secret for RS256', { ...HS, JWT_ALGORITHM: 'RS256', JWT_SECRET: SECRET }, 'needs JWT_PUBLIC_KEY_FILE'],
    ['a public key for HS256', { ...HS, JWT_PUBLIC_KEY_FILE: pemFiles.RS256 }, 'needs JWT_SECRET'],
    ['a secret of 31 bytes', { ...HS, JWT_SECRET: SECRET.slice(1) }, 'at least 32 bytes long, but has 31'],
    ['a short secret in a file', { ...HS, JWT_SECRET_FILE: file('short', 'x1y2z3') }, 'but has 6'],
    ['a placeholder', { ...HS, JWT_SECRET: 'secret'.repeat(8) }, 'only 5 different characters'],
    ['no file', { ...HS, JWT_SECRET_FILE: join(folder, 'none') }, 'JWT_SECRET_FILE names cannot be read (ENOENT)'],
    [
      'the key of another algorithm',
      { ...NAMED, JWT_ALGORITHM: 'ES256', JWT_PUBLIC_KEY_FILE: pemFiles.RS256 },
      'ES256 needs a key on the curve P-256',
    ],
    [
      'a small RSA key',
      { ...NAMED, JWT_ALGORITHM: 'RS256', JWT_PUBLIC_KEY_FILE: file('small.pem', pemOf(small.publicKey)) },
      'RSA key of 2048 bits',
    ],
    [
      'a private key',
      { ...NAMED, JWT_ALGORITHM: 'EdDSA', JWT_PUBLIC_KEY_FILE: file('private.pem', privatePem(ed.privateKey)) },
      'holds a private key',
    ],
    [
      'no key in the file',
      { ...NAMED, JWT_ALGORITHM: 'EdDSA', JWT_PUBLIC_KEY_FILE: file('words.pem', 'words') },
      'EdDSA needs an Ed25519 key',
    ],
    ['another algorithm', { ...HS, JWT_ALGORITHM: 'none', JWT_SECRET: SECRET }, 'JWT_ALGORITHM'],
  ])('are refused before the start: %s', (_, env, says) => {
    let caught: unknown;
    try {
      rulesOf(env);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(ReformgraphError);
    const { code, message } = caught as ReformgraphError;
    expect(code).toBe('BAD_CONFIGURATION');
    expect(message).toContain(says);
    for (const secret of [SECRET, SECRET.slice(1), 'x1y2z3', 'secretsecret']) expect(message).not.toContain(secret);
  });
});
