import type { IncomingMessage } from 'node:http';
import { type JWTPayload, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { parseDocument } from 'yaml';
import type { TokenRules } from './token-rules.ts';

export const ROLES = ['viewer', 'editor', 'admin'] as const;

export type Role = (typeof ROLES)[number];

export interface Identity {
  readonly subject: string;
  readonly role: Role;
}

/** Seconds for which a token is good after it was issued, whatever it says itself. */
const MAX_AGE = 3_600;
/** Of the whole header; a token of ours has a few hundred. */
const HEADER_CHARACTERS = 4_096;
const SUBJECT_CHARACTERS = 256;
const KEPT_TOKENS = 10_000;
/** `at+jwt` is what RFC 9068 calls a token that lets in. */
const TYPES = new Set(['jwt', 'at+jwt', 'application/at+jwt']);

interface Accepted {
  readonly identity: Identity;
  /** In milliseconds. */
  readonly until: number;
}

export type Identities = ReturnType<typeof checkTokens>;

/** Tells who asks, by the bearer token that comes with a request. The key is that of the rules: no header of a token can name another. */
export function checkTokens({ issuer, audience, algorithm, key }: TokenRules) {
  const options = {
    issuer,
    audience,
    algorithms: [algorithm],
    maxTokenAge: MAX_AGE,
    requiredClaims: ['sub', 'exp', 'iat', 'role'],
  };
  /** Their signatures are checked once. */
  const accepted = new LRUCache<string, Accepted>({
    max: KEPT_TOKENS,
    maxSize: 8_000_000,
    sizeCalculation: (_, token) => token.length,
  });

  return {
    /** Who sent this token, where it was checked before and is still good. */
    known(token: string): Identity | undefined {
      const found = accepted.get(token);
      if (!found) return undefined;
      if (Date.now() < found.until) return found.identity;
      accepted.delete(token);
      return undefined;
    },
    /** Undefined for every token that is not good, whatever is wrong with it. */
    async check(token: string): Promise<Identity | undefined> {
      try {
        const { payload, protectedHeader } = await jwtVerify(token, key, options);
        const identity = identityOf(payload);
        const isTyped = TYPES.has(protectedHeader.typ?.toLowerCase() ?? '');
        if (!identity || !isTyped || saysTwice(token)) return undefined;
        const { exp = 0, iat = 0 } = payload;
        accepted.set(token, { identity, until: Math.min(exp, iat + MAX_AGE) * 1_000 });
        return identity;
      } catch {
        return undefined;
      }
    },
  };
}

/** The token of the one header `Authorization: Bearer …`; undefined where there is none, several, or something else. */
export function bearerOf(request: IncomingMessage): string | undefined {
  const { authorization } = request.headers;
  // Node keeps the first of several, others in front of it may take the last.
  if (!authorization || authorization.length > HEADER_CHARACTERS || sentTwice(request)) return undefined;
  return /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
}

const sentTwice = ({ rawHeaders }: IncomingMessage): boolean =>
  rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'authorization').length > 1;

function identityOf({ sub, role }: JWTPayload): Identity | undefined {
  const known = ROLES.find((one) => one === role);
  const isNamed = typeof sub === 'string' && sub.length > 0 && sub.length <= SUBJECT_CHARACTERS;
  return known && isNamed ? { subject: sub, role: known } : undefined;
}

/** Of a claim that stands twice others may have read the first. JSON is YAML, whose parser minds. */
const saysTwice = (token: string): boolean =>
  token
    .split('.', 2)
    .some((part) => parseDocument(Buffer.from(part, 'base64url').toString(), { schema: 'json' }).errors.length > 0);
