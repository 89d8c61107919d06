import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ownDates } from '../schema/own-dates.ts';
import { changeTexts } from '../src/graph/changes.ts';
import { openPlanner, type Planner } from '../src/graph/plan.ts';
import { parsePartialDate } from '../src/graph/time.ts';
import { claimId, endsOf } from '../src/load/claim-id.ts';
import type { SeedClaim, SeedThing, SeedTie } from '../src/load/seed-types.ts';
import { type AskGraphql, serveForTests } from './ask.ts';
import { openTestGraph } from './neo4j.ts';
import { VARIED_SEED, writeVariedSeed } from './where/varied-seed.ts';

let ask: AskGraphql;
let planner: Planner;
beforeAll(async () => {
  const graph = await openTestGraph({ readDeadline: 60_000 });
  await writeVariedSeed(graph);
  ({ ask } = await serveForTests(graph));
  planner = openPlanner(inject('neo4j'));
});
afterAll(() => planner.close());

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly known?: boolean;
  readonly certainOnly?: boolean;
  readonly types?: readonly string[];
  readonly modalities?: readonly string[];
  readonly ranks?: readonly string[];
  readonly knownAt?: string;
}

interface Placed {
  readonly place: string;
  readonly says: string;
}

type Recorded = Pick<SeedClaim, 'recordedAt' | 'retractedAt'>;
const isRecorded = ({ recordedAt, retractedAt = '9999' }: Recorded, knownAt: string | undefined): boolean =>
  knownAt === undefined ? retractedAt === '9999' : recordedAt <= knownAt && retractedAt > knownAt;

/** All that changed, by what the contract says, in memory. */
function changesOfSeed(asked: Asked): readonly string[] {
  const { from, to, types, modalities, ranks = ['PREFERRED', 'NORMAL'], knownAt, certainOnly } = asked;
  const dated = (date: unknown, rest: string, says: string): Placed[] => {
    const read = date === undefined ? undefined : parsePartialDate(String(date));
    if (!read) return [];
    const { earliest, latest } = read;
    const changed = certainOnly ? earliest > from && latest <= to : latest > from && earliest <= to;
    return changed ? [{ place: `${earliest} ${rest}`, says: `${says} ${String(date)}` }] : [];
  };
  const ofClaim = (claim: SeedClaim, id: string, type: string, toEvent: boolean): Placed[] => {
    if (!ranks.includes(claim.rank) || !(modalities?.includes(claim.modality) ?? true)) return [];
    if (!(types?.includes(type) ?? true)) return [];
    if (asked.known) {
      const [before, after] = [isRecorded(claim, from), isRecorded(claim, to)];
      const date = claim.validFrom ?? claim.validTo ?? null;
      if (before === after) return [];
      return after
        ? [{ place: `${claim.recordedAt} ${id}`, says: `RECORDED ${id} ${date}` }]
        : [{ place: `${claim.retractedAt} ${id}`, says: `RETRACTED ${id} ${date}` }];
    }
    if (!isRecorded(claim, knownAt)) return [];
    const begins = claim.end === undefined || toEvent ? 'HAPPENED' : 'BEGAN';
    return [
      ...dated(claim.validFrom, `${id} BEGAN`, `${begins} ${id}`),
      ...(claim.end === 'ENDED' ? dated(claim.validTo, `${id} ENDED`, `ENDED ${id}`) : []),
    ];
  };
  const ofTie = (tie: SeedTie): Placed[] =>
    tie.spec.type === 'ABOUT' ? [] : ofClaim(tie, claimId(tie), tie.spec.type, endsOf(tie).toId.startsWith('event/'));
  const ofThing = (thing: SeedThing): Placed[] => {
    if (thing.claim) return ofClaim(thing.claim, thing.id, 'Figure', false);
    const asksFor = (types?.includes(thing.noun) ?? true) && (modalities?.includes('FACT') ?? true);
    if (asked.known || !asksFor || !isRecorded(thing, knownAt)) return [];
    return Object.entries(ownDates).flatMap(([name, { kind }]) =>
      dated(thing.scalars[name], `${thing.id} ${name}`, `${kind === 'BEGIN' ? 'BEGAN' : 'ENDED'} ${thing.id}`),
    );
  };
  return VARIED_SEED.things
    .flatMap((thing) => [...ofThing(thing), ...thing.ties.flatMap(ofTie)])
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ says }) => says);
}

const VARIABLES =
  '$from: Date!, $to: Date!, $known: Boolean! = false, $certainOnly: Boolean, $types: [String!], $modalities: [Modality!], $ranks: [Rank!], $knownAt: DateTime';
const ARGUMENTS =
  'from: $from, to: $to, known: $known, certainOnly: $certainOnly, types: $types, modalities: $modalities, ranks: $ranks, knownAt: $knownAt';

/** The whole list, page by page. */
async function walk(asked: Asked, size: number, backward: boolean): Promise<string[]> {
  const met: string[] = [];
  const page = backward ? `last: ${size}, before: $at` : `first: ${size}, after: $at`;
  for (let at: string | null = null; ; ) {
    const { data, errors } = await ask(
      `query Q(${VARIABLES}, $at: String) { changes(${ARGUMENTS}, ${page}) {
         nodes { change date sentence of { id } claim { id } } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`,
      { ...asked, at },
    );
    expect(errors).toEqual([]);
    const { nodes, pageInfo } = data.changes;
    type Node = { change: string; date: string | null; sentence: string; of: { id: string }; claim: { id: string } };
    for (const { sentence } of nodes as Node[]) expect(sentence).not.toMatch(/null|undefined/);
    const says = (nodes as Node[]).map(({ change, date, of, claim }) => `${change} ${claim?.id ?? of.id} ${date}`);
    if (backward) met.unshift(...says);
    else met.push(...says);
    if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return met;
    at = backward ? pageInfo.startCursor : pageInfo.endCursor;
  }
}

const JUNE_2022 = { from: '2022-05-31', to: '2022-06-30' };
const RELEASES = { from: '2026-11-25', to: '2026-12-20', known: true };

describe('what changed in the whole graph is what the seed says, in pages both ways', () => {
  test.each<[name: string, asked: Asked, atLeast: number]>([
    ['in a month', JUNE_2022, 100],
    ['surely in that month', { ...JUNE_2022, certainOnly: true }, 50],
    ['of some types', { from: '2015-12-31', to: '2020-12-31', types: ['AMENDS', 'Law', 'Figure'] }, 10],
    ['plans', { from: '2019-12-31', to: '2030-12-31', modalities: ['PLAN', 'PROPOSAL'] }, 4],
    [
      'of another rank, as known before',
      { from: '1990-01-01', to: '2026-12-31', ranks: ['DEPRECATED'], knownAt: '2026-11-25' },
      20,
    ],
    ['what was recorded and withdrawn', { ...RELEASES, types: ['AFFECTS', 'PART_OF', 'Figure'] }, 10],
    ['nothing', { from: '1899-01-01', to: '1899-12-31', certainOnly: true }, 0],
  ])('%s', async (_, asked, atLeast) => {
    const wanted = changesOfSeed(asked);
    expect(wanted.length).toBeGreaterThanOrEqual(atLeast);
    expect(await walk(asked, 90, false)).toEqual(wanted);
    expect(await walk(asked, 40, true)).toEqual(wanted);
    const { data, errors, sent } = await ask(`query Q(${VARIABLES}) { changes(${ARGUMENTS}) { totalCount } }`, {
      ...asked,
    });
    expect(errors).toEqual([]);
    expect(data.changes.totalCount).toBe(wanted.length);
    expect(sent.length).toBe(1);
  });
});

test('a page of a year costs one statement to find it, and one for each type and noun on it', async () => {
  const { data, sent } = await ask(
    '{ changes(from: "2021-12-31", to: "2022-12-31", types: ["AFFECTS"], first: 20) { nodes { sentence } } }',
  );
  expect(data.changes.nodes.length).toBe(20);
  const names = sent.map(({ statement }) => statement.name);
  expect(names.slice(0, 2)).toEqual(['changes of the world ascending', 'AFFECTS by id']);
  expect(new Set(names).size).toBe(names.length);
});

test('types narrow the changes of one thing too', async () => {
  const { data, errors } = await ask(
    `{ all: changes(of: "institution/kz/parliament", from: "2021-12-31", to: "2022-12-31", first: 100) { nodes { claim { ... on Tie { type } } of { id } } }
       some: changes(of: "institution/kz/parliament", from: "2021-12-31", to: "2022-12-31", types: ["AFFECTS"]) { totalCount nodes { claim { ... on Tie { type } } } } }`,
  );
  expect(errors).toEqual([]);
  const affects = data.all.nodes.filter(({ claim }: { claim: { type?: string } }) => claim?.type === 'AFFECTS');
  expect(affects.length).toBeGreaterThan(0);
  expect(affects.length).toBeLessThan(data.all.nodes.length);
  expect(data.some.totalCount).toBe(affects.length);
});

test('no text reads more than its indexes', async () => {
  for (const text of changeTexts()) {
    const { operators, notifications } = await planner.explain(text);
    expect([text.name, operators.filter((operator) => /Scan|Expand/.test(operator)), notifications]).toEqual([
      text.name,
      [],
      [],
    ]);
  }
});

test.each<[name: string, args: string, says: string]>([
  ['days the wrong way round', 'from: "2022-12-31", to: "2022-01-01"', '"from" must not be later than "to"'],
  ['an unknown type', 'from: "2022-01-01", to: "2022-12-31", types: ["AFECTS"]', 'but got "AFECTS"'],
  ['a cursor of another list', 'from: "2022-01-01", to: "2022-12-31", after: "eA"', 'not a cursor of this list'],
])('%s: refused before the graph is asked', async (_, args, says) => {
  const { errors, sent } = await ask(`{ changes(${args}) { totalCount } }`);
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  expect(errors[0]?.message).toContain(says);
  expect(sent).toEqual([]);
});
