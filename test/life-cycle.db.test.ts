import { beforeAll, expect, test } from 'vitest';
import { loadSeed } from '../src/load/load.ts';
import { type AskGraphql, serveForTests } from './ask.ts';
import { smallSeed, writeSeed } from './load/small-seed.ts';
import { openTestGraph } from './neo4j.ts';

const LAWS = 'testland/laws.yaml';
const REFORMS = 'testland/reforms.yaml';

/** The small seed, with a law that is signed and in force, a plan with a step that was done, and some without. */
const files = {
  ...smallSeed,
  [LAWS]: `${smallSeed[LAWS]?.replace(
    '  adoptedOn: 2022-06-08\n',
    `  adoptedOn: 2022-06-08
  inForceFrom: 2022-07
  signedBy:
    - { to: official/tl/ada, validFrom: 2022-06-10, passages: [passage/tl/act-17/article-50] }
`,
  )}  adoptedOn: 2015
- id: law/tl/promised
  name: Promised law
  kind: LAW
  passages: [passage/tl/report/2]
  plannedIn:
    - { to: law/tl/plan, modality: PLAN, passages: [passage/tl/report/2] }
`,
  [REFORMS]: `${smallSeed[REFORMS]}
  reached:
    - { to: event/tl/vote, stage: IMPLEMENTED, modality: PLAN, validFrom: 2030, passages: [passage/tl/report/2] }
- id: reform/tl/idea
  name: Idea
  kind: PARLIAMENT
  passages: [passage/tl/report/2]
  proposedBy:
    - { to: official/tl/ada, stage: ANNOUNCED, validFrom: 2020-03, passages: [passage/tl/report/2] }
  affects:
    - { to: institution/tl/council, mechanism: ABOLISHED, modality: PROPOSAL, passages: [passage/tl/report/2] }
- id: reform/tl/umbrella
  name: Umbrella
  kind: PROGRAMME
  passages: [passage/tl/report/2]
  proposedBy:
    - { to: official/tl/ada, stage: PROPOSED, passages: [passage/tl/report/2] }
- id: reform/tl/step
  name: Step
  kind: PARLIAMENT
  passages: [passage/tl/report/1]
  partOf:
    - { to: reform/tl/umbrella, passages: [passage/tl/report/1] }
  affects:
    - { to: institution/tl/senate, mechanism: TERM_CHANGED, validFrom: 2024, passages: [passage/tl/report/1] }
`,
};

let ask: AskGraphql;
beforeAll(async () => {
  const graph = await openTestGraph();
  await loadSeed(graph, writeSeed(files));
  ({ ask } = await serveForTests(graph));
});

test('the stages of a reform stand in order, with the days between as bounds, and a plan apart', async () => {
  const question = (args: string) => `{ reform(id: "reform/tl/quota-cut"${args}) {
    stages { stage modality date since daysSince { min max } entries(first: 1) { sentence via { id } thing { id } } }
  } }`;
  const { data, errors, sent } = await ask(question(''));
  expect(errors).toEqual([]);
  const stage = (
    name: string,
    modality: string,
    date: string,
    since: string | null,
    days: [number, number] | null,
  ) => ({
    stage: name,
    modality,
    date,
    since,
    daysSince: days && { min: days[0], max: days[1] },
  });
  const { stages } = data.reform;
  expect(stages.map(({ entries: _, ...rest }: { entries: unknown }) => rest)).toEqual([
    stage('PROPOSED', 'FACT', '2022-06-05', null, null),
    stage('ADOPTED', 'FACT', '2022-06-08', 'PROPOSED', [3, 3]),
    stage('SIGNED', 'FACT', '2022-06-10', 'ADOPTED', [2, 2]),
    stage('IN_FORCE', 'FACT', '2022-07', 'SIGNED', [21, 51]),
    stage('IMPLEMENTED', 'PLAN', '2030', null, null),
  ]);
  expect(stages[1].entries).toEqual([{ sentence: 'Act of 2022 was adopted.', via: { id: 'law/tl/act' }, thing: null }]);
  expect(sent.map(({ statement }) => statement.name).sort()).toEqual([
    'Law by id',
    'Reform by id',
    'read/claims-in-full',
    'read/claims-in-full',
    'read/names',
    'read/names',
  ]);
  const then = await ask(question(', asOf: "2022-06-08"'));
  expect(then.data.reform.stages.map((one: { stage: string }) => one.stage)).toEqual(['PROPOSED', 'ADOPTED']);
});

test('what is planned or proposed and not reported done is stalled; a part that was done tells of its whole', async () => {
  const stalled = async (since: string, args = '') => {
    const { data, errors } = await ask(
      `{ stalled(since: "${since}"${args}) { totalCount nodes { thing { id } date modalities claims { __typename } } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.stalled.totalCount).toBe(data.stalled.nodes.length);
    return data.stalled.nodes;
  };
  expect(await stalled('2025-01-01')).toEqual([
    {
      thing: { id: 'law/tl/promised' },
      date: '2015',
      modalities: ['PLAN'],
      claims: [{ __typename: 'PlannedInToLawEdge' }],
    },
    {
      thing: { id: 'reform/tl/idea' },
      date: '2020-03',
      modalities: ['FACT', 'PROPOSAL'],
      claims: [{ __typename: 'AffectsToInstitutionEdge' }, { __typename: 'ProposedByToThingEdge' }],
    },
  ]);
  const ids = (nodes: { thing: { id: string } }[]) => nodes.map(({ thing }) => thing.id);
  expect(ids(await stalled('2025-01-01', ', asOf: "2023-12-31"'))).toEqual([
    'law/tl/promised',
    'reform/tl/idea',
    'reform/tl/umbrella',
  ]);
  expect(await stalled('2025-01-01', ', knownAt: "2025-12-31"')).toEqual([]);
  expect(ids(await stalled('2014-12-31'))).toEqual(['reform/tl/idea']);
});
