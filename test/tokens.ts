import { createHmac, createSecretKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { checkTokens, type Identities, type Role } from '../src/http/identity.ts';
import type { TokenRules } from '../src/http/token-rules.ts';

export const SECRET = 'a5c1f0e93b7d42688d0c6fe1b2a49375';

export const RULES = {
  issuer: 'https://issuer.example',
  audience: 'reformgraph',
  algorithm: 'HS256',
  key: createSecretKey(Buffer.from(SECRET)),
} as const satisfies TokenRules;

export const identities = (): Identities => checkTokens(RULES);

/** Seconds from now. */
export const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1_000) + seconds;

export const HEADER = { alg: 'HS256', typ: 'JWT' };

export const claims = (role: Role = 'viewer'): Record<string, unknown> => ({
  iss: RULES.issuer,
  aud: RULES.audience,
  sub: `somebody who is ${role}`,
  role,
  iat: inSeconds(0),
  exp: inSeconds(600),
});

const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** A token made by hand, so that it may be one that no library would make. */
export function tokenOf(
  header: unknown,
  payload: unknown,
  signed: (text: string) => Buffer = (text) => hmac(text, SECRET),
): string {
  const text = `${part(header)}.${part(payload)}`;
  return `${text}.${signed(text).toString('base64url')}`;
}

export const hmac = (text: string, secret: string | Buffer, hash = 'sha256'): Buffer =>
  createHmac(hash, secret).update(text).digest();

export const tokenFor = (role: Role): string => tokenOf(HEADER, claims(role));

export const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });
export const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
export const ed = generateKeyPairSync('ed25519');

export const pemOf = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString();

export const signWith = {
  RS256: (text: string): Buffer => sign('sha256', Buffer.from(text), rsa.privateKey),
  ES256: (text: string): Buffer => sign('sha256', Buffer.from(text), { key: ec.privateKey, dsaEncoding: 'ieee-p1363' }),
  EdDSA: (text: string): Buffer => sign(null, Buffer.from(text), ed.privateKey),
} as const;
