import { generateKeyPairSync, sign } from 'node:crypto';
import { claims, ec, HEADER, hmac, inSeconds, pemOf, rsa, SECRET, signWith, tokenFor, tokenOf } from '../tokens.ts';

const OTHER_SECRET = `${SECRET.slice(0, -1)}0`;
const stranger = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const strangerKey = stranger.publicKey.export({ format: 'jwk' });
const byStranger = (text: string): Buffer => sign('sha256', Buffer.from(text), stranger.privateKey);
const unsigned = (): Buffer => Buffer.alloc(0);
const good = (): string => tokenFor('viewer');
const withClaims = (changed: Record<string, unknown>): string => tokenOf(HEADER, { ...claims(), ...changed });
const without = (name: string): string => withClaims({ [name]: undefined });
const withHeader = (changed: Record<string, unknown>, signed?: (text: string) => Buffer): string =>
  tokenOf({ ...HEADER, ...changed }, claims(), signed);
const parts = (): [string, string, string] => good().split('.') as [string, string, string];
/** Claims as text, for what no object can hold. */
const said = (last: string): string => `${JSON.stringify(claims()).slice(0, -1)},${last}}`;

/** The whole header `Authorization`, or several; each is made when it is sent. */
export const FORGED: readonly (readonly [name: string, authorization: () => string | string[]])[] = [
  ['an empty header', () => ''],
  ['a scheme alone', () => 'Bearer'],
  ['an empty token', () => 'Bearer  '],
  ['another scheme', () => `Basic ${Buffer.from('admin:admin').toString('base64')}`],
  ['a good token under another scheme', () => `Token ${good()}`],
  ['a good token without a scheme', () => good()],
  ['two tokens in one header', () => `Bearer ${good()}, Bearer ${good()}`],
  ['two headers, each good', () => [`Bearer ${good()}`, `Bearer ${good()}`]],
  ['two headers, the first good', () => [`Bearer ${good()}`, 'Bearer x.y.z']],
  ['words', () => 'Bearer let me in'],
  ['one part', () => 'Bearer abc'],
  ['four parts', () => `Bearer ${good()}.x`],
  ['a token of 8 kB', () => `Bearer ${withClaims({ more: 'x'.repeat(6_000) })}`],
  ['alg none, unsigned', () => `Bearer ${withHeader({ alg: 'none' }, unsigned)}`],
  ['alg None, unsigned', () => `Bearer ${withHeader({ alg: 'None' }, unsigned)}`],
  ['alg none with the signature of HS256', () => `Bearer ${withHeader({ alg: 'none' })}`],
  ['alg HS256, unsigned', () => `Bearer ${withHeader({}, unsigned)}`],
  ['no alg', () => `Bearer ${withHeader({ alg: undefined })}`],
  ['alg hs256', () => `Bearer ${withHeader({ alg: 'hs256' })}`],
  ['alg HS512 with our secret', () => `Bearer ${withHeader({ alg: 'HS512' }, (text) => hmac(text, SECRET, 'sha512'))}`],
  ['alg RS256 by a stranger', () => `Bearer ${withHeader({ alg: 'RS256' }, byStranger)}`],
  ['alg ES256', () => `Bearer ${withHeader({ alg: 'ES256' }, signWith.ES256)}`],
  ['another secret', () => `Bearer ${withHeader({}, (text) => hmac(text, OTHER_SECRET))}`],
  ['an empty secret', () => `Bearer ${withHeader({}, (text) => hmac(text, ''))}`],
  ['a secret named by kid', () => `Bearer ${withHeader({ kid: '../../../dev/null' }, (text) => hmac(text, ''))}`],
  ['kid that would be SQL', () => `Bearer ${withHeader({ kid: "x' UNION SELECT 'k" }, (text) => hmac(text, 'k'))}`],
  ['its own key in jwk', () => `Bearer ${withHeader({ alg: 'RS256', jwk: strangerKey }, byStranger)}`],
  [
    'its own secret in jwk',
    () => `Bearer ${withHeader({ jwk: { kty: 'oct', k: 'c2VjcmV0' } }, (text) => hmac(text, 'secret'))}`,
  ],
  ['a key at jku', () => `Bearer ${withHeader({ alg: 'RS256', jku: 'http://127.0.0.1:1/keys' }, byStranger)}`],
  ['a certificate at x5u', () => `Bearer ${withHeader({ alg: 'RS256', x5u: 'http://127.0.0.1:1/cert' }, byStranger)}`],
  ['a certificate in x5c', () => `Bearer ${withHeader({ alg: 'RS256', x5c: ['MIIB'] }, byStranger)}`],
  ['a demand nobody knows', () => `Bearer ${withHeader({ crit: ['exp2'], exp2: 1 })}`],
  ['a payload that is not encoded', () => `Bearer ${withHeader({ b64: false, crit: ['b64'] })}`],
  ['no type', () => `Bearer ${withHeader({ typ: undefined })}`],
  ['another type', () => `Bearer ${withHeader({ typ: 'logout+jwt' })}`],
  ['a header that is a list', () => `Bearer ${tokenOf([HEADER], claims())}`],
  ['a header that is no JSON', () => `Bearer ${tokenOf('{', claims())}`],
  ['expired a second ago', () => `Bearer ${withClaims({ iat: inSeconds(-60), exp: inSeconds(-1) })}`],
  ['expires now', () => `Bearer ${withClaims({ iat: inSeconds(-60), exp: inSeconds(0) })}`],
  ['never expires', () => `Bearer ${without('exp')}`],
  ['expires in words', () => `Bearer ${withClaims({ exp: 'tomorrow' })}`],
  ['good from later on', () => `Bearer ${withClaims({ nbf: inSeconds(60) })}`],
  ['nbf in words', () => `Bearer ${withClaims({ nbf: 'now' })}`],
  ['issued over an hour ago', () => `Bearer ${withClaims({ iat: inSeconds(-3_602) })}`],
  ['issued in the future', () => `Bearer ${withClaims({ iat: inSeconds(60) })}`],
  ['never issued', () => `Bearer ${without('iat')}`],
  ['another issuer', () => `Bearer ${withClaims({ iss: 'https://elsewhere.example' })}`],
  ['our issuer with a slash', () => `Bearer ${withClaims({ iss: 'https://issuer.example/' })}`],
  ['several issuers', () => `Bearer ${withClaims({ iss: ['https://issuer.example'] })}`],
  ['no issuer', () => `Bearer ${without('iss')}`],
  ['another audience', () => `Bearer ${withClaims({ aud: 'elsewhere' })}`],
  ['other audiences', () => `Bearer ${withClaims({ aud: ['elsewhere', 'reformgraph2'] })}`],
  ['no audiences', () => `Bearer ${withClaims({ aud: [] })}`],
  ['our audience in a list in a list', () => `Bearer ${withClaims({ aud: [['reformgraph']] })}`],
  ['no audience', () => `Bearer ${without('aud')}`],
  ['no subject', () => `Bearer ${without('sub')}`],
  ['an empty subject', () => `Bearer ${withClaims({ sub: '' })}`],
  ['a subject that is a number', () => `Bearer ${withClaims({ sub: 7 })}`],
  ['a subject of 257 characters', () => `Bearer ${withClaims({ sub: 'x'.repeat(257) })}`],
  ['no role', () => `Bearer ${without('role')}`],
  ['an unknown role', () => `Bearer ${withClaims({ role: 'root' })}`],
  ['several roles', () => `Bearer ${withClaims({ role: ['admin'] })}`],
  ['a role every object has', () => `Bearer ${withClaims({ role: 'constructor' })}`],
  [
    'a role in __proto__',
    () => `Bearer ${tokenOf(HEADER, said('"__proto__":{"role":"admin"}').replace('"role":"viewer",', ''))}`,
  ],
  ['two roles, one after the other', () => `Bearer ${tokenOf(HEADER, said('"role":"admin"'))}`],
  ['two roles, one of them escaped', () => `Bearer ${tokenOf(HEADER, said('"r\\u006fle":"admin"'))}`],
  ['two ends', () => `Bearer ${tokenOf(HEADER, said(`"exp":${inSeconds(9_000)}`))}`],
  ['two algs', () => `Bearer ${tokenOf('{"alg":"none","typ":"JWT","alg":"HS256"}', claims())}`],
  ['claims that are a list', () => `Bearer ${tokenOf(HEADER, [claims()])}`],
  ['claims that are null', () => `Bearer ${tokenOf(HEADER, 'null')}`],
  ['claims that are no JSON', () => `Bearer ${tokenOf(HEADER, 'role=admin')}`],
  ['a good token within a token', () => `Bearer ${tokenOf({ ...HEADER, cty: 'JWT' }, good())}`],
  ['a good token without its last character', () => `Bearer ${good().slice(0, -1)}`],
  ['a good token without its signature', () => `Bearer ${parts().slice(0, 2).join('.')}.`],
  ['a good token without its header', () => `Bearer .${parts().slice(1).join('.')}`],
  ['claims of another token', () => `Bearer ${parts()[0]}.${tokenFor('admin').split('.')[1]}.${parts()[2]}`],
  ['a signature turned round', () => `Bearer ${parts()[0]}.${parts()[1]}.${[...parts()[2]].reverse().join('')}`],
  ['a good token with a line break', () => `Bearer ${good()}%0a`],
];

/** Where keys are public, what is public is tried as a secret. */
export const FORGED_FOR_RS256: readonly (readonly [name: string, token: () => string])[] = [
  ['HS256 with the public key as PEM', () => withHeader({}, (text) => hmac(text, pemOf(rsa.publicKey)))],
  [
    'HS256 with the public key as DER',
    () => withHeader({}, (text) => hmac(text, rsa.publicKey.export({ type: 'spki', format: 'der' }))),
  ],
  ['RS256 by a stranger', () => withHeader({ alg: 'RS256' }, byStranger)],
  ['RS256 by a stranger with its key', () => withHeader({ alg: 'RS256', jwk: strangerKey }, byStranger)],
  ['PS256 by the right key', () => withHeader({ alg: 'PS256' }, signWith.RS256)],
  ['RS512 signed as RS256', () => withHeader({ alg: 'RS512' }, signWith.RS256)],
  [
    'ES256 by another kind of key',
    () => withHeader({ alg: 'ES256' }, (text) => sign('sha256', Buffer.from(text), ec.privateKey)),
  ],
  ['alg none', () => withHeader({ alg: 'none' }, unsigned)],
];
