import { LUCENE, PROTOTYPE_NAMES } from '../hostile/request.ts';

/** Stands in whatever would change or tell something, so that it can be looked for in the texts of statements. */
export const MARK = 'inj3cted';

/** Ways out of a text, a name, a pattern or a comment. */
const OUT = ["'", '"', '`', "'})", '"})', '`)', ')', '}]->()', '*/', '\\u0027})', '\\u0060)', "\\'})"];

const ATTACKS = [
  `DETACH DELETE n // ${MARK}`,
  `SET n.${MARK} = 1 //`,
  `WITH 1 AS x MATCH (n) DETACH DELETE n // ${MARK}`,
  `CALL { MATCH (n) DETACH DELETE n } RETURN 1 // ${MARK}`,
  `CREATE (:${MARK}) //`,
  `MERGE (:${MARK} {id: 1}) RETURN 1 /*`,
  `FOREACH (x IN [1] | CREATE (:${MARK}))`,
  `LOAD CSV FROM 'file:///etc/passwd' AS ${MARK} RETURN ${MARK} //`,
  `LOAD CSV FROM 'http://127.0.0.1:1/${MARK}' AS l RETURN l //`,
  `CALL apoc.load.json('http://127.0.0.1:1/${MARK}') YIELD value RETURN value //`,
  `CALL apoc.cypher.runWrite('CREATE (:${MARK})', {}) //`,
  `CALL dbms.listConfig() YIELD name RETURN name // ${MARK}`,
  `RETURN 1 UNION MATCH (${MARK}) RETURN ${MARK} //`,
  `; MATCH (n) DETACH DELETE n; // ${MARK}`,
];

const ALONE = [
  ...[
    '',
    ' ',
    '\u0000',
    `a\u0000${MARK}`,
    '\\',
    '\\\\',
    '\\u0000',
    '\uD800',
    '\uFEFF',
    '\u202E',
    '\r\n',
    '//',
    '/*',
    '--',
    '#',
  ],
  ...[
    '$keys',
    '$param',
    '$0',
    '$'.concat('{1+1}'),
    '{{1+1}}',
    '%s%n',
    '{"$gt":""}',
    '[]',
    '{}',
    'null',
    '1 OR 1=1',
    `:${MARK}`,
    `n.${MARK}`,
  ],
  `${MARK}`.repeat(8_192),
  '`'.repeat(1_000),
  "'".repeat(1_001),
  ...PROTOTYPE_NAMES.slice(0, 4),
];

const made = [...OUT.flatMap((out) => ATTACKS.map((attack) => `${out} ${attack}`)), ...ALONE, ...LUCENE];

/** Two hundred and some texts that would do harm where they are taken for a part of a statement. */
export const payloads: readonly string[] = [...new Set(made)];
