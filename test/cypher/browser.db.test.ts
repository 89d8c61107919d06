import { beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/gateway.ts';
import { readStatementFiles } from '../../src/graph/statements.ts';
import { loadSeed } from '../../src/load/load.ts';
import { openTestGraph } from '../neo4j.ts';
import { SEED_FOLDER } from '../seed.ts';

const questions = [...readStatementFiles().values()].filter(({ folder }) => folder === 'browser');

let graph: Graph;
beforeAll(async () => {
  graph = await openTestGraph();
  await loadSeed(graph, SEED_FOLDER);
});

test('there are at least five questions for Neo4j Browser', () => {
  expect(questions.length).toBeGreaterThanOrEqual(5);
});

describe('each question gives a picture: paths with nodes and ties between them', () => {
  test.each(questions.map((question) => [question.name, question] as const))(
    '%s',
    async (_, { name, text, examples }) => {
      const returned = /RETURN ([\w, ]+?)(?: LIMIT \d+)?$/.exec(text)?.[1];
      if (!returned) throw new Error(`${name} must end in RETURN and the names of its paths`);
      const [first = ''] = returned.split(', ');
      const counting = text.replace(
        /RETURN [\w, ]+?( LIMIT \d+)?$/,
        `RETURN sum(size(relationships(${first}))) AS ties`,
      );
      const [row] = await graph.read({ name, text: counting }, examples);
      expect(row?.[0]).toBeGreaterThan(0);
      expect(await graph.read({ name, text }, examples)).not.toEqual([]);
    },
  );
});
