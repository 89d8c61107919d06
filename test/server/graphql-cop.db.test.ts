import { beforeAll, describe, expect, test } from 'vitest';
import { serveForTests } from '../ask.ts';
import { openSharedGraph } from '../neo4j.ts';
import { REGISTERED } from '../profile/registered.ts';

type Profile = 'public' | 'locked';
type Json = Readonly<Record<string, unknown>>;

const named = (body: string): string => `query cop { ${body} }`;
const TYPENAME = named('__typename');
const JSON_BODY = { 'Content-Type': 'application/json', Accept: '*/*' };

const post = (query: string): RequestInit => ({
  method: 'POST',
  headers: JSON_BODY,
  body: JSON.stringify({ query, operationName: 'cop' }),
});
const batch: RequestInit = {
  method: 'POST',
  headers: JSON_BODY,
  body: JSON.stringify(Array.from({ length: 10 }, () => ({ query: TYPENAME }))),
};
const form: RequestInit = { method: 'POST', body: new URLSearchParams({ query: TYPENAME }) };
const inAddress = (query: string): string => `?${new URLSearchParams({ query })}`;
const deepTypes = `__schema { types { ${'fields { type { '.repeat(4)}name${' } }'.repeat(4)} } }`;

const dataOf = (text: string): Json | undefined =>
  (parsed(text) as { data?: Json | null } | undefined)?.data ?? undefined;
const firstError = (text: string): { message?: string; extensions?: Json } | undefined =>
  (parsed(text) as { errors?: { message?: string; extensions?: Json }[] } | undefined)?.errors?.[0];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const hasTypename = (text: string): boolean => dataOf(text)?.__typename !== undefined;

interface Check {
  readonly name: string;
  readonly init?: RequestInit;
  readonly address?: string;
  /** What the scanner calls a finding. */
  readonly finds: (text: string) => boolean;
  /** Where a finding is meant. */
  readonly meant?: Profile;
}

/** The checks of the scanner graphql-cop 1.15, in words of our own. */
const checks: readonly Check[] = [
  {
    name: '101 aliases',
    init: post(named(Array.from({ length: 101 }, (_, at) => `alias${at}: __typename`).join(' '))),
    finds: (text) => dataOf(text)?.alias100 !== undefined,
  },
  {
    name: 'ten questions in one request',
    init: batch,
    finds: (text) => {
      const answers = parsed(text);
      return Array.isArray(answers) && answers.length >= 10;
    },
  },
  {
    name: 'ten directives that are not there, each told of',
    init: post(named(`__typename ${'@aa'.repeat(10)}`)),
    finds: (text) => (parsed(text) as { errors?: unknown[] } | undefined)?.errors?.length === 10,
  },
  {
    name: 'a schema asked in circles',
    init: post(named(deepTypes)),
    finds: (text) => dataOf(text)?.__schema !== undefined,
  },
  {
    name: 'one field 500 times',
    init: post(named('__typename '.repeat(500))),
    finds: hasTypename,
  },
  {
    name: 'a question in an address',
    address: inAddress(TYPENAME),
    init: { headers: { Accept: '*/*' } },
    finds: hasTypename,
  },
  {
    name: 'a mutation in an address',
    address: inAddress('mutation cop {__typename}'),
    init: { headers: { Accept: '*/*' } },
    finds: hasTypename,
  },
  { name: 'tracing', init: post(TYPENAME), finds: (text) => /"extensions":\{"tracing":/i.test(text) },
  {
    name: 'fields that are suggested',
    init: post(named('__schema { directive }')),
    finds: (text) => firstError(text)?.message?.includes('Did you mean') === true,
  },
  {
    name: 'GraphiQL',
    init: { headers: { Accept: 'text/html' } },
    finds: (text) => /graphiql\.min\.css|GraphQL Playground|GraphiQL|graphql-playground/.test(text),
    meant: 'public',
  },
  {
    name: 'introspection',
    init: post(named('__schema { types { name fields { name } } }')),
    finds: (text) => dataOf(text)?.__schema !== undefined,
    meant: 'public',
  },
  { name: 'a form', init: form, finds: hasTypename },
  {
    name: 'errors of the language, unmasked',
    init: post('qwerty cop { abc }'),
    finds: (text) => firstError(text)?.extensions?.exception !== undefined || /"exception":/i.test(text),
  },
];

describe.each<Profile>(['public', 'locked'])('a scanner finds what is meant and nothing else, %s', (profile) => {
  let url = '';
  beforeAll(async () => {
    const options = { profile, registeredOperations: REGISTERED.folder };
    ({ url } = await serveForTests(openSharedGraph(), undefined, options));
  });

  test('has 13 checks', () => expect(checks).toHaveLength(13));

  test('asks what is answered where nothing is amiss', async () => {
    expect(hasTypename(await (await fetch(url, post(TYPENAME))).text())).toBe(true);
  });

  test.each(checks)('$name', async ({ init, address = '', finds, meant }) => {
    const text = await (await fetch(`${url}${address}`, init)).text();
    expect(finds(text)).toBe(meant === profile);
  });
});
