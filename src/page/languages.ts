/** The languages of the pages. Those of names in the graph come in the order in which a reader of the page reads them. */
export const LANGUAGES = {
  en: { own: 'English', names: ['en'] },
  ru: { own: 'Русский', names: ['ru'] },
  kk: { own: 'Қазақша', names: ['kk-Cyrl', 'kk', 'ru'] },
} as const satisfies Record<string, { own: string; names: readonly string[] }>;

export type Language = keyof typeof LANGUAGES;

export type InLanguages = Readonly<Record<Language, string>>;

export const isLanguage = (text: string): text is Language => Object.hasOwn(LANGUAGES, text);

/** The first language a browser asks for that the pages have; English when there is none. */
export function acceptedLanguage(header: string | undefined): Language {
  const wishes = (header ?? '').split(',').map((one) => {
    const [tag = '', ...more] = one.trim().toLowerCase().split(';');
    const weight = more.map((part) => /^\s*q=([\d.]+)\s*$/.exec(part)?.[1]).find((found) => found !== undefined);
    return { language: tag.split('-')[0] ?? '', weight: Number(weight ?? 1) };
  });
  const known = wishes.filter(({ language, weight }) => isLanguage(language) && weight > 0);
  const [best] = known.sort((one, other) => other.weight - one.weight);
  return best && isLanguage(best.language) ? best.language : 'en';
}
