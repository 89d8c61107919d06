import { readFileSync } from 'node:fs';
import type { InProcessAnswer } from '../in-process.ts';
import { PageProblem, type View } from './view.ts';

const FOLDER = new URL('./queries/', import.meta.url);

/** The questions that pages ask, by the names of their files. */
const QUESTIONS = ['suggest'] as const;

export type PageQuestion = (typeof QUESTIONS)[number];

const texts = Object.fromEntries(
  QUESTIONS.map((name) => [name, readFileSync(new URL(`${name}.graphql`, FOLDER), 'utf8')]),
) as Readonly<Record<PageQuestion, string>>;

/** All that pages may ask, for a server that answers registered operations only. */
export const pageOperations = (): readonly string[] => Object.values(texts);

/** What a question of a page brings; throws what it was refused with. */
export async function askFor<Data>(
  { ask }: Pick<View, 'ask'>,
  name: PageQuestion,
  variables: Readonly<Record<string, unknown>>,
): Promise<Data> {
  return dataOf(await ask(texts[name], variables)) as Data;
}

/** Pages are made from whole answers: what is amiss in one stands in for it. */
function dataOf({ data, errors }: InProcessAnswer): unknown {
  const [first] = errors;
  if (first) throw new PageProblem(first.extensions.code, first.message);
  return data;
}
