import { beforeAll, expect, test } from 'vitest';
import { loadSeed } from '../src/load/load.ts';
import { type AskGraphql, serveForTests } from './ask.ts';
import { smallSeed, writeSeed } from './load/small-seed.ts';
import { openTestGraph } from './neo4j.ts';

const PROVISIONS = 'testland/provisions.yaml';
const INSTITUTIONS = 'testland/institutions.yaml';
const FIGURES = 'testland/figures.yaml';
const LAWS = 'testland/laws.yaml';

/** The small seed, with a rule that an act brought, and seats before and after the reform. */
const files = {
  ...smallSeed,
  [PROVISIONS]: `${smallSeed[PROVISIONS]}
  appliesTo:
    - { to: institution/tl/senate, role: HOLDER, validFrom: 2022-06-08, passages: [passage/tl/act-17/article-50] }
- id: provision/tl/old
  name: Old rule
  kind: RULE
  passages: [passage/tl/report/1]
  appliesTo:
    - { to: institution/tl/senate, role: HOLDER, validTo: 2022, passages: [passage/tl/report/1] }
`,
  [LAWS]: `${smallSeed[LAWS]?.replace(
    '- id: law/tl/plan',
    `  amendsProvisions:
    - { to: provision/tl/act/article-50, validFrom: 2022-06, passages: [passage/tl/act-17/article-50] }
- id: law/tl/plan`,
  )}`,
  [INSTITUTIONS]: `${smallSeed[INSTITUTIONS]}
  consentsTo:
    - { to: institution/tl/senate, modality: PLAN, validFrom: 2022-09, passages: [passage/tl/report/2] }
`,
  [FIGURES]: `${smallSeed[FIGURES]}
- id: figure/tl/senate-seats-before
  name: 60 seats
  measure: seats
  value: 60
  comparator: EXACT
  validTo: 2022-06
  passages: [passage/tl/report/2]
  about:
    - { to: institution/tl/senate, role: SUBJECT }
    - { to: reform/tl/quota-cut, role: BEFORE }
`,
};

let ask: AskGraphql;
beforeAll(async () => {
  const graph = await openTestGraph();
  await loadSeed(graph, writeSeed(files));
  ({ ask } = await serveForTests(graph));
});

test('the state of an institution on a day is what holds or may hold then, by aspect', async () => {
  const at = (day: string, args = '') =>
    ask(`{ institution(id: "institution/tl/senate"${args}) { state(at: "${day}") {
      institution { existence } claims { aspect holds sentence } } } }`);
  const before = await at('2021-12-31');
  expect(before.errors).toEqual([]);
  expect(before.data.institution.state).toEqual({
    institution: { existence: 'IN_PLACE' },
    claims: [
      { aspect: 'FIGURE', holds: 'POSSIBLY', sentence: '60 seats, of Senate.' },
      { aspect: 'PART', holds: 'POSSIBLY', sentence: 'Speaker of the Senate is part of Senate (OFFICE).' },
      { aspect: 'RULE', holds: 'POSSIBLY', sentence: 'Old rule applies to Senate (HOLDER).' },
      { aspect: 'WHOLE', holds: 'CERTAIN', sentence: 'Senate is part of Parliament (UPPER_CHAMBER).' },
    ],
  });
  expect(before.sent.map(({ statement }) => statement.name).sort()).toEqual([
    'Institution by id',
    'read/claims-in-full',
    'read/modalities',
  ]);
  const after = await at('2023-01-01');
  expect(after.data.institution.state.claims.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
    'Planned: Speaker of the Senate must consent to Senate.',
    '50 seats, of Senate.',
    'Speaker of the Senate is part of Senate (OFFICE).',
    'Article 50 applies to Senate (HOLDER).',
    'Senate is part of Parliament (UPPER_CHAMBER).',
  ]);
  const certain = await at('2021-12-31', ', certainOnly: true');
  expect(certain.data.institution.state.claims.map(({ aspect }: { aspect: string }) => aspect)).toEqual(['WHOLE']);
});

test('a difference names what began and ended, and the reform or act that a tie makes its cause', async () => {
  const question = (args: string, fields: string) =>
    ask(`{ institution(id: "institution/tl/senate") { difference(${args}) { ${fields} } } }`);
  const { data, errors, sent } = await question(
    'from: "2021-12-31", to: "2022-12-31"',
    'aspect turn date modality sentence causes { thing { id } }',
  );
  expect(errors).toEqual([]);
  const line = (one: Record<string, unknown>) =>
    `${one.date} ${one.aspect} ${one.sentence} ${(one.causes as { thing: { id: string } }[]).map(({ thing }) => thing.id)}`;
  expect(data.institution.difference.map(line).sort()).toEqual([
    '2022 RULE No longer: Old rule applies to Senate (HOLDER). ',
    '2022-06 FIGURE From then on: 50 seats, of Senate. reform/tl/quota-cut',
    '2022-06 FIGURE No longer: 60 seats, of Senate. reform/tl/quota-cut',
    '2022-06-08 RULE From then on: Article 50 applies to Senate (HOLDER). law/tl/act',
    '2022-09 CONSENTED_BY Planned: from then on: Speaker of the Senate must consent to Senate. ',
  ]);
  expect(sent.map(({ statement }) => statement.name).sort()).toEqual([
    'Institution by id',
    'read/causes',
    'read/claims-in-full',
    'read/names',
  ]);
  const end = await question('from: "2023-01-01", to: "2027-01-01", aspects: [EXISTENCE, WHOLE]', 'sentence');
  expect(end.data.institution.difference.map(({ sentence }: { sentence: string }) => sentence).sort()).toEqual([
    'No longer: Senate is part of Parliament (UPPER_CHAMBER).',
    'Senate no longer existed.',
  ]);
  const wrong = await question('from: "2023-01-01", to: "2022-01-01"', 'sentence');
  expect(wrong.errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});
