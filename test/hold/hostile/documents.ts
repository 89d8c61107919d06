import fc from 'fast-check';
import { Lexer, Source, TokenKind } from 'graphql';
import { schema } from '../../../schema/index.ts';
import { readGallery } from '../../../src/gallery.ts';
import { randomOperation } from '../../execution/random-operation.ts';
import { asked, deep, type Family, from, many, ODD_TEXTS, PROTOTYPE_NAMES, pick, type Random } from './request.ts';

const gallery = readGallery().map(({ query }) => query);
const ids = [
  ...new Set(gallery.flatMap((query) => [...query.matchAll(/"([a-z]+\/kz\/[^"]+)"/g)].map(([, id]) => id as string))),
];
const words = [...new Set(gallery.flatMap((query) => tokensOf(query)))];
const typeNames = Object.keys(schema.getTypeMap());

/** The texts of a document's tokens. */
function tokensOf(query: string): readonly string[] {
  const lexer = new Lexer(new Source(query));
  const tokens: string[] = [];
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    tokens.push(query.slice(token.start, token.end));
  }
  return tokens;
}

/** Tokens of a question of the gallery: some left out, doubled, swapped or put in the place of others. */
function mutated(random: Random): string {
  const tokens = [...tokensOf(pick(random, gallery))];
  for (let left = 1 + random(4); left > 0; left -= 1) {
    const at = random(tokens.length);
    const ways = [
      () => tokens.splice(at, 1),
      () => tokens.splice(at, 0, tokens[at] as string),
      () => tokens.splice(at, 1, pick(random, words)),
      () => tokens.splice(at, 1, tokens[random(tokens.length)] as string),
      () => tokens.splice(at, 0, pick(random, words)),
    ];
    pick(random, ways)();
  }
  return tokens.join(' ');
}

/** A question that is right, or nearly: of the variables only those that it asks. */
function right(random: Random): { query: string; variables: unknown } {
  const { query, variables } = randomOperation(schema, ids, random);
  const body = query.slice(query.indexOf(') ') + 1);
  const given = Object.entries(DEFINITIONS).filter(([name]) => body.includes(name));
  const head = given.length > 0 ? `(${given.map(([name, type]) => `${name}: ${type}`).join(', ')})` : '';
  return { query: `query Random${head}${body}`, variables };
}
const DEFINITIONS = { $yes: 'Boolean = true', $no: 'Boolean = false', $day: 'Date' };

const name = (random: Random): string =>
  many(1 + random(12), () => pick(random, [...'abcdefgXYZ_0189']), '').replace(/^\d/, '_');

/** What holds itself, asked under aliases: at most as deep and as often as limits let through, and beyond. */
export function nestedIntrospection(random: Random): string {
  const [list, end] = pick(random, [
    ['inputFields { type {', '} }'],
    ['fields { type {', '} }'],
    ['possibleTypes { interfaces {', '} }'],
    ['fields { args { type {', '} } }'],
    ['interfaces { possibleTypes {', '} }'],
  ] as const);
  const one = `__schema { types { ${deep(1 + random(5), list, ' name kind ', end)} } }`;
  return `{ ${many(1 + random(16), (at) => `a${at}: ${one}`)} }`;
}

export const documents: readonly Family[] = [
  { name: 'fields deep in each other', make: asked((random) => deep(1 + random(12_000), '{a', '', '}')) },
  {
    name: 'known fields deep in each other',
    make: asked(
      (random) => `{ institutions ${deep(1 + random(30), '{ nodes { affectedBy', '{ totalCount }', '} }')} }`,
    ),
  },
  {
    name: 'lists deep in each other',
    make: asked((random) => `{ nodes(ids: ${deep(1 + random(20_000), '[', '', ']')}) { id } }`),
  },
  {
    name: 'objects deep in each other',
    make: asked(
      (random) =>
        `{ laws(where: ${deep(1 + random(3_000), `{${pick(random, ['NOT', 'AND', 'a'])}:`, '{}', '}')}) { totalCount } }`,
    ),
  },
  { name: 'selections that are wide', make: asked((random) => `{ ${many(1 + random(5_000), (at) => `f${at}`)} }`) },
  {
    name: 'aliases',
    make: asked(
      (random) =>
        `{ ${many(1 + random(3_000), (at) => `a${at}: ${pick(random, ['__typename', 'dataQuality { totalCount }', 'search(query: "a") { totalCount }'])}`)} }`,
    ),
  },
  {
    name: 'directives',
    make: asked(
      (random) =>
        `{ __typename ${many(1 + random(2_000), () => pick(random, ['@skip(if: false)', '@include(if: true)', '@a', '@deprecated']))} }`,
    ),
  },
  {
    name: 'one field over and over',
    make: asked(
      (random) =>
        `{ ${`${pick(random, ['__typename', 'institutions { totalCount }', '... { __typename }'])} `.repeat(1 + random(2_000))} }`,
    ),
  },
  {
    name: 'fragments in circles',
    make: asked((random) => {
      const count = 1 + random(100);
      return `{ ...F0 } ${many(count, (at) => `fragment F${at} on Query { ...F${random(2) ? (at + 1) % count : random(count)} __typename }`)}`;
    }),
  },
  {
    name: 'fragments that double',
    make: asked((random) => {
      const count = 1 + random(60);
      return `{ ...F0 } ${many(count, (at) => `fragment F${at} on Query { ${many(1 + random(3), (way) => `a${way}: __typename ...F${at + 1}`)} }`)} fragment F${count} on Query { __typename }`;
    }),
  },
  {
    name: 'fields that overlap',
    make: asked(
      (random) =>
        `{ ${many(1 + random(150), (at) => `${pick(random, ['x: ', ''])}${pick(random, ['institutions', 'laws'])}(first: ${at}) { nodes { id x: name } }`)} }`,
    ),
  },
  {
    name: 'fields that overlap in fragments',
    make: asked((random) => {
      const count = 1 + random(90);
      return `{ ${many(count, (at) => `...F${at}`)} } ${many(count, (at) => `fragment F${at} on Query { x: laws(first: ${at % 3}) { totalCount } }`)}`;
    }),
  },
  {
    name: 'fields that overlap level by level',
    make: asked((random) => {
      const levels = 1 + random(12);
      const level = (left: number): string =>
        left === 0
          ? 'id'
          : `nodes { affectedBy { ${level(left - 1)} } } nodes { affectedBy { ${left % 2 ? level(left - 1) : 'totalCount'} } }`;
      return `{ institutions { ${level(Math.min(levels, 6))} } }`;
    }),
  },
  {
    name: 'brackets',
    make: asked((random) =>
      pick(random, ['{', '[', '(', '{a', '[[', '{{}}', ')', '}', '...'])
        .repeat(random(99_000) + 1)
        .slice(0, 99_000),
    ),
  },
  {
    name: 'whole numbers that are huge',
    make: asked(
      (random) =>
        `{ institutions(first: ${random(2) ? '-' : ''}${many(1 + random(20_000), () => String(1 + random(9)), '')}) { totalCount } }`,
    ),
  },
  {
    name: 'fractions that are huge',
    make: asked(
      (random) =>
        `{ institutions(first: ${random(2) ? '-' : ''}${random(9)}.${'9'.repeat(random(2_000))}e${random(2) ? '-' : ''}${'9'.repeat(1 + random(400))}) { totalCount } }`,
    ),
  },
  {
    name: 'strings that are giant',
    make: asked(
      (random) =>
        `{ search(query: ${JSON.stringify(pick(random, ['a', 'ә', '\\', '"', ' ', 'a ', '-', 'я9']).repeat(1 + random(30_000)))}) { totalCount } }`,
    ),
  },
  {
    name: 'strings in blocks',
    make: asked(
      (random) =>
        `{ search(query: """${pick(random, ['\n ', '\\"""', '\t\n', 'a\r', '"" '])
          .repeat(1 + random(20_000))
          .slice(0, 90_000)}""") { totalCount } }`,
    ),
  },
  {
    name: 'comments, commas, white space',
    make: asked(
      (random) => `${pick(random, ['#\n', ',', ' ', '\t', '\r\n', '# "{\n']).repeat(random(48_000))}{ __typename }`,
    ),
  },
  {
    name: 'byte order marks',
    make: asked((random) =>
      many(
        1 + random(20),
        () => pick(random, ['\uFEFF', '{', '}', '__typename', ' ', '\u00A0', '\u2003', '\u200B']),
        '',
      ),
    ),
  },
  {
    name: 'control characters',
    make: asked(
      (random) =>
        `{ ${many(1 + random(10), () => pick(random, ['\u0000', '\u0001', '\u0008', '\u001b', '\u007f', '\u0085', '__typename', '"\u0000"']))} }`,
    ),
  },
  {
    name: 'halves of characters and escapes',
    make: asked(
      (random) =>
        `{ search(query: "${many(1 + random(8), () => pick(random, ['\\uD800', '\\uDC00', '\\u{110000}', '\\u{0}', '\\u{D800}', '\\x', '\\u12', '\uD83D', '\\u0000', '\\uD83D\\uDE00', '\\u{1F600']), '')}") { totalCount } }`,
    ),
  },
  {
    name: 'fields that are not there',
    make: asked(
      (random) =>
        `{ ${many(1 + random(60), () => pick(random, [name(random), 'instituton', 'lawz { id }', `institutions { ${name(random)} }`]))} }`,
    ),
  },
  {
    name: 'types that are not there',
    make: asked(
      (random) =>
        `{ ${many(1 + random(60), () => `... on ${pick(random, [name(random), `${pick(random, typeNames)}x`])} { id }`)} }`,
    ),
  },
  {
    name: 'fragments on types that never meet',
    make: asked((random) => `{ ${many(1 + random(60), () => `... on ${pick(random, typeNames)} { __typename }`)} }`),
  },
  {
    name: 'arguments that are not there',
    make: asked(
      (random) => `{ institutions(${many(1 + random(100), (at) => `${name(random)}${at}: ${at}`)}) { totalCount } }`,
    ),
  },
  {
    name: 'arguments given twice',
    make: asked((random) => `{ institutions(${many(1 + random(200), () => 'first: 1')}) { totalCount } }`),
  },
  {
    name: 'enum values that are not there',
    make: asked(
      (random) =>
        `{ search(query: "a", kinds: [${many(1 + random(80), () => pick(random, [name(random), 'Lew', 'law', '"Law"', '1', 'null', 'true']))}]) { totalCount } }`,
    ),
  },
  {
    name: 'directives that are not there',
    make: asked(
      (random) =>
        `query ${pick(random, ['', '@live', '@a(b: 1)'])} { institutions { nodes { ${many(1 + random(5), () => `id ${pick(random, ['@defer', '@stream(initialCount: 0)', '@client', '@skip', '@include(if: "x")', '@specifiedBy(url: 1)'])}`)} } ... @defer(label: "a") { __typename } } }`,
    ),
  },
  {
    name: 'subscriptions',
    make: asked(
      (random) =>
        `subscription ${pick(random, ['', 'S'])} { ${pick(random, ['a', '__typename', 'institutions { totalCount }', '__schema { types { name } }'])} }`,
    ),
  },
  {
    name: 'mutations',
    make: asked(
      (random) =>
        `mutation ${pick(random, ['', 'M'])} { ${pick(random, ['a', '__typename', 'deleteAll', 'createLaw(input: {id: "a"}) { id }'])} }`,
    ),
  },
  {
    name: 'introspection in circles',
    make: asked((random) => `{ __schema { types { ${deep(1 + random(40), 'fields { type {', 'name', '} }')} } } }`),
  },
  { name: 'introspection in circles, many times over', make: asked(nestedIntrospection) },
  {
    name: 'introspection of much',
    make: asked(
      (random) =>
        `{ ${many(1 + random(20), (at) => `a${at}: __type(name: ${JSON.stringify(pick(random, [...typeNames, ...ODD_TEXTS]))}) { name kind }`)} }`,
    ),
  },
  {
    name: 'many operations',
    make: asked(
      (random) =>
        `${many(1 + random(300), (at) => `query ${pick(random, ['Q', `Q${at}`, ...PROTOTYPE_NAMES, ''])} { __typename }`)}`,
    ),
  },
  {
    name: 'definitions that are no questions',
    make: asked((random) =>
      pick(random, [
        'type A { a: Int }',
        'extend type Query { a: Int }',
        'schema { query: Query }',
        'scalar Date',
        'directive @a on FIELD',
        '{ __typename } type B { b: Int }',
        'fragment A on Query { __typename }',
        'extend schema @a',
        '"""a""" { a }',
        'input I { i: I! }',
      ]),
    ),
  },
  {
    name: 'variables of all sorts of types',
    make: asked(
      (random) =>
        `query(${many(1 + random(60), (at) => `$${pick(random, ['v', `v${at}`, ...PROTOTYPE_NAMES])}: ${pick(random, ['Int', '[[[Int!]!]!]!', 'Law', 'Nothing', 'LawWhere', `${'['.repeat(100)}ID${']'.repeat(100)}`])} ${pick(random, ['', '= 1', '= {}', '= "a"', '= $v', '= null'])}`)}) { __typename }`,
    ),
  },
  {
    name: 'names of every object',
    make: asked((random) => {
      const one = () => pick(random, PROTOTYPE_NAMES);
      return `query ${one()} { ${many(1 + random(12), () => pick(random, [`${one()}: __typename`, one(), `${one()} { ${one()} }`, `... on ${one()} { id }`, `...${one()}`, `institution(${one()}: 1) { id }`, `a: institutions(where: { ${one()}: 1 }) { totalCount }`]))} } fragment ${one()} on ${pick(random, ['Query', one()])} { __typename }`;
    }),
  },
  { name: 'questions of the gallery with other tokens', make: asked(mutated) },
  { name: 'more questions of the gallery with other tokens', make: asked(mutated) },
  { name: 'questions that are right, of any shape', make: asked(right) },
  { name: 'tokens in any order', make: asked((random) => many(1 + random(200), () => pick(random, words))) },
  {
    name: 'texts of any characters',
    make: from(fc.string({ unit: 'binary', maxLength: 300 }), (query, random) => asked(() => query)(random)),
  },
];
