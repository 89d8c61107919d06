import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { readGallery } from '../src/gallery.ts';
import { loadSeed } from '../src/load/load.ts';
import { type AskGraphql, serveForTests } from './ask.ts';
import { openTestGraph } from './neo4j.ts';
import { SEED_FOLDER } from './seed.ts';

const QUESTIONS = fileURLToPath(new URL('questions/', import.meta.url));
const gallery = readGallery();

let ask: AskGraphql;

beforeAll(async () => {
  const graph = await openTestGraph();
  await loadSeed(graph, SEED_FOLDER);
  ({ ask } = await serveForTests(graph));
});

/** The whole answer and how many statements it cost stand in answer.json; `npm test -- -u` writes it afresh. */
describe('the questions of test/questions', () => {
  test.each(gallery)('$name', async ({ name, query, variables }) => {
    const { data, errors, sent } = await ask(query, variables);
    const answer = {
      // Within a level, the order in which statements leave depends on which one before was answered first.
      statements: sent.map(({ statement }) => statement.name).sort(),
      data,
      errors: errors.map(({ message, path, extensions: { code } }) => ({ message, path, code })),
    };
    await expect(`${JSON.stringify(answer, null, 2)}\n`).toMatchFileSnapshot(`${QUESTIONS}${name}/answer.json`);
    // A document that is known is answered past Yoga.
    const again = await ask(query, variables);
    expect(again.data).toEqual(data);
    expect(again.sent.map(({ statement }) => statement.name).sort()).toEqual(answer.statements);
  });
});

test('each says in words of its own what is asked', () => {
  for (const { name, query } of gallery) expect([name, query.slice(0, 2)]).toEqual([name, '# ']);
  expect(new Set(gallery.map(({ title }) => title)).size).toBe(gallery.length);
});

test('asking for two dates costs no more statements than asking for one', async () => {
  const at = (alias: string, asOf: string): string =>
    `${alias}: institution(id: "institution/kz/senate", asOf: "${asOf}") { affectedBy { totalCount nodes { id name } } }`;
  const one = `{ ${at('b', '2022-12-31')} }`;
  const two = `{ ${at('a', '2021-12-31')} ${at('b', '2022-12-31')} }`;
  const first = await ask(one);
  const both = await ask(two);
  expect(both.sent.length).toBe(first.sent.length);
  expect(both.data.a.affectedBy).toEqual({ totalCount: 0, nodes: [] });
  expect(both.data.b).toEqual(first.data.b);
  expect(both.data.b.affectedBy.nodes.length).toBe(both.data.b.affectedBy.totalCount);
  expect(both.data.b.affectedBy.totalCount).toBe(2);
});
