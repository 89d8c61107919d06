import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Page {
  readonly plain: Buffer;
  readonly gzipped: Buffer;
  readonly etag: string;
  /** What it may load and run. */
  readonly policy: string;
}

/** A browser; GraphiQL writes the question into the address, so a reload must open it again. */
export const wantsPage = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' && /\btext\/html\b/.test(headers.accept ?? '');

export function sendPage(page: Page, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('ETag', page.etag);
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Vary', 'Accept, Accept-Encoding');
  response.setHeader('Content-Security-Policy', page.policy);
  response.setHeader('X-Frame-Options', 'DENY');
  if (request.headers['if-none-match'] === page.etag) {
    response.writeHead(304).end();
    return;
  }
  const zip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  if (zip) response.setHeader('Content-Encoding', 'gzip');
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(zip ? page.gzipped : page.plain);
}
