import fc from 'fast-check';
import { execute, NoUnusedFragmentsRule, NoUnusedVariablesRule, parse, specifiedRules, validate } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { createContext } from '../../src/context.ts';
import { fastExecution } from '../../src/execution/fast-execution.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { randomNumbers } from '../bench/generated-graph.ts';
import { openTestGraph } from '../neo4j.ts';
import { VARIED_SEED, writeVariedSeed } from '../where/varied-seed.ts';
import { type RandomOperation, randomOperation } from './random-operation.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await openTestGraph();
  await writeVariedSeed(graph);
});

const RUNS = { seed: 20_261_122, numRuns: Number(process.env.RANDOM_RUNS ?? 12) };
const fast = fastExecution(schema, Number.POSITIVE_INFINITY);
const IDS = VARIED_SEED.things.map(({ id }) => id);
const RULES = specifiedRules.filter((rule) => rule !== NoUnusedVariablesRule && rule !== NoUnusedFragmentsRule);

const operations = fc
  .integer({ min: 0, max: 2 ** 31 - 1 })
  .map((seed) => randomOperation(schema, IDS, randomNumbers(seed)))
  .filter(({ query }) => validate(schema, parse(query), RULES).length === 0);

/** What a way of running an operation answers, and the statements that cost, each with its keys. */
async function run<T>(way: (context: ReturnType<typeof createContext>) => Promise<T> | T): Promise<[T, string[]]> {
  const sent: string[] = [];
  const read: Graph['read'] = (statement, parameters, deadline) => {
    const keys = (parameters?.keys as unknown[] | undefined)?.map((key) => JSON.stringify(key)).sort();
    sent.push(`${statement.name} ${parameters?.limit} ${keys}`);
    return graph.read(statement, parameters, deadline);
  };
  return [await way(createContext({ read })), sent.sort()];
}

test('both ways of running an operation give the same bytes by the same statements, and errors are left to the ordinary one', async () => {
  let planned = 0;
  await fc.assert(
    fc.asyncProperty(operations, async ({ query, variables }: RandomOperation) => {
      const document = parse(query);
      const [ordinary, sent] = await run((contextValue) =>
        execute({ schema, document, variableValues: variables, contextValue }),
      );
      const [answered, sentFast] = await run((context) => fast({ document, variables }, context));
      const text = answered?.data;
      expect([query, text]).toEqual([query, ordinary.errors ? undefined : JSON.stringify(ordinary.data)]);
      if (text === undefined) return;
      planned += 1;
      expect([query, sentFast]).toEqual([query, sent]);
    }),
    RUNS,
  );
  expect(planned).toBeGreaterThan(RUNS.numRuns / 2);
  expect(planned).toBeLessThan(RUNS.numRuns);
}, 600_000);
