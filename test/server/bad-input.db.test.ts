import { beforeAll, describe, expect, test } from 'vitest';
import { writeGraph } from '../../src/load/write-graph.ts';
import { writeCursor } from '../../src/loaders/page.ts';
import { claimProperties, thingNode } from '../every-tie.ts';
import { openTestGraph } from '../neo4j.ts';
import { openSender, type Sender } from './send.ts';

const INSTITUTION = 'institution/x/a';

let post: Sender['post'];

beforeAll(async () => {
  const graph = await openTestGraph();
  const tie = { id: 'claim/affects/x-1', fromId: 'reform/x/a', toId: INSTITUTION };
  await writeGraph(graph, {
    nodes: [
      thingNode('Institution', INSTITUTION, { kind: 'OTHER' }),
      thingNode('Reform', 'reform/x/a', { kind: 'OTHER' }),
    ],
    ties: [
      {
        ...tie,
        type: 'AFFECTS',
        properties: claimProperties(tie.id, tie.fromId, tie.toId, { mechanism: 'OTHER', passages: [] }),
      },
    ],
  });
  ({ post } = await openSender(graph));
});

const INPUT = 'BAD_USER_INPUT';
const many = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join(' ');
const garbled = (text: string): string => Buffer.from(text).toString('base64url');
const affected = (args: string): string =>
  `{ institution(id: "${INSTITUTION}") { affectedBy(${args}) { nodes { id } } } }`;

describe('a field that is asked wrongly says so and is null', () => {
  test.each<[name: string, query: string, says: string]>([
    ['no rows', '{ institutions(first: 0) { totalCount } }', 'between 1 and 100, but got 0'],
    ['fewer rows than none', '{ institutions(first: -1) { totalCount } }', 'between 1 and 100, but got -1'],
    ['too many rows', '{ institutions(first: 101) { totalCount } }', 'between 1 and 100, but got 101'],
    ['no last rows', '{ institutions(last: 0) { totalCount } }', '"last" must be between 1 and 100'],
    ['too many last rows', '{ institutions(last: 101) { totalCount } }', '"last" must be between 1 and 100'],
    ['rows from both ends', '{ institutions(first: 1, last: 1) { totalCount } }', 'not both: got first: 1, last: 1'],
    ['too many rows of a tie', affected('first: 101'), 'between 1 and 100, but got 101'],
    ['no cursor', '{ institutions(after: "") { totalCount } }', 'not a cursor of this list: got ""'],
    ['a garbled cursor', '{ institutions(before: "%%%") { totalCount } }', 'not a cursor of this list: got "%%%"'],
    ['a cursor of no row', `{ institutions(after: "${garbled('Institution\n')}") { totalCount } }`, 'not a cursor'],
    [
      'a cursor of two rows',
      `{ institutions(after: "${garbled('Institution\na\nb')}") { totalCount } }`,
      'not a cursor',
    ],
    [
      'a cursor of another root list',
      `{ institutions(after: "${writeCursor('Law', 'law/x/a')}") { totalCount } }`,
      'not a cursor',
    ],
    [
      'a cursor of a root list on a tie',
      affected(`after: "${writeCursor('Institution', INSTITUTION)}"`),
      'not a cursor',
    ],
    ['words for an id', '{ institution(id: "The Senate") { id } }', 'This is not an id: got "The Senate"'],
    ['an empty id', '{ node(id: "") { id } }', 'This is not an id: got ""'],
    ['an id with a null byte', '{ node(id: "law/x/\\u0000") { id } }', 'This is not an id'],
    ['an id with a line break', '{ node(id: "law/x/a\\n") { id } }', 'This is not an id'],
    ['an id of 201 characters', `{ node(id: "law/x/${'a'.repeat(195)}") { id } }`, 'This is not an id'],
    ['an id beginning with __proto__', '{ node(id: "__proto__/x") { id } }', 'This is not an id'],
    ['the id of a law', '{ institution(id: "law/x/a") { id } }', '"law/x/a" is '],
    ['neither id nor identifier', '{ institution { id } }', 'either "id" or "identifier"'],
    ['both', `{ institution(id: "${INSTITUTION}", identifier: "code:1") { id } }`, 'either "id" or "identifier"'],
    ['an identifier without scheme', '{ law(identifier: "104322") { id } }', 'This is not an identifier'],
    ['101 ids', `{ nodes(ids: [${many(101, () => '"law/x/a"')}]) { id } }`, 'at most 100 ids, but got 101'],
  ])('%s', async (_, query, says) => {
    const { status, data, errors, codes } = await post({ query });
    expect(status).toBe(200);
    expect(codes).toEqual([INPUT]);
    expect(errors[0]?.message).toContain(says);
    expect(errors[0]?.path).toBeDefined();
    expect(JSON.stringify(data)).toMatch(/^null$|^\{"\w+":null\}$/);
  });

  test('a cursor of its own list is taken', async () => {
    const query = `{ institution(id: "${INSTITUTION}") { affectedBy { edges { cursor } } } }`;
    const { data } = await post({ query });
    const [edge] = (data as { institution: { affectedBy: { edges: { cursor: string }[] } } }).institution.affectedBy
      .edges;
    const after = await post({ query: affected(`after: "${edge?.cursor}"`) });
    expect(after).toMatchObject({ data: { institution: { affectedBy: { nodes: [] } } }, errors: [] });
    const other = await post({ query: `{ institutions(after: "${edge?.cursor}") { totalCount } }` });
    expect(other.codes).toEqual([INPUT]);
  });
});

describe('what is odd but right is answered', () => {
  test.each<[name: string, query: string, data: unknown, variables?: object]>([
    ['an unknown id', '{ institution(id: "institution/x/none") { id } }', { institution: null }],
    ['an unknown node', '{ node(id: "law/x/none") { id } }', { node: null }],
    ['a node of no noun', '{ node(id: "constructor/x") { id } }', { node: null }],
    ['an unknown passage', '{ node(id: "passage/x/none") { id } }', { node: null }],
    ['an unknown identifier', '{ law(identifier: "act-code:0") { id } }', { law: null }],
    ['an identifier with a null byte', '{ law(identifier: "act-code:1\\u00002") { id } }', { law: null }],
    [
      'an identifier with half a character',
      'query($i: String) { law(identifier: $i) { id } }',
      { law: null },
      { i: 'act-code:\uD800' },
    ],
    ['an identifier with Cypher in it', '{ law(identifier: "a:\'}]->()//") { id } }', { law: null }],
    ['several ids', `{ nodes(ids: ["law/x/none", "${INSTITUTION}"]) { id } }`, { nodes: [null, { id: INSTITUTION }] }],
    [
      'names of every object as aliases',
      '{ constructor: __typename prototype: __typename toString: __typename }',
      { constructor: 'Query', prototype: 'Query', toString: 'Query' },
    ],
    [
      'and as variables',
      'query($constructor: ID) { institution(id: $constructor) { id } }',
      { institution: { id: INSTITUTION } },
      { constructor: INSTITUTION },
    ],
    [
      'and as languages',
      `{ institution(id: "${INSTITUTION}") { name(languages: ["__proto__", "constructor", "\\u0000"]) } }`,
      { institution: { name: INSTITUTION } },
    ],
  ])('%s', async (_, query, data, variables) => {
    expect(await post({ query, variables })).toMatchObject({ status: 200, data, errors: [] });
  });

  test('__proto__ as an alias', async () => {
    const { data } = await post({ query: '{ __proto__: __typename }' });
    expect(Object.entries(data as object)).toEqual([['__proto__', 'Query']]);
  });
});
