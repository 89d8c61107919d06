import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getIntrospectionQuery, parse, print } from 'graphql';
import pino from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { ReformgraphError } from '../../src/errors.ts';
import { readGallery } from '../../src/gallery.ts';
import { writeGraph } from '../../src/load/write-graph.ts';
import { pageOperations } from '../../src/page/ask-page.ts';
import { readRegistered } from '../../src/profile/registered-operations.ts';
import { createHandler } from '../../src/server.ts';
import { thingNode } from '../every-tie.ts';
import { openSharedGraph, openTestGraph } from '../neo4j.ts';
import { openSender, type Sender, STRICT } from '../server/send.ts';
import { REGISTERED } from './registered.ts';

const NARROWED = 'narrowed.graphql';
const LAW = 'law/x/1';
const SENATE = 'institution/kz/senate';
const gallery = readGallery();
const [first] = gallery;
const variables = { id: 'institution/x/none' };

let locked: Sender;
let narrowed = '';

beforeAll(async () => {
  const graph = await openTestGraph();
  await writeGraph(graph, {
    nodes: [thingNode('Law', LAW, { kind: 'LAW' }), thingNode('Institution', SENATE, { kind: 'OTHER' })],
    ties: [],
  });
  locked = await openSender(graph, { profile: 'locked', registeredOperations: REGISTERED.folder });
  narrowed = REGISTERED.read(NARROWED);
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const byHash = (text: string, more: object = {}) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: sha256(text) } },
  ...more,
});
const refused = { status: 400, data: undefined, codes: ['OPERATION_NOT_REGISTERED'] };
const answered = { status: 200, errors: [] };

describe('a locked server answers what is registered', () => {
  test('of the gallery', async () => {
    expect(await locked.post({ query: first?.query })).toMatchObject({ status: 200, errors: [] });
    const registered = readRegistered(schema);
    for (const { name, query } of gallery) expect([name, registered.byText(query)]).toEqual([name, query]);
  });

  test('of the gallery, of another thing and another day', async () => {
    const { query } = gallery.find(({ name }) => name === 'timeline-of-the-senate') ?? {};
    const of = { id: LAW, asOf: '2022-12-31' };
    expect(await locked.post({ query, variables: of })).toMatchObject({
      ...answered,
      data: { timeline: { totalCount: 0 } },
    });
  });

  test.each<[name: string, body: () => object]>([
    ['as it was written', () => ({ query: narrowed, variables })],
    ['on one line', () => ({ query: narrowed.replace(/^#.*\n/, '').replace(/\s+/g, ' '), variables })],
    [
      'without its comment, in other white space',
      () => ({ query: print(parse(narrowed)).replace(/\n/g, '\r\n\t,'), variables }),
    ],
    ['by the hash of the text', () => byHash(narrowed, { variables })],
    ['by the hash of the printed text', () => byHash(print(parse(narrowed)), { variables })],
    ['by text and hash', () => byHash(narrowed, { query: print(parse(narrowed)), variables })],
    ['by its name', () => ({ query: narrowed, operationName: 'Narrowed', variables })],
  ])('%s', async (_, body) => {
    expect(await locked.post(body())).toMatchObject({
      ...answered,
      data: { laws: { totalCount: 1 }, institution: null },
    });
  });

  test('by a hash in upper case, and in an address', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(narrowed).toUpperCase() } };
    const address = new URLSearchParams({
      extensions: JSON.stringify(extensions),
      variables: JSON.stringify(variables),
    });
    expect(await locked.send(`/graphql?${address}`, { headers: { Accept: STRICT } })).toMatchObject(answered);
  });

  test('again, past Yoga, with the same answer', async () => {
    const body = JSON.stringify({ query: first?.query });
    const [one, two] = [await locked.post(body), await locked.post(body)];
    expect(two).toMatchObject({ status: 200, errors: [], data: one.data });
  });
});

describe('a locked server refuses all else, and reads nothing', () => {
  test.each<[name: string, body: () => object]>([
    ['another question', () => ({ query: '{ laws { totalCount } }' })],
    ['introspection', () => ({ query: getIntrospectionQuery() })],
    ['one type', () => ({ query: '{ __type(name: "Law") { name } }' })],
    [
      'introspection beside a registered question',
      () => ({ query: `${narrowed} query More { __schema { types { name } } }`, operationName: 'More' }),
    ],
    [
      'a registered question with one more field',
      () => ({ query: narrowed.replace('name', 'name __typename'), variables }),
    ],
    [
      'a registered question with another alias',
      () => ({ query: narrowed.replace('laws(', 'acts: laws('), variables }),
    ],
    [
      'a registered question with another value',
      () => ({ query: narrowed.replace('"senate"', '"senates"'), variables }),
    ],
    [
      'a registered question with another default',
      () => ({ query: narrowed.replace('$id: ID!', '$id: ID! = "law/x/1"'), variables }),
    ],
    ['a hash of nothing', () => byHash('nothing')],
    ['a hash that is none', () => ({ extensions: { persistedQuery: { version: 1, sha256Hash: '__proto__' } } })],
    ['a registered hash with another text', () => byHash(narrowed, { query: '{ __typename }', variables })],
    ['a registered text with another hash', () => byHash('nothing', { query: narrowed, variables })],
    ['a text of no language', () => ({ query: '{' })],
    ['an empty text', () => ({ query: '' })],
    ['a text too large to be read', () => ({ query: `{ ${'a '.repeat(1_001)} }` })],
    ['a mutation', () => ({ query: 'mutation { __typename }' })],
    ['a subscription', () => ({ query: 'subscription { __typename }' })],
  ])('%s', async (_, body) => {
    locked.reads();
    const reply = await locked.post(body());
    expect(reply).toMatchObject(refused);
    expect(reply.errors[0]?.message).toContain(
      'Send the text of one, or its sha256 as extensions.persistedQuery.sha256Hash',
    );
    expect(locked.reads()).toBe(0);
  });

  test.each<[name: string, body: string]>([
    ['no question', '{}'],
    ['a number for a question', '{"query":1}'],
    ['extensions that are none', '{"extensions":1}'],
    ['a hash that is a number', '{"extensions":{"persistedQuery":{"sha256Hash":1}}}'],
    ['null for what is persisted', '{"extensions":{"persistedQuery":null}}'],
    ['a list', '[]'],
  ])('%s is no request', async (_, body) => {
    expect(await locked.post(body)).toMatchObject({ status: 400, data: undefined, codes: ['BAD_REQUEST'] });
  });

  test('nothing is said of names that are alike', async () => {
    const wrong = { where: { nam: { eq: 'x' } }, kinds: ['Lew'], id: 'institution/x/none' };
    const { status, errors } = await locked.post({ query: narrowed, variables: wrong });
    expect([status, errors.length]).toEqual([400, 2]);
    for (const { message } of errors) expect(message).not.toMatch(/did you mean|__type/i);
  });

  test('there is no GraphiQL, and the page at the root does not lead there', async () => {
    expect(await locked.send('/graphql', { headers: { Accept: 'text/html' } })).toMatchObject({ status: 406 });
    const page = await fetch(new URL('/', locked.url));
    expect([page.status, (await page.text()).includes('"/graphql"')]).toEqual([200, false]);
  });
});

describe('what is registered is read when the server starts', () => {
  const start = (registeredOperations: string) => () =>
    createHandler({
      graph: openSharedGraph(),
      logger: pino({ level: 'silent' }),
      profile: 'locked',
      registeredOperations,
    });
  const folder = mkdtempSync(join(tmpdir(), 'reformgraph-registered-'));

  test('a folder that is not there', () => {
    expect(start(join(folder, 'none'))).toThrow(ReformgraphError);
    expect(start(join(folder, 'none'))).toThrow(/cannot be read \(ENOENT\): got ".*none"\. Name a folder/);
  });

  test('files that cannot be asked, all of them named', () => {
    writeFileSync(join(folder, 'a.graphql'), '{ secrets }');
    writeFileSync(join(folder, 'b.graphql'), '{');
    writeFileSync(join(folder, 'c.graphql'), '{ __typename }');
    writeFileSync(join(folder, 'notes.txt'), '{');
    expect(start(folder)).toThrow(
      /a\.graphql: Cannot query field "secrets".*\n.*b\.graphql: Syntax Error.*\nCorrect these/,
    );
    rmSync(folder, { recursive: true });
  });

  test('where neither gallery nor folder has any, it does not start', () => {
    expect(() => readRegistered(schema, undefined, [])).toThrow(/no operation is registered.*names no folder/);
    expect(readRegistered(schema, REGISTERED.folder, []).count - pageOperations().length).toBe(REGISTERED.count);
    expect(readRegistered(schema).count - pageOperations().length).toBe(gallery.length);
  });
});
