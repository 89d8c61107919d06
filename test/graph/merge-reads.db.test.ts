import { beforeAll, expect, test } from 'vitest';
import { ReformgraphError } from '../../src/errors.ts';
import { integer } from '../../src/graph/gateway.ts';
import type { Graph, Statement } from '../../src/graph/graph.ts';
import { mergeReads } from '../../src/graph/merge-reads.ts';
import { Waiter } from '../../src/graph/waiter.ts';
import { openTestGraph } from '../neo4j.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await openTestGraph();
});

const halves: Statement = {
  name: 'test/halves',
  text: 'UNWIND range(0, size($keys) - 1) AS i WITH i, $keys[i] AS key RETURN i, 12 / toInteger(key[0]) AS value',
  mergeUpTo: 8,
};

/** Reads through one door, and how many keys each statement took. */
function merging(): { read: Graph['read']; sent: number[] } {
  const sent: number[] = [];
  const { read } = mergeReads({
    read: (statement, parameters, deadline) => {
      sent.push((parameters as { keys: unknown[] }).keys.length);
      return graph.read(statement, parameters, deadline);
    },
  });
  return { read, sent };
}

const ask = (read: Graph['read'], key: number): Promise<unknown> =>
  read(halves, { keys: [[key]] }).then(
    (rows) => rows,
    ({ code }) => code,
  );

test('what comes at once goes out together, two statements of one text at a time, each with its own answer', async () => {
  const { read, sent } = merging();
  const answers = await Promise.all([1, 2, 3, 4, 6, 12, 1, 2, 3, 4, 6, 12].map((key) => ask(read, key)));
  expect(answers).toEqual([12, 6, 4, 3, 2, 1, 12, 6, 4, 3, 2, 1].map((value) => [[0, value]]));
  expect(sent).toEqual([1, 8, 3]);
});

test('one after the other, and side by side of different texts, nothing waits', async () => {
  const { read, sent } = merging();
  expect(await ask(read, 1)).toEqual([[0, 12]]);
  expect(await ask(read, 2)).toEqual([[0, 6]]);
  const texts = ['a', 'b', 'c'].map((name) => ({ ...halves, text: `${halves.text} // ${name}` }));
  await Promise.all(texts.map((statement) => read(statement, { keys: [[1]] })));
  expect(sent).toEqual([1, 1, 1, 1, 1]);
});

test('one key that fails fails alone', async () => {
  const { read, sent } = merging();
  const answers = await Promise.all([1, 2, 3, 0, 4].map((key) => ask(read, key)));
  expect(answers).toEqual([[[0, 12]], [[0, 6]], [[0, 4]], 'INTERNAL_SERVER_ERROR', [[0, 3]]]);
  expect(sent).toEqual([1, 4, 1, 1, 1, 1]);
});

test('wide batches, long pages and texts that cost much are never merged', async () => {
  const { read, sent } = merging();
  const wide = { keys: [[1], [2], [3], [4], [6]] };
  const long = { keys: [[1]], limit: integer(101) };
  const { mergeUpTo: _, ...costly } = halves;
  await Promise.all([1, 2, 3, 4].map(() => read(halves, wide)));
  await Promise.all([1, 2, 3, 4].map(() => read(halves, long)));
  await Promise.all([1, 2, 3, 4].map(() => read(costly, { keys: [[1]] })));
  expect(sent).toEqual([5, 5, 5, 5, 1, 1, 1, 1, 1, 1, 1, 1]);
});

test('pages of many keys are one statement up to a thousand rows', async () => {
  const { read, sent } = merging();
  const pages = (keys: number) => ({ keys: Array.from({ length: keys }, () => [1]), limit: integer(26) });
  const wide = { ...halves, mergeUpTo: 200 };
  const answers = await Promise.all([19, 19, 19].map((keys) => read(wide, pages(keys))));
  await Promise.all([20, 20].map((keys) => read(wide, pages(keys))));
  expect(sent).toEqual([19, 38, 20, 20]);
  expect(answers.map((rows) => rows.map(([place]) => place))).toEqual(
    [1, 2, 3].map(() => Array.from({ length: 19 }, (_, place) => place)),
  );
});

test('what is read for several goes on until all of them have left', async () => {
  const waiters: (Waiter | undefined)[] = [];
  const { read } = mergeReads({
    read: (_, __, ___, waiter) => {
      waiters.push(waiter);
      return new Promise((answer) => setImmediate(answer, []));
    },
  });
  const [one, other] = [new Waiter(), new Waiter()];
  const asking = [undefined, one, other].map((waiter) =>
    read(halves, { keys: [[1]] }, 1_000, waiter).catch(({ message }) => message),
  );
  await asking[0];
  one.leave();
  expect(waiters.map((waiter) => waiter?.hasLeft)).toEqual([undefined, false]);
  other.leave();
  expect(waiters[1]?.hasLeft).toBe(true);
  expect(await asking[2]).toContain('Nobody waits');
});

test('nobody is asked again for a database that is away', async () => {
  let sent = 0;
  const { read } = mergeReads({
    read: () => {
      sent += 1;
      return Promise.reject(new ReformgraphError('GRAPH_UNAVAILABLE', 'away'));
    },
  });
  const codes = await Promise.all([1, 2, 3, 4, 6].map((key) => ask(read, key)));
  expect([codes, sent]).toEqual([Array.from({ length: 5 }, () => 'GRAPH_UNAVAILABLE'), 2]);
});
