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
  const text = page.replace(MENU_BEFORE, (found) => `${galleryMenu(questions, graphiql).text}${found}`);
  const plain = Buffer.from(text);
  return {
    plain,
    gzipped: gzipSync(plain, { level: 6 }),
    policy: policyOf(text),
    etag: `"${createHash('sha256').update(plain).digest('hex').slice(0, 16)}"`,
  };
}

/** Runs the scripts that are written into it, by what is in them, and ours; its editors work in workers made of blobs. Nothing of another host. */
function policyOf(page: string): string {
  const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script.replace(/\r\n?/g, '\n')).digest('base64')}'`,
  );
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts.join(' ')}`,
    'worker-src blob:',
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    'font-src data:',
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
