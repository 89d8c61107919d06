import { setImmediate as heard, setTimeout as pause } from 'node:timers/promises';
import { Agent } from 'undici';
import { distinct } from '../bench/distinct.ts';

/** What became of one question. */
export interface Outcome {
  /** Milliseconds since the stream began, when it was due. */
  readonly at: number;
  /** From when it was sent. */
  readonly milliseconds: number;
  /** Before that: it waited here for a connection to be free. */
  readonly queued: number;
  /** HTTP status; undefined when the connection broke or nothing came in time. */
  readonly status: number | undefined;
  /** Code of the first error, or how the connection failed. */
  readonly failure?: string;
  readonly retryAfter: boolean;
}

const HEADERS = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
/** Sent in a row when they are late; then what has come is heard. */
const IN_A_ROW = 32;
/** Longer than any answer may take. */
const HUNG = 20_000;

/** Small questions of several kinds, so that one statement is not all that is tried. */
export const QUESTIONS: readonly string[] = [
  '{ institution(id: "institution/kz/senate") { name kind } }',
  '{ institution(id: "institution/kz/senate") { affectedBy(first: 5) { edges { validFrom node { name enactedBy(first: 2) { nodes { name } } } } } } }',
  '{ laws(first: 10) { totalCount nodes { name kind } } }',
  '{ search(query: "Senate", first: 3) { nodes { id name } } }',
  '{ reforms(first: 5, where: { affects: { some: { node: { kind: { eq: CHAMBER } } } } }) { nodes { name } } }',
].map((query) => JSON.stringify({ query }));

/** The body of the nth request; all of them are work. */
export const bodyOf = (nth: number, bodies: readonly string[] = QUESTIONS): string =>
  distinct(bodies[nth % bodies.length] as string, nth);

export interface Stream {
  /** Milliseconds since it began. */
  now(): number;
  /** Ends sending, waits for what is under way, and tells of all. */
  end(): Promise<readonly Outcome[]>;
}

/** Sends questions at an even rate, whether or not earlier ones are answered. */
export function openStream(url: string, perSecond: number, bodies: readonly string[] = QUESTIONS): Stream {
  const dispatcher = new Agent({ connections: 512, pipelining: 1, headersTimeout: HUNG, bodyTimeout: HUNG });
  const { origin, pathname } = new URL(url);
  const outcomes: Promise<Outcome>[] = [];
  const begun = performance.now();
  let over = false;

  function send(body: string): Promise<Outcome> {
    const due = performance.now();
    let sent = due;
    const outcome = () => ({ at: due - begun, queued: sent - due, milliseconds: performance.now() - sent });
    const request = { origin, path: pathname, method: 'POST' as const, headers: HEADERS, body };
    return new Promise((resolve) => {
      let [status, retryAfter, text]: [number | undefined, boolean, string] = [undefined, false, ''];
      // Past streams and promises: what they cost in this process would count as the server's time.
      dispatcher.dispatch(request, {
        onRequestStart() {
          sent = performance.now();
        },
        onResponseStart(_, code, headers) {
          [status, retryAfter] = [code, headers['retry-after'] !== undefined];
        },
        onResponseData(_, chunk) {
          text += chunk;
        },
        onResponseEnd() {
          const [, code] = /"code":"([A-Z_]+)"/.exec(text) ?? [];
          resolve({ ...outcome(), retryAfter, status, ...(code ? { failure: code } : {}) });
        },
        onResponseError(_, error) {
          resolve({ ...outcome(), retryAfter: false, status: undefined, failure: String(error) });
        },
      });
    });
  }

  const sending = (async () => {
    for (let at = 0; !over; at += 1) {
      const due = begun + (at * 1_000) / perSecond;
      const early = due - performance.now();
      if (early > 1) await pause(early);
      else if (at % IN_A_ROW === 0) await heard();
      outcomes.push(send(bodyOf(at, bodies)));
    }
  })();

  return {
    now: () => performance.now() - begun,
    async end() {
      over = true;
      await sending;
      const all = await Promise.all(outcomes);
      await dispatcher.destroy();
      return all;
    },
  };
}

/** How many had each status. */
export function countsOf(outcomes: readonly Outcome[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { status, failure } of outcomes) {
    const name = [status, failure].filter((one) => one !== undefined).join(' ');
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
