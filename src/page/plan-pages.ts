import { parse } from 'graphql';
import { schema } from '../../schema/index.ts';
import { createContext } from '../context.ts';
import { fastExecution } from '../execution/fast-execution.ts';
import type { Graph } from '../graph/graph.ts';
import { LIMITS } from '../limits.ts';
import { type PageQuestion, pageQuestion } from './ask-page.ts';
import { PER_FIELD } from './first-ties.ts';
import { LANGUAGES } from './languages.ts';

/** What readers are likely to open first. */
const FIRST = 'institution/kz/senate';

const QUESTIONS: readonly (readonly [PageQuestion, Readonly<Record<string, unknown>>])[] = [
  ['thing', { id: FIRST }],
  ['ties', { id: FIRST, perTie: PER_FIELD }],
  ['search', { query: FIRST }],
  ['timeline', { of: FIRST }],
  ['changes', { from: '2021-12-31', to: '2022-12-31' }],
];

/** Asks what pages ask, one after the other, so that Neo4j has planned it before the first reader comes; what fails is planned when it is asked. */
export async function planPages(graph: Pick<Graph, 'read'>, signal: AbortSignal): Promise<void> {
  const execute = fastExecution(schema, LIMITS.cost);
  for (const [name, asked] of QUESTIONS) {
    if (signal.aborted) return;
    const variables = { languages: LANGUAGES.en.names, ...asked };
    await execute({ document: parse(pageQuestion(name)), variables }, createContext(graph)).catch(() => undefined);
  }
}
