import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { shoot } from './pictures.ts';
import { DESK, look, open, PHONE, taken, withBrowser } from './reader.ts';

/** What somebody does who is here for the first time, on a desk and on a phone. */

const SENATE = '/institution/kz/senate';
const QUESTION = '/questions/reforms-that-affected-the-senate';

withBrowser();

/** The first time Neo4j may have to plan a text, which takes a slow machine a while. */
const WITHIN = { first: 3_000, again: 1_500 } as const;

test('every page is there in a second and a half, and in twice that the first time', async () => {
  const seen: Record<string, string | number> = {};
  const paths = ['/', SENATE, '/timeline', '/graph?of=institution/kz/senate', QUESTION];
  for (const path of paths) {
    for (const time of ['first', 'again'] as const) {
      const page = await open(DESK, path);
      if (path.startsWith('/graph')) await page.locator('.graph canvas').first().waitFor();
      // Milliseconds since the address was opened.
      const took = await page.evaluate(() => Math.round(performance.now()));
      seen[`${path}, ${time}`] = took <= WITHIN[time] ? 'in time' : took;
    }
  }
  expect(seen).toEqual(
    Object.fromEntries(paths.flatMap((path) => ['first', 'again'].map((time) => [`${path}, ${time}`, 'in time']))),
  );
});

/** Types the beginning of a name into a box, and takes what is offered. */
async function complete(page: Page, box: Locator, typed: string, name: string): Promise<void> {
  await box.fill(typed);
  await page.getByRole('option', { name }).first().waitFor();
  const offered = await page.getByRole('option').allTextContents();
  for (let at = 0; at <= offered.findIndex((text) => text.includes(name)); at += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

test('names that are on their way are not offered once Escape is pressed', async () => {
  const page = await open(DESK, '/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.clock.install();
  const box = page.getByRole('combobox').first();
  await box.fill('sena');
  await page.keyboard.press('Escape');
  await page.clock.runFor(1_000);
  expect(asked).toEqual([]);
  await box.fill('senat');
  await page.clock.runFor(1_000);
  await page.getByRole('option').first().waitFor();
});

describe.each([DESK, PHONE])('on a $device', (device) => {
  test('finds the Senate in Russian', async () => {
    const page = await open(device, '/?lang=ru');
    await look(page, device, 'home');
    const box = page.getByRole('combobox').first();
    await box.fill('сена');
    await page.getByRole('option').first().waitFor();
    await look(page, device, 'names');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').count()).toBe(0);
    await complete(page, box, 'сенат', 'Сенат');
    await page.waitForURL(`**${SENATE}?lang=ru`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^Сенат/);
    await look(page, device, 'senate');
  });

  test('sees what changed it, and the line of the source', async () => {
    const page = await open(device, SENATE);
    const changes = page.locator('h3#affectedBy + ul > li');
    expect(await changes.count()).toBe(3);
    const first = changes.first();
    expect(await first.locator('details').first().getAttribute('open')).toBeNull();
    await first.locator('summary').first().click();
    expect(await first.innerText()).toMatch(/line \d+|article \d+/i);
    await look(page, device, 'page');
  });

  test('sets the day back to 2021, and sees it differ', async () => {
    const page = await open(device, SENATE);
    await page.locator('#as-of').fill('2021-06-01');
    await page.keyboard.press('Enter');
    await page.waitForURL('**asOf=2021-06-01**');
    expect(await page.locator('h3#affectedBy').count()).toBe(0);
    expect(await page.locator('.as-of').first().innerText()).toContain('2021');
    await look(page, device, 'in-2021');
  });

  test('finds the way from the Assembly of People to the Constitution of 2026', async () => {
    const page = await open(device, '/paths');
    await complete(page, page.locator('#path-from'), 'assembly of the peo', 'Assembly of the People of Kazakhstan');
    await complete(page, page.locator('#path-to'), 'constitution of 20', 'Constitution of 2026');
    await page.getByRole('button', { name: 'Find the links' }).click();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    const steps = page.locator('section ol.claims').first().locator('> li');
    expect(await steps.first().innerText()).toContain('Assembly of the People of Kazakhstan');
    expect(await steps.last().locator('a').filter({ hasText: 'Constitution of 2026' }).count()).toBeGreaterThan(0);
    await look(page, device, 'path');
  });

  test('takes a CSV', async () => {
    const page = await open(device, QUESTION);
    const csv = await taken(page, () => page.getByRole('link', { name: 'CSV' }).click());
    const [columns = '', ...rows] = csv.toString().trim().split('\r\n');
    expect(columns).toContain('name');
    expect(rows.length).toBeGreaterThanOrEqual(3);
    await look(page, device, 'question');
  });

  test('GraphiQL tells what an answer took, and gives it as a table', async () => {
    const page = await open(device, '/graphql');
    await page.getByRole('button', { name: /execute/i }).click();
    await page.waitForFunction(() => /point/.test(document.querySelector<HTMLOutputElement>('#figures')?.value ?? ''));
    expect(await page.locator('#figures').innerText()).toMatch(/^[\d,]+ points? · \d+ statements? · [\d.]+ kB$/);
    const csv = await taken(page, () => page.locator('#csv').click());
    expect(csv.toString().split('\r\n').length).toBeGreaterThan(3);
    await shoot(page, device.device === 'desk' ? 'graphiql' : 'graphiql-phone');
  });
});
