import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { openTracing } from '../../src/seen/tracing.ts';
import { serveForTests } from '../ask.ts';
import { openTestGraph } from '../neo4j.ts';

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly status: { code?: number };
  readonly attributes: { key: string; value: unknown }[];
}

/** What was sent to a collector, as text. */
async function collector() {
  const bodies: string[] = [];
  const paths: string[] = [];
  const server = createServer(async (request, response) => {
    paths.push(request.url ?? '');
    bodies.push(Buffer.concat(await request.toArray()).toString());
    response.writeHead(200, { 'Content-Type': 'application/json', Connection: 'close' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  return { bodies, paths, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const spansOf = (body: string): Span[] =>
  (JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }).resourceSpans.flatMap(
    ({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans),
  );

test('a collector gets a span of each request with its statements, and nothing of what was asked', async () => {
  const { bodies, paths, address } = await collector();
  const tracing = openTracing(`${address}/`);
  const { ask } = await serveForTests(await openTestGraph(), undefined, { tracing });
  const query = 'query Named($id: ID!) { law(id: $id) { name } laws { totalCount } }';
  expect((await ask(query, { id: 'law/secret/words' })).status).toBe(200);
  expect((await ask(query, { id: 'law/secret/words' })).status).toBe(200);
  expect((await ask('query Refused { secretField }')).status).toBe(400);
  await tracing.stop();

  expect(new Set(paths)).toEqual(new Set(['/v1/traces']));
  expect(bodies.join('')).not.toMatch(/secret|\$id|totalCount/);
  const spans = bodies.flatMap(spansOf);
  const roots = spans.filter(({ parentSpanId }) => !parentSpanId);
  expect(roots.map(({ name }) => name).sort()).toEqual(['GraphQL', 'GraphQL Named', 'GraphQL Named']);
  for (const { name, spanId, traceId, status } of roots) {
    const parts = spans.filter(({ parentSpanId }) => parentSpanId === spanId);
    expect(parts.map(({ name }) => name).sort()).toEqual(
      name === 'GraphQL' ? [] : ['Law count', 'Law in short by id', 'read/survivors'],
    );
    expect(new Set(parts.map((part) => part.traceId))).toEqual(new Set(name === 'GraphQL' ? [] : [traceId]));
    expect(status.code ?? 0).toBe(name === 'GraphQL' ? 2 : 0);
  }
  const refused = roots.find(({ name }) => name === 'GraphQL');
  expect(refused?.attributes).toContainEqual({
    key: 'error.type',
    value: { stringValue: 'GRAPHQL_VALIDATION_FAILED' },
  });
});

test('a statement that fails is a span with its code and without its words', async () => {
  const { bodies, address } = await collector();
  const tracing = openTracing(address);
  const failing = { read: () => Promise.reject(new Error('secret words')) };
  const { ask } = await serveForTests(failing, undefined, { tracing });
  await ask('{ law(id: "law/x/a") { id } }');
  await tracing.stop();
  expect(bodies.join('')).not.toContain('secret');
  const part = bodies.flatMap(spansOf).find(({ name }) => name.startsWith('Law in'));
  expect(part?.status.code).toBe(2);
  expect(part?.attributes).toContainEqual({ key: 'error.type', value: { stringValue: 'INTERNAL_SERVER_ERROR' } });
});

test('a collector that is away holds nothing up', async () => {
  const tracing = openTracing('http://127.0.0.1:1');
  const { ask } = await serveForTests(await openTestGraph(), undefined, { tracing });
  expect((await ask('{ __typename }')).status).toBe(200);
  await tracing.stop().catch(() => undefined);
});
