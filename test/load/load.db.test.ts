import { beforeAll, describe, expect, it } from 'vitest';
import type { Graph, Statement } from '../../src/graph/graph.ts';
import { checkSeed } from '../../src/load/check-seed.ts';
import { type DesiredGraph, desiredGraph } from '../../src/load/desired-graph.ts';
import { loadSeed } from '../../src/load/load.ts';
import { currentGraph } from '../../src/load/write-graph.ts';
import { openTestGraph } from '../neo4j.ts';
import { added, changed, type Files, smallSeed, writeSeed } from './small-seed.ts';

const sent: Statement[] = [];
const writes = (): readonly string[] =>
  sent.map(({ name }) => name).filter((name) => /^write\/(merge|remove)/.test(name));

const desiredOf = (files: Files): DesiredGraph => desiredGraph(checkSeed(writeSeed(files)).seed);

/** A graph without the order of its nodes and ties. */
const asSets = ({ nodes, ties }: DesiredGraph) => ({
  nodes: new Map(nodes.map((node) => [node.id, node])),
  ties: new Map(ties.map((tie) => [tie.id, tie])),
  sizes: [nodes.length, ties.length],
});

describe('loading a seed', () => {
  let graph: Graph;
  const load = async (files: Files) => {
    sent.length = 0;
    return loadSeed(graph, writeSeed(files));
  };
  /** A change by somebody else's hand. */
  const tamper = (text: string) => graph.write([{ statement: { name: 'tamper', text } }]);
  const expectSame = async (files: Files) =>
    expect(asSets(await currentGraph(graph))).toEqual(asSets(desiredOf(files)));
  const nothing = { created: 0, updated: 0, removed: 0 };

  beforeAll(async () => {
    graph = await openTestGraph({
      onStatement: (statement) => sent.push(statement),
    });
  });

  it('makes the graph equal to it', async () => {
    const { nodes, ties } = desiredOf(smallSeed);
    const counts = await load(smallSeed);
    expect(counts.nodes).toEqual({
      ...nothing,
      created: nodes.length,
      unchanged: 0,
    });
    expect(counts.ties).toEqual({
      ...nothing,
      created: ties.length,
      unchanged: 0,
    });
    await expectSame(smallSeed);
  });

  it('stores whole numbers as integers, and values as floats', async () => {
    const [row] = await graph.read({
      name: 'types',
      text: "MATCH (p:Passage {id: 'passage/tl/report/2'}), (f:Figure) RETURN p.line IS :: INTEGER, p.end IS :: INTEGER, f.value IS :: FLOAT",
    });
    expect(row).toEqual([true, true, true]);
  });

  it('a second time writes nothing', async () => {
    const { nodes, ties } = desiredOf(smallSeed);
    const counts = await load(smallSeed);
    expect(counts.nodes).toEqual({ ...nothing, unchanged: nodes.length });
    expect(counts.ties).toEqual({ ...nothing, unchanged: ties.length });
    expect(sent.length).toBeGreaterThan(0);
    expect(writes()).toEqual([]);
  });

  it.each([
    ['a property changed', "MATCH (n:Thing {id: 'institution/tl/senate'}) SET n.name = 'House'", { updated: 1 }, {}],
    ['a property more', "MATCH (n:Thing {id: 'law/tl/act'}) SET n.hue = 'red'", { updated: 1 }, {}],
    ['a property less', "MATCH (n:Thing {id: 'law/tl/act'}) REMOVE n.until", { updated: 1 }, {}],
    ['a label more', "MATCH (n:Thing {id: 'law/tl/act'}) SET n:Reform:Passage", { updated: 1 }, {}],
    ['a label less', "MATCH (n:Thing {id: 'law/tl/act'}) REMOVE n:Law", { updated: 1 }, {}],
    ['a key of a tie changed', "MATCH ()-[e:AFFECTS]->() SET e.sortKey = '0000'", {}, { updated: 1 }],
    ['a tie removed', 'MATCH ()-[e:AFFECTS]->() DELETE e', {}, { created: 1 }],
    [
      'a tie led elsewhere',
      "MATCH (a)-[e:AFFECTS]->(), (b:Thing {id: 'law/tl/act'}) WITH a, b, e, properties(e) AS p DELETE e CREATE (a)-[n:AFFECTS]->(b) SET n = p",
      {},
      { created: 1, removed: 1 },
    ],
    [
      'a tie drawn by hand',
      "MATCH (a:Thing {id: 'law/tl/act'}), (b:Thing {id: 'law/tl/plan'}) CREATE (a)-[:AMENDS]->(b), (a)-[:OF_NO_TYPE_OF_OURS]->(b)",
      {},
      { removed: 2 },
    ],
    [
      'a thing more',
      "CREATE (n:Thing:Law {id: 'law/tl/other'})-[:NAMED {id: 'x'}]->(:Name {id: 'name/x'})",
      { removed: 2 },
      { removed: 1 },
    ],
    ['a thing less', 'MATCH (n:Merged) DETACH DELETE n', { created: 1 }, { created: 1 }],
  ])('heals %s', async (_, text, nodes, ties) => {
    await tamper(text);
    const counts = await load(smallSeed);
    expect(counts.nodes).toMatchObject({ ...nothing, ...nodes });
    expect(counts.ties).toMatchObject({ ...nothing, ...ties });
    await expectSame(smallSeed);
  });

  it('removes a thing that left it, with its ties', async () => {
    const topic = '- { id: topic/tl/votes, name: Votes, kind: FIELD, passages: [passage/tl/report/1] }\n';
    const concern = '  concerns: [{ to: topic/tl/votes, role: SUBJECT, passages: [passage/tl/report/1] }]\n';
    const law = '  kind: PLAN\n';
    const more = {
      ...changed('testland/laws.yaml', law, law + concern),
      'testland/topics.yaml': topic,
    };
    expect(await load(more)).toMatchObject({
      nodes: { created: 1 },
      ties: { created: 2 },
    });
    await expectSame(more);
    expect(await load(smallSeed)).toMatchObject({
      nodes: { ...nothing, removed: 1 },
      ties: { ...nothing, removed: 2 },
    });
    await expectSame(smallSeed);
  });

  it('leaves alone what is not ours', async () => {
    await tamper("MATCH (n:Thing {id: 'law/tl/act'}) CREATE (:Bookmark {id: 'mine'})-[:MARKS]->(n)");
    await load(changed('testland/laws.yaml', 'name: Act of 2022', 'name: Act'));
    await load(smallSeed);
    const [row] = await graph.read({
      name: 'bookmarks',
      text: 'MATCH (b:Bookmark)-[:MARKS]->(n:Thing) RETURN b.id, n.id',
    });
    expect(row).toEqual(['mine', 'law/tl/act']);
    await tamper('MATCH (b:Bookmark) DETACH DELETE b');
  });

  it('that is refused writes nothing, and names every problem', async () => {
    const before = await currentGraph(graph);
    const bad = added('testland/laws.yaml', '- { id: law/tl/new, name: New, kind: LAV }\n');
    await expect(load(bad)).rejects.toMatchObject({
      code: 'SEED_REFUSED',
      message: expect.stringMatching(/laws\.yaml:12 NO_EVIDENCE [\s\S]*laws\.yaml:12 UNKNOWN_VALUE [\s\S]*2 problems$/),
    });
    expect(sent).toEqual([]);
    expect(await currentGraph(graph)).toEqual(before);
  });
});

describe('a seed of many pages and batches', () => {
  it('is loaded whole', async () => {
    const ids = Array.from({ length: 1_200 }, (_, index) => `topic/tl/t${index}`);
    const topics = ids.map((id) => `- { id: ${id}, name: T, kind: FIELD, passages: [passage/tl/report/1] }\n`).join('');
    const ties = ids.map((id) => `    - { to: ${id}, role: SUBJECT, passages: [passage/tl/report/1] }\n`).join('');
    const reform = '  affects:\n';
    const files = {
      ...changed('testland/reforms.yaml', reform, `  concerns:\n${ties}${reform}`),
      'testland/topics.yaml': topics,
    };
    const graph = await openTestGraph();
    await loadSeed(graph, writeSeed(files));
    expect(asSets(await currentGraph(graph))).toEqual(asSets(desiredOf(files)));
  });
});
