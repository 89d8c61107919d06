import { beforeAll, describe, expect, test } from 'vitest';
import { loadSeed } from '../../src/load/load.ts';
import { openTestGraph } from '../neo4j.ts';
import { SEED_FOLDER } from '../seed.ts';
import { type Open, openPages } from './open.ts';

const SENATE = '/institution/kz/senate';
const SAID = 'Shown is what held';
const PARTLY = 'what documents say and where they disagree is told for all times';

let open: Open;

beforeAll(async () => {
  const graph = await openTestGraph();
  await loadSeed(graph, SEED_FOLDER);
  ({ open } = await openPages(graph));
});

const on = (path: string, day: string): string => `${path}${path.includes('?') ? '&' : '?'}asOf=${day}`;

const CUT = '/reform/kz/presidential-quota-cut-2022';
/** Each page, and what it leads to at the end of 2022 that was not there a year before. */
const PAGES: readonly (readonly [path: string, said: string, link: string | undefined])[] = [
  [SENATE, PARTLY, CUT],
  ['/search?q=presidential quota', SAID, undefined],
  [`/timeline?of=${SENATE.slice(1)}`, SAID, CUT],
  [`/graph?of=${SENATE.slice(1)}`, SAID, CUT],
  [`/paths?from=${CUT.slice(1)}&to=${SENATE.slice(1)}`, SAID, undefined],
  [`${SENATE}?ties=affectedBy`, SAID, CUT],
  ['/passage/kz/000/13', PARTLY, undefined],
];

/** What a page tells, without the day that it says it is of. */
const told = ({ text }: Awaited<ReturnType<Open>>, day: string): string =>
  text
    .slice(text.indexOf('<main'))
    .replaceAll(day, '')
    .replace(/<p class="as-of".*?<\/p>/s, '');

describe('the day of an address', () => {
  test.each(PAGES)('changes what is told: %s', async (path, said, link) => {
    const [early, late] = ['2021-12-31', '2022-12-31'] as const;
    const [before, after] = [await open(on(path, early)), await open(on(path, late))];
    expect([before.status, after.status]).toEqual([200, 200]);
    expect(told(before, early)).not.toBe(told(after, late));
    if (link)
      expect([before.links.includes(`${link}?asOf=${early}`), after.links.includes(`${link}?asOf=${late}`)]).toEqual([
        false,
        true,
      ]);
    for (const page of [before, after]) expect(page.words).toContain(said);
  });

  test.each(['/document/kz/000', '/reform/kz/entry-threshold-cut-2021', '/passage/kz/000/13'])(
    'is not said to bind what it does not bind: %s',
    async (path) => {
      const page = await open(on(path, '2022-12-31'));
      expect([page.words.includes(SAID), page.words.includes(PARTLY)]).toEqual([false, true]);
    },
  );

  test.each(['/', '/questions', '/search', '/paths', '/nowhere'])(
    'is not spoken of where nothing is told: %s',
    async (path) => {
      const { text } = await open(on(path, '2022-12-31'), { Accept: 'text/html' });
      expect(text).not.toContain('class="as-of"');
    },
  );

  test.each([
    ...PAGES.map(([path]) => path),
    '/',
    '/questions',
    '/timeline?year=2022',
    '/document/kz/000',
    '/questions/reforms-that-affected-the-senate',
    '/reform/kz/entry-threshold-cut-2021',
    '/law/kz/constitution-1995',
  ])('stands on every link of %s, but that to all times', async (path) => {
    const { links } = await open(on(path, '2022-12-31'));
    const without = links.filter((link) => /^\/(?!graphql)/.test(link) && !link.includes('asOf=2022-12-31'));
    expect(links.length).toBeGreaterThan(8);
    expect(without.map((link) => decodeURIComponent(link.replaceAll('+', ' ')))).toEqual([path]);
  });

  test('may be all times, which is what an address without it tells', async () => {
    const [all, none] = [await open(`${SENATE}?asOf=all`), await open(SENATE)];
    expect([all.status, all.text]).toEqual([200, none.text]);
  });
});

describe('the language of an address', () => {
  test.each([
    ['ru', 'Сенат: '],
    ['kk', 'Сенат: '],
  ])('is that of a list of ties too: %s', async (lang, title) => {
    const [page, whole] = [await open(`${SENATE}?ties=affectedBy&lang=${lang}`), await open(`${SENATE}?lang=${lang}`)];
    expect([page.status, page.title.startsWith(title)]).toEqual([200, true]);
    const law = `/law/kz/constitution-1995?ties=amendedBy&lang=${lang}`;
    const named = /<span><a href="\/law\/[^"]*">([^<]*)<\/a>/.exec((await open(law)).text)?.[1] ?? '';
    expect(named).toMatch(/\p{Script=Cyrillic}/u);
    expect(whole.title).toBe('Сенат');
  });
});

describe('an address in which something is wrong', () => {
  test.each([
    '/?asOf=yesterday',
    '/?lang=de',
    `${SENATE}?asOf=2021-02-30&lang=xx`,
    '/timeline?year=1',
    '/?lang=en&lang=ru',
  ])('%s leads on to pages', async (path) => {
    const page = await open(path);
    expect(page.status).toBe(400);
    const inside = page.links.filter((link) => /^\/(?!graphql)/.test(link));
    expect(inside.length).toBeGreaterThan(5);
    for (const link of inside) expect([link, (await open(link)).status]).toEqual([link, 200]);
    expect(/<form class="day".*?<\/form>/s.exec(page.text)?.[0]).not.toMatch(/value="(1|de|xx|en)"/);
  });

  test.each(['//evil.com/', '/%2Fevil.com', '//evil.com/%2F..', '/%5Cevil.com', '///search'])(
    '%s leads to no other host',
    async (path) => {
      const page = await open(path, { Accept: 'text/html' });
      expect([200, 404]).toContain(page.status);
      const outside = page.links.filter((link) => !/^(\/(?![/\\])|#)/.test(link));
      expect(outside).toEqual([]);
      expect(page.text).not.toMatch(/(href|action)="\/[/\\]/);
    },
  );

  test('is judged by its path as it is decoded, whoever asks', async () => {
    for (const path of ['/%69nstitution/kz/senate', '/institution%2Fkz%2Fsenate', '//institution/kz/senate']) {
      const [person, program] = [
        await open(path, { Accept: 'text/html' }),
        await open(path, { Accept: 'application/json' }),
      ];
      expect([path, person.title, program.title]).toEqual([path, 'Senate', 'Senate']);
    }
  });
});
