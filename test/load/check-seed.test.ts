import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { graphCodes, ruleCodes } from '../../schema/rule-codes.ts';
import { checkSeed, describeProblems, seedRules } from '../../src/load/check-seed.ts';
import { badSeeds } from './bad-seeds.ts';
import { levels } from './one-mistake.ts';
import { changed, type Files, HERE, markedPlace, smallSeed, writeSeed } from './small-seed.ts';

const checked = new Map<Files, ReturnType<typeof checkSeed>>();

function check(files = smallSeed) {
  const known = checked.get(files) ?? checkSeed(writeSeed(files));
  checked.set(files, known);
  return known;
}

const places = (files = smallSeed) => check(files).problems.map(({ file, line, rule }) => ({ file, line, rule }));

describe('a seed without a problem', () => {
  it('is taken', () => {
    expect(check().problems).toEqual([]);
  });

  it('may write a year as a number', () => {
    expect(check().seed.things.find(({ id }) => id === 'institution/tl/senate')?.scalars.foundedOn).toBe('1995');
  });

  it('has the values that the format lays down for keys left out', () => {
    const { seed } = check();
    const thing = (id: string) => seed.things.find((one) => one.id === id);
    expect(thing('institution/tl/senate')).toMatchObject({
      jurisdiction: 'tl',
      recordedAt: '2026-01-01',
    });
    expect(thing('institution/tl/senate')?.ties).toMatchObject([
      {
        to: 'institution/tl/parliament',
        modality: 'FACT',
        rank: 'NORMAL',
        end: 'ENDED',
        inferred: [],
      },
      { to: 'institution/tl/council', end: 'UNKNOWN' },
    ]);
    expect(thing('reform/tl/quota-cut')?.ties[0]).not.toHaveProperty('end');
    expect(thing('figure/tl/senate-seats')?.ties[0]).toMatchObject({
      validFrom: '2022-06',
      end: 'UNKNOWN',
      passages: ['passage/tl/report/2'],
    });
  });
});

it('the seed of this project has no problem', () => {
  const { problems } = checkSeed(fileURLToPath(new URL('../../seed', import.meta.url)));
  expect(describeProblems(problems)).toBe('0 problems');
});

describe('a seed with a mistake', () => {
  it.each(badSeeds)('$rule: $why', ({ files, rule, file }) => {
    const place = file === undefined ? markedPlace(files) : { file, line: 1 };
    expect(places(files)).toEqual([{ ...place, rule }]);
  });

  it('proves every rule', () => {
    const codes = Object.keys(ruleCodes).filter((code) => !graphCodes.some((one) => one === code));
    expect([...new Set(badSeeds.map(({ rule }) => rule))].sort()).toEqual(codes.sort());
    expect(Object.keys(ruleCodes)).toEqual(expect.arrayContaining(Object.keys(seedRules)));
  });

  it('says what is wrong, what was got and what to do', () => {
    for (const { files } of badSeeds) {
      for (const { message, hint } of check(files).problems) {
        expect(message).not.toMatch(/undefined|\[object|^$/);
        expect(hint).not.toMatch(/undefined|\[object|^$/);
      }
    }
  });

  it('names words spelled like the one got', () => {
    const { problems } = check(changed('testland/events.yaml', 'MEETING', 'METING'));
    expect(problems[0]?.hint).toContain('did you mean MEETING');
  });

  it('names both places of a duplicate', () => {
    const files = badSeeds.find(({ rule }) => rule === 'DUPLICATE_ID')?.files;
    expect(check(files).problems[0]?.message).toContain('seed/testland/laws.yaml:2');
  });

  it('tells all problems at once, in the order of files and lines', () => {
    const files = {
      ...changed('testland/events.yaml', 'MEETING', 'METING'),
      'testland/laws.yaml': (smallSeed['testland/laws.yaml'] ?? '')
        .replace('2022-06-08', '2022-13')
        .replace('LAW', 'LAV'),
    };
    const { problems } = check(files);
    expect(problems.map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toEqual([
      'seed/testland/events.yaml:4 UNKNOWN_VALUE',
      'seed/testland/laws.yaml:4 UNKNOWN_VALUE',
      'seed/testland/laws.yaml:6 BAD_DATE',
    ]);
    const told = describeProblems(problems).split('\n');
    expect(told[0]).toMatch(/^seed\/testland\/events\.yaml:4 UNKNOWN_VALUE kind: "METING" .+ \(.+\)$/);
    expect(told.at(-1)).toBe('3 problems');
  });

  it('does not fall over a seed that is all wrong', () => {
    const release = {
      'testland/release.yaml': smallSeed['testland/release.yaml'] ?? '',
    };
    const wrong = Object.keys(smallSeed).map((file) => [file, '- 1\n- { id: a/b/c, names: x, about: [3] }\n']);
    expect(check({ ...Object.fromEntries(wrong), ...release }).problems.length).toBeGreaterThan(10);
  });
});

describe('rival figures', () => {
  const other = (keys: string, from = 'validFrom: 2022-06') =>
    `- { id: figure/tl/other, name: Other, measure: seats, value: 47, comparator: EXACT, ${from}, ${keys} passages: [passage/tl/report/2], about: [{ to: institution/tl/senate, role: SUBJECT }] } ${HERE}\n`;
  const rules = (lines: string) =>
    places({
      ...smallSeed,
      'testland/figures.yaml': `${smallSeed['testland/figures.yaml']}${lines}`,
    }).map(({ rule }) => rule);

  it.each([
    ['another start', other('', 'validFrom: 2021')],
    ['an end', other('validTo: 2023,')],
    ['a plan', other('modality: PLAN,')],
    ['a deprecated one', other('rank: DEPRECATED, note: misread,')],
    ['a preferred one', other('rank: PREFERRED, note: counted,')],
    ['a retracted one', other('retractedAt: 2026-02-01,')],
    ['another scope', other('').replace('about: [', 'about: [{ to: event/tl/vote, role: IN }, ')],
    ['another measure', other('').replace('measure: seats, value: 47', 'measure: held-on, date: 2022')],
  ])('are none with %s', (_, lines) => {
    expect(rules(lines)).toEqual([]);
  });
});

describe('two levels of one thing', () => {
  it.each([
    ['one ends as the other begins', 'validFrom: 2015-01-01, validTo: 2019-05-01', 'validFrom: 2019-05-01'],
    ['nobody says whether the first ended', 'validFrom: 2015-01-01', 'validFrom: 2019-05-01'],
    ['they may hold at once', 'validFrom: 2015, validTo: 2019', 'validFrom: 2019'],
    ['one is preferred', 'validFrom: 2015-01-01, end: ONGOING', 'validFrom: 2019, rank: PREFERRED, note: counted'],
    ['one is a plan', 'validFrom: 2015-01-01, end: ONGOING', 'validFrom: 2019, modality: PLAN'],
  ])('are no conflict when %s', (_, first, second) => {
    expect(places(levels(first, second))).toEqual([]);
  });
});
