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

test('whatever else comes is left to the ordinary way, with its body and what it reads by', async () => {
  const known = { query: KNOWN, variables: LAW };
  const left = async (body: unknown, headers?: Record<string, string>) => {
    const response = await post(laneUrl, body, headers);
    if (response.status !== 299) return 'answered';
    const [begun, text] = (await response.json()) as [string[], string | undefined];
    expect(['load', 'load,tried']).toContain(begun.join());
    return text;
  };
  expect(await left({ query: '{ __typename }' })).toBe('{"query":"{ __typename }"}');
  expect(await left('{"query": ')).toBe('{"query": ');
  for (const body of [{ ...known, extensions: {} }, { ...known, variables: [] }, [known]])
    expect(await left(body)).toBe(JSON.stringify(body));
  expect(await left(known, { Accept: 'application/json;q=0.9' })).toBeNull();
  expect(await left(known, { 'Content-Type': 'application/json; charset=utf-16' })).toBeNull();
  expect(await left(gzipSync(JSON.stringify(known)), { 'Content-Encoding': 'gzip' })).toBeNull();
  // What fails, fails in the ordinary way too.
  const many = Array(1_001).fill(1);
  for (const variables of [{}, { ...LAW, first: 0 }, { ...LAW, many }])
    expect(await left({ ...known, variables })).toBe(JSON.stringify({ ...known, variables }));
  expect(await left({ ...known, operationName: 'Other' })).toContain('Other');
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
