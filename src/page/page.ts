import type { IncomingMessage, ServerResponse } from 'node:http';
import { nouns } from '../../schema/nouns.ts';
import { readGallery } from '../gallery.ts';
import type { AskInProcess } from '../in-process.ts';
import type { Visit } from '../seen/visit.ts';
import { addressOf, decodedPath, readAsked, without } from './asked-for.ts';
import { readAssets } from './assets.ts';
import { passage } from './document.ts';
import { graph } from './graph.ts';
import { home } from './home.ts';
import { layout } from './layout.ts';
import { paths } from './paths.ts';
import { badAddress, nothingHere, problemPage } from './problems.ts';
import { question, questions } from './question.ts';
import { search } from './search.ts';
import { sendDownload, sendPage } from './send.ts';
import { thing } from './thing.ts';
import { timeline } from './timeline.ts';
import { type Download, type MakePage, type Page, PageProblem, type View } from './view.ts';
import { sayIn } from './words.ts';

/** Pages that stand alone, and those with something behind their address. */
const ALONE: Readonly<Record<string, MakePage>> = {
  '/': home,
  '/search': search,
  '/timeline': timeline,
  '/paths': paths,
  '/graph': graph,
  '/questions': questions,
};
const BEHIND: Readonly<Record<string, MakePage>> = {
  questions: question,
  passage,
  ...Object.fromEntries(Object.values(nouns).map(({ prefix }) => [prefix, thing])),
};

/** Whether the path of an address, as it was sent, is one of people's, rather than of programs. */
export const isPage = (path: string): boolean => makerOf(decodedPath(path) ?? path) !== undefined;

function makerOf(path: string): readonly [make: MakePage, rest: string] | undefined {
  if (Object.hasOwn(ALONE, path)) return [ALONE[path] as MakePage, ''];
  const [, folder = '', rest = ''] = /^\/([^/]+)\/(.+)$/s.exec(path) ?? [];
  return Object.hasOwn(BEHIND, folder) ? [BEHIND[folder] as MakePage, rest] : undefined;
}

export interface PagesOptions {
  readonly ask: (request: IncomingMessage, response: ServerResponse, visit: Visit) => AskInProcess;
  readonly hasGraphiql: boolean;
}

/** Why a request gets no page of what it asks for. */
export interface Stopped {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers: Readonly<Record<string, string>>;
}

const WRONG_METHOD: Stopped = {
  status: 405,
  code: 'BAD_USER_INPUT',
  message: 'Pages are read with GET or HEAD.',
  headers: { Allow: 'GET, HEAD' },
};

/** Answers requests for pages; `stopped` where one was turned away before anything was asked. */
export function pages({ ask, hasGraphiql }: PagesOptions) {
  const gallery = readGallery();

  return async (request: IncomingMessage, response: ServerResponse, visit: Visit, stopped?: Stopped): Promise<void> => {
    const asked = readAsked(request);
    const view: View = {
      asked,
      say: sayIn(asked.language),
      ask: ask(request, response, visit),
      link: (to, more) => addressOf(asked, to, more),
      gallery,
      hasGraphiql,
    };
    const why = stopped ?? (request.method === 'GET' || request.method === 'HEAD' ? undefined : WRONG_METHOD);
    for (const [name, value] of Object.entries(why?.headers ?? {})) response.setHeader(name, value);
    const made = why ? problemPage(view, new PageProblem(why.code, why.message), why.status) : await makePage(view);
    if ('mediaType' in made) return sendDownload(made, request, response);
    if (made.code) visit.code = made.code;
    const shown = { ...view, asked: { ...asked, parameters: without(asked.parameters, made.problems ?? []) } };
    sendPage(layout(shown, made, await readAssets()), made.status ?? 200, request, response);
  };
}

async function makePage(view: View): Promise<Page | Download> {
  const { asked } = view;
  if (asked.problems.length > 0) return badAddress(view, asked.problems);
  const [make, rest = ''] = makerOf(asked.path) ?? [];
  try {
    return (await make?.(view, rest)) ?? nothingHere(view);
  } catch (error) {
    if (error instanceof PageProblem) return problemPage(view, error);
    throw error;
  }
}
