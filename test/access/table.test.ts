import { GraphQLObjectType, GraphQLSchema, GraphQLString, graphql } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { guardMutations } from '../../src/access.ts';
import type { Role } from '../../src/http/identity.ts';
import { Visit } from '../../src/seen/visit.ts';
import { describeAccess } from './describe-access.ts';

const TABLE = 'access.txt';

/** The contract with a field more, or with one less. */
const queryWith = (...names: string[]): GraphQLObjectType =>
  new GraphQLObjectType({
    name: 'Query',
    fields: Object.fromEntries(names.map((name) => [name, { type: GraphQLString }])),
  });

const writing = (): GraphQLSchema =>
  new GraphQLSchema({
    query: queryWith('a'),
    mutation: new GraphQLObjectType({
      name: 'Mutation',
      fields: { rename: { type: GraphQLString, resolve: () => 'done' } },
    }),
  });

test('every field stands in the table with those who may read it: npm run access writes it', async () => {
  await expect(describeAccess(schema)).toMatchFileSnapshot(TABLE);
});

test('a field more, a field less and another reader each change the table', () => {
  const of = (...names: string[]) => describeAccess(new GraphQLSchema({ query: queryWith(...names) }));
  expect(of('a', 'b')).toContain('Query [none viewer editor admin] a b\n');
  expect(of('a', 'b', 'c')).not.toBe(of('a', 'b'));
  expect(of('a')).not.toBe(of('a', 'b'));
  expect(describeAccess(writing())).toContain('Mutation.rename [nobody]\n');
  expect(describeAccess(writing(), { rename: ['editor'] })).toContain('Mutation.rename [editor]\n');
});

test('a mutation that nobody listed is refused before the server starts', () => {
  expect(() => guardMutations(writing())).toThrow(/mutation "rename".*MUTATION_ROLES.*npm run access/);
  expect(() => guardMutations(writing(), { rename: ['editor'] })).not.toThrow();
});

test.each<[role: Role | undefined, allowed: boolean]>([
  [undefined, false],
  ['viewer', false],
  ['editor', true],
  ['admin', true],
])('a listed mutation, called by %s under another name: %s', async (role, allowed) => {
  const guarded = writing();
  guardMutations(guarded, { rename: ['editor', 'admin'] });
  const visit = new Visit('id');
  visit.identity = role && { subject: 's', role };
  const source = 'mutation { ...on Mutation { other: rename } }';
  const { data, errors } = await graphql({ schema: guarded, source, contextValue: { visit } });
  expect(data?.other).toBe(allowed ? 'done' : null);
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(allowed ? undefined : ['FORBIDDEN']);
});
