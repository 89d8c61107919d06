import { describe, expect, test } from 'vitest';
import { isDay, parsePartialDate, timeKeys } from '../../src/graph/time.ts';

describe('a partial date means a first and a last possible day', () => {
  test.each([
    ['2022', '2022-01-01', '2022-12-31'],
    ['2022-02', '2022-02-01', '2022-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2022-06-05', '2022-06-05', '2022-06-05'],
    ['[2021..2023]', '2021-01-01', '2023-12-31'],
    ['[2022-06-08..2023-03]', '2022-06-08', '2023-03-31'],
    ['../2021-04', '0000', '2021-04-30'],
    ['2024/..', '2024-01-01', '9999'],
  ])('%s', (text, earliest, latest) => {
    expect(parsePartialDate(text)).toEqual({ text, earliest, latest });
  });

  test.each([
    '2022-13',
    '2022-02-30',
    '22',
    'June 2022',
    '',
    '[2023..2021]',
    '2022/2023',
    '2022~',
    '[2021,2022]',
    '../..',
    '9999-99-99',
  ])('"%s" is refused', (text) => {
    expect(parsePartialDate(text)).toBeUndefined();
  });

  test('a day is a day of the calendar', () => {
    expect([isDay('2024-02-29'), isDay('2023-02-29'), isDay('2024-02')]).toEqual([true, false, false]);
  });
});

describe('when a claim may hold, and when it surely does', () => {
  const keys = (
    from: string | undefined,
    to: string | undefined,
    lasts: 'DEED' | 'STATE',
    end?: 'ONGOING' | 'ENDED' | 'UNKNOWN',
  ) =>
    Object.values(
      timeKeys(from ? parsePartialDate(from) : undefined, to ? parsePartialDate(to) : undefined, lasts, end),
    );

  test.each([
    ['a dated deed', ['2022-06-08', undefined, 'DEED'], ['2022-06-08', '2022-06-08', '9999', '9999']],
    ['a deed of an unknown day', [undefined, undefined, 'DEED'], ['0000', '9999', '9999', '9999']],
    ['a state of a year', ['2021', '2022', 'STATE', 'ENDED'], ['2021-01-01', '2021-12-31', '2022-12-31', '2022-01-01']],
    ['a state that goes on', ['2021-05', undefined, 'STATE', 'ONGOING'], ['2021-05-01', '2021-05-31', '9999', '9999']],
    [
      'a state of unknown end',
      ['2021-05', undefined, 'STATE', 'UNKNOWN'],
      ['2021-05-01', '2021-05-31', '9999', '0000'],
    ],
    [
      'a state that ended on an unknown day',
      [undefined, undefined, 'STATE', 'ENDED'],
      ['0000', '9999', '9999', '0000'],
    ],
  ] as const)('%s: since, startLatest, until, endEarliest', (_, [from, to, lasts, end], expected) => {
    expect(keys(from, to, lasts, end)).toEqual(expected);
  });
});
