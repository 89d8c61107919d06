import type { Core } from 'cytoscape';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { shoot } from './pictures.ts';
import { DESK, look, open, PHONE, taken, withBrowser } from './reader.ts';

/** The picture of what lies around a thing. */

withBrowser();

const AROUND = '/graph?of=institution/kz/senate';

async function shown(page: Page): Promise<{ n: number; all: number }> {
  const [, n, all] = /Ties shown: (\d+) of (\d+)/.exec(await page.locator('.shown').innerText()) ?? [];
  return { n: Number(n), all: Number(all) };
}

/** Clicks the circle of a thing where it stands. */
async function clickCircle(page: Page, id: string): Promise<void> {
  const canvas = page.locator('.graph .canvas');
  await canvas.scrollIntoViewIfNeeded();
  const position = await canvas.evaluate((element, thing) => {
    const { cy } = (element as unknown as { _cyreg: { cy: Core } })._cyreg;
    return cy.getElementById(thing).renderedPosition();
  }, id);
  await canvas.click({ position });
}

const listed = (page: Page, text: string) => page.locator('[data-tie]:visible').filter({ hasText: text });

describe.each([DESK, PHONE])('on a $device', (device) => {
  test('grows around the circle that is clicked', async () => {
    const page = await open(device, AROUND);
    await page.locator('.graph canvas').first().waitFor();
    await look(page, device, 'graph-page');
    const before = await shown(page);
    expect(before.n).toBe(before.all);
    const lines = await page.locator('[data-tie]').count();
    expect(lines).toBe(before.all);
    await clickCircle(page, 'institution/kz/parliament');
    expect(await page.locator('.chosen a').getAttribute('href')).toBe('/institution/kz/parliament');
    await page.locator('.graph').evaluate((section) => section.scrollIntoView({ behavior: 'instant' }));
    await shoot(page, device.device === 'desk' ? 'graph' : 'graph-phone');
    await page.locator('.chosen').getByRole('button', { name: 'Show what is around it' }).click();
    await page.getByText(/New in the picture: [1-9]/).waitFor();
    const after = await shown(page);
    expect(after.all).toBeGreaterThan(before.all);
    expect(await page.locator('[data-tie]').count()).toBe(after.all);
    await look(page, device, 'grown');
  });

  test('can be grown from the keyboard, and keeps out what was left out', async () => {
    const page = await open(device, AROUND);
    const box = page.getByRole('checkbox', { name: 'Part of', exact: true });
    await box.uncheck();
    expect(await listed(page, 'Part of:').count()).toBe(0);
    const { n, all } = await shown(page);
    expect(n).toBeLessThan(all);
    expect(await page.locator('.things').getByRole('button', { name: 'Parliament', exact: true }).isVisible()).toBe(
      false,
    );
    await page.locator('.things').getByRole('button', { name: 'Replacement of the two-chamber' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByText(/New in the picture: [1-9]/).waitFor();
    expect(await listed(page, 'Part of:').count()).toBe(0);
    // The reform is tied to the Parliament in another way, which brings it back.
    await page.locator('.things').getByRole('button', { name: 'Parliament', exact: true }).waitFor();
    await box.check();
    expect(await listed(page, 'Part of:').count()).toBeGreaterThan(0);
    const last = await shown(page);
    expect(last.n).toBe(last.all);
  });

  test('shows the ties of some years only', async () => {
    const page = await open(device, AROUND);
    await page.getByLabel('To year').fill('2022');
    expect(await listed(page, 'Cut of the presidential quota').count()).toBeGreaterThan(0);
    expect(await listed(page, 'Replacement of the two-chamber').count()).toBe(0);
    await page.getByLabel('To year').fill('');
    await page.getByLabel('From year').fill('2026');
    expect(await listed(page, 'Cut of the presidential quota in the Senate').count()).toBe(0);
    expect(await listed(page, 'Replacement of the two-chamber').count()).toBeGreaterThan(0);
    await look(page, device, 'graph-years');
    await page.getByLabel('From year').fill('');
    const { n, all } = await shown(page);
    expect(n).toBe(all);
  });

  test('says so when it cannot grow, and can be asked again', async () => {
    const page = await open(device, AROUND, { expected: /status of 503|ERR_FAILED/ });
    await page.locator('.things').getByRole('button', { name: 'Parliament', exact: true }).click();
    const grow = page.locator('.chosen').getByRole('button');
    await page.route('**/graph?*', (route) => route.abort());
    await grow.click();
    await page.getByText('could not be fetched').waitFor();
    await page.unroute('**/graph?*');
    await page.route('**/graph?*', (route) =>
      route.fulfill({ status: 503, contentType: 'text/html', body: '<h1>Not available at the moment</h1>' }),
    );
    await grow.click();
    await page.getByText('Not available at the moment').waitFor();
    await page.unroute('**/graph?*');
    await grow.click();
    await page.getByText(/New in the picture: [1-9]/).waitFor();
  });

  test.each(['light', 'dark'] as const)('is taken away as it is, in %s colours', async (colorScheme) => {
    const page = await open(device, AROUND, { colorScheme });
    await page.locator('.graph canvas').first().waitFor();
    await look(page, device, `graph-${colorScheme}`);
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const png = await taken(page, () => page.getByRole('button', { name: 'PNG' }).click());
    expect(await cornerOf(page, png)).toBe(ground);
    const svg = (await taken(page, () => page.getByRole('button', { name: 'SVG' }).click())).toString();
    expect(svg).toContain('>Senate</text>');
    expect(svg).toContain('>until 2026</tspan>');
    expect(svg).not.toMatch(/undefined|NaN/);
  });
});

/** The colour of the first pixel of a picture. */
const cornerOf = (page: Page, png: Buffer): Promise<string> =>
  page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    context?.drawImage(picture, 0, 0);
    const [red, green, blue] = context?.getImageData(0, 0, 1, 1).data ?? [];
    return `rgb(${red}, ${green}, ${blue})`;
  }, png.toString('base64'));
