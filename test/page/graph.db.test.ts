import { beforeAll, describe, expect, test } from 'vitest';
import { loadSeed } from '../../src/load/load.ts';
import type { Drawn } from '../../src/page/drawn.ts';
import { yearsOfTie } from '../../src/page/drawn-edges.ts';
import { openTestGraph } from '../neo4j.ts';
import { SEED_FOLDER } from '../seed.ts';
import { type Open, openPages, plain } from './open.ts';

const AROUND = '/graph?of=institution/kz/senate';

let open: Open;

beforeAll(async () => {
  const graph = await openTestGraph();
  await loadSeed(graph, SEED_FOLDER);
  ({ open } = await openPages(graph));
});

/** What the script of the page draws. */
async function drawnAt(path: string): Promise<Drawn> {
  const { text } = await open(path);
  return JSON.parse(plain(/ data-graph="([^"]*)"/.exec(text)?.[1] ?? '')) as Drawn;
}

describe('the picture around a thing', () => {
  test.each([
    ['en', 'Part of\nuntil 2026', 'Institutions it changes\n2022'],
    ['ru', 'Входит в состав\nдо даты: 2026', 'Какие органы меняет\n2022'],
    ['kk', 'Мынаның құрамына кіреді\n2026 дейін', 'Өзгертетін мекемелері\n2022'],
  ])('in %s tells ends as ends and days as days', async (lang, part, change) => {
    const { edges } = await drawnAt(`${AROUND}&lang=${lang}`);
    const labels = edges.map(({ label }) => label);
    expect(labels).toContain(part);
    expect(labels).toContain(change);
  });

  test('has the days in the list, one line for each tie that is drawn', async () => {
    const { text, words } = await open(AROUND);
    const { edges } = await drawnAt(AROUND);
    const listed = [...text.matchAll(/<li data-tie="([^"]+)"/g)].map(([, id = '']) => plain(id));
    expect(listed).toEqual(edges.map(({ id }) => id));
    expect(words).toContain('until 1 July 2026');
  });

  test('tells of each tie in which years it may have been', async () => {
    const { edges, of } = await drawnAt(AROUND);
    const years = edges.flatMap(({ word, target, from, to }) =>
      word === 'Institutions it changes' && target === of ? [[from, to]] : [],
    );
    expect(years).toEqual([
      [2022, 2022],
      [2022, 2022],
      [2026, 2026],
    ]);
    expect(
      edges.filter(({ label }) => label === 'Part of\nuntil 2026').map(({ from, to }) => [from, to]),
    ).toContainEqual([null, 2026]);
  });

  test('keeps language and day where it grows', async () => {
    const { page, nodes } = await drawnAt(`${AROUND}&lang=ru&asOf=2021-12-31`);
    expect(page).toBe('/graph?lang=ru&asOf=2021-12-31');
    expect(nodes.map(({ address }) => address)).toContain('/institution/kz/senate?lang=ru&asOf=2021-12-31');
  });
});

describe('the years of a tie', () => {
  const deed = (validFrom: string | null) => ({ type: 'AFFECTS', validFrom, validTo: null, end: null });
  const state = (validFrom: string | null, validTo: string | null, end: 'ONGOING' | 'UNKNOWN' | null = null) => ({
    type: 'HELD_OFFICE',
    validFrom,
    validTo,
    end,
  });

  test.each([
    ['a deed of a day', deed('2022-06-08'), 2022, 2022],
    ['a deed between two days', deed('[2021-12..2023]'), 2021, 2023],
    ['a deed by a month', deed('../2021-04'), null, 2021],
    ['a deed of a year or later', deed('2024/..'), 2024, null],
    ['a deed of no stated day', deed(null), null, null],
    ['what holds for a while', state('2019-03-20', '[2022..2023-01-01]'), 2019, 2023],
    ['what goes on', state('2019-03', null, 'ONGOING'), 2019, null],
    ['what ended nobody says when', state('2019', null, 'UNKNOWN'), 2019, null],
    ['what is known by its end only', state(null, '2026-07-01'), null, 2026],
  ])('%s', (_, tie, from, to) => {
    expect(yearsOfTie(tie)).toEqual({ from, to });
  });
});
