import { expect, test } from 'vitest';
import { pathSearch, type Step } from '../../src/loaders/path-search.ts';

const step = (fromId: string, toId: string, over: Partial<Step> = {}): readonly [string, string, Step] => {
  const id = `${fromId}-${toId}`;
  const tie = { id, fromId, undirected: false, fact: true, sortKey: `0000 ${id}`, since: '0000', until: '9999' };
  return [fromId, toId, { ...tie, ...over }];
};

const QUESTION = { via: [], directed: false, consistentInTime: false } as const;

test('a search gives up after so many tries, and says what to do', () => {
  const things = Array.from({ length: 10 }, (_, at) => String(at));
  const search = pathSearch({ ...QUESTION, from: '0', to: '9' }, 200);
  const every = things.flatMap((one) => things.filter((other) => one < other).map((other) => step(one, other)));
  search.learn(things, [...every, ...every.map(([near, far, tie]) => [far, near, tie] as const)]);
  const walk = (length: number): number => {
    search.grow().done();
    return [...search.pathsOf(length)].filter(Boolean).length;
  };
  expect([walk(1), walk(2), walk(3)]).toEqual([1, 8, 56]);
  expect(() => walk(4)).toThrow(
    expect.objectContaining({ code: 'QUERY_TOO_COSTLY', message: expect.stringContaining('more than 200 were tried') }),
  );
});

test('a search rests after every thousand tries', () => {
  const things = Array.from({ length: 14 }, (_, at) => String.fromCharCode(97 + at));
  const search = pathSearch({ ...QUESTION, from: 'a', to: 'n' });
  const every = things.flatMap((one) => things.filter((other) => one < other).map((other) => step(one, other)));
  search.learn(things, [...every, ...every.map(([near, far, tie]) => [far, near, tie] as const)]);
  for (let length = 1; length <= 4; length += 1) search.grow().done();
  const found = [...search.pathsOf(4)];
  // From the first of 14 things by three of 12 to the last: 12 · 11 · 10 paths, and a try for each beginning of one.
  expect(found.filter(Boolean)).toHaveLength(1_320);
  expect(found.filter((path) => path === undefined)).toHaveLength(Math.floor((1 + 12 + 132 + 1_320 + 1_320) / 1_000));
});

test('what is read is asked for once, from the end around which less is left', () => {
  const search = pathSearch({ ...QUESTION, from: 'a', to: 'z' });
  const asked: (readonly string[])[] = [];
  const graph: Record<string, readonly (readonly [string, string, Step])[]> = {
    a: [step('a', 'b'), step('a', 'c'), step('a', 'd')],
    z: [step('z', 'y')],
    y: [step('y', 'b'), step('y', 'z')],
    b: [step('b', 'a'), step('b', 'y')],
  };
  for (const length of [1, 2, 3]) {
    const { missing, done } = search.grow();
    asked.push(missing);
    search.learn(
      missing,
      missing.flatMap((id) => graph[id] ?? []),
    );
    done();
    expect([...search.pathsOf(length)].map((path) => path?.ids.join(''))).toEqual(length === 3 ? ['abyz'] : []);
  }
  expect(asked).toEqual([['a'], ['z'], ['y']]);
});
