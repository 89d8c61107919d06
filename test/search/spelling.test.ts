import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidateQuery } from '../../src/search/candidates.ts';
import { type Asked, likeness } from '../../src/search/likeness.ts';
import { makeForm, nameForm, searchKeys } from '../../src/search/name-form.ts';
import { wordsOf } from '../../src/search/spelling.ts';

const sounds = (text: string): string =>
  wordsOf(text)
    .map(({ sounded }) => sounded)
    .join(' ');

describe('spellings of one name sound alike', () => {
  test.each([
    [['Мәжіліс', 'Мажилис', 'Мажiлiс', 'Mäjılıs', 'Májilis', "Ma'jilis", 'Majilis', 'Mazhilis', 'MAZHILIS']],
    [['Қасым-Жомарт Тоқаев', 'Касым-Жомарт Токаев', 'Qasym-Jomart Toqaev', 'Kassym-Jomart Tokayev']],
    [['Құрылтай', 'Qūryltai', 'Kuryltay', 'Quryltaı']],
    [['Жетісу', 'Jetısu', 'Jetisý', 'Zhetysu', 'Zhetisu']],
    [['ребёнка', 'ребенка', 'rebenka']],
    [['Ерлан', 'Yerlan', 'Erlan']],
    [['organisation', 'organization']],
    [['Serik', 'Серік', 'Cерік']],
    [['№ 41-VII', 'No. 41 VII', 'no 41–vii']],
    [['ZagipaYahyanovna', 'Zagipa Yahyanovna']],
  ])('%j', ([first = '', ...others]) => {
    for (const other of others) expect(sounds(other)).toBe(sounds(first));
  });
});

test('other scripts are transliterated too', () => {
  expect(sounds('Αθήνα')).toBe(sounds('Athina'));
});

test('names are found by their initials, with or without the country', () => {
  expect(searchKeys(['Уголовный кодекс Республики Казахстан']).split(' ')).toEqual(
    expect.arrayContaining(wordsOf('УК УКРК').map(({ spelled }) => spelled)),
  );
});

const like = (query: string, name: string, more: Partial<Asked> = {}): number =>
  likeness({ form: makeForm(query), begun: false, ...more }, nameForm(name));

describe('likeness', () => {
  test('is 1 of a name with itself, whatever the order of its words, and less of any other', () => {
    expect(like('Kassym-Jomart Tokayev', 'Kassym-Jomart Tokayev')).toBe(1);
    expect(like('Tokayev, Kassym-Jomart', 'Kassym-Jomart Tokayev')).toBe(1);
    expect(like('Tokayev', 'Kassym-Jomart Tokayev')).toBeLessThan(1);
    expect(like('Supreme Cort', 'Supreme Court')).toBeLessThan(1);
  });

  test.each([
    ['41-VII', '42-VII'],
    ['1995', '1996'],
    ['decree 88', 'Decree 888 of 2022'],
    ['hockey', 'Supreme Court'],
    ['Supreme nonsense', 'Supreme Court'],
    ['kort', 'Court'],
  ])('is 0 of %s and %s', (query, name) => {
    expect(like(query, name)).toBe(0);
  });

  test('the last word may go on where it is typed, and no other', () => {
    expect(like('s', 'Senate', { begun: true })).toBeGreaterThan(0);
    expect(like('s', 'Senate')).toBe(0);
    expect(like('se chair', 'Senate Chair', { begun: true })).toBe(0);
  });
});

test('whatever is asked, the index gets words of letters and digits, and never more clauses than it takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const query = candidateQuery(makeForm(text));
      expect(query).toMatch(/^([a-z0-9]+(\^4|\*|~[12])?( |$))*$/);
      expect(query.split(' ').length + 50 * (query.match(/~/g)?.length ?? 0)).toBeLessThan(1_024);
    }),
  );
  for (const word of ['AND', 'OR', 'NOT', 'a:b', 'x^9', 'x~9', '[a TO b]', '/x/', '\\', '"', '(']) {
    expect(candidateQuery(makeForm(`senate ${word}`))).not.toMatch(/[A-Z":()[\]/\\]|\^[^4]/);
  }
});
