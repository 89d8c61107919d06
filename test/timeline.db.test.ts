import { beforeAll, describe, expect, test } from 'vitest';
import { loadSeed } from '../src/load/load.ts';
import { type AskGraphql, serveForTests } from './ask.ts';
import { smallSeed, writeSeed } from './load/small-seed.ts';
import { openTestGraph } from './neo4j.ts';

const REFORMS = 'testland/reforms.yaml';
const EVENTS = 'testland/events.yaml';

/** The small seed, with a step of the reform, plans beside facts, and dates of every exactness. */
const files = {
  ...smallSeed,
  [EVENTS]: `${smallSeed[EVENTS]?.replace(
    '  unstated:',
    '  concerns:\n    - { to: institution/tl/senate, role: SUBJECT, passages: [passage/tl/report/2] }\n  unstated:',
  )}
- id: event/tl/launch
  name: Launch
  kind: START_OF_WORK
  startedOn: 2023-01
  passages: [passage/tl/report/2]
`,
  [REFORMS]: `${smallSeed[REFORMS]}
  reached:
    - { to: event/tl/launch, stage: IMPLEMENTED, passages: [passage/tl/report/2] }
- id: reform/tl/step
  name: Step
  kind: PARLIAMENT
  passages: [passage/tl/report/1]
  partOf:
    - { to: reform/tl/quota-cut, passages: [passage/tl/report/1] }
  affects:
    - { to: institution/tl/senate, mechanism: TERM_CHANGED, validFrom: "[2021..2023]", passages: [passage/tl/report/1] }
    - { to: institution/tl/council, mechanism: ABOLISHED, validFrom: ../2021-04, modality: PLAN, passages: [passage/tl/report/2] }
    - { to: institution/tl/council, mechanism: STRENGTHENED, validFrom: 2020-01-01, recordedAt: 2026-02-01, passages: [passage/tl/report/2] }
`,
};

let ask: AskGraphql;
beforeAll(async () => {
  const graph = await openTestGraph();
  await loadSeed(graph, writeSeed(files));
  ({ ask } = await serveForTests(graph));
});

/** `date KIND sentence`. */
async function told(of: string, args = ''): Promise<string[]> {
  const { data, errors } = await ask(
    `{ timeline(of: "${of}"${args}) { totalCount nodes { date kind sentence via { id } } } }`,
  );
  expect(errors).toEqual([]);
  const { totalCount, nodes } = data.timeline;
  const found = nodes.map(
    (node: { date: string; kind: string; sentence: string; via: { id: string } | null }) =>
      `${node.date} ${node.kind} ${node.sentence}${node.via ? ` via ${node.via.id}` : ''}`,
  );
  if (!args.includes('first') && !args.includes('last')) expect(totalCount).toBe(found.length);
  return found;
}

const SENATE = 'institution/tl/senate';
const whole = [
  '1995 BEGIN Senate was founded.',
  '1995 NAME From then on: Senate is called The Senate.',
  '1995 STATE From then on: Senate is part of Parliament (UPPER_CHAMBER).',
  '[2021..2023] DEED Step changes Senate (TERM_CHANGED).',
  '2022-06 FIGURE From then on: 50 seats, of Senate.',
  '2022-06 DEED Cut of the quota changes Senate (COMPOSITION_CHANGED).',
  '2022-06-05 EVENT Vote of 2022 concerns Senate (SUBJECT).',
  '2026-07-01 END Senate no longer existed.',
  '2026-07-01 STATE No longer: Senate is part of Parliament (UPPER_CHAMBER).',
];
const sorted = (lines: readonly string[]): string[] => [...lines].sort();

describe('the timeline of an institution', () => {
  test('tells beginnings, names, states, deeds, figures, events and ends in order of time', async () => {
    const found = await told(SENATE);
    expect(sorted(found)).toEqual(sorted(whole));
    const days = found.map((line) => line.replace('[', '').slice(0, 4));
    expect(days).toEqual([...days].sort());
  });

  test('is narrowed by kinds, days and the day asked', async () => {
    expect(await told(SENATE, ', kinds: [EVENT, END]')).toEqual([whole[6], whole[7]]);
    expect(sorted(await told(SENATE, ', from: "2023-07-01"'))).toEqual(
      sorted([whole[3], whole[7], whole[8]] as string[]),
    );
    expect(await told(SENATE, ', from: "2022-06-30", to: "2022-06-30", kinds: [DEED, FIGURE, EVENT]')).toEqual([
      whole[3],
      whole[5],
      whole[4],
    ]);
    expect(sorted(await told(SENATE, ', asOf: "2021-06-01"'))).toEqual(sorted(whole.slice(0, 4)));
    expect(sorted(await told(SENATE, ', asOf: "2021-06-01", certainOnly: true'))).toEqual(sorted(whole.slice(0, 3)));
    expect(await told(SENATE, ', knownAt: "2025-12-31"')).toEqual([]);
    expect(await told(SENATE, ', modalities: [PLAN]')).toEqual([]);
  });

  test('is paged both ways without gap or duplicate', async () => {
    const all = await told(SENATE);
    const step = async (args: string) => {
      const { data } = await ask(
        `{ timeline(of: "${SENATE}", ${args}) { nodes { sentence } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      );
      return data.timeline;
    };
    const sentences = (lines: readonly string[]) => lines.map((line) => line.replace(/^\S+ \S+ /, ''));
    const first = await step('first: 4');
    const second = await step(`first: 4, after: "${first.pageInfo.endCursor}"`);
    const third = await step(`first: 4, after: "${second.pageInfo.endCursor}"`);
    const forwards = [first, second, third].flatMap(({ nodes }) =>
      nodes.map((node: { sentence: string }) => node.sentence),
    );
    expect(forwards).toEqual(sentences(all));
    expect(third.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const last = await step(`last: 3`);
    expect(last.nodes.map((node: { sentence: string }) => node.sentence)).toEqual(sentences(all.slice(-3)));
  });
});

describe('the timeline of a reform', () => {
  const own = [
    '2022-06 DEED Cut of the quota changes Senate (COMPOSITION_CHANGED).',
    '2022-06 FIGURE From then on: 50 seats, of Cut of the quota.',
    '2022-06-05 STAGE Cut of the quota was put forward by Ada (PROPOSED).',
    '2023-01 STAGE Cut of the quota reached a stage at Launch (IMPLEMENTED).',
  ];

  test('has the entries of its parts, each with the part, and never a plan as a fact', async () => {
    const found = await told('reform/tl/quota-cut');
    expect(sorted(found)).toEqual(
      sorted([
        '2020-01-01 DEED Step changes Council (STRENGTHENED). via reform/tl/step',
        '../2021-04 DEED Planned: Step changes Council (ABOLISHED). via reform/tl/step',
        '[2021..2023] DEED Step changes Senate (TERM_CHANGED). via reform/tl/step',
        ...own,
      ]),
    );
    expect(found.map((line) => line.split(' ')[0])).toEqual([
      '2020-01-01',
      '[2021..2023]',
      '../2021-04',
      '2022-06',
      '2022-06',
      '2022-06-05',
      '2023-01',
    ]);
    expect(sorted(await told('reform/tl/quota-cut', ', includeParts: false'))).toEqual(sorted(own));
    expect(await told('reform/tl/step', ', knownAt: "2026-01-15"')).not.toContain(
      '2020-01-01 DEED Step changes Council (STRENGTHENED).',
    );
  });

  test('keeps dates as exact as the source, with their bounds', async () => {
    const { data } = await ask(`{ timeline(of: "reform/tl/step") { nodes { date earliest latest turn modality } } }`);
    expect(data.timeline.nodes).toEqual([
      { date: '2020-01-01', earliest: '2020-01-01', latest: '2020-01-01', turn: 'HAPPENS', modality: 'FACT' },
      { date: '[2021..2023]', earliest: '2021-01-01', latest: '2023-12-31', turn: 'HAPPENS', modality: 'FACT' },
      { date: '../2021-04', earliest: null, latest: '2021-04-30', turn: 'HAPPENS', modality: 'PLAN' },
    ]);
  });
});

test('a term of office has a beginning and an end, and an event tells of who took part', async () => {
  expect(await told('official/tl/ada', ', kinds: [TERM]')).toEqual([
    '[2019..2021] TERM From then on: Ada held the office of Speaker of the Senate.',
    '2024/.. TERM No longer: Ada held the office of Speaker of the Senate.',
  ]);
});

test('a page costs one statement, and what is asked of its entries one a kind', async () => {
  const { data, errors, sent } = await ask(`{ timeline(of: "reform/tl/quota-cut", kinds: [DEED, FIGURE]) { nodes {
    sentence inferred note claim { __typename id } thing { id } evidence { id } } } }`);
  expect(errors).toEqual([]);
  expect(data.timeline.nodes.map((node: { claim: { __typename: string } }) => node.claim.__typename)).toContain(
    'Figure',
  );
  expect(data.timeline.nodes.every((node: { evidence: unknown[] }) => node.evidence.length > 0)).toBe(true);
  expect(sent.map(({ statement }) => statement.name).sort()).toEqual([
    'AFFECTS by id',
    'Reform by id',
    'read/claims-in-full',
    'read/evidence',
    'read/names',
    'read/parts-of-reform',
  ]);
});

test('an unknown id is null, and a range that ends before it begins is refused', async () => {
  expect((await ask('{ timeline(of: "reform/tl/none") { totalCount } }')).data).toEqual({ timeline: null });
  const { errors, sent } = await ask(
    `{ timeline(of: "${SENATE}", from: "2023-01-01", to: "2022-01-01") { totalCount } }`,
  );
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  expect(sent.map(({ statement }) => statement.name)).toEqual(['Institution by id']);
});
