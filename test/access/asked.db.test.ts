import { readFileSync } from 'node:fs';
import { getNamedType, isEnumType, isObjectType, isRequiredArgument, isScalarType } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { readProxies } from '../../src/http/client.ts';
import { openGate } from '../../src/http/gate.ts';
import { serveForTests } from '../ask.ts';
import { openTestGraph } from '../neo4j.ts';
import { claims, HEADER, identities, inSeconds, tokenFor, tokenOf } from '../tokens.ts';
import type { ASKERS } from './describe-access.ts';

let open = '';
let locked = '';
beforeAll(async () => {
  const graph = await openTestGraph();
  ({ url: open } = await serveForTests(graph));
  const gate = openGate({ identities: identities(), proxies: readProxies('127.0.0.1') });
  ({ url: locked } = await serveForTests(graph, undefined, { gate }));
});

interface Asker {
  /** Its column in the table; undefined for who stands in none. */
  readonly as: (typeof ASKERS)[number] | undefined;
  readonly url: () => string;
  readonly token?: () => string;
}

const server = () => locked;
const ASKING: Readonly<Record<string, Asker>> = {
  'anybody, where JWT_* is not set': { as: 'none', url: () => open },
  'nobody in particular': { as: undefined, url: server },
  'a malformed token': { as: undefined, url: server, token: () => 'x.y.z' },
  'an expired token': {
    as: undefined,
    url: server,
    token: () => tokenOf(HEADER, { ...claims('admin'), exp: inSeconds(-1) }),
  },
  'a token for others': {
    as: undefined,
    url: server,
    token: () => tokenOf(HEADER, { ...claims('admin'), aud: 'elsewhere' }),
  },
  'a viewer': { as: 'viewer', url: server, token: () => tokenFor('viewer') },
  'an editor': { as: 'editor', url: server, token: () => tokenFor('editor') },
  'an admin': { as: 'admin', url: server, token: () => tokenFor('admin') },
};

/** Type → who may read it, as the table says. */
const table = new Map(
  readFileSync(new URL('access.txt', import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, type, askers] = /^(\w+) \[([^\]]*)\]/.exec(line) ?? [];
      return type && askers ? [[type, askers.split(' ')] as const] : [];
    }),
);

/** Every field of the root that can be asked without arguments, and of what it leads to every field that is a plain value. */
const questions = Object.values(schema.getQueryType()?.getFields() ?? {})
  .filter(({ args }) => !args.some(isRequiredArgument))
  .map(({ name, type }) => {
    const reached = getNamedType(type);
    const plain = isObjectType(reached)
      ? Object.values(reached.getFields()).filter(({ args, type }) => {
          const named = getNamedType(type);
          return !args.some(isRequiredArgument) && (isScalarType(named) || isEnumType(named));
        })
      : [];
    const selected = ['__typename', ...plain.map(({ name }) => name)].join(' ');
    const isLeaf = isScalarType(reached) || isEnumType(reached);
    return {
      types: ['Query', ...(isObjectType(reached) ? [reached.name] : [])],
      query: `{ ${name}${isLeaf ? '' : ` { ${selected} }`} }`,
    };
  });
questions.push({ types: ['Query', '__Schema'], query: '{ __schema { description } }' });

let addresses = 0;

async function isRead({ url, token }: Asker, query: string): Promise<boolean> {
  addresses += 1;
  const response = await fetch(url(), {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Forwarded-For': `10.0.${addresses >> 8}.${addresses & 255}`,
      ...(token ? { Authorization: `Bearer ${token()}` } : {}),
    },
    body: JSON.stringify({ query }),
  });
  const { data, errors = [] } = (await response.json()) as {
    data?: unknown;
    errors?: { extensions: { code: string } }[];
  };
  const codes = errors.map(({ extensions }) => extensions.code);
  if (response.status === 401) {
    expect([data, codes]).toEqual([undefined, ['UNAUTHENTICATED']]);
    return false;
  }
  expect([response.status, codes.filter((code) => code !== 'BAD_USER_INPUT')]).toEqual([200, []]);
  expect(data).toBeDefined();
  return true;
}

describe('whoever asks reads what the table lets them', () => {
  test('the sample is of many fields, and every type of it stands in the table', () => {
    expect(questions.length).toBeGreaterThan(20);
    for (const type of questions.flatMap(({ types }) => types)) expect(table.has(type), type).toBe(true);
  });

  test.each(Object.keys(ASKING))('%s', async (name) => {
    const asker = ASKING[name] as Asker;
    for (const { types, query } of questions) {
      const allowed = types.every((type) => asker.as !== undefined && table.get(type)?.includes(asker.as));
      expect(await isRead(asker, query), query).toBe(allowed);
    }
  });
});
