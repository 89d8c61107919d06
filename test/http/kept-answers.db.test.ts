import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { keepAnswers } from '../../src/http/kept-answers.ts';
import { writeGraph } from '../../src/load/write-graph.ts';
import { type AskGraphql, serveForTests } from '../ask.ts';
import { thingNode } from '../every-tie.ts';
import { openTestGraph } from '../neo4j.ts';

const laws = (summary: string) => ({
  nodes: Array.from({ length: 100 }, (_, at) => thingNode('Law', `law/x/${at}`, { kind: 'LAW', summary })),
  ties: [],
});
const QUESTION = '{ laws(first: 100) { nodes { id name summary } } }';

let graph: Graph;
let url: string;
let ask: AskGraphql;
beforeAll(async () => {
  graph = await openTestGraph();
  await writeGraph(graph, laws('before'));
  // Nothing seen is taken to be so for a while: each kept answer asks for the version of the data.
  ({ url, ask } = await serveForTests(graph, keepAnswers(graph, 10_000_000, 0)));
});

interface Raw {
  readonly status: number | undefined;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

/** As it comes over the wire. */
const post = (query: string, headers: Record<string, string> = {}): Promise<Raw> =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify({ query });
    const sent = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body), ...headers };
    request(url, { method: 'POST', headers: sent }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) });
    })
      .on('error', reject)
      .end(body);
  });

const summaries = ({ data }: { data: { laws: { nodes: { summary: string }[] } } }): string[] => [
  ...new Set(data.laws.nodes.map(({ summary }) => summary)),
];
const names = ({ sent }: Awaited<ReturnType<AskGraphql>>): string[] => sent.map(({ statement }) => statement.name);

test('an answer is kept until somebody writes, and costs no more than the version of the data', async () => {
  // The first time the document becomes known, the second time the answer is kept.
  expect(names(await ask(QUESTION))).toEqual(['Law in short list ascending']);
  await ask(QUESTION);
  const kept = await ask(QUESTION);
  expect([names(kept), summaries(kept)]).toEqual([[], ['before']]);
  await writeGraph(graph, laws('after'));
  const changed = await ask(QUESTION);
  expect([names(changed), summaries(changed)]).toEqual([['Law in short list ascending'], ['after']]);
  expect(names(await ask(QUESTION))).toEqual([]);
});

test('who has the answer is told so, and who can read it compressed gets it so', async () => {
  const question = `${QUESTION} # wire`;
  await post(question);
  await post(question);
  const { headers, body } = await post(question);
  expect(headers.etag).toMatch(/^"[\w-]{27}"$/);
  const again = await post(question, { 'If-None-Match': String(headers.etag) });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  expect((await post(question, { 'If-None-Match': '"other"' })).status).toBe(200);
  const brotli = await post(question, { 'Accept-Encoding': 'gzip, br' });
  const gzip = await post(question, { 'Accept-Encoding': 'gzip' });
  expect([brotli.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip']);
  expect(brotliDecompressSync(brotli.body)).toEqual(body);
  expect(gunzipSync(gzip.body)).toEqual(body);
  expect(gzip.body.length).toBeLessThan(body.length / 4);
});

test('what fails is not kept', async () => {
  const wrong = '{ laws(first: 0) { nodes { id } } }';
  for (const _ of [1, 2, 3]) expect((await ask(wrong)).errors).toHaveLength(1);
  expect((await post(wrong)).headers.etag).toBeUndefined();
});

test('no more bytes are kept than were granted', async () => {
  const small = await serveForTests(graph, keepAnswers(graph, 5_000, 0));
  const one = (id: number) => `{ law(id: "law/x/${id}") { name } }`;
  for (const at of [1, 2, 3]) for (const _ of [1, 2]) expect((await small.ask(one(at))).errors).toEqual([]);
  expect(names(await small.ask(one(1)))).toEqual([]);
  for (let at = 4; at < 100; at += 1) for (const _ of [1, 2]) await small.ask(one(at));
  expect(names(await small.ask(one(99)))).toEqual([]);
  expect(names(await small.ask(one(1)))).toEqual(['Law in short by id']);
  // An answer that would push many others out.
  for (const _ of [1, 2, 3]) expect(names(await small.ask(QUESTION))).toEqual(['Law in short list ascending']);
});
