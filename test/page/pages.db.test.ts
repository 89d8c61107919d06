import { beforeAll, describe, expect, test } from 'vitest';
import { readGallery } from '../../src/gallery.ts';
import { loadSeed } from '../../src/load/load.ts';
import { clientFiles } from '../../src/page/client-files.ts';
import type { Language } from '../../src/page/languages.ts';
import { isForPeople } from '../../src/page/question-words.ts';
import { openTestGraph } from '../neo4j.ts';
import { SEED_FOLDER } from '../seed.ts';
import { type Open, openPages } from './open.ts';

const SENATE = '/institution/kz/senate';
const QUESTION = '/questions/reforms-that-affected-the-senate';

/** Pages that have the most to say. */
const LARGE = [
  '/law/kz/constitution-1995',
  '/institution/kz/mazhilis',
  '/institution/kz/president',
  '/document/kz/000',
  '/timeline?year=2022',
  '/graph?of=law/kz/constitution-1995',
  '/questions/where-documents-disagree',
];

let open: Open;
let openLocked: Open;

beforeAll(async () => {
  const graph = await openTestGraph();
  await loadSeed(graph, SEED_FOLDER);
  ({ open } = await openPages(graph));
  ({ open: openLocked } = await openPages(graph, { profile: 'locked' }));
});

const AFFECTED = /<h3 id="affectedBy">.*?(?=<h3|<\/section>)/s;

/** How often a pattern is met. */
const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

describe('the first page', () => {
  test.each<[Language, string, string]>([
    ['en', 'Reforms of Kazakhstan', 'Good places to begin'],
    ['ru', 'Реформы Казахстана', 'С чего начать'],
    ['kk', 'Қазақстан реформалары', 'Неден бастауға болады'],
  ])('in %s offers a search, entries and every question', async (lang, title, entries) => {
    const page = await open(`/?lang=${lang}`);
    expect([page.status, page.title, page.words.includes(entries)]).toEqual([200, title, true]);
    expect(page.text).toContain(`<html lang="${lang}">`);
    expect(page.text).toContain('role="search" action="/search"');
    const offered = page.links.filter((link) => link.startsWith('/questions/'));
    expect(offered).toEqual(
      readGallery()
        .filter(isForPeople)
        .map(({ name }) => `/questions/${name}?lang=${lang}`),
    );
    expect((await open('/questions')).links.filter((link) => link.startsWith('/questions/')).length).toBe(
      readGallery().length,
    );
    expect(page.sent).toEqual([]);
  });

  test('speaks the language the browser asks for, and English when it has none of them', async () => {
    const languageFor = async (header: string) =>
      /<html lang="(\w+)">/.exec((await open('/', { 'Accept-Language': header })).text)?.[1];
    expect(await languageFor('kk-KZ,kk;q=0.9,en;q=0.8')).toBe('kk');
    expect(await languageFor('de,en;q=0.4,ru;q=0.7')).toBe('ru');
    expect(await languageFor('de')).toBe('en');
  });

  test.each(['/', SENATE, '/search?q=senate', '/timeline', '/paths', '/questions'])(
    'and what its menu leads to is there: %s',
    async (path) => {
      expect((await open(path)).status).toBe(200);
    },
  );

  test('leads to things that are there', async () => {
    const { links } = await open('/');
    const things = links.filter((link) => /^\/(institution|reform|law|official|topic)\//.test(link));
    expect(things.length).toBe(6);
    for (const link of things) expect([link, (await open(link)).status]).toEqual([link, 200]);
  });
});

describe('the page of a thing', () => {
  test('answers which reforms affected the Senate, by what means, when, and who says so', async () => {
    const page = await open(SENATE);
    expect([page.status, page.title]).toEqual([200, 'Senate']);
    const section = AFFECTED.exec(page.text)?.[0] ?? '';
    expect(count(section, /<details>/g)).toBe(3);
    expect(section).toContain('href="/reform/kz/presidential-quota-cut-2022"');
    expect(section).toContain('composition changed');
    expect(section).toContain('8 June 2022');
    expect(section).toContain('href="/passage/kz/000/13"');
    expect(section).toContain('independent of each other: 2');
    expect(page.words).toContain('Upper chamber of Parliament until 1 July 2026.');
  });

  test('costs a statement for what lies around it, and those that its parts need', async () => {
    const { sent } = await open(SENATE);
    const names = sent.map(({ statement }) => statement.name);
    expect(names.filter((name) => name === 'neighbourhood' || /surround/i.test(name)).length).toBe(1);
    expect(sent.length).toBe(25);
  });

  test('as of a day tells what held on that day', async () => {
    const page = await open(`${SENATE}?asOf=2021-12-31`);
    expect(page.text).not.toContain('id="affectedBy"');
    expect(page.words).toContain('31 December 2021');
    const later = await open(`${SENATE}?asOf=2022-12-31`);
    expect(count(AFFECTED.exec(later.text)?.[0] ?? '', /<details>/g)).toBe(2);
  });

  test.each<[Language, string, string]>([
    ['ru', 'Сенат', 'Реформы, которые это изменили'],
    ['kk', 'Сенат', 'Осыны өзгерткен реформалар'],
  ])('in %s has the name and the words of that language', async (lang, title, heading) => {
    const page = await open(`${SENATE}?lang=${lang}`);
    expect([page.title, page.words.includes(heading)]).toEqual([title, true]);
    expect(page.text).toContain('<p class="lead" lang="en">');
  });

  test('marks a plan as a plan before anything else', async () => {
    const { text } = await open('/law/kz/action-plan-2023');
    expect(count(text, /<div class="claim"><span class="mark">planned<\/span>/g)).toBe(12);
  });

  test('shows the sides of a disagreement next to one another', async () => {
    const { text } = await open('/reform/kz/entry-threshold-cut-2021');
    const conflicts = text.slice(text.indexOf('id="conflicts"'));
    expect(count(conflicts, /<article class="conflict">/g)).toBe(3);
    expect(conflicts).toContain('Kind of act that cut the entry threshold in 2021');
    expect(conflicts).toContain('constitutional law 41-VII of 24 May 2021; no decree is listed');
  });

  test('draws figures over time, with the same as a table', async () => {
    const { text, words } = await open('/institution/kz/mazhilis');
    expect(count(text, /<svg class="chart"[^>]* role="img" aria-labelledby="chart-\d"/g)).toBe(2);
    expect(words).toContain('107 seats of the Mazhilis');
  });

  test('turns over what is much', async () => {
    const constitution = await open('/law/kz/constitution-1995');
    expect(constitution.links).toContain('/law/kz/constitution-1995?ties=provisions');
    const seen = new Set<string>();
    let next: string | undefined = '/law/kz/constitution-1995?ties=provisions';
    let pages = 0;
    while (next) {
      const page: Awaited<ReturnType<Open>> = await open(next);
      expect([page.status, page.words.includes('In all: 63')]).toEqual([200, true]);
      for (const link of page.links) if (link.startsWith('/provision/')) seen.add(link);
      next = page.next;
      pages += 1;
    }
    expect([pages, seen.size]).toEqual([3, 63]);
  });

  test('of a document tells what it says, and leads to each place', async () => {
    const page = await open('/document/kz/000');
    expect(page.links).toContain('/passage/kz/000/13');
    const place = await open('/passage/kz/000/13');
    expect(place.status).toBe(200);
    expect(place.links).toContain('/reform/kz/presidential-quota-cut-2022');
    expect(place.words).toContain('his quota in the Senate was cut');
  });

  test.each(['/institution/kz/none', '/law/x', '/passage/kz/000/9999', `${SENATE}?ties=none`, '/nowhere'])(
    'that is not there: %s says so and offers a search',
    async (path) => {
      const page = await open(path, { Accept: 'text/html' });
      expect([page.status, page.title]).toEqual([404, 'Nothing has this address']);
      expect(page.links.some((link) => link.startsWith('/search?q='))).toBe(true);
    },
  );
});

describe('the search', () => {
  test('finds what is misspelt, and says by what', async () => {
    const page = await open('/search?q=сенатт');
    expect(page.status).toBe(200);
    expect(page.links).toContain(SENATE);
    expect(page.words).toContain('found by “');
  });

  test('narrows to a kind', async () => {
    const page = await open('/search?q=constitution&kind=Institution');
    const found = page.links.filter((link) => /^\/(\w+)\/(kz|int)\//.test(link));
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((link) => !link.startsWith('/institution/'))).toEqual([]);
  });

  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onfocus='alert(1)",
    '</title><script>',
    'x]]><!--',
  ])('shows %s as text', async (query) => {
    const page = await open(`/search?q=${encodeURIComponent(query)}`);
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/<script>|<img|<!--|" onfocus|'alert/);
    expect(page.title).toBe(`Search: ${query}`);
  });

  test('of nothing to search by says what may be searched', async () => {
    expect((await open('/search')).words).toContain('typing errors are forgiven');
    expect((await open('/search?q=%3F%3F')).words).toContain('Nothing bears a name like this');
    expect((await open('/search?q=zzzzqqqqxxxx')).words).toContain('Nothing bears a name like this');
  });
});

describe('time and links', () => {
  test('the timeline of a thing is that of the contract', async () => {
    const page = await open('/timeline?of=institution/kz/senate');
    expect(page.title).toBe('Senate: in order of time');
    const dates = [...page.text.matchAll(/<h2 class="year">(.*?)<\/h2>/g)].map(([, year]) => year);
    expect(dates.at(-1)).toBe('2026');
    expect(page.text).toContain('Cut of the presidential quota in the Senate');
  });

  test('the timeline of a year has what happened in it', async () => {
    const page = await open('/timeline?year=2022');
    expect(page.title).toBe('What happened, year by year: 2022');
    expect(page.links).toContain('/timeline?year=2021');
    expect(count(page.text, /<span class="when">/g)).toBe(50);
    expect((await open(page.next ?? '/nowhere')).status).toBe(200);
  });

  test('two things are linked by name or by id, step by step', async () => {
    const byId = await open('/paths?from=institution/kz/kurultai&to=institution/kz/senate');
    expect(byId.title).toBe('Kurultai (parliament since 2026) and Senate');
    expect(byId.words).toContain('Way 1, steps: 2');
    const byName = await open(`/paths?from=kurultai&to=${encodeURIComponent('сенат')}`);
    expect(byName.text).toContain('Way 1');
    expect((await open('/paths')).words).toContain('Choose two things');
    expect((await open('/paths?from=institution/kz/senate&to=institution/kz/senate')).words).toContain('two different');
    expect((await open('/paths?from=institution/kz/none&to=institution/kz/senate')).words).toContain(
      'Nothing is known',
    );
  });
});

describe('a question of the gallery', () => {
  test('has its answer as a table, its GraphQL and its files', async () => {
    const page = await open(QUESTION);
    expect([page.status, page.title]).toEqual([200, 'Which reforms affected the Senate, by which law, who says so?']);
    expect(page.words).toContain('affected by · Rows: 3');
    expect(page.words).toContain('composition changed');
    expect(page.words).toContain('Constitutional amendments of 2022 (referendum law)');
    expect(page.links).toContain('/reform/kz/presidential-quota-cut-2022');
    expect(page.words).toContain('query ReformsThatAffectedTheSenate');
    expect(page.links.filter((link) => /\.(csv|json)$/.test(link))).toEqual([`${QUESTION}.csv`, `${QUESTION}.json`]);
  });

  test('comes as CSV and as JSON', async () => {
    const csv = await open(`${QUESTION}.csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).toMatch(
      /^attachment; filename="reforms-that-affected-the-senate-[0-9a-f]{12}\.csv"$/,
    );
    const lines = csv.text.split('\r\n');
    expect(lines[0]).toContain('institution.name,institution.existence');
    expect(lines.filter((line) => line.includes('presidential-quota-cut-2022')).length).toBe(3);
    const json = await open(`${QUESTION}.json`);
    expect(JSON.parse(json.text).data.institution.affectedBy.totalCount).toBe(3);
  });

  test('says of a list that is not whole that there are more', async () => {
    const more = 'There are more: the question asks for the first only.';
    expect((await open('/questions/what-a-document-says')).words).toContain(more);
    expect((await open(QUESTION)).words).not.toContain(more);
  });

  test('tells what of it could not be answered', async () => {
    const page = await open('/questions/bad-input?lang=ru');
    expect([page.status, page.words.includes('На что ответа нет')]).toEqual([200, true]);
    expect(page.text).toContain('<li lang="en">BAD_USER_INPUT: ');
  });

  test('is asked in the language of the page', async () => {
    expect((await open(`${QUESTION}?lang=kk`)).title).toMatch(/^Сенатқа қандай реформалар әсер етті/);
  });

  test('that is none is not there', async () => {
    for (const path of ['none', 'none.csv', '..%2F..%2Fpackage', `${QUESTION.slice(11)}.exe`]) {
      expect([path, (await open(`/questions/${path}`)).status]).toEqual([path, 404]);
    }
  });
});

describe('an address that cannot be read', () => {
  test.each([
    ['/?lang=de', 'lang must be en, ru or kk; the address says “de”'],
    [`${SENATE}?asOf=2021-02-30`, 'asOf must be a day such as 2022-06-08; the address says “2021-02-30”'],
    ['/?asOf=yesterday', 'the address says “yesterday”'],
    ['/?lang=en&lang=ru', 'lang must be en, ru or kk'],
    ['/?asOf=%3Cb%3E', 'the address says “<b>”'],
    ['/timeline?year=1', '“year” cannot be “1” here'],
    ['/timeline?of=institution/kz/senate&kind=X', '“kind” cannot be “X” here'],
    ['/institution/%', '“path” cannot be'],
  ])('%s: 400', async (path, told) => {
    const page = await open(path);
    expect([page.status, page.words.includes(told)]).toEqual([400, true]);
    expect(page.text).not.toContain('<b>');
    expect(page.sent).toEqual([]);
  });

  test.each([
    '/search?q=a&kind=X',
    `${SENATE}?ties=affectedBy&after=x`,
    `/search?q=${'a'.repeat(201)}`,
    '/timeline?of=x',
  ])('%s is refused as the contract refuses it', async (path) => {
    expect((await open(path)).status).toBe(400);
  });
});

describe('every page', () => {
  test('is sent so that nothing foreign can be put into it', async () => {
    const { headers, text } = await open(SENATE);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(text).not.toMatch(/<script(?![^>]* src=)|\son\w+=|\sstyle=|<style/);
    const loaded = [...text.matchAll(/<(?:script|link|img)[^>]* (?:src|href)="([^"]*)"/g)].map(
      ([, address]) => address,
    );
    expect(loaded.filter((address) => !/^(\/page\/|data:,$)/.test(address ?? ''))).toEqual([]);
  });

  test('loads a style sheet and a script that never change under their addresses', async () => {
    const { text } = await open('/');
    const assets = [...text.matchAll(/"(\/page\/[^"]+)"/g)].map(([, address = '']) => address);
    expect(assets.length).toBe(2);
    for (const address of assets) {
      const asset = await open(address);
      expect([asset.status, asset.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    }
    expect((await open('/page/none.js')).status).toBe(404);
  });

  test.each([
    '/',
    SENATE,
    '/institution/kz/mazhilis',
    '/law/kz/constitution-1995',
    QUESTION,
    '/paths',
    '/timeline',
    '/document/kz/000',
  ])('has each id once and a heading of its own: %s', async (path) => {
    const { text, title } = await open(path);
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const labelled = [...text.matchAll(/ aria-labelledby="([^"]*)"/g)].map(([, id]) => id);
    expect(labelled.filter((id) => !ids.includes(id))).toEqual([]);
    expect([count(text, /<h1\b/g), count(text, /<main\b/g), title === '']).toEqual([1, 1, false]);
  });

  test('has less than 300 kB to load: the largest of them, the style sheet and all scripts, also those loaded later', async () => {
    const { style, graphiql, texts } = await clientFiles();
    const sheet = /href="(\/page\/style-[^"]+)"/.exec((await open('/')).text)?.[1] ?? '';
    const scripts = Object.keys(texts).filter((name) => name !== style && name !== graphiql);
    expect(scripts.length).toBeGreaterThan(1);
    const sizeOf = async (path: string): Promise<number> => {
      const { status, headers } = await open(path, { 'Accept-Encoding': 'gzip' });
      expect([path, status, headers.get('content-encoding')]).toEqual([path, 200, 'gzip']);
      return Number(headers.get('content-length'));
    };
    let assets = 0;
    for (const path of [sheet, ...scripts.map((name) => `/page/${name}`)]) assets += await sizeOf(path);
    let largest = 0;
    for (const path of LARGE) largest = Math.max(largest, await sizeOf(path));
    expect(assets).toBeGreaterThan(100_000);
    expect(assets + largest).toBeLessThan(300_000);
  });

  test('is not sent again while it is the same', async () => {
    const etag = (await open(SENATE)).headers.get('etag') ?? '';
    expect((await open(SENATE, { 'If-None-Match': etag })).status).toBe(304);
  });

  test('links without a language where the address has none, and keeps it where it has', async () => {
    expect((await open(SENATE)).links).toContain('/passage/kz/000/13');
    expect((await open(`${SENATE}?lang=ru`)).links).toContain('/passage/kz/000/13?lang=ru');
  });
});

describe('a locked server', () => {
  test.each(['/', SENATE, `${SENATE}?ties=affectedBy`, '/search?q=senate', '/timeline', '/document/kz/000', QUESTION])(
    'has the page %s',
    async (path) => {
      const [locked, page] = [await openLocked(path), await open(path)];
      expect([locked.status, locked.title]).toEqual([200, page.title]);
      expect(locked.links.filter((link) => link.startsWith('/graphql'))).toEqual([]);
    },
  );
});
