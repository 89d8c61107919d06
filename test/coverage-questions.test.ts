import { describe, expect, test } from 'vitest';
import { type AnswerSpec, coverageQuestions } from '../schema/coverage-questions.ts';
import { enums } from '../schema/enums.ts';
import { nounNames, nouns } from '../schema/nouns.ts';
import type { EnumSpec } from '../schema/spec.ts';
import { nounsAt, ties } from '../schema/ties.ts';
import { SEED } from './seed.ts';

const values = (name: string): readonly string[] =>
  Object.keys((enums as Readonly<Record<string, EnumSpec>>)[name]?.values ?? {});
/** All that a role, stage and so on of a field's ties may be. */
const valuesOf = (field: string): readonly string[] =>
  ties
    .filter(({ forward, backward }) => forward === field || backward === field)
    .flatMap(({ properties }) => Object.values(properties ?? {}))
    .flatMap(({ type }) => (typeof type === 'object' && 'enum' in type ? values(type.enum) : []));

describe.each(nounNames)('the questions about a %s', (noun) => {
  const questions = coverageQuestions[noun];
  const { properties, claim } = nouns[noun];
  const fields = ties.flatMap((tie) => [
    ...(nounsAt(tie.from).includes(noun) ? [tie.forward] : []),
    ...(nounsAt(tie.to).includes(noun) ? [tie.backward] : []),
  ]);
  const kind = properties.kind?.type;
  const kinds = typeof kind === 'object' && 'enum' in kind ? values(kind.enum) : [];

  /** What an answer names that there is not. */
  const unknown = ({ scalar, ties: named = [], as = [], measures = [] }: AnswerSpec): readonly string[] => [
    ...[scalar ?? []].flat().filter((key) => !(key in properties) && !(claim && key === 'validFrom')),
    ...named.filter((field) => !fields.includes(field)),
    ...as.filter((value) => !named.flatMap(valuesOf).includes(value)),
    ...measures.filter((measure) => !SEED.measures.some((one) => one.measure === measure)),
  ];

  test('name only what there is', () => {
    for (const { kinds: some = [], exceptKinds = [], when = [], ...answer } of questions) {
      expect([answer, ...when].flatMap(unknown)).toEqual([]);
      expect([...some, ...exceptKinds].filter((one) => !kinds.includes(one))).toEqual([]);
    }
  });

  test('are questions, each once, and each has a place for its answer', () => {
    expect(questions.length).toBeGreaterThan(0);
    expect(new Set(questions.map(({ question }) => question)).size).toBe(questions.length);
    for (const { question, scalar, ties: named = [], measures = [] } of questions) {
      expect(question).toMatch(/^[A-Z].*\?$/);
      expect([scalar ?? [], named, measures].flat().length).toBeGreaterThan(0);
    }
  });
});
