import fc from 'fast-check';
import {
  asked,
  deep,
  type Family,
  from,
  LUCENE,
  many,
  ODD_TEXTS,
  PROTOTYPE_NAMES,
  pick,
  type Random,
  sent,
} from './request.ts';

const SENATE = 'institution/kz/senate';
const VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  1e308,
  -1e308,
  '',
  'a',
  '1',
  [],
  [[]],
  [null],
  [1, 'a'],
  {},
  { a: 1 },
  { toString: 1, valueOf: 1 },
  { __proto__: null },
  '__proto__',
  '\u0000',
  '\uD800',
  'a'.repeat(10_000),
  Array(1_001).fill(1),
  Array(500).fill({}),
];

/** A question for each kind of variable, and how a value is put into it. */
const KINDS: readonly (readonly [type: string, query: string])[] = [
  ['Int', 'institutions(first: $v) { totalCount }'],
  ['String', 'institutions(after: $v) { totalCount }'],
  ['String!', 'search(query: $v) { totalCount }'],
  ['ID', 'institution(id: $v) { id }'],
  ['[ID!]!', 'nodes(ids: $v) { id }'],
  ['Boolean', 'institutions(certainOnly: $v) { totalCount }'],
  ['Boolean!', '__typename @skip(if: $v)'],
  ['Date', 'institutions(asOf: $v) { totalCount }'],
  ['DateTime', 'institutions(knownAt: $v) { totalCount }'],
  ['Rank', 'institutions(ranks: [$v]) { totalCount }'],
  ['[Modality!]', 'institutions(modalities: $v) { totalCount }'],
  ['LawWhere', 'laws(where: $v) { totalCount }'],
  ['[LawOrder!]', 'laws(orderBy: $v) { totalCount }'],
  ['[String!]', `institution(id: "${SENATE}") { name(languages: $v) }`],
];

const holding = ([type, query]: readonly [string, string], v: unknown) => ({
  query: `query($v: ${type}) { ${query} }`,
  variables: { v },
});
const some = <T>(random: Random, all: readonly T[], most: number): T[] =>
  Array.from({ length: 1 + random(most) }, () => pick(random, all));

const json = fc.jsonValue({ maxDepth: 4 });

const digits = (random: Random, count: number): string => many(count, () => String(random(10)), '');
const DATES = [
  '2023-02-30',
  '2023-13-01',
  '0000-00-00',
  '9999-12-31',
  '-2022',
  '2022-6-5',
  '22',
  '2022-06-05T00:00:00Z',
  '[2021..2023]',
  '../2021',
  '[..]',
  '..',
  '[2023..2021]',
  '20220605',
  '5 June 2022',
  '2022-W01',
  '2022?',
  '1.1.2022',
  '２０２２',
];

/** An id, cursor or identifier of which some characters are others. */
function tampered(random: Random, text: string): string {
  const letters = [...text];
  for (let left = 1 + random(4); left > 0; left -= 1)
    letters.splice(
      random(letters.length + 1),
      random(3),
      pick(random, ['/', '=', 'A', '\n', '\u0000', '%', '"', '\\', 'ә', '..', '+', ' ', '_']),
    );
  return letters.join('');
}

const CURSORS = [
  'Institution\ninstitution/kz/senate',
  'Law\nlaw/kz/constitution-1995',
  'AFFECTS\nx\ny',
  '["a"]',
  '{}',
  '',
  '\u0000',
  'a'.repeat(5_000),
  '[1e999]',
  '{"__proto__":1}',
].map((text) => Buffer.from(text).toString('base64url'));
const FIELDS = ['adoptedOn', 'name', 'kind', 'id', 'amends', 'amendedBy', 'enacts', 'none', ...PROTOTYPE_NAMES];
const OPERATORS = [
  'eq',
  'in',
  'not',
  'contains',
  'gte',
  'lte',
  'some',
  'none',
  'every',
  'count',
  'edge',
  'node',
  'within',
  'AND',
  'OR',
  'NOT',
  'startsWith',
];

/** Conditions of any shape, right ones among them. */
function condition(random: Random, depth: number): unknown {
  if (depth === 0) return pick(random, [...VALUES.slice(0, 18), '2022', 'LAW', ['LAW'], '../2021']);
  if (random(6) === 0) return Array.from({ length: random(4) }, () => condition(random, depth - 1));
  return Object.fromEntries(
    some(random, [...FIELDS, ...OPERATORS], 3).map((key) => [key, condition(random, depth - 1)]),
  );
}

const oddText = (random: Random): string =>
  random(2)
    ? pick(random, ODD_TEXTS)
    : some(random, [...LUCENE, ...ODD_TEXTS.filter(({ length }) => length < 60), 'сенат', 'senate', 'law 41'], 12).join(
        pick(random, ['', ' ']),
      );

/** Fields, fragments and ties that are there or not, as a variable says which may be null though its type lets it be used. */
function directed(random: Random): { query: string; variables: unknown } {
  const when = () => pick(random, ['@include(if: $v)', '@skip(if: $v)', '@include(if: $w)', '@skip(if: $w)', '']);
  const ids = ['law/kz/constitution-1995', SENATE, 'passage/kz/000/13', 'nothing/kz/none'];
  const asked = () =>
    pick(random, [
      `... on Law ${when()} { amends(first: ${random(3)}) ${when()} { totalCount } }`,
      `... on Institution { id ${when()} affectedBy(first: 2) ${when()} { edges ${when()} { validFrom ${when()} node { id ${when()} } } } }`,
      `... on Thing ${when()} { id name ${when()} }`,
      `__typename ${when()}`,
      `id ${when()}`,
    ]);
  const known = '... on Law { amends(first: 0) { totalCount } } ... on Institution { id @include(if: $v) }';
  const fields = random(4) ? some(random, [0, 1, 2], 4).map(asked).join(' ') : known;
  const root = pick(random, [
    `nodes(ids: ${JSON.stringify(some(random, ids, 3))})`,
    `node(id: ${JSON.stringify(pick(random, ids))})`,
  ]);
  const more = pick(random, ['', `... ${when()} { institutions(first: 1) { totalCount ${when()} } }`]);
  const given = pick<unknown>(random, [{ v: null }, { v: null, w: null }, {}, { v: true, w: null }, { v: 'a' }, null]);
  return {
    query: `query($v: Boolean = true, $w: Boolean = ${pick(random, ['false', 'true'])}) { ${root} { ${fields} } ${more} }`,
    variables: given,
  };
}

export const values: readonly Family[] = [
  { name: 'values of the wrong type', make: asked((random) => holding(pick(random, KINDS), pick(random, VALUES))) },
  {
    name: 'values of any shape',
    make: from(json, (value, random) => asked(() => holding(pick(random, KINDS), value))(random)),
  },
  {
    name: 'variables that are none',
    make: from(json, (variables, random) =>
      asked(() => ({ query: holding(pick(random, KINDS), 1).query, variables }))(random),
    ),
  },
  {
    name: 'values deep in each other',
    make: (random) => {
      const [open, middle, close] = pick(random, [
        ['[', '', ']'],
        ['{"a":', '1', '}'],
        ['{"NOT":', '{}', '}'],
        ['{"AND":[', '{}', ']}'],
      ] as const);
      const { query } = holding(pick(random, KINDS), 1);
      return sent(
        `{"query":${JSON.stringify(query)},"variables":{"v":${deep(1 + random(10_000), open, middle, close)}}}`.slice(
          0,
          99_999,
        ),
      );
    },
  },
  {
    name: 'lists that are long',
    make: asked((random) =>
      holding(pick(random, KINDS), Array(1 + random(8_000)).fill(pick(random, [1, 'a', null, {}, []]))),
    ),
  },
  {
    name: 'objects that are many',
    make: asked((random) => ({
      query: '{ __typename }',
      variables: Object.fromEntries(Array.from({ length: 1 + random(3_000) }, (_, at) => [`v${at}`, {}])),
    })),
  },
  { name: 'variables of directives that are null', make: asked(directed) },
  {
    name: 'variables that nobody asks for',
    make: asked((random) => ({
      query: '{ __typename }',
      variables: Object.fromEntries(Array.from({ length: 1 + random(5_000) }, (_, at) => [`v${at}`, at])),
    })),
  },
  {
    name: 'variables named as every object names its own',
    make: (random) => {
      const name = pick(random, PROTOTYPE_NAMES);
      const value = pick(random, ['1', '{"v":1}', '{"polluted":true}', 'null', '[]']);
      return sent(
        `{"query":"query($${name}: Int, $v: Int) { institutions(first: $${pick(random, [name, 'v'])}) { totalCount } }","variables":{"${name}":${value}}}`,
      );
    },
  },
  {
    name: 'dates that are none',
    make: asked((random) =>
      holding(
        pick(
          random,
          KINDS.filter(([type]) => type.startsWith('Date')),
        ),
        pick(random, [
          ...DATES,
          `${digits(random, 4)}-${digits(random, 2)}-${digits(random, 2)}`,
          digits(random, 1 + random(40)),
          ...ODD_TEXTS,
        ]),
      ),
    ),
  },
  {
    name: 'dates that are none, in conditions',
    make: asked((random) =>
      holding(['LawWhere', 'laws(where: $v) { totalCount }'], {
        adoptedOn: {
          [pick(random, ['eq', 'gte', 'lt', 'within', 'in'])]: pick(random, [...DATES, digits(random, 6), DATES]),
        },
      }),
    ),
  },
  {
    name: 'instants that are none',
    make: asked((random) =>
      holding(
        ['DateTime', 'institutions(knownAt: $v) { totalCount }'],
        `${digits(random, 4)}-${digits(random, 2)}-${digits(random, 2)}T${digits(random, 2)}:${digits(random, 2)}:${digits(random, 2)}${pick(random, ['Z', '', `+${digits(random, 2)}:${digits(random, 2)}`, `.${digits(random, 30)}Z`])}`,
      ),
    ),
  },
  {
    name: 'pages that are none',
    make: asked(
      (random) =>
        `{ ${pick(random, ['institutions', 'laws', 'conflicts', 'dataQuality', `institution(id: "${SENATE}") { affectedBy`])}(${pick(random, ['first', 'last'])}: ${pick(random, ['-1', '0', '101', '1000000000', '2147483647', '-2147483648', '2147483648', '1.5', '"1"', '1e3', 'null'])}, ${pick(random, ['first', 'last', 'after', 'before'])}: ${pick(random, ['1', '-1', '""', '"x"', 'null'])}) { totalCount }${random(2) ? '' : ' }'} }`,
    ),
  },
  {
    name: 'cursors that were tampered with',
    make: asked((random) =>
      holding(
        [
          'String',
          pick(random, [
            `institution(id: "${SENATE}") { affectedBy(after: $v) { totalCount } }`,
            'laws(before: $v) { totalCount }',
            'laws(after: $v, orderBy: [{ adoptedOn: ASC }]) { totalCount }',
            'search(query: "senate", after: $v) { totalCount }',
            'changes(from: "2020", to: "2022", after: $v) { totalCount }',
            'timeline(of: "institution/kz/senate", after: $v) { totalCount }',
            'dataQuality(after: $v) { totalCount }',
            'conflicts(after: $v) { totalCount }',
          ]),
        ],
        pick(random, [tampered(random, pick(random, CURSORS)), ...CURSORS, ...ODD_TEXTS]),
      ),
    ),
  },
  {
    name: 'ids that were tampered with',
    make: asked((random) =>
      holding(
        pick(random, [
          ['ID!', 'node(id: $v) { id }'],
          ['ID!', 'nodes(ids: [$v]) { id }'],
          ['ID', 'law(id: $v) { id }'],
          ['ID!', `path(from: $v, to: "${SENATE}") { length }`],
          ['ID!', 'timeline(of: $v) { totalCount }'],
          ['ID!', 'coverage(of: $v) { documents { totalCount } }'],
          ['ID!', 'common(of: [$v, $v]) { totalCount }'],
          ['ID!', 'neighbourhood(of: $v) { truncated }'],
          ['ID!', 'comparison(id: $v) { id }'],
          ['ID', 'changes(of: $v, from: "2020", to: "2022") { totalCount }'],
          ['ID!', 'passage(id: $v) { id }'],
        ] as const),
        pick(random, [tampered(random, SENATE), `${pick(random, PROTOTYPE_NAMES)}/kz/a`, ...ODD_TEXTS]),
      ),
    ),
  },
  {
    name: 'identifiers that were tampered with',
    make: asked((random) =>
      holding(
        ['String', 'law(identifier: $v) { id }'],
        pick(random, [tampered(random, 'act-code:104322'), `${pick(random, PROTOTYPE_NAMES)}:1`, ...ODD_TEXTS]),
      ),
    ),
  },
  {
    name: 'operators in what is searched',
    make: asked((random) => holding(['String!', 'search(query: $v) { totalCount edges { score } }'], oddText(random))),
  },
  {
    name: 'operators in what is typed',
    make: asked((random) => holding(['String!', 'suggest(prefix: $v) { node { id } }'], oddText(random))),
  },
  {
    name: 'many words to search',
    make: asked((random) =>
      holding(
        ['String!', 'search(query: $v) { totalCount }'],
        many(1 + random(100), () => pick(random, ['a', 'no', 'я', '1', 'q']), ' ').slice(0, 200 + random(20)),
      ),
    ),
  },
  {
    name: 'conditions of any shape',
    make: asked((random) => holding(['LawWhere', 'laws(where: $v) { totalCount }'], condition(random, 1 + random(6)))),
  },
  {
    name: 'conditions deep in each other',
    make: (random) => {
      const [open, close] = pick(random, [
        ['{"NOT":', '}'],
        ['{"AND":[', ']}'],
        ['{"amends":{"some":{"node":', '}}}'],
      ] as const);
      return sent(
        `{"query":"query($v: LawWhere) { laws(where: $v) { totalCount } }","variables":{"v":${deep(1 + random(120), open, '{}', close)}}}`,
      );
    },
  },
  {
    name: 'conditions in each other by turns',
    make: asked((random) => {
      const levels = 1 + random(40);
      const words = pick(random, [
        ['AND', 'OR'],
        ['OR', 'AND'],
        ['AND', 'AND'],
      ]);
      const within = (left: number): unknown =>
        left === 0 ? {} : { [words[left % 2] as string]: [{ name: { eq: `${left}` } }, within(left - 1)] };
      return holding(['LawWhere', 'laws(where: $v) { totalCount }'], within(levels));
    }),
  },
  {
    name: 'conditions that are many',
    make: asked((random) =>
      holding(['LawWhere', 'laws(where: $v) { totalCount }'], {
        [pick(random, ['AND', 'OR'])]: Array.from({ length: 1 + random(900) }, (_, at) => ({ name: { eq: `${at}` } })),
      }),
    ),
  },
  {
    name: 'values that are many, in conditions',
    make: asked((random) =>
      holding(['LawWhere', 'laws(where: $v) { totalCount }'], {
        id: { in: Array.from({ length: 1 + random(1_100) }, () => pick(random, ['law/x/a', '', '\u0000'])) },
      }),
    ),
  },
  {
    name: 'orders and groups of any shape',
    make: asked((random) =>
      holding(
        pick(random, [
          ['[LawOrder!]', 'laws(orderBy: $v) { totalCount }'],
          ['[LawGroupBy!]!', 'laws { groupBy(by: $v) { totalGroups } }'],
          ['[LawGroupBy!]!', 'laws { facets(by: $v) { totalGroups } }'],
        ] as const),
        Array.from({ length: random(8) }, () =>
          Object.fromEntries(
            some(random, FIELDS, 2).map((field) => [
              field,
              pick(random, ['ASC', 'DESC', 'VALUE', 'YEAR', 1, null, { count: 'DESC' }, { node: { name: 'ASC' } }]),
            ]),
          ),
        ),
      ),
    ),
  },
  {
    name: 'languages that are none',
    make: asked((random) =>
      holding(['[String!]', `institution(id: "${SENATE}") { name(languages: $v) }`], some(random, ODD_TEXTS, 40)),
    ),
  },
  {
    name: 'paths that lead nowhere',
    make: asked(
      (random) =>
        `{ path(from: "${SENATE}", to: ${JSON.stringify(pick(random, ['institution/kz/kurultai', SENATE, 'law/x/none', '']))}, maxHops: ${pick(random, ['-1', '0', '7', '6', '1000000'])}, first: ${pick(random, ['0', '10', '11', '-5'])}, via: ${JSON.stringify(pick(random, [[], [''], Array(50).fill('law/x/a'), [SENATE]]))}) { length } }`,
    ),
  },
];
