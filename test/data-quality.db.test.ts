import { beforeAll, describe, expect, test } from 'vitest';
import { fileCodes, type RuleCode, ruleCodes } from '../schema/rule-codes.ts';
import type { Graph } from '../src/graph/graph.ts';
import { desiredGraph } from '../src/load/desired-graph.ts';
import { readSeed } from '../src/load/read-seed.ts';
import { writeGraph } from '../src/load/write-graph.ts';
import { dataQualityLoaders } from '../src/loaders/data-quality.ts';
import { type AskGraphql, serveForTests } from './ask.ts';
import { graphSeeds } from './load/bad-seeds.ts';
import { type Files, smallSeed, writeSeed } from './load/small-seed.ts';
import { openTestGraph } from './neo4j.ts';

let graph: Graph;
let ask: AskGraphql;

beforeAll(async () => {
  graph = await openTestGraph({ readDeadline: 30_000, writeDeadline: 30_000 });
  ({ ask } = await serveForTests(graph));
});

/** Writes a seed as it is, past the gate that would refuse it. */
const write = (files: Files) => writeGraph(graph, desiredGraph(readSeed(writeSeed(files)).seed));
/** A change by somebody else's hand. */
const tamper = (text: string) => graph.write([{ statement: { name: 'tamper', text } }]);

async function dataQuality(fields = 'nodes { code }', args = '') {
  const { data, errors, sent } = await ask(`{ dataQuality${args} { ${fields} } }`);
  expect(errors).toEqual([]);
  return { ...data.dataQuality, sent };
}
const codes = async (): Promise<string[]> =>
  (await dataQuality('nodes { code message hint }')).nodes.map(
    ({ code, message, hint }: { code: string; message: string; hint: string }) => {
      expect(`${message} ${hint}`).not.toMatch(/undefined|\[object/);
      return code;
    },
  );

/** One of each rule, since every seed costs some tenths of a second; test/load/check-graph.test.ts takes all of them. */
const seeds = graphSeeds.filter(({ rule }, at) => graphSeeds.findIndex((other) => other.rule === rule) === at);

const SENATE = "(n:Thing {id: 'institution/tl/senate'})";
const AFFECTS = '()-[e:AFFECTS]->()';

/** What only a hand in the database can do. */
const tampered: readonly (readonly [what: string, codes: readonly RuleCode[], text: string])[] = [
  ['no kind', ['MISSING_KEY'], 'MATCH (n:Event) REMOVE n.kind'],
  ['a kind that there is not', ['UNKNOWN_VALUE'], "MATCH (n:Event) SET n.kind = 'METING'"],
  ['a role that there is not', ['UNKNOWN_VALUE'], "MATCH ()-[e:PROPOSED_BY]->() SET e.stage = 'SUNG'"],
  ['no date', ['BAD_DATE'], "MATCH (n:Event) SET n.startedOn = 'soon'"],
  ['a name that is a number', ['WRONG_TYPE'], 'MATCH (n:Event) SET n.name = 5'],
  ['a property of no meaning', ['UNKNOWN_KEY'], "MATCH (n:Event) SET n.hue = 'red'"],
  ['a tie of no meaning', ['UNKNOWN_KEY'], 'MATCH (a:Event), (b:Official) CREATE (a)-[:SANG]->(b)'],
  ['a passage twice', ['REPEATED_VALUE'], 'MATCH (n:Event) SET n.passages = n.passages + n.passages'],
  ['a number on a tie', ['NUMBER_ON_EDGE'], `MATCH ${AFFECTS} SET e.share = 30`],
  [
    'a tie from a wrong end',
    ['WRONG_END'],
    'MATCH (a:Event), (b:Law {kind: "PLAN"}) CREATE (a)-[:ENACTED_BY {id: "x"}]->(b)',
  ],
  ['a deed with an end', ['DEED_WITH_END', 'KEYS_DIFFER'], `MATCH ${AFFECTS} SET e.end = 'ONGOING'`],
  [
    'the same tie twice',
    ['CLAIM_ID', 'DUPLICATE_TIE'],
    `MATCH (a)-[e:AFFECTS]->(b) CREATE (a)-[f:AFFECTS]->(b) SET f = e {.*, id: 'claim/affects/0'}`,
  ],
  ['no label of a noun', ['BAD_LABELS'], 'MATCH (n:Official) REMOVE n:Official'],
  ['labels of two nouns', ['BAD_LABELS'], `MATCH (n:Event) SET n:Law`],
  ['a claim without id', ['CLAIM_ID'], `MATCH ${AFFECTS} REMOVE e.id`],
  ['a claim of another id', ['CLAIM_ID'], `MATCH ${AFFECTS} SET e.id = 'claim/affects/0'`],
  ['the id of another claim', ['CLAIM_ID'], 'MATCH ()-[e:HELD_OFFICE]->(), ()-[f:AFFECTS]->() SET f.id = e.id'],
  [
    'a tie without keys',
    Array.from({ length: 7 }, () => 'KEYS_DIFFER' as const),
    `MATCH ${AFFECTS} REMOVE e.fromId, e.toId, e.sortKey, e.until, e.startLatest, e.endEarliest, e.retracted`,
  ],
  ['another end in its keys', ['KEYS_DIFFER'], `MATCH ${AFFECTS} SET e.toId = 'institution/tl/council'`],
  ['a start in its keys that no date gives', ['KEYS_DIFFER'], `MATCH ${AFFECTS} SET e.sortKey = '1999 ' + e.id`],
  [
    'a thing with other keys',
    ['KEYS_DIFFER', 'KEYS_DIFFER', 'KEYS_DIFFER'],
    `MATCH ${SENATE} SET n.since = '2000', n.until = '2001', n.retracted = '2002'`,
  ],
  ['another unit of a figure', ['KEYS_DIFFER'], "MATCH (n:Figure) SET n.unit = 'chairs'"],
  [
    'a figure that differs from its tie',
    ['KEYS_DIFFER'],
    "MATCH (:Figure)-[e:ABOUT {role: 'AFTER'}]->() SET e.modality = 'PLAN'",
  ],
  [
    'a claim that no passage leads to',
    ['LINKS_DIFFER'],
    'MATCH (:Passage {id: "passage/tl/report/2b"})-[e:SUPPORTS]->() DELETE e',
  ],
  [
    'a passage that leads to no claim',
    ['LINKS_DIFFER'],
    'MATCH (p:Passage {id: "passage/tl/report/2"}), (n:Event) CREATE (p)-[:SUPPORTS {id: "x", claimId: "x"}]->(n)',
  ],
  [
    'a passage that is not in its document',
    ['LINKS_DIFFER'],
    'MATCH (:Passage {id: "passage/tl/report/2b"})-[e:IN]->() DELETE e',
  ],
  ['a name of nothing', ['LINKS_DIFFER'], 'MATCH ()-[e:NAMED]->(:Name {kind: "OURS"}) DELETE e'],
  ['an identifier missing', ['LINKS_DIFFER'], 'MATCH (n:Identifier) DETACH DELETE n'],
  ['a merged id without a survivor', ['MISSING_KEY'], 'MATCH ()-[e:INTO]->() DELETE e'],
  [
    'a measure of another id',
    ['LINKS_DIFFER', 'LINKS_DIFFER'],
    'MATCH (n:Measure {measure: "held-on"}) SET n.id = "measure/held"',
  ],
];

describe('a sound graph', () => {
  test('has no problem', async () => {
    await write(smallSeed);
    expect(await dataQuality('totalCount nodes { code } pageInfo { hasNextPage startCursor }')).toMatchObject({
      totalCount: 0,
      nodes: [],
      pageInfo: { hasNextPage: false, startCursor: null },
    });
  });

  test('is read once a request, in a statement for every label and 500 nodes', async () => {
    const { sent } = await ask(
      '{ a: dataQuality { totalCount } b: dataQuality(rules: [CLAIM_ID]) { nodes { code } } }',
    );
    expect(sent.map(({ statement }) => statement.name).sort()).toEqual(
      ['Comparison', 'GraphRelease', 'Identifier', 'Measure', 'Merged', 'Name', 'Passage', 'Thing'].map(
        (label) => `write/compare-nodes ${label}`,
      ),
    );
  });

  test('is not read again until somebody has written to it', async () => {
    await write(smallSeed);
    const sent: string[] = [];
    const read: Graph['read'] = (statement, ...more) => {
      sent.push(statement.name);
      return graph.read(statement, ...more);
    };
    const shared = { read, version: graph.version };
    const total = (): Promise<number> => dataQualityLoaders(shared).dataQuality({}).totalCount();
    expect([await total(), sent.splice(0).length]).toEqual([0, 9]);
    expect([await total(), sent.splice(0)]).toEqual([0, ['read/ready']]);
    await tamper("MATCH (n:Event) SET n.hue = 'red'");
    expect([await total(), sent.splice(0).length]).toEqual([1, 9]);
  });
});

describe('a graph that a bad seed was written to', () => {
  test.each(seeds)('$rule: $why', async ({ rule, files }) => {
    await write(files);
    expect(await codes()).toEqual([rule]);
  });
});

describe('a graph with', () => {
  test.each(tampered)('%s', async (_, expected, text) => {
    await write(smallSeed);
    await tamper(text);
    expect(await codes()).toEqual(expected);
  });
});

test('every rule that the graph can break is proven to be told', () => {
  const proven = [...seeds.map(({ rule }) => rule), ...tampered.flatMap(([, some]) => some)];
  const all = (Object.keys(ruleCodes) as RuleCode[]).filter((code) => !fileCodes.includes(code));
  expect([...new Set(proven)].sort()).toEqual(all.sort());
});

describe('problems', () => {
  beforeAll(async () => {
    await write(smallSeed);
    await tamper(`MATCH (n:Thing) WHERE n.id STARTS WITH 'institution/' SET n.hue = 'red'`);
    await tamper("MATCH ()-[e:HELD_OFFICE]->() SET e.until = '2025-01-01'");
    await tamper("MATCH (n:Passage {id: 'passage/tl/report/2b'}) SET n.sha256 = 'short'");
    await tamper("MATCH (n:Figure) SET n.comparator = 'INCREASED'");
  });

  test('come by code, then by id, and say what they are about', async () => {
    const about = 'nodes { code message hint thing { id name } claimId passage { id document { id } } }';
    const { nodes } = await dataQuality(about);
    expect(
      nodes.map(({ code, thing }: { code: string; thing: { id: string } | null }) => `${code} ${thing?.id}`),
    ).toEqual([
      'CHANGE_WITH_VALUE figure/tl/senate-seats',
      'KEYS_DIFFER official/tl/ada',
      'PASSAGE_PLACE undefined',
      'UNKNOWN_KEY institution/tl/council',
      'UNKNOWN_KEY institution/tl/parliament',
      'UNKNOWN_KEY institution/tl/senate',
      'UNKNOWN_KEY institution/tl/speaker',
    ]);
    expect(nodes[0]).toMatchObject({ thing: { name: '50 seats' }, claimId: 'figure/tl/senate-seats', passage: null });
    expect(nodes[1]).toEqual({
      code: 'KEYS_DIFFER',
      message:
        'official/tl/ada HELD_OFFICE institution/tl/speaker has until "2025-01-01", but what it says gives "9999"',
      hint: 'load the data again: the loader writes it afresh',
      thing: { id: 'official/tl/ada', name: 'Ada' },
      claimId: expect.stringMatching(/^claim\/held-office\//),
      passage: null,
    });
    expect(nodes[2]).toMatchObject({
      thing: null,
      claimId: null,
      passage: { id: 'passage/tl/report/2b', document: { id: 'document/tl/report' } },
    });
    expect(nodes[3]).toMatchObject({ thing: { name: 'Council' }, claimId: null, passage: null });
  });

  test('are paged both ways and narrowed to some rules', async () => {
    const page = 'totalCount edges { cursor node { code } } pageInfo { hasNextPage hasPreviousPage endCursor }';
    const codesOf = ({ edges }: { edges: { node: { code: string } }[] }) => edges.map(({ node }) => node.code);
    const first = await dataQuality(page, '(first: 3)');
    expect([first.totalCount, codesOf(first), first.pageInfo.hasNextPage]).toEqual([
      7,
      ['CHANGE_WITH_VALUE', 'KEYS_DIFFER', 'PASSAGE_PLACE'],
      true,
    ]);
    const rest = await dataQuality(page, `(first: 5, after: "${first.pageInfo.endCursor}")`);
    expect([codesOf(rest).length, rest.pageInfo.hasNextPage]).toEqual([4, false]);
    const back = await dataQuality(page, `(last: 2, before: "${rest.edges[0].cursor}")`);
    expect([codesOf(back), back.pageInfo.hasPreviousPage]).toEqual([['KEYS_DIFFER', 'PASSAGE_PLACE'], true]);
    const some = await dataQuality(page, '(rules: [PASSAGE_PLACE, CLAIM_ID])');
    expect([some.totalCount, codesOf(some)]).toEqual([1, ['PASSAGE_PLACE']]);
  });

  test('take only their own cursors', async () => {
    const { errors } = await ask('{ dataQuality(after: "x") { nodes { code } } }');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});
