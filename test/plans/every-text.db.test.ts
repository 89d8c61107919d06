import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { allTexts, type CompiledText } from '../../src/graph/all-texts.ts';
import { openPlanner, type Planner } from '../../src/graph/plan.ts';
import { desiredGraph } from '../../src/load/desired-graph.ts';
import { writeGraph } from '../../src/load/write-graph.ts';
import { everyTie } from '../every-tie.ts';
import { findings } from '../findings.ts';
import { hubGraph } from '../hub-graph.ts';
import { openTestGraph } from '../neo4j.ts';
import { SEED } from '../seed.ts';

const texts = allTexts();
let planner: Planner;

beforeAll(() => {
  planner = openPlanner(inject('neo4j'));
});
afterAll(() => planner.close());

/** A page is read in index order: a seek, a limit over it, nothing sorted, nothing scanned. */
function outOfOrder({ operators }: { operators: readonly string[] }): string[] {
  const wrong = operators.filter((operator) => /^(Top|PartialTop|Sort|PartialSort|Distinct)$|Scan/.test(operator));
  const needed = ['Limit'].filter((operator) => !operators.includes(operator));
  const seeks = operators.some((operator) => /IndexSeek/.test(operator));
  return [...wrong, ...needed.map((operator) => `no ${operator}`), ...(seeks ? [] : ['no index seek'])];
}

/** Hundreds of texts are planned, each some tens of milliseconds. */
const PLANNING = 480_000;

const ordered: readonly CompiledText[] = texts.filter(({ indexOrder }) => indexOrder);
const hubs = hubGraph();
/** Of what the graph with hubs has nothing of, it is as empty as the empty one. */
const ofHubs = ordered.filter(({ text }) =>
  [...hubs.nodes.map(({ labels }) => labels[0]), ...hubs.ties.map(({ type }) => type)].some((name) =>
    text.includes(`:${name}`),
  ),
);

describe('on a graph that has a tie of every row', () => {
  beforeAll(async () => {
    await writeGraph(await openTestGraph(), everyTie());
  });

  test(
    'no compiled text speaks of anything unknown',
    async () => {
      expect(await findings(planner, texts, ({ notifications }) => [...notifications])).toEqual([]);
    },
    PLANNING,
  );
});

test('most texts promise an order, and some are about hubs', () => {
  expect(ordered.length).toBeGreaterThan(150);
  expect(ofHubs.length).toBeGreaterThan(5);
});

describe.each([
  ['an empty graph', ordered, async () => void (await openTestGraph())],
  ['the seed', ordered, async () => void (await writeGraph(await openTestGraph(), desiredGraph(SEED)))],
  ['a graph with hubs', ofHubs, async () => void (await writeGraph(await openTestGraph(), hubs))],
])('on %s', (_, pages, fill) => {
  beforeAll(fill);

  test(
    'every page is read in index order',
    async () => {
      expect(await findings(planner, pages, outOfOrder)).toEqual([]);
    },
    PLANNING,
  );
});
