import neo4j, { type Driver, type Node, type Path, type Relationship, type Transaction } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { browserQuestions } from '../../src/browser/questions.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { linkTypes, tieTypes } from '../../src/graph/model.ts';
import { readStatementFiles, type StatementFile } from '../../src/graph/statements.ts';
import { loadSeed } from '../../src/load/load.ts';
import { openTestGraph } from '../neo4j.ts';
import { SEED_FOLDER } from '../seed.ts';

const files = [...readStatementFiles().values()].filter(({ folder }) => folder === 'browser');

let graph: Graph;
let driver: Driver;
beforeAll(async () => {
  const { uri, user, password } = inject('neo4j');
  driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  graph = await openTestGraph();
  await loadSeed(graph, SEED_FOLDER);
});
afterAll(() => driver.close());

interface Picture {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly ties: ReadonlyMap<string, Relationship>;
}

/** What Neo4j Browser would draw, asked by one who may not write, or within `transaction`. */
async function draw(
  text: string,
  parameters: Readonly<Record<string, unknown>> = {},
  transaction?: Transaction,
): Promise<Picture> {
  const session = driver.session({ database: inject('neo4j').database, defaultAccessMode: neo4j.session.READ });
  const nodes = new Map<string, Node>();
  const ties = new Map<string, Relationship>();
  const take = (node: Node): unknown => nodes.set(String(node.properties.id), node);
  try {
    const { records } = await (transaction ?? session).run(text, parameters);
    for (const record of records) {
      const path = record.get('path') as Path;
      take(path.start);
      for (const { end, relationship } of path.segments) {
        take(end);
        ties.set(String(relationship.properties.id), relationship);
      }
    }
  } finally {
    await session.close();
  }
  return { nodes, ties };
}

function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of [...names].sort()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

const nounOf = ({ labels }: Node): string => labels.find((label) => label !== 'Thing') ?? '';
const drawExample = ({ text, examples }: StatementFile): Promise<Picture> => draw(text, examples);

describe('each question draws nodes and the ties between them', () => {
  test.each(files.map((file) => [file.name, file] as const))('%s', async (name, file) => {
    const { nodes, ties } = await drawExample(file);
    const found = {
      nodes: counted([...nodes.values()].map(nounOf)),
      ties: counted([...ties.values()].map(({ type }) => type)),
    };
    await expect(`${JSON.stringify(found, null, 2)}\n`).toMatchFileSnapshot(`${name}.json`);
    expect(nodes.size).toBeGreaterThan(3);
    expect(nodes.size).toBeLessThanOrEqual(300);
    expect(ties.size).toBeGreaterThan(3);
    // A tie says where it starts; with its ends written into it, it must be drawn between these two.
    for (const { properties } of ties.values()) {
      expect(nodes.has(String(properties.fromId)) && nodes.has(String(properties.toId))).toBe(true);
    }
  });

  test('and so does its statement with the values written into it', async () => {
    const byName = new Map(files.map((file) => [file.name, file]));
    const questions = browserQuestions();
    expect(questions.map(({ name }) => `browser/${name}`).sort()).toEqual([...byName.keys()].sort());
    for (const { name, statement } of questions) {
      const [one, other] = [await draw(statement), await drawExample(byName.get(`browser/${name}`) as StatementFile)];
      expect([name, [...one.ties.keys()].sort()]).toEqual([name, [...other.ties.keys()].sort()]);
    }
  });
});

describe('what does not stand is not drawn', () => {
  const claims = [...tieTypes, ...linkTypes.filter((type) => type === 'SUPPORTS')].join('|');

  test.each([
    ['withdrawn', "it.retracted = '2020-01-01'"],
    ['known to be wrong', "it.rank = 'DEPRECATED'"],
  ])('nothing that is %s', async (_, sets) => {
    const session = driver.session({ database: inject('neo4j').database });
    const transaction = await session.beginTransaction();
    const drawn: Record<string, string[]> = {};
    await transaction.run(`MATCH ()-[it:${claims}]->() SET ${sets}`);
    await transaction.run(`MATCH (it:Figure|Comparison) SET ${sets}`);
    for (const { name, text, examples } of files) {
      const { ties } = await draw(text, examples, transaction);
      // That a passage stands in a document, and who speaks in it, is no claim.
      drawn[name] = [...ties.values()].flatMap(({ type }) => (type === 'IN' || type === 'SPOKEN_BY' ? [] : [type]));
    }
    await transaction.rollback();
    await session.close();
    expect(drawn).toEqual(Object.fromEntries(files.map(({ name }) => [name, []])));
  });

  test.each([
    ['who-fills-which-office', '2030-01-01', 10],
    ['state-of-an-institution-on-a-day', '2022-01-01', 7],
    ['state-of-an-institution-on-a-day', '2030-01-01', 0],
  ])('%s, on %s, has no tie that cannot hold on that day', async (name, day, expected) => {
    const file = files.find((one) => one.name === `browser/${name}`) as StatementFile;
    const { ties } = await draw(file.text, { ...file.examples, day });
    const bounds = [...ties.values()].map(({ properties: { sortKey, until } }) => [
      String(sortKey).slice(0, 10),
      until,
    ]);
    expect(bounds.filter(([since = '', until]) => since > day || String(until) <= day)).toEqual([]);
    expect(bounds.length).toBe(expected);
  });
});
