import { expect, test, vi } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { createLoaders } from '../../src/loaders/loaders.ts';

type Readable = Pick<Graph, 'read'>;

const count = (graph: Readable): Promise<number> => createLoaders(graph).dataQuality({}).totalCount();

test('the whole graph is read by one request at a time, and who comes meanwhile shares the next reading', async () => {
  const answers: (() => void)[] = [];
  let readings = 0;
  const graph: Readable = {
    read: ({ name }) => {
      if (name.endsWith(' Thing')) readings += 1;
      return new Promise((resolve) => answers.push(() => resolve([])));
    },
  };
  const answerAll = () => {
    for (const answer of answers.splice(0)) answer();
  };
  const first = count(graph);
  const [second, third] = [count(graph), count(graph)];
  expect(readings).toBe(1);
  answerAll();
  expect(await first).toBe(0);
  await vi.waitUntil(() => readings === 2);
  answerAll();
  expect(await Promise.all([second, third])).toEqual([0, 0]);
  expect(readings).toBe(2);
  const later = count(graph);
  expect(readings).toBe(3);
  answerAll();
  expect(await later).toBe(0);
});

test('a reading that failed does not stand in the way of the next', async () => {
  let readings = 0;
  const graph: Readable = {
    read: async ({ name }) => {
      if (name.endsWith(' Thing')) readings += 1;
      if (readings === 1) throw new Error('away');
      return [];
    },
  };
  const asked = [count(graph), count(graph)];
  await expect(asked[0]).rejects.toThrow('away');
  expect(await asked[1]).toBe(0);
  expect(await count(graph)).toBe(0);
  expect(readings).toBe(3);
});

test('a graph too slow to be read whole is given up', async () => {
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 10_000;
    return now;
  });
  try {
    await expect(count({ read: async () => [] })).rejects.toMatchObject({
      code: 'DEADLINE_EXCEEDED',
      message: expect.stringContaining('20 seconds'),
    });
  } finally {
    clock.mockRestore();
  }
});
