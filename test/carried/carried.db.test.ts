import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nouns } from '../../schema/nouns.ts';
import { browserAddress } from '../../src/browser/address.ts';
import { withValues } from '../../src/browser/cypher-literal.ts';
import type { CarriedStatement } from '../../src/carried/statements.ts';
import { readGallery } from '../../src/gallery.ts';
import { keepAnswers } from '../../src/http/kept-answers.ts';
import { loadSeed } from '../../src/load/load.ts';
import { serveForTests } from '../ask.ts';
import { openTestGraph } from '../neo4j.ts';
import { SEED_FOLDER } from '../seed.ts';
import { closeCarried, collect, textsOf } from './run-carried.ts';

const BROWSER = 'http://localhost:7474/browser/?dbms=bolt://neo4j@localhost:7687';
const PICTURE = 'picture of the answer';
const SENATE = '{ institution(id: "institution/kz/senate") { name affectedBy { nodes { name } } } }';
const THING_ID = new RegExp(
  `^(${Object.values(nouns)
    .map(({ prefix }) => prefix)
    .join('|')})/`,
);

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly path?: unknown }[];
  readonly extensions?: {
    readonly cost?: number;
    readonly cypher?: readonly CarriedStatement[];
    readonly browser?: string;
  };
}

let url = '';
let locked = '';
let reads = 0;

beforeAll(async () => {
  const graph = await openTestGraph();
  await loadSeed(graph, SEED_FOLDER);
  const counted = {
    ...graph,
    read: (...question: Parameters<typeof graph.read>) => {
      reads += 1;
      return graph.read(...question);
    },
  };
  ({ url } = await serveForTests(counted, keepAnswers(counted, 1_000_000), { browserUrl: BROWSER }));
  ({ url: locked } = await serveForTests(graph, undefined, { profile: 'locked', browserUrl: BROWSER }));
});
afterAll(closeCarried);

const ASKING = { 'Reformgraph-Cypher': '1' };

async function post(body: object, headers: Record<string, string> = {}, to = url): Promise<Body> {
  const response = await fetch(to, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Connection: 'close', ...headers },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Body;
}

const idsIn = (data: unknown): readonly string[] => {
  const texts = new Set<string>();
  collect(data, texts);
  return [...texts].filter((text) => THING_ID.test(text)).sort();
};

const withoutRequest = ({ data, errors, extensions }: Body) => ({
  data,
  errors: errors?.map(({ message, path }) => ({ message, path })),
  cost: extensions?.cost,
});

describe('the gallery, each with its Cypher', () => {
  test.each(readGallery())('$name', async ({ query, variables }) => {
    const plain = await post({ query, variables });
    const carried = await post({ query, variables }, ASKING);
    expect(withoutRequest(carried)).toEqual(withoutRequest(plain));
    expect(plain.extensions).not.toHaveProperty('cypher');

    const statements = carried.extensions?.cypher ?? [];
    const picture = statements.find(({ name }) => name === PICTURE);
    const found = new Set<string>();
    for (const statement of statements) {
      if (statement !== picture) for (const text of await textsOf(statement)) found.add(text);
    }
    // An answer that holds something came from somewhere.
    const isAnswered = Object.values(carried.data ?? {}).some((value) => value !== null);
    if (isAnswered) expect(statements).not.toEqual([]);
    const ids = idsIn(carried.data);
    expect(ids.filter((id) => !found.has(id))).toEqual([]);

    const shown = picture ? await textsOf(picture) : new Set<string>();
    const wanted = (picture?.params.ids ?? []) as readonly string[];
    expect([...new Set([...wanted, ...ids])].filter((id) => !shown.has(id))).toEqual([]);
    expect(carried.extensions?.browser).toBe(
      picture && browserAddress(BROWSER, withValues(picture.text, picture.params)),
    );
  });
});

describe('Cypher comes with an answer only when it is asked for', () => {
  const names = ({ extensions }: Body) => extensions?.cypher?.map(({ name }) => name);

  test('by a header or by extensions, with POST and with GET', async () => {
    const parameters = (more: Record<string, string> = {}) => new URLSearchParams({ query: SENATE, ...more });
    const get = async (more: Record<string, string>, headers: Record<string, string> = {}): Promise<Body> => {
      const accept = { Accept: 'application/json', Connection: 'close' };
      return (await (await fetch(`${url}?${parameters(more)}`, { headers: { ...accept, ...headers } })).json()) as Body;
    };
    const byHeader = names(await post({ query: SENATE }, ASKING));
    expect(byHeader?.at(-1)).toBe(PICTURE);
    expect(byHeader?.length).toBe(3);
    expect(names(await post({ query: SENATE, extensions: { cypher: true } }))).toEqual(byHeader);
    expect(names(await get({ extensions: '{"cypher":true}' }))).toEqual(byHeader);
    expect(names(await get({}, ASKING))).toEqual(byHeader);
  });

  test.each<[name: string, body: object, headers: Record<string, string>]>([
    ['nothing said', {}, {}],
    ['another value of the header', {}, { 'Reformgraph-Cypher': 'true' }],
    ['another value of the extension', { extensions: { cypher: 1 } }, {}],
    ['other extensions', { extensions: { trace: true } }, {}],
  ])('%s', async (_, body, headers) => {
    const { data, extensions } = await post({ query: SENATE, ...body }, headers);
    expect(data).toMatchObject({ institution: { name: 'Senate' } });
    expect(Object.keys(extensions ?? {})).toEqual(['cost']);
  });

  test('and never from a locked server', async () => {
    const [first] = readGallery();
    const { data, extensions } = await post({ query: first?.query, extensions: { cypher: true } }, ASKING, locked);
    expect(data).toMatchObject({ institution: { name: 'Senate' } });
    expect(Object.keys(extensions ?? {})).toEqual(['cost']);
  });

  test('kept answers stay as they are, and none is given to who asks for Cypher', async () => {
    const body = { query: '{ institution(id: "institution/kz/mazhilis") { name } }' };
    await post(body);
    await post(body);
    const counts: number[] = [];
    for (const headers of [{}, ASKING, {}]) {
      reads = 0;
      const { extensions } = await post(body, headers);
      counts.push(reads, extensions?.cypher?.length ?? 0);
    }
    expect(counts).toEqual([0, 0, 1, 2, 0, 0]);
  });
});

describe('what is carried stands for itself', () => {
  test('a client may call its fields as it likes', async () => {
    const query = '{ one: institution(id: "institution/kz/senate") { id: name, two: id } }';
    const { data, extensions } = await post({ query }, ASKING);
    expect(data).toEqual({ one: { id: 'Senate', two: 'institution/kz/senate' } });
    expect(extensions?.cypher?.at(-1)?.params).toEqual({ ids: ['institution/kz/senate'] });
  });

  test('a question that fails has the statements it got to, and what could be answered', async () => {
    const query = '{ institution(id: "institution/kz/senate") { name } wrong: institution { name } }';
    const { data, errors, extensions } = await post({ query }, ASKING);
    expect(data).toEqual({ institution: { name: 'Senate' }, wrong: null });
    expect(errors?.length).toBe(1);
    expect(extensions?.cypher?.map(({ name }) => name).at(-1)).toBe(PICTURE);
  });

  test('what is refused before it runs has none', async () => {
    const { errors, extensions } = await post({ query: '{ nothing }' }, ASKING);
    expect([errors?.length, extensions]).toEqual([1, undefined]);
  });

  test('its lines set the very parameters, and text of a client is never part of a statement', async () => {
    const text = `Senate' OR "x" }) DETACH DELETE n // & # ? <b>`;
    const query = 'query ($text: String!) { search(query: $text) { nodes { id } } }';
    const { extensions } = await post({ query, variables: { text } }, ASKING);
    const statements = extensions?.cypher ?? [];
    expect(statements.length).toBeGreaterThan(0);
    for (const { text: cypher, params, set } of statements) {
      expect(cypher).not.toContain('DETACH');
      const lines = set.split('\n').filter((line) => line !== '');
      expect(lines.map((line) => /^:param (\w+) => /.exec(line)?.[1])).toEqual(Object.keys(params));
      expect(set.replaceAll(' => ', ' ')).not.toMatch(/[&#?<>]/);
    }
  });
});
