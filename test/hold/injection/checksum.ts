import { createHash } from 'node:crypto';
import type { Graph } from '../../../src/graph/graph.ts';

export interface Checksum {
  readonly nodes: number;
  readonly relationships: number;
  readonly indexes: number;
  readonly sum: string;
}

const TEXTS = {
  nodes: 'MATCH (n) RETURN labels(n), properties(n)',
  relationships: 'MATCH (a)-[r]->(b) RETURN type(r), properties(r), labels(a), a.id, labels(b), b.id',
  indexes: 'SHOW INDEXES YIELD name, type, labelsOrTypes, properties RETURN name, type, labelsOrTypes, properties',
} as const;

/** Of all that is in the database, whoever wrote it, in whatever order it comes. */
export async function checksum(graph: Pick<Graph, 'read'>): Promise<Checksum> {
  const sums: string[] = [];
  const counts = { nodes: 0, relationships: 0, indexes: 0 };
  for (const [name, text] of Object.entries(TEXTS) as [keyof typeof TEXTS, string][]) {
    const rows = await graph.read({ name: `checksum of ${name}`, text });
    counts[name] = rows.length;
    for (const row of rows) sums.push(hash(`${name} ${JSON.stringify(row, inOrder)}`));
  }
  return { ...counts, sum: hash(sums.sort().join('\n')) };
}

const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
