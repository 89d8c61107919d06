import type { RuleCode } from '../../schema/rule-codes.ts';
import type { TieSpec } from '../../schema/spec.ts';
import { ties } from '../../schema/ties.ts';
import type { Graph } from '../graph/graph.ts';
import { seedRules } from './check-seed.ts';
import { compareKeys } from './compare-keys.ts';
import { desiredGraph } from './desired-graph.ts';
import type { Report } from './problem.ts';
import { applyRules, indexSeed } from './rules/rule.ts';
import { type Subject, seedOfGraph } from './seed-of-graph.ts';
import { readStoredGraph, type StoredGraph } from './stored-graph.ts';

/** What is wrong in the graph, under the code by which a seed would be refused. */
export interface GraphProblem {
  readonly rule: RuleCode;
  readonly message: string;
  readonly hint: string;
  readonly about: Subject;
}

/** Reads the whole graph, and holds it against every rule of the load and against what its loader would write. */
export const readGraphProblems = async (graph: Pick<Graph, 'read'>): Promise<readonly GraphProblem[]> =>
  checkGraph(await readStoredGraph(graph));

export function checkGraph(stored: StoredGraph, table: readonly TieSpec[] = ties): readonly GraphProblem[] {
  const found: { at: string; rule: RuleCode; message: string; hint: string }[] = [];
  const report: Report = ({ file }, rule, message, hint) => found.push({ at: file, rule, message, hint });
  const { seed, subjects } = seedOfGraph(stored, table, report);
  // What cannot be read has no keys to compare: it is wrong already.
  const unread = new Set(found.map(({ at }) => at));
  applyRules(seedRules, indexSeed(seed), report);
  compareKeys(desiredGraph(seed), stored, unread, report);
  return found.map(({ at, ...problem }) => ({ ...problem, about: subjects.get(at) ?? {} }));
}
