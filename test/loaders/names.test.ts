import { describe, expect, test } from 'vitest';
import { type NameValue, pickName } from '../../src/loaders/names.ts';
import { WIDEST } from '../../src/loaders/scope.ts';

const name = (text: string, over: Partial<NameValue> = {}): NameValue => ({
  text,
  language: 'en',
  script: 'Latn',
  kind: 'OFFICIAL',
  validFrom: null,
  validTo: null,
  passages: [],
  scope: WIDEST,
  ...over,
});

const capital = [
  name('Astana', { kind: 'FORMER', validTo: '2019-03-23' }),
  name('Nur-Sultan', { kind: 'FORMER', validFrom: '2019-03-23', validTo: '2022-09-17' }),
  name('Astana', { validFrom: '2022-09-17' }),
  name('Астана', { language: 'kk', script: 'Cyrl' }),
  name('Нур-Султан', {
    language: 'ru',
    script: 'Cyrl',
    kind: 'FORMER',
    validFrom: '2019-03-23',
    validTo: '2022-09-17',
  }),
];

describe('the name of a thing', () => {
  test.each([
    ['of today, in English', ['en'], null, 'Capital'],
    ['of a day, in English', ['en'], '2020-01-01', 'Nur-Sultan'],
    ['on the day it changed', ['en'], '2022-09-17', 'Astana'],
    ['before it changed', ['en'], '2019-03-22', 'Astana'],
    ['in Kazakh, by language', ['kk'], null, 'Астана'],
    ['in Kazakh, by script', ['kk-Cyrl'], null, 'Астана'],
    ['in a script nobody gives, then the next language', ['kk-Latn', 'kk'], null, 'Астана'],
    ['former names are no names of today', ['ru'], null, 'Capital'],
    ['former names are names of their days', ['ru'], '2020-01-01', 'Нур-Султан'],
    ['in a language nobody gives', ['fr'], null, 'Capital'],
  ])('%s', (_, languages, asOf, expected) => {
    expect(pickName('Capital', capital, languages, asOf)).toBe(expected);
  });
});
