import { readFileSync } from 'node:fs';
import type { InProcessAnswer } from '../in-process.ts';
import { LANGUAGES } from './languages.ts';
import { allOwn, fieldQuestion, tieFields } from './tie-questions.ts';
import { PageProblem, type View } from './view.ts';

const FOLDER = new URL('./queries/', import.meta.url);

const FILES = [
  'changes',
  'document',
  'lookup',
  'neighbourhood',
  'passage',
  'paths',
  'search',
  'suggest',
  'thing',
  'timeline',
] as const;

const file = (name: string): string => readFileSync(new URL(`${name}.graphql`, FOLDER), 'utf8');

const PARTS: Readonly<Record<string, string>> = Object.fromEntries(
  ['Brief', 'Named', 'OneTie', 'Place'].map((name) => [name, file(`parts/${name}`)]),
);

/** A question with the fragments it spreads, and those that they spread. */
function withParts(text: string): string {
  const named = [...text.matchAll(/\.\.\.(\w+)/g)].map(([, name = '']) => name);
  const missing = [...new Set(named)].find((name) => PARTS[name] && !text.includes(`fragment ${name} `));
  return missing ? withParts(`${text}\n${PARTS[missing]}`) : text;
}

/** The questions that pages ask, by the names of their files; those that follow from the table of ties by their fields. */
const questions: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...FILES.map((name) => [name, file(name)] as const),
    ['ties', `${file('ties')}${allOwn}`] as const,
    ...[...tieFields.values()].map((one) => [`ties.${one.field}`, fieldQuestion(one)] as const),
  ].map(([name, text]) => [name, withParts(text)]),
);

export type PageQuestion = (typeof FILES)[number] | 'ties' | `ties.${string}`;

/** All that pages may ask, for a server that answers registered operations only. */
export const pageOperations = (): readonly string[] => Object.values(questions);

/** The text of one of them. */
export const pageQuestion = (name: PageQuestion): string => questions[name] ?? '';

/** What a question of a page brings, as of the day and in the language of the page; throws what it was refused with. */
export async function askFor<Data>(
  { ask, asked }: Pick<View, 'ask' | 'asked'>,
  name: PageQuestion,
  variables: Readonly<Record<string, unknown>>,
): Promise<Data> {
  const ofPage = { asOf: asked.asOf ?? null, languages: LANGUAGES[asked.language].names };
  return dataOf(await ask(pageQuestion(name), { ...ofPage, ...variables })) as Data;
}

/** Pages are made from whole answers: what is amiss in one stands in for it. */
function dataOf({ data, errors }: InProcessAnswer): unknown {
  const [first] = errors;
  if (first) throw new PageProblem(first.extensions.code, first.message);
  return data;
}
