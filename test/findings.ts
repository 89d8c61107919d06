import { availableParallelism } from 'node:os';
import type { Statement } from '../src/graph/graph.ts';
import type { Planner } from '../src/graph/plan.ts';

/** What is found in the plans of statements, each with the name of its statement. */
export async function findings(
  planner: Planner,
  statements: readonly Statement[],
  find: (explained: Awaited<ReturnType<Planner['explain']>>) => string[],
) {
  const found: string[] = [];
  const left = [...statements];
  // As many at a time as there are cores: planning is all the work there is.
  const explainNext = async (): Promise<void> => {
    for (let statement = left.pop(); statement; statement = left.pop()) {
      const { name } = statement;
      found.push(...find(await planner.explain(statement)).map((finding) => `${name}: ${finding}`));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, explainNext));
  return found;
}
