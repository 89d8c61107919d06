import { readFileSync } from 'node:fs';
import { Kind, parse, print } from 'graphql';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openPlanner, type Planner } from '../../src/graph/plan.ts';
import { writeGraph } from '../../src/load/write-graph.ts';
import { type AskGraphql, serveForTests } from '../ask.ts';
import { everyTie } from '../every-tie.ts';
import { openTestGraph } from '../neo4j.ts';
import { generatedGraph } from './generated-graph.ts';

const questions = parse(readFileSync(new URL('questions.graphql', import.meta.url), 'utf8')).definitions.flatMap(
  (definition) => (definition.kind === Kind.OPERATION_DEFINITION ? [definition] : []),
);

let ask: AskGraphql;
let planner: Planner;
beforeAll(async () => {
  // Reading a property of which the database has never heard costs another number of hits: it hears of all.
  await writeGraph(await openTestGraph(), everyTie());
  const graph = await openTestGraph();
  await writeGraph(graph, generatedGraph());
  // Plans follow from what Neo4j knows of the data: make it know all of this and nothing of what was there before.
  await graph.setup({ name: 'prepare for replanning', text: 'CALL db.prepareForReplanning(60)' });
  planner = openPlanner(inject('neo4j'));
  ({ ask } = await serveForTests(graph));
});
afterAll(() => planner.close());

const [major] = inject('neo4j').version.split('.');

test('every statement costs the database hits and brings the rows that are written down (npm run counts -- --update writes them)', async () => {
  const counted: Record<string, string[]> = {};
  for (const question of questions) {
    const { sent, errors } = await ask(print(question));
    expect([question.name?.value, errors]).toEqual([question.name?.value, []]);
    const costs: string[] = [];
    for (const { statement, parameters } of sent) {
      const { hits, rows } = await planner.profile(statement, parameters);
      costs.push(`${statement.name}: ${hits} hits, ${rows} rows`);
    }
    counted[String(question.name?.value)] = costs.sort();
  }
  await expect(`${JSON.stringify(counted, null, 2)}\n`).toMatchFileSnapshot(`neo4j-${major}.json`);
});
