import { getOperationAST, getVariableValues, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { costCounter } from '../../src/execution/cost.ts';
import { readGallery } from '../../src/gallery.ts';
import { LIMITS } from '../../src/limits.ts';

const count = costCounter(schema);

function points(query: string, variables: Record<string, unknown> = {}, operationName?: string): number {
  const document = parse(query);
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new Error('There is no such operation.');
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  return count(document, operation, coerced ?? {}).points;
}

const around = (how: string): string =>
  `neighbourhood(of: "x", ${how}) { nodes { id } edges { from { id } to { id } } }`;

describe('a question costs', () => {
  test.each<[what: string, query: string, points: number]>([
    ['nothing for a word about itself', '{ __typename }', 0],
    ['a point for a thing', '{ law(id: "x") { id name } }', 1],
    ['each thing of a page, and the list', '{ laws(first: 7) { nodes { id } } }', 8],
    ['twenty where no number is given', '{ laws { nodes { id } } }', 21],
    ['from the end too', '{ laws(last: 7) { nodes { id } } }', 8],
    ['an edge and its thing', '{ laws(first: 7) { edges { node { id } } } }', 15],
    ['the page of the list however it is looked at', '{ laws(first: 7) { nodes { id } edges { node { id } } } }', 22],
    ['what is nested for each', '{ laws(first: 7) { nodes { enacts(first: 3) { nodes { id } } } } }', 8 + 7 * 4],
    ['the ids that are named', '{ nodes(ids: ["a", "b", "c"]) { id } }', 3],
    ['five for a list without pages', '{ law(id: "x") { identifiers { value } } }', 6],
    ['as many as its description says', '{ law(id: "x") { names { text } } }', 11],
    [
      'as many hops as a path may have',
      '{ path(from: "a", to: "b", first: 2, maxHops: 6) { hops { to { id } } } }',
      101 + 2 * 6 * 2,
    ],
    [
      'no less for a length that is refused',
      '{ path(from: "a", to: "b", first: 2, maxHops: -9) { hops { direction } } }',
      101 + 2,
    ],
    [
      'the claims of a hop as it asks for them',
      '{ path(from: "a", to: "b", first: 1, maxHops: 1) { hops { ties(first: 50) { id } } } }',
      100 + 1 + 50,
    ],
    ['what one step around a thing may reach', `{ ${around('perTie: 2, ties: [PART_OF, AMENDS]')} }`, 50 + 9 + 8 * 3],
    ['no more than a thing may have', `{ ${around('perTie: 25')} }`, 50 + 101 + 100 * 3],
    ['no more than a picture may hold', `{ ${around('depth: 3, perTie: 25')} }`, 50 + 200 + 1_000 * 3],
    ['the schema', '{ __schema { types { name } } }', 100],
    ['a type', '{ __type(name: "Law") { name } }', 10],
    ['more for a count', '{ laws { totalCount } }', 3],
    ['more for a path', '{ path(from: "a", to: "b", first: 2) { length } }', 101],
    [
      'each condition on a tie',
      '{ laws(first: 1, where: { enacts: { some: { node: { affects: { none: {} } } } } }) { nodes { id } } }',
      22,
    ],
    [
      'each facet and its groups',
      '{ laws { facets(by: [{ kind: VALUE }, { name: VALUE }], first: 3) { groups { count } } } }',
      1 + 10 + 2 - 1 + 2 * 3,
    ],
    ['no more for a field written twice', '{ laws(first: 7) { nodes { id } nodes { name } } }', 8],
    [
      'what each fragment asks',
      '{ node(id: "x") { ... on Law { enacts(first: 2) { nodes { id } } } ... on Reform { enactedBy(first: 3) { nodes { id } } } } }',
      1 + 3 + 4,
    ],
    [
      'nothing for what is left out',
      '{ laws @skip(if: true) { nodes { id } } law(id: "x") @include(if: false) { id } }',
      0,
    ],
  ])('%s', (_, query, expected) => expect(points(query)).toBe(expected));

  test('the same by literal, variable, default, fragment, nested list of ids or the second operation', () => {
    const literal = points('{ laws(first: 50) { nodes { enacts(first: 9) { nodes { id } } } } }');
    expect(literal).toBe(51 + 50 * 10);
    const asked = 'laws(first: $n) { nodes { enacts(first: 9) { nodes { id } } } }';
    expect(points(`query ($n: Int!) { ${asked} }`, { n: 50 })).toBe(literal);
    expect(points(`query ($n: Int = 50) { ${asked} }`)).toBe(literal);
    expect(points(`query ($n: Int = 1) { ...A } fragment A on Query { ${asked} }`, { n: 50 })).toBe(literal);
    expect(points(`query A { __typename } query B($n: Int!) { ${asked} }`, { n: 50 }, 'B')).toBe(literal);
  });

  test('by variables and defaults for what lies around a thing too', () => {
    const query = `query ($d: Int!, $p: Int, $t: [TieType!]) { ${around('depth: $d, perTie: $p, ties: $t')} }`;
    const ties = ['PART_OF', 'AMENDS'];
    expect(points(query, { d: 2, p: 2, t: ties })).toBe(50 + 73 + 72 * 3);
    expect(points(query, { d: 1, t: ['AMENDS'] })).toBe(50 + 21 + 20 * 3);
    expect(points(query, { d: 1_000_000_000, p: 25 })).toBe(50 + 200 + 1_000 * 3);
  });

  test('by the variables of this request, not of the one before', () => {
    const query = 'query ($n: Int!) { laws(first: $n) { nodes { id } } }';
    const document = parse(query);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('There is no operation.');
    expect([5, 50, 5].map((n) => count(document, operation, { n }).points)).toEqual([6, 51, 6]);
  });
});

test('fragments that spread each other twice a level are given up on, not counted to the end', () => {
  const fragments = Array.from(
    { length: 40 },
    (_, at) => `fragment F${at} on Law { a: partOf { nodes { ...F${at + 1} } } b: partOf { nodes { ...F${at + 1} } } }`,
  );
  expect(() => points(`{ law(id: "x") { ...F0 } } ${fragments.join(' ')} fragment F40 on Law { id }`)).toThrow(
    /20000 fields/,
  );
});

test('every question of the gallery is within the limit, and none of them is free', () => {
  const costs = readGallery().map(({ query, variables }) => {
    const document = parse(query);
    const operation = document.definitions.find((one) => one.kind === 'OperationDefinition');
    if (operation?.kind !== 'OperationDefinition') throw new Error('There is no operation.');
    return count(document, operation, variables).points;
  });
  expect(costs.length).toBeGreaterThan(50);
  expect(Math.min(...costs)).toBeGreaterThan(0);
  expect(Math.max(...costs)).toBeLessThanOrEqual(LIMITS.cost);
});

test('the contract says what a point is, and which fields cost more', () => {
  expect(schema.getQueryType()?.description).toContain('1 for each object');
  expect(schema.getQueryType()?.getFields().path?.description).toMatch(/Costs 100 points\.$/);
});
