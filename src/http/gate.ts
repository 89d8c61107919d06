import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BlockList } from 'node:net';
import type { Visit } from '../seen/visit.ts';
import { addressOf, networkOf, siteOf } from './client.ts';
import { bearerOf, type Identities, type Identity } from './identity.ts';
import { type RateLimit, rateLimit, type Standing } from './rate-limit.ts';

export interface GateOptions {
  /** Who may come in; everybody when absent. */
  readonly identities?: Identities | undefined;
  /** Points that clients may use; as many as they like when absent. */
  readonly limit?: RateLimit | undefined;
  /** Who may say for whom they ask. */
  readonly proxies?: BlockList | undefined;
  /** Seconds, by which refused tokens are forgotten. */
  readonly now?: () => number;
}

export interface TurnedAway {
  readonly status: 401 | 429;
  readonly code: 'UNAUTHENTICATED' | 'RATE_LIMITED';
  readonly message: string;
  readonly headers: Readonly<Record<string, string>>;
}

export type Gate = ReturnType<typeof openGate>;

const UNKNOWN: TurnedAway = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'This server answers only to those with a valid token. Send one: Authorization: Bearer <token>.',
  headers: { 'WWW-Authenticate': 'Bearer' },
};
/** Tokens of one address that may be refused in a minute; after that only those known to be good get through. */
const REFUSED_TOKENS = 10;
/** Whoever has many lines of IPv6 may use the points of so many. */
const LINES_OF_A_SITE = 16;
/** What every request costs, beside what its question does. */
const REQUEST_POINTS = 1;

/** Stands before everything that answers questions, and reads nothing but headers. */
export function openGate({ identities, limit, proxies, now }: GateOptions) {
  const refusedTokens = rateLimit(REFUSED_TOKENS, now ? { now } : {});
  const sites = limit && rateLimit(limit.pointsPerMinute * LINES_OF_A_SITE, now ? { now } : {});
  const policy = limit && `"points";q=${limit.pointsPerMinute};w=60`;

  /** Undefined when there are points left: then they are counted from here on. */
  function count(response: ServerResponse, visit: Visit, client: string, site?: string): TurnedAway | undefined {
    if (!limit || !sites || !policy) return undefined;
    const show = ({ remaining, reset }: Standing): void => {
      if (!response.headersSent) response.setHeader('RateLimit', `"points";r=${remaining};t=${reset}`);
    };
    response.setHeader('RateLimit-Policy', policy);
    const standing = limit.open(client);
    if (standing.retryAfter > 0) {
      show(standing);
      return tooMany(`${limit.pointsPerMinute} points a minute are used up`, standing);
    }
    const ofSite = site === undefined ? undefined : sites.open(site);
    if (ofSite && ofSite.retryAfter > 0) {
      show(ofSite);
      return tooMany(`${sites.pointsPerMinute} points a minute of the network ${site} are used up`, ofSite);
    }
    visit.charge = (points) => {
      if (site !== undefined) sites.charge(site, points);
      show(limit.charge(client, points));
    };
    visit.charge(REQUEST_POINTS);
    return undefined;
  }

  function countAddress(request: IncomingMessage, response: ServerResponse, visit: Visit): TurnedAway | undefined {
    const address = addressOf(request, proxies);
    return count(response, visit, `address ${networkOf(address)}`, siteOf(address));
  }

  function letIn(response: ServerResponse, visit: Visit, identity: Identity): TurnedAway | undefined {
    visit.identity = identity;
    return count(response, visit, `subject ${identity.subject}`);
  }

  async function check(
    { check }: Identities,
    request: IncomingMessage,
    response: ServerResponse,
    visit: Visit,
  ): Promise<TurnedAway | undefined> {
    const address = networkOf(addressOf(request, proxies));
    const unknown = (): TurnedAway => countAddress(request, response, visit) ?? UNKNOWN;
    if (request.headers.authorization === undefined) return unknown();
    const standing = refusedTokens.open(address);
    if (standing.retryAfter > 0) return tooMany('too many tokens were refused', standing);
    // Before it is looked at, so that many at once are not all let through.
    refusedTokens.charge(address, 1);
    const token = bearerOf(request);
    const identity = token === undefined ? undefined : await check(token);
    if (!identity) return unknown();
    refusedTokens.charge(address, -1);
    return letIn(response, visit, identity);
  }

  return {
    /** Undefined when the request may go on. */
    enter(
      request: IncomingMessage,
      response: ServerResponse,
      visit: Visit,
    ): TurnedAway | undefined | Promise<TurnedAway | undefined> {
      if (!identities) return limit && countAddress(request, response, visit);
      const token = bearerOf(request);
      const known = token === undefined ? undefined : identities.known(token);
      return known ? letIn(response, visit, known) : check(identities, request, response, visit);
    },
  };
}

const tooMany = (what: string, { retryAfter }: Standing): TurnedAway => ({
  status: 429,
  code: 'RATE_LIMITED',
  message: `Too much at once: ${what}. Ask again in ${retryAfter} s.`,
  headers: { 'Retry-After': String(retryAfter) },
});
