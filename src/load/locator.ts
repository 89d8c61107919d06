import { isDay } from '../graph/time.ts';

/** A place in the record of an act: the record as a whole, one version of the text, or a part of the text. */
export type Locator =
  | { readonly kind: 'RECORD' }
  | { readonly kind: 'VERSION'; readonly day: string }
  | { readonly kind: 'PART'; readonly part: string };

/** How locators are written, for messages and editors. */
export const locatorForms =
  '`record`, `version 2021-05-24`, `article 50`, `article 94-2`, `chapter 12-1`, `heading of section VI`, `preamble`';

const PART = /^(article \d+(-\d+)?|chapter \d+(-\d+)?|heading of section [IVXLC]+|preamble)$/;

export function parseLocator(text: string): Locator | undefined {
  if (text === 'record') return { kind: 'RECORD' };
  const day = /^version (.+)$/.exec(text)?.[1];
  if (day !== undefined) return isDay(day) ? { kind: 'VERSION', day } : undefined;
  return PART.test(text) ? { kind: 'PART', part: text } : undefined;
}

/** The last part of the id of a passage there: `article-50`. */
export const locatorSlug = (text: string): string => text.toLowerCase().replaceAll(' ', '-');
