import { setTimeout as pause } from 'node:timers/promises';
import { Agent } from 'undici';

/** What became of one question. */
export interface Outcome {
  /** Milliseconds since the stream began, when it was sent. */
  readonly at: number;
  readonly milliseconds: number;
  /** HTTP status; undefined when the connection broke or nothing came in time. */
  readonly status: number | undefined;
  /** Code of the first error, or how the connection failed. */
  readonly failure?: string;
  readonly retryAfter: boolean;
}

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

  async function send(body: string): Promise<Outcome> {
    const sent = performance.now();
    const outcome = { at: sent - begun, retryAfter: false };
    try {
      const {
        statusCode,
        headers,
        body: answer,
      } = await dispatcher.request({
        origin,
        path: pathname,
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
        body,
      });
      const [, code] = /"code":"([A-Z_]+)"/.exec(await answer.text()) ?? [];
      const retryAfter = headers['retry-after'] !== undefined;
      const milliseconds = performance.now() - sent;
      return { ...outcome, retryAfter, milliseconds, status: statusCode, ...(code ? { failure: code } : {}) };
    } catch (error) {
      return { ...outcome, milliseconds: performance.now() - sent, status: undefined, failure: String(error) };
    }
  }

  const sending = (async () => {
    for (let at = 0; !over; at += 1) {
      const due = begun + (at * 1_000) / perSecond;
      const early = due - performance.now();
      if (early > 1) await pause(early);
      outcomes.push(send(bodies[at % bodies.length] as string));
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
