import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { nounColours } from '../../schema/colours.ts';
import { clientFiles } from './client-files.ts';

/** Style sheet and scripts, by addresses that change with what is in them. */
export interface Assets {
  readonly style: string;
  readonly script: string;
  readonly graphiql: string;
  /** Whether the address is that of one of them; then it has been answered. */
  send(path: string, request: IncomingMessage, response: ServerResponse): boolean;
}

const FOLDER = '/page/';
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/** The colours of the nouns, for the style sheet and for scripts that draw. */
const COLOURS = `:root{${Object.entries(nounColours)
  .map(([noun, { fill }]) => `--${noun}:${fill}`)
  .join(';')}}`;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

let made: Promise<Assets> | undefined;

export const isAsset = (path: string): boolean => path.startsWith(FOLDER);

export async function sendAsset(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { send } = await readAssets();
  if (!send(path, request, response)) response.writeHead(404).end();
}

/** Made once, when a page is first asked for. */
export function readAssets(): Promise<Assets> {
  made ??= makeAssets();
  return made;
}

async function makeAssets(): Promise<Assets> {
  const files = new Map<string, { type: string; plain: Buffer; gzipped: Buffer; etag: string }>();
  const { style, script, graphiql, texts } = await clientFiles();
  const coloured = `${COLOURS}${texts[style] ?? ''}`;
  const sheet = `style-${hashOf(coloured)}.css`;
  const { [style]: _, ...others } = texts;
  for (const [name, text] of Object.entries({ ...others, [sheet]: coloured })) {
    const plain = Buffer.from(text);
    files.set(`${FOLDER}${name}`, {
      type: MEDIA_TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      plain,
      gzipped: gzipSync(plain, { level: 9 }),
      etag: `"${hashOf(text)}"`,
    });
  }
  return {
    style: `${FOLDER}${sheet}`,
    script: `${FOLDER}${script}`,
    graphiql: `${FOLDER}${graphiql}`,
    send(path, request, response) {
      const file = files.get(path);
      if (!file) return false;
      response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      response.setHeader('ETag', file.etag);
      response.setHeader('Vary', 'Accept-Encoding');
      if (request.headers['if-none-match'] === file.etag) {
        response.writeHead(304).end();
        return true;
      }
      const zip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
      if (zip) response.setHeader('Content-Encoding', 'gzip');
      const body = zip ? file.gzipped : file.plain;
      response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': body.length });
      response.end(request.method === 'HEAD' ? undefined : body);
      return true;
    },
  };
}
