import { createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Config } from '../config.ts';
import { ReformgraphError } from '../errors.ts';

/** Ways to sign a token. One is chosen, and no other is ever tried. */
export const ALGORITHMS = ['HS256', 'RS256', 'ES256', 'EdDSA'] as const;

export type Algorithm = (typeof ALGORITHMS)[number];

/** What a token must say, and the key that must have signed it. */
export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithm: Algorithm;
  readonly key: KeyObject;
}

type TokenConfig = Pick<Config, Extract<keyof Config, `JWT_${string}`>>;

const SECRET_BYTES = 32;
/** A secret of fewer different characters is a placeholder. */
const SECRET_VARIETY = 8;

/** Undefined where no `JWT_*` is set. Refuses a part of them, and keys that are weak or of another kind. */
export function readTokenRules(config: TokenConfig): TokenRules | undefined {
  const { JWT_ISSUER: issuer, JWT_AUDIENCE: audience, JWT_ALGORITHM: algorithm } = config;
  const { JWT_SECRET, JWT_SECRET_FILE, JWT_PUBLIC_KEY_FILE } = config;
  const keys = Object.entries({ JWT_SECRET, JWT_SECRET_FILE, JWT_PUBLIC_KEY_FILE }).filter(([, value]) => value);
  const missing = Object.entries({ JWT_ISSUER: issuer, JWT_AUDIENCE: audience, JWT_ALGORITHM: algorithm })
    .filter(([, value]) => !value)
    .map(([name]) => name);
  if (missing.length === 3 && keys.length === 0) return undefined;
  if (!issuer || !audience || !algorithm) {
    refuse(`some of JWT_* is set, but not ${missing.join(', ')}. Set these too, or none of JWT_*`);
  }
  const fitting = algorithm === 'HS256' ? ['JWT_SECRET', 'JWT_SECRET_FILE'] : ['JWT_PUBLIC_KEY_FILE'];
  const [first, ...others] = keys.map(([name]) => name);
  if (!first || others.length > 0 || !fitting.includes(first)) {
    const got = keys.map(([name]) => name).join(' and ') || 'none of them';
    refuse(`JWT_ALGORITHM=${algorithm} needs ${fitting.join(' or ')}, and no other key; got ${got}`);
  }
  const key =
    algorithm === 'HS256'
      ? secretKey(first, JWT_SECRET ?? readFile('JWT_SECRET_FILE', JWT_SECRET_FILE ?? ''))
      : publicKey(algorithm, readFile('JWT_PUBLIC_KEY_FILE', JWT_PUBLIC_KEY_FILE ?? ''));
  return { issuer, audience, algorithm, key };
}

function readFile(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    refuse(`the file that ${name} names cannot be read (${(cause as NodeJS.ErrnoException).code}). Correct its path`);
  }
}

function secretKey(name: string, secret: string): KeyObject {
  const bytes = Buffer.from(secret);
  if (bytes.length < SECRET_BYTES) {
    refuse(
      `${name} must be at least ${SECRET_BYTES} bytes long, but has ${bytes.length}. Make one: openssl rand -hex 32`,
    );
  }
  if (new Set(bytes).size < SECRET_VARIETY) {
    refuse(`${name} has only ${new Set(bytes).size} different characters. Make one: openssl rand -hex 32`);
  }
  return createSecretKey(bytes);
}

const KEY_KINDS: Readonly<Record<Exclude<Algorithm, 'HS256'>, [is: (key: KeyObject) => boolean, what: string]>> = {
  RS256: [
    ({ asymmetricKeyType, asymmetricKeyDetails }) =>
      asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= 2_048,
    'an RSA key of 2048 bits or more',
  ],
  ES256: [({ asymmetricKeyDetails }) => asymmetricKeyDetails?.namedCurve === 'prime256v1', 'a key on the curve P-256'],
  EdDSA: [({ asymmetricKeyType }) => asymmetricKeyType === 'ed25519', 'an Ed25519 key'],
};

function publicKey(algorithm: Exclude<Algorithm, 'HS256'>, pem: string): KeyObject {
  const [is, what] = KEY_KINDS[algorithm];
  if (/PRIVATE KEY/.test(pem)) {
    refuse('JWT_PUBLIC_KEY_FILE holds a private key, which belongs to the issuer alone. Give the public one');
  }
  let key: KeyObject | undefined;
  try {
    key = createPublicKey(pem);
  } catch {}
  if (!key || !is(key))
    refuse(`JWT_ALGORITHM=${algorithm} needs ${what} in JWT_PUBLIC_KEY_FILE, as PEM; it holds another`);
  return key;
}

function refuse(problem: string): never {
  throw new ReformgraphError('BAD_CONFIGURATION', `Tokens cannot be checked: ${problem}, and start again.`);
}
