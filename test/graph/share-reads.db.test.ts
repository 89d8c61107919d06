import { beforeAll, expect, test } from 'vitest';
import type { Graph, Statement } from '../../src/graph/gateway.ts';
import { shareReads } from '../../src/graph/share-reads.ts';
import { openTestGraph } from '../neo4j.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await openTestGraph();
});

const halves: Statement = {
  name: 'test/shared-halves',
  text: 'UNWIND range(0, size($keys) - 1) AS i WITH i, $keys[i] AS key RETURN i, 12 / toInteger(key[0]) AS value',
};

/** Reads through one door, and the deadline each statement had. */
function sharing(): { read: Graph['read']; sent: (number | undefined)[] } {
  const sent: (number | undefined)[] = [];
  const { read } = shareReads({
    read: (statement, parameters, deadline) => {
      sent.push(deadline);
      return graph.read(statement, parameters, deadline);
    },
  });
  return { read, sent };
}

const ask = (read: Graph['read'], key: number, deadline?: number): Promise<unknown> =>
  read(halves, { keys: [[key]] }, deadline).then(
    (rows) => rows,
    ({ code }) => code,
  );

test('of twenty who ask the same at the same time, the first is read at once and the others share one read that begins after it', async () => {
  const { read, sent } = sharing();
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(read, 3)));
  expect(answers).toEqual(Array.from({ length: 20 }, () => [[0, 4]]));
  expect(sent).toHaveLength(2);
});

test('what differs in a key shares nothing, and neither does what is asked after the answer', async () => {
  const { read, sent } = sharing();
  expect(await Promise.all([1, 2, 3].map((key) => ask(read, key)))).toEqual([[[0, 12]], [[0, 6]], [[0, 4]]]);
  expect(await ask(read, 1)).toEqual([[0, 12]]);
  expect(sent).toHaveLength(4);
});

test('a write that ended before a question is in its answer, though the same was under way when it was asked', async () => {
  const { read } = shareReads(graph);
  const count: Statement = { name: 'test/shared-count', text: 'MATCH (n:Shared) RETURN count(n)' };
  const write: Statement = { name: 'test/shared-write', text: 'CREATE (:Shared)' };
  const before = read(count);
  await graph.write([{ statement: write }]);
  const after = await Promise.all([read(count), read(count)]);
  await before;
  await graph.write([{ statement: { name: 'test/shared-clear', text: 'MATCH (n:Shared) DELETE n' } }]);
  expect(after).toEqual([[[1]], [[1]]]);
});

test('a shared read has the longest deadline of those who wait for it, and each of them its own', async () => {
  const { read, sent } = sharing();
  const slow: Statement = {
    name: 'test/shared-slow',
    text: 'UNWIND range(1, 3000000) AS x WITH count(sin(x)) AS n RETURN n',
  };
  const [first, hurried, patient] = await Promise.all(
    [4_000, 1, 4_500].map((deadline) =>
      read(slow, {}, deadline).then(
        (rows) => rows,
        ({ code }) => code,
      ),
    ),
  );
  expect([first, hurried, patient]).toEqual([[[3_000_000]], 'DEADLINE_EXCEEDED', [[3_000_000]]]);
  expect(sent).toEqual([4_000, 4_500]);
});

test('a read that fails fails for all who share it, and the next one is asked anew', async () => {
  const { read, sent } = sharing();
  const answers = await Promise.all([0, 0, 0].map((key) => ask(read, key)));
  expect(answers).toEqual(Array.from({ length: 3 }, () => 'INTERNAL_SERVER_ERROR'));
  expect(sent).toHaveLength(2);
});
