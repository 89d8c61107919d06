import { beforeAll, expect, test } from 'vitest';
import { ReformgraphError } from '../../src/errors.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { Waiter } from '../../src/graph/waiter.ts';
import { keepAnswers } from '../../src/http/kept-answers.ts';
import { openSeen, type Seen } from '../../src/seen/metrics.ts';
import { Visit } from '../../src/seen/visit.ts';
import { serveForTests } from '../ask.ts';
import { openTestGraph } from '../neo4j.ts';

let graph: Graph;
let url = '';
let seen: Seen;
beforeAll(async () => {
  seen = openSeen();
  const opened = await openTestGraph();
  seen.watchGraph(opened);
  graph = seen.reading(opened);
  ({ url } = await serveForTests(graph, keepAnswers(graph, 1_000_000), { seen }));
});

const look = (headers: Record<string, string> = {}, at = url) => fetch(new URL('/metrics', at), { headers });

/** The value of each series whose name and labels are these. */
async function value(series: string): Promise<number | undefined> {
  const text = await (await look()).text();
  const line = text.split('\n').find((line) => line.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
}

async function ask(query: string, headers: Record<string, string> = {}): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Connection: 'close', ...headers },
    body: JSON.stringify({ query }),
  });
  await response.arrayBuffer();
}

test('requests are counted by how they ended, statements by their names', async () => {
  for (let time = 0; time < 3; time += 1) await ask('{ laws { totalCount } }');
  await ask('{ nothing }', { Accept: 'application/graphql-response+json' });
  await ask('{ laws { totalCount } }', { 'Content-Type': 'text/plain' });
  await fetch(new URL('/health', url));
  // A request is over a moment after its client has the answer.
  await expect.poll(() => value('reformgraph_request_seconds_count')).toBe(5);
  expect(await value('reformgraph_requests_total{status="200",code=""}')).toBe(3);
  expect(await value('reformgraph_requests_total{status="400",code="GRAPHQL_VALIDATION_FAILED"}')).toBe(1);
  expect(await value('reformgraph_requests_total{status="415",code="BAD_USER_INPUT"}')).toBe(1);
  // The third was kept.
  expect(await value('reformgraph_statements_total{statement="Law count",outcome="ok"}')).toBe(2);
  expect(await value('reformgraph_statement_seconds_count{statement="Law count"}')).toBe(2);
});

test('connections are counted, as the driver counts them', async () => {
  expect(await value('reformgraph_statements_under_way')).toBe(0);
  await expect.poll(() => value('reformgraph_pool_in_use')).toBe(0);
  expect(await value('reformgraph_pool_idle')).toBeGreaterThanOrEqual(1);
  const slow = { name: 'slow', text: 'UNWIND range(1, 3000000) AS n RETURN count(n) AS n' };
  const reading = graph.read(slow);
  await expect.poll(() => graph.pool().inUse).toBe(1);
  expect(graph.underWay()).toBe(1);
  await reading;
});

test('a reader who leaves still ends the statement', async () => {
  const client = new Waiter();
  const slow = graph.read(
    { name: 'slow', text: 'UNWIND range(1, 1000000000) AS n RETURN count(n) AS n' },
    {},
    60_000,
    client,
  );
  await expect.poll(() => graph.underWay()).toBe(1);
  client.leave();
  await expect(slow).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  expect(await value('reformgraph_statements_total{statement="slow",outcome="left"}')).toBe(1);
});

test('what others count is told', async () => {
  const before = (await value('reformgraph_cost_points_sum')) ?? 0;
  seen.watchBreaker(() => true);
  const visit = new Visit('id');
  visit.costs(40);
  visit.code = 'OVERLOADED';
  seen.answered(503, visit, 0.02);
  expect(await value('reformgraph_queue_waiting')).toBe(0);
  expect(await value('reformgraph_breaker')).toBe(1);
  expect(await value('reformgraph_shed_total')).toBe(1);
  expect(await value('reformgraph_cost_points_sum')).toBe(before + 40);
  expect(await value('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
  expect(await value('process_resident_memory_bytes')).toBeGreaterThan(0);
});

test('what fails is counted by its code, and missed deadlines by themselves', async () => {
  const late = new ReformgraphError('DEADLINE_EXCEEDED', 'late');
  const failing = seen.reading({ ...graph, read: () => Promise.reject(late) });
  await expect(failing.read({ name: 'x', text: '' })).rejects.toBe(late);
  expect(await value('reformgraph_statements_total{statement="x",outcome="DEADLINE_EXCEEDED"}')).toBe(1);
  expect(await value('reformgraph_deadlines_missed_total')).toBe(1);
});

test('there are only so many names', async () => {
  const own = openSeen();
  const many = own.reading({ ...graph, read: () => Promise.resolve([]) });
  for (let at = 0; at < 2_000; at += 1) await many.read({ name: `statement ${at}`, text: '' });
  const text = await own.registry.metrics();
  expect(text.match(/^reformgraph_statements_total\{/gm)).toHaveLength(601);
  expect(text).toContain('reformgraph_statements_total{statement="other",outcome="ok"} 1400');
});

test('only this machine may look, unless all may', async () => {
  expect((await look()).status).toBe(200);
  expect((await look({ 'X-Forwarded-For': '127.0.0.1' })).status).toBe(404);
  expect((await look({ Forwarded: 'for=127.0.0.1' })).status).toBe(404);
  const open = await serveForTests(graph, undefined, { seen: openSeen('open') });
  expect((await look({ 'X-Forwarded-For': '203.0.113.1' }, open.url)).status).toBe(200);
  const off = await serveForTests(graph);
  expect((await look({}, off.url)).status).toBe(404);
});
