import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { readGallery } from './gallery.ts';
import { galleryMenu } from './gallery-menu.ts';
import type { Page } from './http/send-page.ts';
import { readAssets } from './page/assets.ts';

/** Where GraphiQL draws itself. */
const MENU_BEFORE = '<div id="root">';

let page: Promise<Page> | undefined;

/** GraphiQL with all it needs inside, so it works with no internet; about 9 MB, so compressed once, when first asked for, and cacheable. */
export function graphiqlPage(): Promise<Page> {
  page ??= makePage();
  return page;
}

async function makePage(): Promise<Page> {
  const questions = readGallery();
  const { graphiql } = await readAssets();
  const page = renderGraphiQL({
    title: 'reformgraph',
    ...(questions[0] ? { defaultQuery: questions[0].query } : {}),
    shouldPersistHeaders: false,
  });
  const plain = Buffer.from(page.replace(MENU_BEFORE, (found) => `${galleryMenu(questions, graphiql).text}${found}`));
  return {
    plain,
    gzipped: gzipSync(plain, { level: 6 }),
    etag: `"${createHash('sha256').update(plain).digest('hex').slice(0, 16)}"`,
  };
}
