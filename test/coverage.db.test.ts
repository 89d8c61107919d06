import { beforeAll, describe, expect, test } from 'vitest';
import { loadSeed } from '../src/load/load.ts';
import { type AskGraphql, serveForTests } from './ask.ts';
import { changed, HERE, smallSeed, writeSeed } from './load/small-seed.ts';
import { openTestGraph } from './neo4j.ts';

const INSTITUTIONS = 'testland/institutions.yaml';

/** The small seed, with an end of the Senate that nothing but its successor tells, and a claim of a later release. */
const files = {
  ...smallSeed,
  [INSTITUTIONS]: `${smallSeed[INSTITUTIONS]}
- id: institution/tl/house
  name: House
  kind: PARLIAMENT
  foundedOn: 2026
  passages: [passage/tl/report/1]
  succeeds:
    - { to: institution/tl/parliament, inferred: [TIE], note: The act implies it., passages: [passage/tl/act-17/article-50] }
    - { to: institution/tl/council, recordedAt: 2026-02-01, validFrom: 2026, passages: [passage/tl/report/1] }
- id: institution/tl/ghost
  name: Ghost
  kind: PARTY
  passages: [passage/tl/act-17/article-50]
`,
};

let ask: AskGraphql;
beforeAll(async () => {
  const graph = await openTestGraph();
  await loadSeed(graph, writeSeed(files));
  ({ ask } = await serveForTests(graph));
});

async function coverage(of: string, fields: string, args = '') {
  const { data, errors, sent } = await ask(`{ coverage(of: "${of}"${args}) { ${fields} } }`);
  expect(errors).toEqual([]);
  return { ...data.coverage, sent: sent.map(({ statement }) => statement.name) };
}

/** `question: status claims field`. */
async function questions(of: string, args = ''): Promise<string[]> {
  const found = await coverage(of, 'questions { question status claims field curated }', args);
  return found.questions.map(
    (one: Record<string, unknown>) =>
      `${one.question} ${one.status} ${one.claims} ${one.field}${one.curated ? ' curated' : ''}`,
  );
}

describe('the questions about', () => {
  test('a reform', async () => {
    expect(await questions('reform/tl/quota-cut')).toEqual([
      'Who proposed it? STATED 1 proposedBy',
      'Which law enacted it? STATED 1 enactedBy',
      'When did it take effect? STATED 1 affects',
      'What does it change? STATED 1 affects',
      'What came of it? NOT_STATED 0 ledTo',
    ]);
  });

  test('an office are not those about a body', async () => {
    expect(await questions('institution/tl/speaker')).toEqual([
      'Who holds it? STATED 1 heldBy',
      'Since when do they hold it? STATED 1 heldBy',
      'Who fills it? NOT_STATED 0 appointedBy',
    ]);
    expect(await questions('institution/tl/senate')).toEqual([
      'Who fills it? NOT_STATED 0 appointedBy',
      'When was it founded? STATED 1 foundedOn',
      'When was it dissolved? INFERRED 1 dissolvedOn',
      'How many members has it? STATED 1 figures',
      'Who chairs it? NOT_STATED 0 chairedBy',
      'What does it succeed? NOT_STATED 0 succeeds',
    ]);
  });

  test('a body that others replaced ask for its end, those about one that lasts do not', async () => {
    expect(await questions('institution/tl/parliament')).toContain('When was it dissolved? NOT_STATED 0 dissolvedOn');
    expect(await questions('institution/tl/ghost')).toEqual([
      'When was it founded? NOT_STATED 0 foundedOn',
      'What does it succeed? NOT_STATED 0 succeeds',
    ]);
  });

  test('an event end with what was found to be open, with its note', async () => {
    const { questions: all } = await coverage(
      'event/tl/vote',
      'questions { question status claims field curated note }',
    );
    expect(all.slice(-2)).toEqual([
      {
        question: 'What was the turnout?',
        status: 'NOT_STATED',
        claims: 0,
        field: null,
        curated: true,
        note: null,
      },
      {
        question: 'Who counted the votes?',
        status: 'NOT_STATED',
        claims: 0,
        field: null,
        curated: true,
        note: 'The report names nobody.',
      },
    ]);
    const { data } = await ask('{ event(id: "event/tl/vote") { unstated { question note } } }');
    expect(data.event.unstated).toEqual([
      { question: 'What was the turnout?', note: null },
      { question: 'Who counted the votes?', note: 'The report names nobody.' },
    ]);
  });

  test('a figure, a law, a person and a document', async () => {
    expect(await questions('figure/tl/senate-seats')).toContain('Since when does it hold? STATED 1 validFrom');
    expect(await questions('law/tl/act')).toContain('What is its official address? NOT_STATED 0 officialUrl');
    expect(await questions('official/tl/ada')).toContain('Until when did they hold it? STATED 1 heldOffice');
    expect(await questions('document/tl/report')).toContain('When was it published? STATED 1 publishedOn');
  });
});

describe('a gap', () => {
  test('is one question with the curated note where both ask the same', async () => {
    const graph = await openTestGraph();
    const vote = changed('testland/events.yaml', 'kind: MEETING', `kind: REFERENDUM ${HERE}`);
    await loadSeed(graph, writeSeed({ ...vote, 'measures.yaml': `${vote['measures.yaml']}` }));
    expect(await questions('event/tl/vote')).toEqual([
      'When was it held? STATED 1 startedOn',
      'Who took part? NOT_STATED 0 participants',
      'Under which act or reform was it held? NOT_STATED 0 heldUnder',
      'What was the turnout? NOT_STATED 0 figures curated',
      'How large was the share in favour? NOT_STATED 0 figures',
      'What came of it? NOT_STATED 0 ledTo',
      'Who counted the votes? NOT_STATED 0 null curated',
    ]);
    await loadSeed(graph, writeSeed(files));
  });

  test('is closed by a claim that is only implied, and says so', async () => {
    const succeeds = (args: string) => questions('institution/tl/house', args).then((all) => all.at(-1));
    expect(await succeeds('')).toBe('What does it succeed? STATED 2 succeeds');
    expect(await succeeds(', knownAt: "2026-01-15"')).toBe('What does it succeed? INFERRED 1 succeeds');
    expect(await succeeds(', knownAt: "2025-12-31"')).toBe('What does it succeed? NOT_STATED 0 succeeds');
    expect(await succeeds(', asOf: "2025-12-31"')).toBe('What does it succeed? INFERRED 1 succeeds');
    expect(await succeeds(', modalities: [PLAN]')).toBe('What does it succeed? NOT_STATED 0 succeeds');
  });
});

test('documents are told apart and the evidence has a last day', async () => {
  const fields = 'textCount actRecordCount statedUntil documents { totalCount nodes { id } }';
  expect(await coverage('institution/tl/senate', fields)).toMatchObject({
    textCount: 1,
    actRecordCount: 1,
    statedUntil: '2023-01-02',
    documents: { totalCount: 2, nodes: [{ id: 'document/tl/act-17' }, { id: 'document/tl/report' }] },
  });
  expect(await coverage('institution/tl/ghost', fields)).toMatchObject({
    textCount: 0,
    actRecordCount: 1,
    statedUntil: null,
    documents: { totalCount: 1, nodes: [{ id: 'document/tl/act-17' }] },
  });
});

test('claims are counted by field, and those only implied apart', async () => {
  expect((await coverage('institution/tl/house', 'claims { field claims inferred }')).claims).toEqual([
    { field: 'succeeds', claims: 2, inferred: 1 },
  ]);
  expect((await coverage('institution/tl/senate', 'claims { field claims inferred }')).claims).toEqual([
    { field: 'affectedBy', claims: 1, inferred: 0 },
    { field: 'figures', claims: 1, inferred: 0 },
    { field: 'partOf', claims: 1, inferred: 0 },
    { field: 'parts', claims: 1, inferred: 0 },
    { field: 'possiblySameAs', claims: 1, inferred: 0 },
  ]);
});

test('all of it costs three statements for any number of things of a noun, and a list of documents one more', async () => {
  const all = 'thing { id name } textCount actRecordCount statedUntil claims { field } questions { status }';
  const { sent } = await coverage('institution/tl/senate', all);
  const three = ['Institution by id', 'read/claims-of-thing', 'read/documents-behind'];
  expect(sent.sort()).toEqual(three);
  const two = await ask(`{
    a: coverage(of: "institution/tl/senate") { ${all} documents { totalCount nodes { id name } } }
    b: coverage(of: "institution/tl/house") { ${all} }
  }`);
  expect(two.sent.map(({ statement }) => statement.name).sort()).toEqual([
    'Institution by id',
    'SourceDocument by id',
    ...three.slice(1),
  ]);
});

test('an unknown id is null, a merged one answers with the survivor, and what is no id is refused', async () => {
  const { data, errors } = await ask(`{
    unknown: coverage(of: "law/tl/none") { statedUntil }
    passage: coverage(of: "passage/tl/report/1") { statedUntil }
    merged: coverage(of: "institution/tl/upper-house") { thing { id redirectedFrom } }
  }`);
  expect(errors).toEqual([]);
  expect(data).toEqual({
    unknown: null,
    passage: null,
    merged: { thing: { id: 'institution/tl/senate', redirectedFrom: 'institution/tl/upper-house' } },
  });
  const bad = await ask('{ coverage(of: "Senate") { statedUntil } }');
  expect(bad.errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});
