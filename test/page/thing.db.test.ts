import { beforeAll, describe, expect, test } from 'vitest';
import { loadSeed } from '../../src/load/load.ts';
import { nounOf } from '../../src/loaders/ids.ts';
import { fieldsBehind, typesAt } from '../../src/page/tie-questions.ts';
import { type AskGraphql, serveForTests } from '../ask.ts';
import { openTestGraph } from '../neo4j.ts';
import { SEED_FOLDER } from '../seed.ts';
import { type Open, openPages } from './open.ts';

let open: Open;
let ask: AskGraphql;

beforeAll(async () => {
  const graph = await openTestGraph();
  await loadSeed(graph, SEED_FOLDER);
  ({ open } = await openPages(graph));
  ({ ask } = await serveForTests(graph));
});

const AMENDMENTS = '/law/kz/constitutional-amendments-2022';

/** The fields along which ties lead from things of a noun. */
function fieldsOf(id: string): readonly string[] {
  const noun = nounOf(id);
  const directions = ['forward', 'backward'] as const;
  const all = typesAt(noun).flatMap((type) => directions.flatMap((direction) => fieldsBehind(type, direction, noun)));
  return [...new Set(all)];
}

/** What a page shows under the heading of a field. */
const under = (text: string, field: string): string =>
  new RegExp(`<h3 id="${field}">.*?(?=<h3|</section>)`, 's').exec(text)?.[0] ?? '';

/** How many ties a page says there are, by field. */
const counted = (text: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...text.matchAll(/<h3 id="(\w+)">[^<]* <span class="quiet">(\d+)<\/span>/g)].map(([, field, n]) => [
      field,
      Number(n),
    ]),
  );

const itemsOf = (text: string): readonly string[] =>
  [...text.matchAll(/<li><div class="claim">.*?<\/li>(?=\s*(?:<li><div class="claim">|<\/ul>))/gs)].map(
    ([item]) => item,
  );

describe('ties of a thing', () => {
  test('where articles and laws are amended by the hundred, none hides the other', async () => {
    const page = await open(AMENDMENTS);
    expect(counted(page.text)).toMatchObject({ amends: 1, amendsProvisions: 36 });
    expect(under(page.text, 'amends')).toContain('href="/law/kz/constitution-1995"');
    expect(under(page.text, 'amendsProvisions')).toContain(
      `The first 24 are shown. <a href="${AMENDMENTS}?ties=amendsProvisions">Show all 36: Articles it amended</a>`,
    );
    expect(under(page.text, 'amends')).not.toContain('are shown');
  });

  test.each([AMENDMENTS, '/law/kz/constitution-1995', '/institution/kz/president', '/place/kz/kazakhstan'])(
    'of %s are as many as the contract counts, and no field is left out',
    async (path) => {
      const id = path.slice(1);
      const [noun = ''] = id.split('/');
      const fields = fieldsOf(id);
      const totals = new Map<string, number>();
      for (const field of fields) {
        const { data } = await ask(`query ($id: ID!) { ${noun}(id: $id) { ${field} { totalCount } } }`, { id });
        if (data[noun][field].totalCount > 0) totals.set(field, data[noun][field].totalCount);
      }
      expect(counted((await open(path)).text)).toEqual(Object.fromEntries(totals));
    },
  );

  test('say in words whether each is a fact, and mark what is none', async () => {
    for (const [lang, fact] of [
      ['en', 'fact'],
      ['ru', 'факт'],
    ] as const) {
      const { text } = await open(`/law/kz/action-plan-2023?lang=${lang}`);
      const items = itemsOf(text);
      const isFact = items.map((item) => item.includes(`· <span class="fact">${fact}</span>`));
      const isMarked = items.map((item) => item.includes('<div class="claim"><span class="mark">'));
      expect(items.length).toBeGreaterThan(12);
      expect(isFact).toEqual(isMarked.map((marked) => !marked));
      expect(isFact).toContain(true);
      expect(isMarked).toContain(true);
    }
  });

  test('say when more sources stand behind one than are shown', async () => {
    const amends = under((await open('/law/kz/67-2005')).text, 'amends');
    expect(amends).toContain('Sources: 5+, independent of each other: 1');
    expect(amends).toContain('The first 5 are shown.');
    expect([...amends.matchAll(/href="\/passage\//g)].length).toBe(5);
  });
});

describe('where sources disagree', () => {
  const REFORM = '/reform/kz/entry-threshold-cut-2021';

  test('each side stands beside the others, with document and line', async () => {
    const { text } = await open(REFORM);
    const conflicts = [...text.matchAll(/<article class="conflict">.*?<\/article>/gs)].map(([one]) => one);
    expect(conflicts.length).toBe(3);
    for (const conflict of conflicts) {
      const sides = /<ul class="sides">(.*?)<\/ul>/s.exec(conflict)?.[1] ?? '';
      const places = [
        ...sides.matchAll(/<li><p>[^<]+<\/p><p class="quiet"><a href="\/passage\/[^"]+">([^<]+), ([^<,]+)<\/a>/g),
      ];
      expect(places.length).toBeGreaterThanOrEqual(2);
      expect(places.length).toBe([...sides.matchAll(/<li>/g)].length);
    }
    expect(conflicts[0]).toContain('line 3</a>');
  });

  test('the tie in question says so, and leads to them', async () => {
    const { text } = await open(REFORM);
    const enacted = under(text, 'enactedBy');
    expect(enacted).toMatch(new RegExp(`<a class="mark" href="${REFORM}#conflicts">sources disagree: \\d</a>`));
    expect(text).toContain('id="conflicts"');
  });
});

describe('figures over time', () => {
  /** The numbers at the levels of each chart, by its caption. */
  const levels = (text: string): Readonly<Record<string, readonly string[]>> =>
    Object.fromEntries(
      [...text.matchAll(/<figcaption[^>]*>(.*?)<\/figcaption>\s*(<svg.*?<\/svg>)/gs)].map(
        ([, caption = '', svg = '']) => [
          caption,
          [...svg.matchAll(/<text class="value"[^>]*>(.*?)<\/text>/g)].map(([, label = '']) => label).sort(),
        ],
      ),
    );

  test('are those of the thing itself: seats of the Mazhilis, not those of groups within it', async () => {
    const { text } = await open('/institution/kz/mazhilis');
    expect(levels(text)).toEqual({ 'seats, over time': ['107', '98'], 'entry threshold, over time': ['5', '7'] });
  });

  test('say what keeps them from being exact', async () => {
    const { text } = await open('/event/kz/referendum-2022');
    expect(levels(text)['votes for share, over time']).toEqual(['77 (more than)', '77.18', '80 (almost)']);
  });

  test('are open where it is not known how long they held', async () => {
    const [, seats = ''] =
      /<figcaption[^>]*>seats, over time<\/figcaption>\s*(<svg.*?<\/svg>)/s.exec(
        (await open('/institution/kz/mazhilis')).text,
      ) ?? [];
    const open_ = [...seats.matchAll(/<line class="level open" x1="(\d+)" x2="(\d+)"/g)].map(([, from, to]) => [
      from,
      to,
    ]);
    // That of 107 seats, which began before anybody speaks of it; that of 98 has both ends.
    expect([open_.length, open_[0]?.[0]]).toEqual([1, '20']);
  });
});

describe('in Russian and Kazakh', () => {
  test('the timeline says of each tie whether it begins or ends', async () => {
    const { text } = await open('/timeline?of=institution/kz/senate&lang=ru');
    const parts = itemsOf(text).filter(
      (item) => item.includes('Входит в состав:') && item.includes('institution/kz/parliament'),
    );
    expect(parts.map((item) => /<span class="turn">(.*?)<\/span>/.exec(item)?.[1])).toContain('конец:');
    const year = await open('/timeline?year=2022&lang=kk');
    const told = [...year.text.matchAll(/<span class="turn">(.*?):<\/span>/g)].map(([, word]) => word);
    expect([...new Set(told)].sort()).toEqual(['аяқталды', 'басталды', 'болды']);
  });

  test.each([
    '/reform/kz/presidential-quota-cut-2022',
    '/institution/kz/mazhilis',
    '/law/kz/constitution-1995',
    '/figure/kz/mazhilis-seats-107',
    '/passage/kz/act-1/article-50',
    '/timeline?of=reform/kz/presidential-quota-cut-2022',
    '/paths?from=institution/kz/kurultai&to=institution/kz/senate',
    '/search?q=сенат',
  ])('%s marks what is in English', async (path) => {
    for (const lang of ['ru', 'kk']) {
      const { text } = await open(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      const main = /<main.*?<\/main>/s.exec(text)?.[0] ?? '';
      const rest = main
        .replace(/<(\w+)[^>]* lang="[^"]+"[^>]*>.*?<\/\1>/gs, '')
        .replace(/<[^>]*>/g, ' ')
        .replace(/https?:\S+/g, '');
      expect([path, lang, rest.match(/[^\s]*[a-z]{3}[^\s]*/g)]).toEqual([path, lang, null]);
    }
  });

  test('a heading is in English where the thing has no other name', async () => {
    expect((await open('/reform/kz/presidential-quota-cut-2022?lang=ru')).text).toContain('<h1><span lang="en">');
    expect((await open('/institution/kz/senate?lang=kk')).text).toContain('<h1>Сенат</h1>');
  });
});
