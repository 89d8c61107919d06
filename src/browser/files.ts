import type { IncomingMessage, ServerResponse } from 'node:http';
import { browserAddress } from './address.ts';
import { browserGuide } from './guide.ts';
import { browserQuestions, FIRST } from './questions.ts';
import { grassText } from './style.ts';

export const STYLE_PATH = '/browser/style.grass';
export const GUIDE_PATH = '/browser/guide.html';

const METHODS = ['GET', 'HEAD', 'OPTIONS'];

interface File {
  readonly type: string;
  readonly text: string;
}

/**
 * What Neo4j Browser is given: our style and our guide, which it fetches from its own address and so must be let have; and a short
 * address for each question, `/browser/` for the first, that opens it in the Browser at `browser`, where one is known.
 */
export function browserFiles(browser: string | undefined) {
  let files: ReadonlyMap<string, File> | undefined;
  let questions: ReadonlyMap<string, string> | undefined;

  function fileAt(path: string): File | undefined {
    files ??= new Map([
      [STYLE_PATH, { type: 'text/plain; charset=utf-8', text: grassText() }],
      [GUIDE_PATH, { type: 'text/html; charset=utf-8', text: browserGuide() }],
    ]);
    return files.get(path);
  }

  function questionAt(path: string): string | undefined {
    if (!browser) return undefined;
    questions ??= new Map(browserQuestions().map(({ name, statement }) => [`/browser/${name}`, statement]));
    return questions.get(path === '/browser/' || path === '/browser' ? `/browser/${FIRST}` : path);
  }

  /** Whether it has answered. */
  return (path: string, { method = '' }: IncomingMessage, response: ServerResponse): boolean => {
    if (!path.startsWith('/browser') || !METHODS.includes(method)) return false;
    const file = fileAt(path);
    if (file) {
      sendFile(file, method, response);
      return true;
    }
    const statement = questionAt(path);
    if (statement === undefined || browser === undefined) return false;
    response.writeHead(307, { Location: browserAddress(browser, statement), 'Cache-Control': 'no-cache' }).end();
    return true;
  };
}

function sendFile({ type, text }: File, method: string, response: ServerResponse): void {
  // Anybody may have them: they tell nothing that the graph or the client holds.
  response.setHeader('Access-Control-Allow-Origin', '*');
  if (method === 'OPTIONS') {
    response
      .writeHead(204, {
        'Access-Control-Allow-Methods': 'GET',
        'Access-Control-Allow-Headers': '*',
      })
      .end();
    return;
  }
  response
    .writeHead(200, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text), 'Cache-Control': 'no-cache' })
    .end(method === 'HEAD' ? undefined : text);
}
