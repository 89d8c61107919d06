import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Html } from './html.ts';
import type { Download } from './view.ts';

/** Nothing of another host, nothing written into the page, and nobody puts it into a frame. */
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const COMPRESSED_FROM = 1_400;

export const sendPage = (page: Html, status: number, request: IncomingMessage, response: ServerResponse): void => {
  response.setHeader('Content-Security-Policy', POLICY);
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Referrer-Policy', 'same-origin');
  if (status === 503 && !response.hasHeader('Retry-After')) response.setHeader('Retry-After', '1');
  send(page.text, { status, type: 'text/html; charset=utf-8' }, request, response);
};

export function sendDownload(
  { fileName, mediaType, text }: Download,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  response.setHeader('Content-Disposition', `attachment; filename="${fileName.replace(/[^\w.-]/g, '_')}"`);
  send(text, { status: 200, type: mediaType }, request, response);
}

function send(
  text: string,
  { status, type }: { readonly status: number; readonly type: string },
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const plain = Buffer.from(text);
  // Another answer when the data changes, so it is asked for again, but sent only when it did.
  response.setHeader('Cache-Control', 'private, no-cache');
  response.setHeader('Vary', 'Accept-Language, Accept-Encoding, Authorization');
  if (status === 200) {
    const etag = `"${createHash('sha1').update(plain).digest('base64url')}"`;
    response.setHeader('ETag', etag);
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304).end();
      return;
    }
  }
  const zip = plain.length >= COMPRESSED_FROM && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const body = zip ? gzipSync(plain, { level: 5 }) : plain;
  if (zip) response.setHeader('Content-Encoding', 'gzip');
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}
