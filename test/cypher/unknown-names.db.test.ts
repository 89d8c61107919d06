import { expect, inject, onTestFinished, test } from 'vitest';
import { openPlanner } from '../../src/graph/plan.ts';
import { readStatementFiles } from '../../src/graph/statements.ts';
import { loadStatements } from '../../src/load/load-statements.ts';
import { writeGraph } from '../../src/load/write-graph.ts';
import { everyTie } from '../every-tie.ts';
import { findings } from '../findings.ts';
import { openTestGraph } from '../neo4j.ts';

test('no file of cypher/ and nothing that the load sends speaks of anything unknown', async () => {
  await writeGraph(await openTestGraph(), everyTie());
  const planner = openPlanner(inject('neo4j'));
  onTestFinished(() => planner.close());
  const statements = [...readStatementFiles().values(), ...loadStatements()];
  expect(await findings(planner, statements, ({ notifications }) => [...notifications])).toEqual([]);
});
