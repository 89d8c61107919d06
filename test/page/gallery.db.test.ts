import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readGallery } from '../../src/gallery.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { loadSeed } from '../../src/load/load.ts';
import { flatten, toCsv } from '../../src/page/csv.ts';
import { openTestGraph } from '../neo4j.ts';
import { SEED_FOLDER } from '../seed.ts';
import { type Open, openPages } from './open.ts';

const QUESTION = '/questions/reforms-that-affected-the-senate';
const CUT = 'reform/kz/presidential-quota-cut-2022';
const gallery = readGallery();

let graph: Graph;
let open: Open;
let url = '';

beforeAll(async () => {
  graph = await openTestGraph();
  await loadSeed(graph, SEED_FOLDER);
  ({ open, url } = await openPages(graph));
});

const permanentOn = ({ links }: Awaited<ReturnType<Open>>): URL =>
  new URL(links.findLast((link) => link.includes('data=')) ?? '/none', url);
const inShort = ({ pathname, search }: URL): string => `${pathname}${search.replace(/data=[0-9a-f]{12}$/, 'data=…')}`;

describe('every question of the gallery', () => {
  test.each(gallery)('$name has a page', async ({ name, title }) => {
    const page = await open(`/questions/${name}`);
    expect([page.status, page.title]).toEqual([200, title]);
    const files = page.links.filter((link) => /\.(csv|json)$/.test(link));
    expect(files).toEqual([`/questions/${name}.csv`, `/questions/${name}.json`]);
  });

  // Of every third, for what makes files of answers is one for all.
  test.each(gallery.filter((_, at) => at % 3 === 0))('$name has its files', async ({ name }) => {
    const [csv, json] = [await open(`/questions/${name}.csv`), await open(`/questions/${name}.json`)];
    expect([csv.status, json.status]).toEqual([200, 200]);
    const answer = JSON.parse(readFileSync(new URL(`../questions/${name}/answer.json`, import.meta.url), 'utf8'));
    expect(JSON.parse(json.text).data).toEqual(answer.data);
    expect(`\uFEFF${csv.text}`).toBe(toCsv(flatten(answer.data)));
  });

  test.each(gallery.filter(({ variables }) => 'asOf' in variables))(
    '$name, which lets itself be asked of a day, has another answer in 1990 or in 2030',
    async ({ name }) => {
      const ever = await open(`/questions/${name}.json`);
      const days = [
        await open(`/questions/${name}.json?asOf=1990-01-01`),
        await open(`/questions/${name}.json?asOf=2030-01-01`),
      ];
      expect(days.map(({ status }) => status)).toEqual([200, 200]);
      expect(days.filter(({ text }) => text !== ever.text)).not.toEqual([]);
    },
  );
});

describe('the answer of a day', () => {
  test('is another one, in the page, in its files and in GraphiQL', async () => {
    const [early, late] = [await open(`${QUESTION}?asOf=2021-12-31`), await open(`${QUESTION}?asOf=2022-12-31`)];
    expect([early.words.includes(CUT), late.links.includes(`/${CUT}?asOf=2022-12-31`)]).toEqual([false, true]);
    expect(late.words).toContain('affected by · Rows: 2');
    expect(late.words).toContain('Shown is what held, or may have held, on 31 December 2022.');
    const json = await open(late.links.find((link) => link.includes('.json')) ?? '');
    expect(JSON.parse(json.text).data.institution.affectedBy.totalCount).toBe(2);
    const inGraphiql = new URL(late.links.find((link) => link.startsWith('/graphql?')) ?? '', url).searchParams;
    expect(JSON.parse(inGraphiql.get('variables') ?? '')).toEqual({ asOf: '2022-12-31', knownAt: null });
  });

  test('is that of any day where the question has days of its own', async () => {
    const page = await open('/questions/senate-on-two-dates?asOf=2021-12-31');
    expect(page.words).toContain('the day 31 December 2021 does not change its answer');
    expect(permanentOn(page).searchParams.get('asOf')).toBe('all');
  });

  test('a question of one thing tells GraphiQL which', async () => {
    const { links } = await open('/questions/timeline-of-the-senate');
    const inGraphiql = new URL(links.find((link) => link.startsWith('/graphql?')) ?? '', url).searchParams;
    expect(JSON.parse(inGraphiql.get('variables') ?? '')).toEqual({
      id: 'institution/kz/senate',
      asOf: null,
      knownAt: null,
    });
  });
});

describe('the permanent address of an answer', () => {
  beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-01T12:00:00Z') }));
  afterAll(() => void vi.useRealTimers());

  test('says question, day and version of the data, and is shown whole', async () => {
    const ever = await open(QUESTION);
    expect(inShort(permanentOn(ever))).toBe(`${QUESTION}?lang=en&asOf=all&knownAt=2026-12-01&data=…`);
    expect(ever.words).toContain(`${new URL(url).origin}${QUESTION}?lang=en&asOf=all&knownAt=2026-12-01&data=`);
    const of2022 = await open(`${QUESTION}?asOf=2022-12-31`);
    expect(inShort(permanentOn(of2022))).toBe(`${QUESTION}?lang=en&asOf=2022-12-31&knownAt=2026-12-01&data=…`);
    expect(permanentOn(of2022).searchParams.get('data')).not.toBe(permanentOn(ever).searchParams.get('data'));
  });

  test.each(['', '?asOf=2022-12-31'])('leads to the same answer: %s', async (day) => {
    const first = await open(`${QUESTION}${day}`);
    const again = await open(permanentOn(first).href);
    expect(again.words).toContain('This is what the graph said on 1 December 2026.');
    expect(again.words).toContain('The data is the same as when this address was made.');
    expect(permanentOn(again).href).toBe(permanentOn(first).href);
  });

  test('keeps to it when the graph withdraws something', async () => {
    const first = await open(QUESTION);
    const withdraw = (on: string) =>
      graph.write([
        {
          statement: { name: 'withdraw', text: 'MATCH ({id: $id})-[e:AFFECTS]->() SET e.retracted = $on' },
          parameters: { id: CUT, on },
        },
      ]);
    await withdraw('2099-01-01');
    try {
      const now = await open(QUESTION);
      expect(now.links).not.toContain(`/${CUT}`);
      const kept = await open(permanentOn(first).href);
      expect(kept.links).toContain(`/${CUT}?lang=en`);
      expect(kept.words).toContain('The data is the same');
      const json = await open(kept.links.find((link) => link.includes('.json')) ?? '');
      expect(JSON.parse(json.text).data.institution.affectedBy.totalCount).toBe(3);
      expect(kept.links).toContain(`${QUESTION}?lang=en`);
    } finally {
      await withdraw('9999');
    }
  });

  test('of a day before the first release tells what was said then: nothing', async () => {
    const page = await open(`${QUESTION}?knownAt=2026-11-21`);
    expect(page.words).toContain('This is what the graph said on 21 November 2026.');
    expect(page.links).not.toContain(`/${CUT}`);
    expect(permanentOn(page).searchParams.get('knownAt')).toBe('2026-11-21');
  });

  test('with another version says that the data has changed', async () => {
    const kept = permanentOn(await open(QUESTION));
    kept.searchParams.set('data', '000000000000');
    expect((await open(kept.href)).words).toContain('The data has changed since');
    for (const [name, value] of [
      ['data', 'x'],
      ['knownAt', 'now'],
    ] as const) {
      const page = await open(`${QUESTION}?${name}=${value}`);
      expect([name, page.status, page.words.includes(`“${name}” cannot be “${value}” here`)]).toEqual([
        name,
        400,
        true,
      ]);
    }
  });

  test('is not compared with the answer of another day', async () => {
    const kept = permanentOn(await open(`${QUESTION}?asOf=2022-12-31`));
    const page = await open(kept.href);
    const otherDay = page.links.find(
      (link) => link.startsWith(`${QUESTION}?`) && !/asOf=|data=/.test(link) && link.includes('knownAt='),
    );
    expect(otherDay).toBe(`${QUESTION}?lang=en&knownAt=2026-12-01`);
    expect(/<form class="day".*?<\/form>/s.exec(page.text)?.[0]).not.toContain('name="data"');
  });
});
