import { expect, test } from 'vitest';
import { loadSeed } from '../src/load/load.ts';
import { serveForTests } from './ask.ts';
import { smallSeed, writeSeed } from './load/small-seed.ts';
import { openTestGraph } from './neo4j.ts';

const REFORMS = 'testland/reforms.yaml';
const RELEASE = 'testland/release.yaml';
const CLAIM =
  '    - { to: institution/tl/senate, mechanism: COMPOSITION_CHANGED, validFrom: 2022-06, passages: [passage/tl/report/1, passage/tl/act-17/article-50] }';

const first = { ...smallSeed, [RELEASE]: smallSeed[RELEASE]?.replace(', "2026-02-01"', '') ?? '' };
const withdrawn = CLAIM.replace(' }', ', retractedAt: 2026-02-01, note: The act gives another month. }');
const replaced = CLAIM.replace('2022-06,', '2022-07, recordedAt: 2026-02-01,');
const second = { ...smallSeed, [REFORMS]: smallSeed[REFORMS]?.replace(CLAIM, `${withdrawn}\n${replaced}`) ?? '' };

test('a claim that a later release replaces is still answered as of when it was known, and only then', async () => {
  const graph = await openTestGraph();
  const { ask } = await serveForTests(graph);
  const known = async (knownAt = '') => {
    const args = knownAt && `, knownAt: "${knownAt}"`;
    const { data, errors } = await ask(`{
      institution(id: "institution/tl/senate"${args}) { affectedBy { totalCount edges { validFrom recordedAt retractedAt note } } }
      timeline(of: "institution/tl/senate", kinds: [DEED]${args}) { totalCount nodes { date } }
    }`);
    expect(errors).toEqual([]);
    const { affectedBy } = data.institution;
    expect(affectedBy.totalCount).toBe(affectedBy.edges.length);
    expect(data.timeline.nodes.map(({ date }: { date: string }) => date)).toEqual(
      affectedBy.edges.map(({ validFrom }: { validFrom: string }) => validFrom),
    );
    return affectedBy.edges;
  };
  const claim = (validFrom: string, recordedAt: string, retractedAt: string | null, note: string | null) => [
    { validFrom, recordedAt, retractedAt, note },
  ];

  await loadSeed(graph, writeSeed(first));
  expect(await known()).toEqual(claim('2022-06', '2026-01-01', null, null));

  await loadSeed(graph, writeSeed(second));
  const old = claim('2022-06', '2026-01-01', '2026-02-01', 'The act gives another month.');
  expect(await known()).toEqual(claim('2022-07', '2026-02-01', null, null));
  expect(await known('2026-01-15')).toEqual(old);
  expect(await known('2026-01-31T23:59:59Z')).toEqual(old);
  expect(await known('2026-02-01')).toEqual(claim('2022-07', '2026-02-01', null, null));
  expect(await known('2025-12-31')).toEqual([]);

  const changes = async (args: string): Promise<string[]> => {
    const { data, errors, sent } = await ask(
      `{ changes(of: "institution/tl/senate", ${args}) { totalCount nodes { change date sentence claim { id } } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.changes.totalCount).toBe(data.changes.nodes.length);
    expect(sent.filter(({ statement }) => statement.name === 'read/claims-in-full').length).toBe(1);
    return data.changes.nodes.map((one: Record<string, string>) => `${one.change} ${one.date} ${one.sentence}`).sort();
  };
  const sentence = 'Cut of the quota changes Senate (COMPOSITION_CHANGED).';
  expect(await changes('from: "2026-01-15", to: "2026-02-15", known: true')).toEqual([
    `RECORDED 2022-07 ${sentence}`,
    `RETRACTED 2022-06 ${sentence}`,
  ]);
  expect(await changes('from: "2026-02-01", to: "2026-02-15", known: true')).toEqual([]);
  expect(await changes('from: "2021-12-31", to: "2022-12-31"')).toEqual([
    'BEGAN 2022-06 From then on: 50 seats, of Senate.',
    `HAPPENED 2022-07 ${sentence}`,
  ]);
  expect(await changes('from: "2022-06-15", to: "2022-06-30", certainOnly: true')).toEqual([]);
  expect(await changes('from: "2026-06-30", to: "2026-07-01"')).toEqual([
    'ENDED 2026-07-01 No longer: Senate is part of Parliament (UPPER_CHAMBER).',
    'ENDED 2026-07-01 Senate no longer existed.',
  ]);
});
