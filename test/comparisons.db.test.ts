import { beforeAll, describe, expect, test } from 'vitest';
import { loadSeed } from '../src/load/load.ts';
import { type AskGraphql, serveForTests } from './ask.ts';
import { added, writeSeed } from './load/small-seed.ts';
import { openTestGraph } from './neo4j.ts';

const seed = added(
  'testland/comparisons.yaml',
  `
- id: comparison/tl/chair
  name: Chair of the Senate
  verdict: ONE_DOCUMENT
  explanation: The report says both.
  over: [institution/tl/speaker]
  sides:
    - { passage: passage/tl/report/2, says: held, claim: { of: official/tl/ada, field: heldOffice, to: institution/tl/speaker } }
    - { passage: passage/tl/report/2b, says: left, claim: { of: official/tl/ada, field: heldOffice, to: institution/tl/speaker } }
- id: comparison/tl/later
  name: Seen later
  verdict: SCOPE
  explanation: One speaks of the Senate, one of its chair.
  over: [institution/tl/senate]
  recordedAt: 2026-02-01
  sides:
    - { passage: passage/tl/report/1, says: the Senate }
    - { passage: passage/tl/act-17/article-50, says: the chair }
- id: comparison/tl/withdrawn
  name: Withdrawn
  verdict: TIME
  explanation: They were misread.
  over: [institution/tl/senate]
  retractedAt: 2026-02-01
  sides:
    - { passage: passage/tl/report/1, says: then }
    - { passage: passage/tl/act-17/article-50, says: now }
`,
);

const SEATS = 'comparison/tl/number-of-seats';
const CHANGE = 'comparison/tl/change-of-the-senate';
const CHAIR = 'comparison/tl/chair';
const LATER = 'comparison/tl/later';
const WITHDRAWN = 'comparison/tl/withdrawn';

let ask: AskGraphql;
beforeAll(async () => {
  const graph = await openTestGraph();
  await loadSeed(graph, writeSeed(seed));
  ({ ask } = await serveForTests(graph));
});

async function answer(query: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await ask(query, variables);
  expect(errors).toEqual([]);
  return data;
}

interface Listed {
  readonly nodes: readonly { readonly id: string }[];
  readonly totalCount: number;
}

/** Ids of a list, whose count is checked. */
function ids({ nodes, totalCount }: Listed): readonly string[] {
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ id }) => id);
}

const LIST = '{ totalCount nodes { id } }';
const conflicts = async (args: string): Promise<readonly string[]> =>
  ids((await answer(`{ conflicts${args} ${LIST} }`)).conflicts);

describe('a comparison', () => {
  test('says what each side says, with its passage and its claim', async () => {
    const { comparison } = await answer(`{
      comparison(id: "${SEATS}") {
        id name verdict explanation recordedAt retractedAt
        settledBy { id }
        over { __typename id name }
        documents { id title: name }
        sides {
          order says
          passage { id line locator statement document { name } }
          claim { __typename id ... on Figure { value } evidence { id } }
        }
      }
    }`);
    expect(comparison).toEqual({
      id: SEATS,
      name: 'Number of seats',
      verdict: 'UNSETTLED',
      explanation: 'The report gives a number, the act none.',
      recordedAt: '2026-01-01',
      retractedAt: null,
      settledBy: null,
      over: [
        { __typename: 'Event', id: 'event/tl/vote', name: 'Vote of 2022' },
        { __typename: 'Institution', id: 'institution/tl/senate', name: 'Senate' },
      ],
      documents: [
        { id: 'document/tl/report', title: 'Report' },
        { id: 'document/tl/act-17', title: 'Record of the act' },
      ],
      sides: [
        {
          order: 1,
          says: 'fifty',
          passage: {
            id: 'passage/tl/report/2',
            line: 2,
            locator: null,
            statement: 'Ada held the chair.',
            document: { name: 'Report' },
          },
          claim: {
            __typename: 'Figure',
            id: 'figure/tl/senate-seats',
            value: 50,
            evidence: [{ id: 'passage/tl/report/2' }],
          },
        },
        {
          order: 2,
          says: 'gives no number',
          passage: {
            id: 'passage/tl/act-17/article-50',
            line: null,
            locator: 'article 50',
            statement: 'The act changed how the Senate is filled.',
            document: { name: 'Record of the act' },
          },
          claim: null,
        },
      ],
    });
  });

  test('names the tie a side means, and what settles it', async () => {
    const { comparison } = await answer(`{
      comparison(id: "${CHANGE}") {
        settledBy { __typename id name }
        sides { claim { ... on Tie { type sentence } } }
      }
    }`);
    expect(comparison).toEqual({
      settledBy: { __typename: 'Law', id: 'law/tl/act', name: 'Act of 2022' },
      sides: [
        { claim: null },
        { claim: { type: 'ENACTED_BY', sentence: 'Cut of the quota was enacted by Act of 2022.' } },
      ],
    });
  });

  test('is a node; nothing has an unknown id', async () => {
    const data = await answer(`{
      node(id: "${CHAIR}") { __typename id ... on Comparison { name } }
      nodes(ids: ["${CHAIR}", "comparison/tl/none"]) { id }
      none: comparison(id: "comparison/tl/none") { id }
      thing: comparison(id: "institution/tl/senate") { id }
    }`);
    expect(data).toEqual({
      node: { __typename: 'Comparison', id: CHAIR, name: 'Chair of the Senate' },
      nodes: [{ id: CHAIR }, null],
      none: null,
      thing: null,
    });
  });

  test('that was withdrawn still answers by its id, whole', async () => {
    const { comparison } = await answer(
      `{ comparison(id: "${WITHDRAWN}") { retractedAt over { id } sides { says } } }`,
    );
    expect(comparison).toEqual({
      retractedAt: '2026-02-01',
      over: [{ id: 'institution/tl/senate' }],
      sides: [{ says: 'then' }, { says: 'now' }],
    });
  });
});

describe('the list of conflicts', () => {
  test('has the unsettled first, then goes by verdict', async () => {
    expect(await conflicts('')).toEqual([SEATS, LATER, CHANGE, CHAIR]);
  });

  test.each([
    ['verdicts', '(verdict: [ONE_DOCUMENT, UNSETTLED])', [SEATS, CHAIR]],
    ['no verdict at all', '(verdict: [])', []],
    ['what was known on a day', '(knownAt: "2026-01-15")', [SEATS, WITHDRAWN, CHANGE, CHAIR]],
    ['what it is over', '(about: "event/tl/vote")', [SEATS]],
    ['what a figure of a side is about', '(about: "institution/tl/senate")', [SEATS, LATER]],
    ['where a tie of a side starts', '(about: "official/tl/ada")', [CHAIR]],
    ['where a tie of a side leads', '(about: "law/tl/act")', [CHANGE]],
    ['about and verdict', '(about: "institution/tl/senate", verdict: [SCOPE])', [LATER]],
    [
      'about and what was known on a day',
      '(about: "institution/tl/senate", knownAt: "2026-01-15")',
      [SEATS, WITHDRAWN],
    ],
    ['a document', '(document: "document/tl/act-17")', [SEATS, LATER, CHANGE]],
    ['another document', '(document: "document/tl/report")', [SEATS, LATER, CHANGE, CHAIR]],
    ['about and document', '(about: "institution/tl/speaker", document: "document/tl/report")', [CHAIR]],
    ['about without a side in the document', '(about: "institution/tl/speaker", document: "document/tl/act-17")', []],
    ['a passage', '(about: "passage/tl/report/2b")', [CHAIR]],
    ['an unknown thing', '(about: "institution/tl/none")', []],
    ['an unknown document', '(document: "document/tl/none")', []],
  ])('narrowed by %s', async (_, args, expected) => {
    expect(await conflicts(args)).toEqual(expected);
  });

  test.each([
    ['all', ''],
    ['those of a document', 'document: "document/tl/report",'],
  ])('is paged both ways: %s', async (_, args) => {
    const page = `{ nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
    const first = (await answer(`{ conflicts(${args} first: 3) ${page} }`)).conflicts;
    expect(first.nodes.map(({ id }: { id: string }) => id)).toEqual([SEATS, LATER, CHANGE]);
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const rest = (await answer(`{ conflicts(${args} after: "${first.pageInfo.endCursor}") ${page} }`)).conflicts;
    expect(rest.nodes).toEqual([{ id: CHAIR }]);
    expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const back = (await answer(`{ conflicts(${args} last: 2, before: "${rest.pageInfo.startCursor}") ${page} }`))
      .conflicts;
    expect(back.nodes).toEqual([{ id: LATER }, { id: CHANGE }]);
    expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  test.each([
    ['about: "Senate"', 'This is not an id: got "Senate"'],
    ['document: "institution/tl/senate"', '"institution/tl/senate" is an id of kind Institution, not SourceDocument'],
    ['first: 0', '"first" must be between 1 and 100, but got 0'],
    ['after: "x"', '"after" is not a cursor of this list: got "x"'],
  ])('refuses %s', async (args, message) => {
    const { errors } = await ask(`{ conflicts(${args}) ${LIST} }`);
    expect(errors.map(({ extensions, message: told }) => [extensions.code, told])).toEqual([
      ['BAD_USER_INPUT', expect.stringContaining(message)],
    ]);
  });

  test('is counted without being read, and read without being counted', async () => {
    const counted = await ask('{ conflicts { totalCount } }');
    expect(counted.data.conflicts.totalCount).toBe(4);
    expect(counted.sent.map(({ statement }) => statement.name)).toEqual(['Comparison count']);
    const read = await ask('{ conflicts { nodes { id } } }');
    expect(read.sent.map(({ statement }) => statement.name)).toEqual(['Comparison list ascending']);
  });

  test('costs one statement a level, however many comparisons it has', async () => {
    const question = (first: number): string => `{
      conflicts(first: ${first}) { nodes {
        settledBy { name } over { name } documents { name }
        sides { passage { document { name } } claim { ... on Tie { sentence } ... on Figure { name } } }
      } }
    }`;
    const [one, all] = [await ask(question(1)), await ask(question(4))];
    expect(all.errors).toEqual([]);
    const texts = (sent: typeof all.sent): readonly string[] => sent.map(({ statement }) => statement.name);
    expect(new Set(texts(all.sent)).size).toBe(texts(all.sent).length);
    expect(texts(all.sent)).toEqual(expect.arrayContaining([...texts(one.sent)]));
  });
});

describe('conflicts are found from', () => {
  test('a thing, under its own verdicts and day of record', async () => {
    const { now, then } = await answer(`{
      now: institution(id: "institution/tl/senate") { conflicts ${LIST} scope: conflicts(verdict: [SCOPE]) ${LIST} }
      then: institution(id: "institution/tl/senate", knownAt: "2026-01-15") { conflicts ${LIST} }
    }`);
    expect(ids(now.conflicts)).toEqual([SEATS, LATER]);
    expect(ids(now.scope)).toEqual([LATER]);
    expect(ids(then.conflicts)).toEqual([SEATS, WITHDRAWN]);
  });

  test('a document with a side in it', async () => {
    const { sourceDocument } = await answer(`{ sourceDocument(id: "document/tl/act-17") { conflicts ${LIST} } }`);
    expect(ids(sourceDocument.conflicts)).toEqual([SEATS, LATER, CHANGE]);
  });

  test('a passage', async () => {
    const { passage } = await answer(`{ passage(id: "passage/tl/report/2") { conflicts ${LIST} } }`);
    expect(ids(passage.conflicts)).toEqual([SEATS, CHAIR]);
  });

  test('a figure', async () => {
    const { figure } = await answer(`{ figure(id: "figure/tl/senate-seats") { conflicts ${LIST} } }`);
    expect(ids(figure.conflicts)).toEqual([SEATS]);
  });

  test('a claim, once though it makes both sides', async () => {
    const { official } = await answer(
      `{ official(id: "official/tl/ada") { heldOffice { edges { id conflicts ${LIST} } } } }`,
    );
    const [edge] = official.heldOffice.edges;
    expect(ids(edge.conflicts)).toEqual([CHAIR]);
    expect(await conflicts(`(about: "${edge.id}")`)).toEqual([CHAIR]);
  });

  test('a claim that is none of its sides, not', async () => {
    const { reform } = await answer(
      `{ reform(id: "reform/tl/quota-cut") { affects { edges { conflicts ${LIST} } } enactedBy { edges { conflicts ${LIST} } } } }`,
    );
    expect(ids(reform.affects.edges[0].conflicts)).toEqual([]);
    expect(ids(reform.enactedBy.edges[0].conflicts)).toEqual([CHANGE]);
  });
});
