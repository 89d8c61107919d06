import { expect, test } from 'vitest';
import { allTexts } from '../../src/graph/all-texts.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { planAhead } from '../../src/loaders/plan-ahead.ts';

/** What is asked of a graph that knows nothing. */
function collect(leave?: () => void) {
  const sent: { text: string; keys: number }[] = [];
  const read: Graph['read'] = async ({ text }, parameters) => {
    sent.push({ text, keys: ((parameters?.keys ?? []) as unknown[]).length });
    leave?.();
    return [];
  };
  return { sent, graph: { read, underWay: () => 0 } };
}

test('every page and count of ties, every list and every thing by id is planned, for few keys and for many', async () => {
  const { sent, graph } = collect();
  await planAhead(graph, new AbortController().signal);
  const keysOf = (text: string) => sent.filter((one) => one.text === text).map(({ keys }) => keys);
  const wanted = allTexts().filter(({ name }) =>
    /in short (page|list) ascending$|in short by id$|[A-Z]\w+ claims$/.test(name),
  );
  expect(wanted.length).toBeGreaterThan(150);
  for (const { name, text } of wanted) {
    expect([name, keysOf(text)]).toEqual([name, / list /.test(name) ? [1] : [1, 10, 100]]);
  }
});

test('it gives way to those who wait for an answer', async () => {
  const { sent, graph } = collect();
  const leaving = new AbortController();
  let looked = 0;
  const underWay = () => {
    looked += 1;
    if (looked === 3) leaving.abort();
    return 1;
  };
  await planAhead({ ...graph, underWay }, leaving.signal);
  expect(sent).toEqual([]);
});

test('it ends when it is told to', async () => {
  const leaving = new AbortController();
  const { sent, graph } = collect(() => leaving.abort());
  await planAhead(graph, leaving.signal);
  expect(sent).toHaveLength(1);
});
