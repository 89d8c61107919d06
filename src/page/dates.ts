import type { Language } from './languages.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The day itself where the text names one of the calendar. */
export function parseDay(text: string): string | undefined {
  if (!DAY.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? undefined : text;
}

const SAID: Readonly<Record<Language, { between: string; by: string; since: string }>> = {
  en: { between: 'between {a} and {b}', by: 'by {b}', since: '{a} or later' },
  ru: { between: 'в промежутке {a} – {b}', by: 'самое позднее {b}', since: '{a} или позднее' },
  kk: { between: '{a} – {b} аралығында', by: '{b} немесе одан бұрын', since: '{a} немесе одан кейін' },
};

/** A date in words, no more exact than it is: a day, a month, a year, or what lies between two of them. */
export function dateInWords(text: string, language: Language): string {
  const said = SAID[language];
  const bare = text.replace(/^\[|\]$/g, '');
  if (!/\.\.|\//.test(bare)) return pointInWords(bare, language);
  const [from = '', to = ''] = bare.split(/\.\.\/|\/\.\.|\.\.|\//, 2);
  const [a, b] = [pointInWords(from, language), pointInWords(to, language)];
  const form = from === '' ? said.by : to === '' ? said.since : said.between;
  return form.replace('{a}', a).replace('{b}', b);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function pointInWords(text: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text) ?? [];
  if (!year || !month) return text;
  const key = `${language} ${day ? 'day' : 'month'}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'long',
      ...(day ? { day: 'numeric' } : {}),
    });
  formats.set(key, format);
  return format.format(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
}

/** The first and the last moment a date may mean, as years with a fraction; undefined for a side that is open. */
export function yearsOf(text: string): { readonly from: number | undefined; readonly to: number | undefined } {
  const bare = text.replace(/^\[|\]$/g, '');
  const [from = '', to = from] = /\.\.|\//.test(bare) ? bare.split(/\.\.\/|\/\.\.|\.\.|\//, 2) : [bare];
  return { from: from === '' ? undefined : yearOf(from, 0), to: to === '' ? undefined : yearOf(to, 1) };
}

function yearOf(text: string, end: 0 | 1): number | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(text) ?? [];
  if (!year) return undefined;
  if (!month) return Number(year) + end;
  return Number(year) + (Number(month) - 1) / 12 + (day ? (Number(day) - 1) / 366 : end / 12);
}
