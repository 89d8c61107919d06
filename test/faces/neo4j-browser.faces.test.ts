import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { nounColours } from '../../schema/colours.ts';
import { type BrowserQuestion, browserQuestions, FIRST } from '../../src/browser/questions.ts';
import { shoot } from './pictures.ts';
import { openChromium } from './product.ts';

const questions = browserQuestions();
const printed = inject('printed');

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openChromium();
  page = await browser.newPage({ viewport: { width: 1500, height: 1000 } });
});
afterAll(() => browser?.close());

/** Nodes that a question draws on the seed, as `test/cypher/` has them written down. */
function nodesOf({ name }: Pick<BrowserQuestion, 'name'>): number {
  const file = new URL(`../cypher/browser/${name}.json`, import.meta.url);
  const { nodes } = JSON.parse(readFileSync(file, 'utf8')) as { nodes: Record<string, number> };
  return Object.values(nodes).reduce((sum, count) => sum + count, 0);
}

/** The newest answer stands on top. */
const newest = (): Locator => page.getByTestId('frame').first();
const told = (frame: Locator): Promise<string> =>
  frame.getByText(/^Displaying \d+ nodes/).innerText({ timeout: 60_000 });

test('the printed address opens the Browser with host, user and a question filled in', async () => {
  const [, address = ''] = /Neo4j Browser\s+(\S+)/.exec(printed) ?? [];
  await page.goto(address);
  await page.getByTestId('password').waitFor();
  expect(await page.getByTestId('username').inputValue()).toBe('neo4j');
  expect(await page.getByTestId('boltaddress').inputValue()).toMatch(/^localhost:\d+$/);
  const question = questions.find(({ name }) => name === FIRST);
  const [title] = question?.statement.split('\n') ?? [];
  await page.getByTestId('activeEditor').getByText(String(title)).waitFor();
  await shoot(page, 'neo4j-browser-login');
});

const password = (): string => /type the password (\S+)/.exec(printed)?.[1] ?? '';

async function connect(to: Page): Promise<void> {
  await to.getByTestId('password').fill(password());
  await to.getByTestId('connect').click();
  await to.getByTestId('guidesDrawer').getByRole('heading', { name: 'reformgraph' }).first().waitFor();
}

test('connected with the printed password, it shows the picture in our colours, and our guide', async () => {
  await connect(page);
  expect(await told(newest())).toMatch(new RegExp(`^Displaying ${nodesOf({ name: FIRST })} nodes`));
  for (const noun of ['Reform', 'Institution', 'Law'] as const) {
    const label = newest().getByTestId(`property-details-overview-node-label-${noun}`);
    expect([noun, await label.evaluate((shown) => getComputedStyle(shown).backgroundColor)]).toEqual([
      noun,
      rgb(nounColours[noun].fill),
    ]);
  }
  await newest().locator('g.node').filter({ hasText: 'Senate' }).first().waitFor();
  const captions = (await newest().locator('g.relationship').allTextContents()).join(' ');
  // They tell how, where a tie of the kind always does; the Browser cuts them where an arrow is short.
  expect(captions).toMatch(/CREATED|ABOLISH|POWERS_|COMPOS|SELECT|ENTRY_|ACCOUNT/);
  expect(captions).not.toContain('AFFECTS');
  await newest().getByLabel('Collapse the node properties display').click();
  await newest().getByLabel('zoom-to-fit').click();
  await settled();
  await shoot(page, 'neo4j-browser');
  await newest().getByLabel('Expand the node properties display').click();
});

/** Until the picture has stopped moving. */
const settled = (): Promise<unknown> =>
  page.waitForFunction(
    () => {
      const seen = globalThis as unknown as { before?: string | undefined };
      const now = document.querySelector('[data-testid="frame"] svg')?.innerHTML;
      const isStill = now === seen.before;
      seen.before = now;
      return isStill;
    },
    undefined,
    { polling: 500 },
  );

test('every question of the guide runs at a click and draws what it draws on the seed', async () => {
  const drawn: Record<string, number> = {};
  const guide = page.getByTestId('guidesDrawer');
  for (const theme of new Set(questions.map((question) => question.theme))) {
    await page.getByTestId('guideNextSlide').click();
    await guide.getByRole('heading', { name: theme, exact: true }).waitFor();
    await shoot(page, `neo4j-browser-guide-${theme}`);
    for (const question of questions.filter((one) => one.theme === theme)) {
      await guide.locator(`#${question.name} ~ figure pre i`).first().click();
      await newest().getByTestId('frameCommand').getByText(question.title).waitFor();
      drawn[question.name] = Number(/\d+/.exec(await told(newest()))?.[0]);
      await newest().locator('g.node').first().waitFor();
      await shoot(page, `neo4j-browser-${question.name}`);
    }
  }
  expect(drawn).toEqual(Object.fromEntries(questions.map((question) => [question.name, nodesOf(question)])));
});

test('the link that comes with an answer draws what was answered', async () => {
  const [graphql = ''] = /http:\/\/localhost:\d+\/graphql/.exec(printed) ?? [];
  const response = await fetch(graphql, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Reformgraph-Cypher': '1', Connection: 'close' },
    body: JSON.stringify({ query: '{ institution(id: "institution/kz/senate") { affectedBy { nodes { name } } } }' }),
  });
  const { extensions } = (await response.json()) as { extensions: { browser: string } };
  const other = await browser.newPage({ viewport: { width: 1500, height: 1000 } });
  await other.goto(extensions.browser);
  await connect(other);
  await other.getByText(`Displaying ${nodesOf({ name: FIRST })} nodes`).waitFor();
  await other.getByTestId('editor-Run').click();
  // The Senate and three reforms, each tied to it.
  await other.getByTestId('frame').first().getByText('Displaying 4 nodes, 3 relationships.').waitFor();
  await other.close();
});

function rgb(hex: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${red}, ${green}, ${blue})`;
}
