import { graphql } from 'graphql';
import { schema } from '../../schema/index.ts';
import { createContext } from '../../src/context.ts';
import type { Graph, Parameters, Statement } from '../../src/graph/gateway.ts';
import type { Planner } from '../../src/graph/plan.ts';
import type { Variables } from './workloads.ts';

/** What questions cost our server in the database, in the middle of some values. */
export interface Cost {
  readonly statements: number;
  readonly hits: number;
}

export async function costOf(
  graph: Graph,
  planner: Planner,
  source: string,
  drawn: readonly Variables[],
): Promise<Cost> {
  const costs: Cost[] = [];
  for (const variableValues of drawn) {
    const sent: { statement: Statement; parameters: Parameters }[] = [];
    const counted: Pick<Graph, 'read'> = {
      read: (statement, parameters = {}, deadline) => {
        sent.push({ statement, parameters });
        return graph.read(statement, parameters, deadline);
      },
    };
    await graphql({ schema, source, variableValues, contextValue: createContext(counted) });
    let hits = 0;
    for (const { statement, parameters } of sent) hits += (await planner.profile(statement, parameters)).hits;
    costs.push({ statements: sent.length, hits });
  }
  const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return {
    statements: middle(costs.map(({ statements }) => statements)),
    hits: middle(costs.map(({ hits }) => hits)),
  };
}
