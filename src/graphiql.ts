import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { readGallery } from './gallery.ts';
import { galleryMenu } from './gallery-menu.ts';
import { readAssets } from './page/assets.ts';

export interface Page {
  readonly plain: Buffer;
  readonly gzipped: Buffer;
  readonly etag: string;
}

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

/** A browser; GraphiQL writes the question into the address, so a reload must open it again. */
export const wantsPage = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' && /\btext\/html\b/.test(headers.accept ?? '');

export function sendPage(page: Page, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('ETag', page.etag);
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Vary', 'Accept, Accept-Encoding');
  response.setHeader('X-Frame-Options', 'DENY');
  if (request.headers['if-none-match'] === page.etag) {
    response.writeHead(304).end();
    return;
  }
  const zip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  if (zip) response.setHeader('Content-Encoding', 'gzip');
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(zip ? page.gzipped : page.plain);
}
