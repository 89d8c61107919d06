import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { createContext } from '../../src/context.ts';
import { fastExecution } from '../../src/execution/fast-execution.ts';
import { createAdmission } from '../../src/http/admission.ts';
import { fastLane } from '../../src/http/fast-lane.ts';
import { LIMITS } from '../../src/limits.ts';
import { writeGraph } from '../../src/load/write-graph.ts';
import { serveForTests } from '../ask.ts';
import { thingNode } from '../every-tie.ts';
import { openTestGraph } from '../neo4j.ts';

const KNOWN = 'query Named($id: ID!, $first: Int = 1) { law(id: $id) { name enacts(first: $first) { totalCount } } }';
const LAW = { id: 'law/x/1' };

let laneUrl: string;
let serverUrl: string;
beforeAll(async () => {
  const graph = await openTestGraph();
  await writeGraph(graph, { nodes: [thingNode('Law', LAW.id, { kind: 'LAW' })], ties: [] });
  ({ url: serverUrl } = await serveForTests(graph));
  const lane = fastLane({
    execute: fastExecution(schema, LIMITS.cost),
    admission: createAdmission(LIMITS.admission),
    begin: () => createContext(graph),
    kept: undefined,
  });
  lane.remember(KNOWN, parse(KNOWN));
  const server = createServer(async (request, response) => {
    const begun = await lane.answer(request, response);
    if (begun) response.writeHead(299).end(JSON.stringify([Object.keys(begun), (request as { body?: string }).body]));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  laneUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
});

const JSON_HEADERS = { 'Content-Type': 'application/json', Connection: 'close' };

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { ...JSON_HEADERS, ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
  });

test('a plain request for a document that was accepted before is answered', async () => {
  const response = await post(laneUrl, { query: KNOWN, variables: LAW, operationName: 'Named' });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
  expect(await response.json()).toEqual({
    data: { law: { name: LAW.id, enacts: { totalCount: 0 } } },
    extensions: { cost: 4 },
  });
});

test('whatever else comes is left to the ordinary way, with its body and what was read', async () => {
  const known = { query: KNOWN, variables: LAW };
  const left = async (body: unknown, headers?: Record<string, string>) => {
    const response = await post(laneUrl, body, headers);
    return response.status === 299 ? ((await response.json()) as [string[], string | undefined]) : 'answered';
  };
  expect(await left({ query: '{ __typename }' })).toEqual([[], '{"query":"{ __typename }"}']);
  expect(await left({ ...known, extensions: {} })).toEqual([[], expect.any(String)]);
  expect(await left({ ...known, variables: [] })).toEqual([[], expect.any(String)]);
  expect(await left([known])).toEqual([[], expect.any(String)]);
  expect(await left('{"query": ')).toEqual([[], '{"query": ']);
  expect(await left(known, { Accept: 'application/json;q=0.9' })).toEqual([[], null]);
  expect(await left(known, { 'Content-Type': 'application/json; charset=utf-16' })).toEqual([[], null]);
  expect(await left(gzipSync(JSON.stringify(known)), { 'Content-Encoding': 'gzip' })).toEqual([[], null]);
  // What fails, fails in the ordinary way too, and is not read twice.
  expect(await left({ ...known, variables: {} })).toEqual([['load'], expect.any(String)]);
  expect(await left({ ...known, variables: { ...LAW, first: 0 } })).toEqual([['load'], expect.any(String)]);
  expect(await left({ ...known, operationName: 'Other' })).toEqual([['load'], expect.any(String)]);
  expect(await left({ ...known, variables: { ...LAW, many: Array(1_001).fill(1) } })).toEqual([
    ['load'],
    expect.any(String),
  ]);
});

test('headers and bytes are those of the ordinary way, in whatever kind of JSON', async () => {
  const whole = async (accept: string) => {
    const response = await post(serverUrl, { query: `${KNOWN} # ${accept}`, variables: LAW }, { Accept: accept });
    const { date: _, 'x-request-id': __, ...headers } = Object.fromEntries(response.headers);
    return [response.status, headers, await response.text()];
  };
  for (const accept of [
    '*/*',
    'application/json',
    'application/graphql-response+json',
    'application/graphql-response+json, application/json',
  ]) {
    const byYoga = await whole(accept);
    expect([accept, await whole(accept)]).toEqual([accept, byYoga]);
  }
});
