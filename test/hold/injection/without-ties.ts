import { edgeName } from '../../../schema/edge-name.ts';
import { nounsAt, ties } from '../../../schema/ties.ts';
import type { Graph } from '../../../src/graph/graph.ts';

const PAIRS = `MATCH (a:Thing)-[r]->(b:Thing)
WHERE coalesce(r.retracted, '9999') = '9999' AND coalesce(r.rank, 'NORMAL') <> 'DEPRECATED'
RETURN DISTINCT type(r), labels(a), labels(b)`;

/** Types of edges of which no tie is in the graph: nobody can ask them anything. */
export async function edgesWithoutTies(graph: Pick<Graph, 'read'>): Promise<ReadonlySet<string>> {
  const rows = (await graph.read({ name: 'ends of ties', text: PAIRS })) as [string, string[], string[]][];
  const isThere = (type: string, from: readonly string[], to: readonly string[]): boolean =>
    rows.some(([one, a, b]) => one === type && from.some((noun) => a.includes(noun)) && to.some((n) => b.includes(n)));
  const [all, met] = [new Set<string>(), new Set<string>()];
  for (const tie of ties) {
    const [from, to] = [nounsAt(tie.from), nounsAt(tie.to)];
    const found = isThere(tie.type, from, to) || (tie.undirected && isThere(tie.type, to, from));
    for (const direction of ['forward', 'backward'] as const) {
      all.add(edgeName(tie, direction));
      if (found) met.add(edgeName(tie, direction));
    }
  }
  return new Set([...all].filter((name) => !met.has(name)));
}
