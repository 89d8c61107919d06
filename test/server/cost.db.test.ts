import { beforeAll, expect, test } from 'vitest';
import { LIMITS } from '../../src/limits.ts';
import { serveForTests } from '../ask.ts';
import { openSharedGraph } from '../neo4j.ts';
import { openSender, type Sender } from './send.ts';

let sender: Sender;
beforeAll(async () => {
  sender = await openSender(openSharedGraph());
});

const wide = (first: string): string =>
  `laws(first: ${first}) { nodes { enacts(first: 100) { nodes { affects(first: 100) { nodes { id } } } } } }`;
const COST = 1 + 100 + 100 * (1 + 100 + 100 * (1 + 100));

test.each<[how: string, body: object]>([
  ['a literal', { query: `{ ${wide('100')} }` }],
  ['a variable', { query: `query ($n: Int!) { ${wide('$n')} }`, variables: { n: 100 } }],
  ['a default', { query: `query ($n: Int = 100) { ${wide('$n')} }` }],
  ['a fragment', { query: `{ ...A } fragment A on Query { ${wide('100')} }` }],
  ['a second operation', { query: `query A { __typename } query B { ${wide('100')} }`, operationName: 'B' }],
])(
  'what costs too much by %s is refused each time, before anything is read, with its cost, the limit and what to do',
  async (_, body) => {
    for (const _time of ['first', 'again']) {
      sender.reads();
      const reply = await sender.post(body);
      expect(reply).toMatchObject({
        status: 400,
        data: undefined,
        errors: [{ extensions: { code: 'QUERY_TOO_COSTLY', cost: COST, limit: LIMITS.cost } }],
      });
      expect(reply.errors[0]?.message).toMatch(/1020201 points, but 10000 .*laws\.nodes\.enacts.*first: 10/);
      expect(sender.reads()).toBe(0);
    }
  },
);

test('a document that is known already is refused for variables that cost too much', async () => {
  const query = `query ($n: Int!) { laws(first: $n) { nodes { enacts(first: 100) { nodes { id } } } } }`;
  expect(await sender.post({ query, variables: { n: 1 } })).toMatchObject({ status: 200 });
  expect(await sender.post({ query, variables: { n: 1 } })).toMatchObject({ status: 200 });
  sender.reads();
  expect(await sender.post({ query, variables: { n: 100 } })).toMatchObject({ codes: ['QUERY_TOO_COSTLY'] });
  expect(sender.reads()).toBe(0);
});

test('every answer tells its cost: first asked, known, and with an error in it', async () => {
  const { ask } = await serveForTests(openSharedGraph());
  const good = '{ laws(first: 3) { nodes { id } } }';
  expect([(await ask(good)).cost, (await ask(good)).cost]).toEqual([4, 4]);
  const broken = await ask('{ laws(first: 0) { nodes { id } } law(id: "law/x/y") { id } }');
  expect([broken.errors.length, broken.cost]).toEqual([1, 3]);
});
