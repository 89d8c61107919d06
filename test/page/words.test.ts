import { readdirSync, readFileSync } from 'node:fs';
import { parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { nounColours } from '../../schema/colours.ts';
import { enums } from '../../schema/enums.ts';
import { schema } from '../../schema/index.ts';
import { nounNames } from '../../schema/nouns.ts';
import { ties } from '../../schema/ties.ts';
import { costCounter } from '../../src/execution/cost.ts';
import { readGallery } from '../../src/gallery.ts';
import { LIMITS } from '../../src/limits.ts';
import { pageOperations } from '../../src/page/ask-page.ts';
import { PER_FIELD } from '../../src/page/first-ties.ts';
import { LANGUAGES, type Language } from '../../src/page/languages.ts';
import { isForPeople, namedQuestions, titleIn } from '../../src/page/question-words.ts';
import { MEANINGS, TIE_WORDS } from '../../src/page/tie-words.ts';
import { nounWord, valueWord } from '../../src/page/value-words.ts';
import { WORDS } from '../../src/page/words.ts';

const languages = Object.keys(LANGUAGES) as Language[];
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** Words that are of no language. */
const SAME = new Set(['passageTitle']);
/** Said only where the page is not in the language of the graph. */
const ELSEWHERE = new Set(['englishStatements']);

describe('the words of pages', () => {
  test('stand in each language, with the same places to fill', () => {
    for (const [word, said] of Object.entries(WORDS)) {
      const places = languages.map((language) =>
        [...said[language].matchAll(/\{\w+\}/g)].map(([place]) => place).sort(),
      );
      expect([word, places[1], places[2]]).toEqual([word, places[0], places[0]]);
      const isOther = [said.ru, said.kk].every((text) => CYRILLIC.test(text));
      expect([word, isOther || SAME.has(word)]).toEqual([word, true]);
      expect([word, CYRILLIC.test(said.en), said.en === '']).toEqual([word, false, ELSEWHERE.has(word)]);
    }
  });

  test('are all said somewhere', () => {
    const folder = new URL('../../src/page/', import.meta.url);
    const texts = readdirSync(folder)
      .filter((file) => file.endsWith('.ts') && file !== 'words.ts')
      .map((file) => readFileSync(new URL(file, folder), 'utf8'))
      .join('\n');
    // As an argument of what says words, or in a table of them.
    const said = new Set([...texts.matchAll(/'(\w+)'|WORDS\.(\w+)/g)].map(([, quoted, named]) => quoted ?? named));
    expect(Object.keys(WORDS).filter((word) => !said.has(word))).toEqual([]);
  });

  test('name every field of ties once among the meanings, and in each language', () => {
    const fields = [...new Set(ties.flatMap(({ forward, backward }) => [forward, backward]))].sort();
    expect(
      Object.values(MEANINGS)
        .flatMap((meaning) => [...meaning.fields])
        .sort(),
    ).toEqual(fields);
    expect(Object.keys(TIE_WORDS).sort()).toEqual(fields);
    for (const [field, said] of Object.entries(TIE_WORDS)) {
      expect([field, /[a-z]/i.test(said.en), CYRILLIC.test(said.ru), CYRILLIC.test(said.kk)]).toEqual([
        field,
        true,
        true,
        true,
      ]);
    }
  });

  test('name every value that things and ties have', () => {
    const unshown = new Set(['CoverageStatus', 'StateAspect', 'HopDirection', 'Rank']);
    for (const [name, { values }] of Object.entries(enums)) {
      if (unshown.has(name)) continue;
      for (const value of Object.keys(values)) {
        const said = languages.map((language) => valueWord(name as keyof typeof enums, value, language));
        expect([
          name,
          value,
          CYRILLIC.test(said[0] ?? ''),
          CYRILLIC.test(said[1] ?? ''),
          CYRILLIC.test(said[2] ?? ''),
        ]).toEqual([name, value, false, true, true]);
      }
    }
    for (const noun of nounNames) {
      const [en = '', ru = '', kk = ''] = languages.map((language) => nounWord(noun, language));
      const isOther = [en, ru, kk].map((text) => CYRILLIC.test(text));
      expect([noun, en === '', ...isOther]).toEqual([noun, false, false, true, true]);
    }
    expect(Object.keys(nounColours).sort()).toEqual([...nounNames].sort());
  });
});

describe('the gallery', () => {
  test('has the questions that are put in other languages', () => {
    const names = readGallery().map(({ name }) => name);
    expect(namedQuestions().filter((name) => !names.includes(name))).toEqual([]);
    for (const one of readGallery().filter(isForPeople)) {
      for (const language of ['ru', 'kk'] as const) {
        expect([one.name, CYRILLIC.test(titleIn(one, language).text)]).toEqual([one.name, true]);
      }
    }
  });
});

describe('the questions of pages', () => {
  const count = costCounter(schema);
  const variables = { first: PER_FIELD, perTie: PER_FIELD, ids: ['law/x/1', 'law/x/2'] };

  test.each(pageOperations().map((text) => [/query (\w+)/.exec(text)?.[1] ?? '', text] as const))('%s', (_, text) => {
    const document = parse(text, { maxTokens: LIMITS.tokens });
    expect(validate(schema, document)).toEqual([]);
    const [operation] = document.definitions;
    if (operation?.kind !== 'OperationDefinition') throw new Error('The operation does not stand first.');
    expect(count(document, operation, variables).points).toBeLessThanOrEqual(LIMITS.cost);
  });
});
