import { describe, expect, test } from 'vitest';
import { browserAddress } from '../../src/browser/address.ts';
import { cypherLiteral, withValues } from '../../src/browser/cypher-literal.ts';
import { browserGuide } from '../../src/browser/guide.ts';
import { type BrowserQuestion, browserQuestions, FIRST } from '../../src/browser/questions.ts';
import { browserTold } from '../../src/browser/told.ts';
import { serveForTests } from '../ask.ts';

const BROWSER = 'http://localhost:7474/browser/?dbms=bolt://neo4j@localhost:7687';
const unread = { read: () => Promise.reject(new Error('Nothing of this is read from a graph.')) };
const questions = browserQuestions();

const { url } = await serveForTests(unread, undefined, { browserUrl: BROWSER });
const { url: alone } = await serveForTests(unread);
const { url: locked } = await serveForTests(unread, undefined, { profile: 'locked', browserUrl: BROWSER });

const get = (path: string, init: RequestInit = {}, to = url): Promise<Response> =>
  fetch(new URL(path, to), { redirect: 'manual', ...init, headers: { Connection: 'close', ...init.headers } });

/** As Neo4j Browser reads the statement out of its address. */
const readBack = (address: string): string | undefined =>
  /[?&]arg=([^&#]*)/.exec(decodeURIComponent(address.replaceAll('+', ' ')))?.[1];

describe('what the server has for Neo4j Browser', () => {
  test.each([
    ['/browser/style.grass', 'text/plain; charset=utf-8', 'relationship.AFFECTS {'],
    ['/browser/guide.html', 'text/html; charset=utf-8', '<title>reformgraph</title>'],
  ])('%s may be fetched from everywhere, after asking whether it may', async (path, type, part) => {
    const asked = await get(path, { method: 'OPTIONS' });
    const { status, headers } = asked;
    expect([status, headers.get('access-control-allow-origin'), headers.get('access-control-allow-headers')]).toEqual([
      204,
      '*',
      '*',
    ]);
    const sent = await get(path);
    expect([sent.status, sent.headers.get('content-type'), sent.headers.get('access-control-allow-origin')]).toEqual([
      200,
      type,
      '*',
    ]);
    expect(await sent.text()).toContain(part);
    const head = await get(path, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await get(path, { method: 'POST' })).status).toBe(404);
  });

  test.each(['/browser', '/browser/', ...questions.map(({ name }) => `/browser/${name}`)])(
    '%s leads to the Browser with its statement in the editor',
    async (path) => {
      const { status, headers } = await get(path);
      const name = path.split('/')[2] || FIRST;
      const address = headers.get('location') ?? '';
      expect([status, address.startsWith(`${BROWSER}#`)]).toEqual([307, true]);
      expect(readBack(address)).toBe(questions.find((question) => question.name === name)?.statement);
    },
  );

  test.each(['/browser/none', '/browser/../graph', '/browserx', '/browser/style.grass/'])(
    '%s is not there',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  test('where no Browser is known there are no addresses to it, and a locked server has nothing', async () => {
    expect((await get('/browser/', {}, alone)).status).toBe(404);
    expect((await get('/browser/style.grass', {}, alone)).status).toBe(200);
    for (const path of ['/browser/', '/browser/style.grass', '/browser/guide.html']) {
      expect((await get(path, {}, locked)).status).toBe(404);
    }
  });
});

describe('the guide', () => {
  test('has every question once, with its statement as one block, and no parameter left open', () => {
    expect(questions.length).toBeGreaterThanOrEqual(15);
    const guide = browserGuide();
    const blocks = [...guide.matchAll(/<h5 id="([\w-]+)">[\s\S]*?<pre class="[^"]*runnable[^"]*">([\s\S]*?)<\/pre>/g)];
    expect(blocks.map(([, name, block = '']) => [name, unescaped(block)])).toEqual(
      questions.map(({ name, statement }) => [name, statement]),
    );
    for (const { statement } of questions) expect(statement).not.toMatch(/\$\w/);
  });

  test('takes nothing for markup, and nothing that the Browser would cut out', () => {
    const hostile: BrowserQuestion = {
      name: 'x"><img src=x>',
      title: '<script>alert(1)</script>',
      notes: ['a & b <c>'],
      theme: '</slide>',
      statement: 'RETURN "</pre><script>" // &amp;',
    };
    const guide = browserGuide([hostile]);
    expect(guide).not.toMatch(/<script|<img|<c>|"><img|<\/slide><\/h3>/);
    expect(guide).toContain('RETURN &quot;&lt;/pre&gt;&lt;script&gt;&quot; // &amp;amp;');
    // It takes what looks like a handler out of a guide: a space, a name that begins with "on", an equals sign and a value.
    for (const { statement } of questions) expect(statement).not.toMatch(/\s+on[^\s=]*\s*=\s*["'\w]/i);
  });
});

describe('values within a statement', () => {
  test.each<[value: unknown, literal: string]>([
    ['institution/kz/senate', '"institution/kz/senate"'],
    ['"\\\n', '"\\"\\\\\\n"'],
    ['&#?<>', '"\\u0026\\u0023\\u003f\\u003c\\u003e"'],
    ['Қазақстан', '"Қазақстан"'],
    [[1, 2.5, true, null], '[1, 2.5, true, null]'],
    [{ plain: 'x', 'not plain': ['`'] }, '{plain: "x", `not plain`: ["`"]}'],
  ])('%j', (value, literal) => {
    expect(cypherLiteral(value)).toBe(literal);
    expect(readBack(browserAddress(BROWSER, `RETURN ${literal} + 1 % 2`))).toBe(`RETURN ${literal} + 1 % 2`);
  });

  test('stand where their parameters stood, and what is no parameter stays', () => {
    expect(withValues('MATCH (n {id: $id}) WHERE $day < $days RETURN $other', { id: 'a$day', day: 1 })).toBe(
      'MATCH (n {id: "a$day"}) WHERE 1 < $days RETURN $other',
    );
  });
});

describe('what a start tells', () => {
  const own = { kind: 'JAVA', browserUrl: BROWSER, user: 'neo4j', password: 'a-b-c-d' } as const;
  const server = 'http://localhost:4000';

  test('of a Neo4j that it runs itself: one address, and what to type', () => {
    expect(browserTold(server, own, false)).toEqual([
      'http://localhost:4000/browser/',
      'type the password a-b-c-d (user neo4j is filled in): a picture and a guide open',
    ]);
  });

  test.each([
    [BROWSER, 'http://localhost:4000/browser/'],
    [undefined, 'that of your Neo4j'],
  ])('of one that was there: what to type for colours and guide, and no password', (browserUrl, address) => {
    expect(browserTold(server, { ...own, kind: 'EXTERNAL', browserUrl }, false)).toEqual([
      address,
      'user neo4j, password in NEO4J_PASSWORD; for colours and questions, type there:',
      ':style http://localhost:4000/browser/style.grass',
      ':guide http://localhost:4000/browser/guide.html',
    ]);
  });

  test('of a locked server: the Browser itself', () => {
    expect(browserTold(server, own, true)).toEqual([BROWSER, 'user neo4j, password a-b-c-d']);
  });
});

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
