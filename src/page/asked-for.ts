import type { IncomingMessage } from 'node:http';
import { parseDay } from './dates.ts';
import { acceptedLanguage, isLanguage, type Language } from './languages.ts';

/** What an address says. It carries the whole state of a page, so each can be kept and sent to others. */
export interface Asked {
  /** Where the reader has the pages from, such as `http://localhost:4000`; empty where the request does not say. */
  readonly origin: string;
  /** Without what follows the question mark, decoded. */
  readonly path: string;
  readonly language: Language;
  /** The day of which all is told; undefined for all times. */
  readonly asOf: string | undefined;
  /** As they stand in the address, but those without a value and those that are wrong. */
  readonly parameters: ReadonlyMap<string, string>;
  /** What is wrong with it; the rest is then what can be made of it. */
  readonly problems: readonly AddressProblem[];
}

export interface AddressProblem {
  readonly parameter: string;
  readonly got: string;
}

/** Kept on every link. */
export const KEPT = ['lang', 'asOf'] as const;
/** What an address says that is to go on telling of all times; without a day it means the same. */
export const ALL_TIMES = 'all';
const LONGEST_SHOWN = 200;

export function readAsked({ url = '/', headers }: Pick<IncomingMessage, 'url' | 'headers'>): Asked {
  const [before = '/', after = ''] = url.split(/\?(.*)/s, 2);
  const problems: AddressProblem[] = [];
  const wrong = (parameter: string, got: string): undefined => {
    problems.push({ parameter, got: got.slice(0, LONGEST_SHOWN) });
  };
  const parameters = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(after)) {
    if (parameters.has(name)) wrong(name, value);
    else if (value !== '' && !(name === 'asOf' && value === ALL_TIMES)) parameters.set(name, value);
  }
  const accepted = acceptedLanguage(headers['accept-language']);
  const lang = parameters.get('lang');
  const language = lang === undefined ? accepted : isLanguage(lang) ? lang : (wrong('lang', lang) ?? accepted);
  const day = parameters.get('asOf');
  const asOf = day === undefined ? undefined : (parseDay(day) ?? wrong('asOf', day));
  const path = decodedPath(before) ?? wrong('path', before) ?? '/';
  const right = without(parameters, problems);
  return { origin: originOf(headers), path, language, asOf, parameters: right, problems };
}

/** Parameters but for those in which something is wrong: kept, they would lead from an error to the next. */
export const without = (
  parameters: Asked['parameters'],
  problems: readonly AddressProblem[],
): ReadonlyMap<string, string> =>
  new Map([...parameters].filter(([name]) => problems.every(({ parameter }) => parameter !== name)));

/** A path as pages know it; with more than one slash before it a link to it would lead to another host. Undefined where it cannot be decoded. */
export function decodedPath(path: string): string | undefined {
  try {
    return decodeURIComponent(path).replace(/^\/*/, '/');
  } catch {
    return undefined;
  }
}

const HOST = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;

function originOf({ host = '', 'x-forwarded-proto': proxied }: IncomingMessage['headers']): string {
  const scheme = /^https\b/i.test(String(proxied ?? '')) ? 'https' : 'http';
  return HOST.test(host) ? `${scheme}://${host}` : '';
}

/** An address of a page: with language and day as they are, and what else it is to say; undefined takes a parameter away. */
export function addressOf(
  { parameters }: Pick<Asked, 'parameters'>,
  path: string,
  more: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(more)) if (value !== undefined) said.set(name, String(value));
  for (const name of KEPT) {
    const value = parameters.get(name);
    if (value !== undefined && !(name in more)) said.set(name, value);
  }
  const query = said.toString();
  return `${path.split('/').map(encodeURIComponent).join('/')}${query ? `?${query}` : ''}`;
}

/** A number among its parameters, within bounds; undefined when it is not there. */
export function numberIn(text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined || !/^\d{1,6}$/.test(text)) return undefined;
  const found = Number(text);
  return found >= least && found <= most ? found : undefined;
}
