import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, onTestFinished } from 'vitest';
import { shoot } from './pictures.ts';
import { openChromium } from './product.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const home = inject('home');

export interface Device {
  readonly device: string;
  readonly width: number;
  readonly height: number;
}

export const DESK: Device = { device: 'desk', width: 1280, height: 900 };
export const PHONE: Device = { device: 'phone', width: 390, height: 844 };

let browser: Browser;

/** A browser for the tests of one file, and in it each test a reader's own page. */
export function withBrowser(): void {
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());
}

interface Wishes extends Pick<BrowserContextOptions, 'colorScheme'> {
  /** Errors of the console that are part of what is tested. */
  readonly expected?: RegExp;
}

/** Opens a page; when the test is over, nothing may have been amiss with it. */
export async function open(
  { width, height }: Device,
  path: string,
  { expected, ...wishes }: Wishes = {},
): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width, height },
    locale: 'en-GB',
    acceptDownloads: true,
    ...wishes,
  });
  const amiss: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected?.test(message.text())) amiss.push(message.text());
  });
  page.on('pageerror', (error) => amiss.push(error.message));
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(home)) amiss.push(`asked ${request.url()}`);
  });
  onTestFinished(async () => {
    await page.close();
    expect(amiss).toEqual([]);
  });
  await page.goto(new URL(path, home).href);
  return page;
}

/** Nothing that keeps a reader with a screen reader or a keyboard out, and nothing wider than the screen. */
export async function look(page: Page, { device, width }: Device, name: string): Promise<void> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  await shoot(page, device === 'desk' ? name : `${name}-${device}`);
}

/** What is taken away when something is done. */
export async function taken(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all<[Promise<Download>, Promise<void>]>([page.waitForEvent('download'), act()]);
  return readFileSync(await download.path());
}
