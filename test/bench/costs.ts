import { graphql } from 'graphql';
import { schema } from '../../schema/index.ts';
import { createContext } from '../../src/context.ts';
import type { Graph, Parameters, Statement } from '../../src/graph/graph.ts';
import type { Planner } from '../../src/graph/plan.ts';
import type { Variables } from './peer.ts';
import { questions } from './peers/ours/questions.ts';
import { drawVariables, isMix, type WorkloadSpec } from './workloads.ts';

/** What a question costs our server in the database, in the middle of some values. */
export interface Cost {
  readonly statements: number;
  readonly hits: number;
  /** Objects in the answer. */
  readonly objects: number;
  /** Keys that were asked, and things and ties that came of them: a thing met twice is read once. */
  readonly read: number;
}

const VALUES = 15;

/** By workload. Hits are exact: they depend on graph and statements only. */
export async function costsOf(
  graph: Graph,
  planner: Planner,
  specs: readonly WorkloadSpec[],
  nodes: number,
): Promise<ReadonlyMap<string, Cost>> {
  const costs = new Map<string, Cost>();
  for (const spec of specs) {
    const question = isMix(spec.name) ? undefined : questions[spec.name];
    if (!question || 'cannot' in question) continue;
    const some: Cost[] = [];
    for (const variables of drawVariables(spec, nodes, VALUES))
      some.push(await costOf(graph, planner, question.query, variables));
    costs.set(spec.name, {
      statements: middle(some.map(({ statements }) => statements)),
      hits: middle(some.map(({ hits }) => hits)),
      objects: middle(some.map(({ objects }) => objects)),
      read: middle(some.map(({ read }) => read)),
    });
  }
  return costs;
}

const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function costOf(graph: Graph, planner: Planner, source: string, variableValues: Variables): Promise<Cost> {
  const sent: { statement: Statement; parameters: Parameters }[] = [];
  let read = 0;
  const counted: Pick<Graph, 'read'> = {
    read: async (statement, parameters = {}, deadline) => {
      sent.push({ statement, parameters });
      const rows = await graph.read(statement, parameters, deadline);
      for (const [, value] of rows) read += 1 + (isPage(value) ? value.length : 1);
      return rows;
    },
  };
  const { data } = await graphql({ schema, source, variableValues, contextValue: createContext(counted) });
  let hits = 0;
  for (const { statement, parameters } of sent) hits += (await planner.profile(statement, parameters)).hits;
  return { statements: sent.length, hits, objects: objectsIn(data), read };
}

const isPage = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.every(Array.isArray);

function objectsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const within = Object.values(value).reduce<number>((sum, one) => sum + objectsIn(one), 0);
  return Array.isArray(value) ? within : within + 1;
}
