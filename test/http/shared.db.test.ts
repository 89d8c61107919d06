import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { openGate } from '../../src/http/gate.ts';
import { rateLimit } from '../../src/http/rate-limit.ts';
import { writeGraph } from '../../src/load/write-graph.ts';
import { createHandler } from '../../src/server.ts';
import { thingNode } from '../every-tie.ts';
import { openTestGraph } from '../neo4j.ts';

const QUESTION = '{ law(id: "law/x/1") { name } }';
const law = (name: string) => ({
  nodes: [{ ...thingNode('Law', 'law/x/1', { kind: 'LAW', name }) }],
  ties: [],
});

let graph: Graph;
/** Statements sent; while the door is held they wait. */
const sent: string[] = [];
let door: Promise<void> = Promise.resolve();
/** Told when a request has come with its body, and when a client has left. */
let onCome: () => void = () => undefined;
let onLeft: () => void = () => undefined;
let url: string;

beforeAll(async () => {
  graph = await openTestGraph();
  await writeGraph(graph, law('First name'));
  const read: Graph['read'] = async (statement, parameters, deadline, waiter) => {
    sent.push(statement.name);
    const rows = await graph.read(statement, parameters, deadline, waiter);
    await door;
    return rows;
  };
  const gate = openGate({ limit: rateLimit(1_000, { now: () => 0 }) });
  const handler = createHandler({ graph: { read }, logger: pino({ level: 'silent' }), deadline: 60_000, gate });
  const server = createServer((request: IncomingMessage, response) => {
    handler(request, response);
    request.once('end', () => setImmediate(onCome));
    response.once('close', () => response.writableFinished || onLeft());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  // Only texts that are known are shared.
  await ask();
});

const ask = (signal?: AbortSignal): Promise<unknown> =>
  fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Connection: 'close' },
    body: JSON.stringify({ query: QUESTION }),
    ...(signal ? { signal } : {}),
  }).then((response) => response.json());

async function pointsLeft(): Promise<number> {
  const response = await fetch(`${url}?query={__typename}`, { headers: { Accept: 'application/json' } });
  return Number(/r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1]);
}

const named = (name: string): unknown => ({ data: { law: { name } }, extensions: { cost: 1 } });

/** Holds what the graph answers. Asks one after the other, each when the one before has come. */
async function askHeld(...signals: readonly (AbortSignal | undefined)[]) {
  let open: () => void = () => undefined;
  door = new Promise((resolve) => {
    open = resolve;
  });
  sent.length = 0;
  const answers: Promise<unknown>[] = [];
  for (const signal of signals) {
    const come = new Promise<void>((resolve) => {
      onCome = resolve;
    });
    answers.push(ask(signal).catch(() => 'left'));
    await come;
  }
  return { answers, open };
}

test('of twenty clients who ask the same at the same time, the first is answered at once and the others by one answer after it', async () => {
  const { answers, open } = await askHeld(...Array<undefined>(20).fill(undefined));
  expect(sent).toHaveLength(1);
  open();
  expect(await Promise.all(answers)).toEqual(Array(20).fill(named('First name')));
  expect(sent).toHaveLength(2);
});

test('whoever shares an answer is charged for it', async () => {
  const before = await pointsLeft();
  const { answers, open } = await askHeld(...Array<undefined>(20).fill(undefined));
  open();
  await Promise.all(answers);
  // Each its request and its answer; and the request that looks.
  expect(before - (await pointsLeft())).toBe(20 * 2 + 1);
});

test('a write that ended before a question is in its answer, though the same was being answered when it was asked', async () => {
  const { answers, open } = await askHeld(undefined);
  await writeGraph(graph, law('Second name'));
  const after = ask();
  await new Promise<void>((resolve) => {
    onCome = resolve;
  });
  open();
  await Promise.all(answers);
  expect(await after).toEqual(named('Second name'));
});

test('when the client leaves for whom it was begun, the others are answered all the same', async () => {
  const leaving = new AbortController();
  const { answers, open } = await askHeld(undefined, leaving.signal, undefined, undefined);
  const gone = new Promise<void>((resolve) => {
    onLeft = resolve;
  });
  leaving.abort();
  await gone;
  open();
  const [first, left, ...others] = await Promise.all(answers);
  expect(left).toBe('left');
  expect([first, ...others]).toEqual(Array(3).fill(named('Second name')));
});
