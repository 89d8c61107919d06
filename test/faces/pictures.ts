import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** What the README shows; they are made anew by FACES_SHOTS=test/faces/pictures. */
const README = ['page', 'graph', 'graphiql', 'neo4j-browser'];
const { FACES_SHOTS, FACES_SHOTS_ALL } = process.env;

/** Keeps what is seen in the folder that FACES_SHOTS names: the pictures of the README, and with FACES_SHOTS_ALL=1 every other one too. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (FACES_SHOTS && (FACES_SHOTS_ALL || README.includes(name)))
    await page.screenshot({ path: join(FACES_SHOTS, `${name}.png`) });
}
