import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nouns } from '../../schema/nouns.ts';
import { withValues } from '../../src/browser/cypher-literal.ts';
import type { CarriedStatement } from '../../src/carried/statements.ts';
import { readGallery } from '../../src/gallery.ts';
import { openGraph } from '../../src/graph/gateway.ts';
import { keepAnswers } from '../../src/http/kept-answers.ts';
import { loadSeed } from '../../src/load/load.ts';
import { serveForTests } from '../ask.ts';
import { openTestGraph } from '../neo4j.ts';
import { SEED_FOLDER } from '../seed.ts';
import { closeCarried, collect, textsOf } from './run-carried.ts';

const BROWSER = 'http://localhost:7474/browser/?dbms=bolt://neo4j@localhost:7687';
const PICTURE = 'picture of the answer';
const SENATE = '{ institution(id: "institution/kz/senate") { name affectedBy { nodes { name } } } }';
const THING_ID = new RegExp(`^(${Object.values(nouns).map(({ prefix }) => prefix).join('|')})/`);

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
  test.each(readGallery())('$name', async ({ query }) => {
    const plain = await post({ query });
    const carried = await post({ query }, ASKING);
    expect(withoutRequest(carried)).toEqual(withoutRequest(plain));
    expect(plain.extensions).not.toHaveProperty('cypher');

    const statements = carried.extensions?.cypher ?? [];
    const found = new Set<string>();
    for (const statement of statements) for (const text of await textsOf(statement)) found.add(text);
    const asked = new Set<string>();
    for (const { params } of statements.filter(({ name }) => name !== PICTURE)) collect(params, asked);
    // What was asked by its id is known before it is read.
    const missing = idsIn(carried.data).filter((id) => !found.has(id));
    expect(missing).toEqual([]);

    const picture = statements.find(({ name }) => name === PICTURE);
    const drawn = new Set((picture?.params.ids as string[] | undefined) ?? []);
    const shown = picture ? await textsOf(picture) : new Set<string>();
    expect([...drawn].filter((id) => !shown.has(id))).toEqual([]);
    expect(statements.at(-1)?.name ?? PICTURE).toBe(picture ? PICTURE : (statements.at(-1)?.name ?? PICTURE));
  });
});
