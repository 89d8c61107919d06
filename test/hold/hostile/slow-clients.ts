import { connect } from 'node:net';
import { percentile } from '../../bench/percentile.ts';

const SLOW = 200;
/** Milliseconds between two bytes. */
const STEP = 1_000;
const GIVE_UP = 40_000;
/** What the server grants for headers and for all of a request, and how long it may take to see that it was more. */
const GRANTED = { headers: 10_000, request: 15_000, slack: 2_500 };

const READERS = 10;
/** Answers that a slow reader asks for: more than what lies between it and the server can hold. */
const ANSWERS = 60;
const ANSWERED = 'HTTP/1.1 200';
const LARGE = JSON.stringify({
  query: '{ __schema { types { name description fields { name description args { name description } } } } }',
});

const HEADERS = 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
const BODY = '{"query":"{ __typename }"}';

export interface SlowReport {
  readonly clients: number;
  readonly closed: number;
  /** Longest milliseconds until one was closed: of those slow with their headers, and of those slow with their body. */
  readonly headersClosedWithin: number;
  readonly bodyClosedWithin: number;
  /** Clients that ask for much and read nothing, and how many of them were let go in time. */
  readonly readers: number;
  readonly readersLetGo: number;
  readonly othersAsked: number;
  readonly othersAnswered: number;
  readonly othersP99: number;
  readonly ok: boolean;
}

/**
 * Two hundred clients that send a byte a second, half their headers, half their bodies, and some that read nothing of what they asked for.
 * Others ask meanwhile.
 */
export async function slowClients(port: number): Promise<SlowReport> {
  const all = Array.from({ length: SLOW }, (_, at) => at % 2 === 0);
  let left = SLOW;
  const slow = all.map(async (inHeaders) => {
    const took = await closedAfter(port, inHeaders);
    left -= 1;
    return { inHeaders, took };
  });
  const readers = Promise.all(Array.from({ length: READERS }, () => letGoUnread(port)));
  const times: number[] = [];
  let [asked, answered] = [0, 0];
  while (left > 0) {
    const begun = performance.now();
    asked += 1;
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: '{ institutions(first: 3) { nodes { id name } } }' }),
    }).catch(() => undefined);
    if (response?.status === 200 && (await response.text()).startsWith('{"data":{"institutions"')) answered += 1;
    times.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const ended = await Promise.all(slow);
  const readersLetGo = (await readers).filter(Boolean).length;
  const longest = (inHeaders: boolean): number =>
    Math.round(Math.max(...ended.filter((one) => one.inHeaders === inHeaders).map(({ took }) => took)));
  const [headersClosedWithin, bodyClosedWithin] = [longest(true), longest(false)];
  return {
    clients: SLOW,
    closed: ended.filter(({ took }) => took < GIVE_UP).length,
    headersClosedWithin,
    bodyClosedWithin,
    readers: READERS,
    readersLetGo,
    othersAsked: asked,
    othersAnswered: answered,
    othersP99: Math.round(percentile(times, 0.99)),
    ok:
      asked === answered &&
      readersLetGo === READERS &&
      headersClosedWithin <= GRANTED.headers + GRANTED.slack &&
      bodyClosedWithin <= GRANTED.request + GRANTED.slack,
  };
}

function closedAfter(port: number, inHeaders: boolean): Promise<number> {
  return new Promise((resolve) => {
    const begun = performance.now();
    const socket = connect({ host: '127.0.0.1', port });
    const [atOnce, slowly] = inHeaders
      ? ['', `${HEADERS}${'X-A: a\r\n'.repeat(20)}`]
      : [`${HEADERS}Content-Length: ${BODY.length}\r\n\r\n`, BODY];
    socket.write(atOnce);
    let at = 0;
    const sending = setInterval(() => {
      if (at < slowly.length) socket.write(slowly[at++] as string);
    }, STEP);
    const giveUp = setTimeout(() => socket.destroy(), GIVE_UP);
    // What it says is read, or its end would not be seen.
    socket.resume();
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(sending);
      clearTimeout(giveUp);
      resolve(performance.now() - begun);
    });
  });
}

/** Asks for more than fits between two ends, reads nothing until patience ends, then all there is: was it let go before the last answer? */
function letGoUnread(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const ask = `${HEADERS}Content-Length: ${LARGE.length}\r\n\r\n${LARGE}`;
    socket.pause();
    socket.write(ask.repeat(ANSWERS));
    let [answers, rest] = [0, ''];
    socket.on('data', (piece: Buffer) => {
      const parts = (rest + piece.toString('latin1')).split(ANSWERED);
      answers += parts.length - 1;
      rest = parts.at(-1)?.slice(-ANSWERED.length) ?? '';
      if (answers >= ANSWERS) socket.destroy();
    });
    setTimeout(() => socket.resume(), GIVE_UP);
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answers < ANSWERS));
  });
}
