/** Markup, to be put into a page as it stands. */
export class Html {
  constructor(readonly text: string) {}
}

export type Shown = Html | string | number | boolean | null | undefined | readonly Shown[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it may stand in a page, between tags or in a quoted attribute. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (found) => ESCAPES[found] as string);

/** Whatever is put into the text is escaped, unless it was made by `html` itself; lists are joined, what is nothing or a boolean is left out. */
export function html(parts: TemplateStringsArray, ...values: readonly Shown[]): Html {
  return new Html(parts.map((part, at) => `${part}${at < values.length ? shown(values[at]) : ''}`).join(''));
}

function shown(value: Shown): string {
  if (value === null || value === undefined || typeof value === 'boolean') return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(shown).join('');
  return escaped(String(value));
}
