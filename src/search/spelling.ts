import { transliterate } from 'transliteration';
import { isNumber, weightOf } from './weights.ts';

/** A word as search compares it, in small Latin letters and digits whatever script it was written in. */
export interface Word {
  /** Letter by letter. */
  readonly spelled: string;
  /** As it sounds, so that ways of writing one sound in Latin letters become equal. */
  readonly sounded: string;
  readonly isNumber: boolean;
  /** How much it tells of what is meant. */
  readonly weight: number;
}

/** Kazakh letters, and those that one alphabet writes unlike the others; what does not stand here is left to the library. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', і: 'i' },
  ...{ й: 'i', к: 'k', қ: 'k', л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o', ө: 'o', п: 'p', р: 'r', с: 's', т: 't' },
  ...{ у: 'u', ү: 'u', ұ: 'u', ф: 'f', х: 'kh', һ: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ы: 'y', э: 'e' },
  ...{ ю: 'yu', я: 'ya', ъ: '', ь: '', ı: 'i', ş: 'sh', š: 'sh', ž: 'zh', č: 'ch', ç: 'ch', ý: 'u' },
};

/** Letters that look alike: a word in one script often has one of the other in it. */
const LATIN_LOOKS = 'aceopxykmhtib';
const CYRILLIC_LOOKS = 'асеорхукмнтів';

const swap = (word: string, from: string, to: string): string =>
  [...word].map((letter) => to[from.indexOf(letter)] ?? letter).join('');

/** Gives every letter of a word the script that most of them have. */
function inOneScript(word: string): string {
  const cyrillic = word.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (cyrillic === 0 || latin === 0) return word;
  return cyrillic > latin ? swap(word, LATIN_LOOKS, CYRILLIC_LOOKS) : swap(word, CYRILLIC_LOOKS, LATIN_LOOKS);
}

/**
 * The words of a name or of a query: the only way from a text to what is compared.
 * Only letters and digits are left, so that nothing of a query can be an operator.
 */
export function wordsOf(text: string): readonly Word[] {
  const small = text
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[’ʼʻ`´‘ʹ]/g, "'")
    // An older Kazakh alphabet writes its own letters with apostrophes.
    .replace(/([sc])'(?=\p{L})/gu, '$1h')
    .replace(/y'(?=[^s\P{L}])/gu, 'u')
    .replace(/(?<=\p{L})'(?=\p{L}|\b)/gu, '')
    // The number of a law is one word, whatever stands between its two parts.
    .replace(/(?<![\p{L}\d])(\d+)(?:[-–—‑]|\s+(?=[ivx]{2}))?([ivx]{1,5})(?![\p{L}\d])/gu, '$1$2');
  return (small.match(/[\p{L}\p{M}\d]+/gu) ?? []).flatMap((word) =>
    (latinOf(inOneScript(word)).match(/[a-z0-9]+/g) ?? []).map(wordOf),
  );
}

const wordOf = (spelled: string): Word => ({
  spelled,
  sounded: soundOf(spelled),
  isNumber: isNumber(spelled),
  weight: weightOf(spelled),
});

/** Neighbouring words written as one: `kassymjomart`, `akzhol`. */
export const joinedPairs = (words: readonly Word[]): readonly Word[] =>
  words.slice(1).map(({ spelled }, at) => wordOf(`${words[at]?.spelled}${spelled}`));

function latinOf(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word;
  const known = [...word.normalize('NFC')].map((letter) => LETTERS[letter] ?? letter).join('');
  const plain = known.normalize('NFD').replace(/\p{M}/gu, '');
  return /^[a-z0-9]*$/.test(plain) ? plain : transliterate(plain).toLowerCase();
}

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  // Some write a short i as j; before a vowel, j may be the Kazakh one.
  [/[iy]j$/g, 'i'],
  [/([aeiou])j(?=[^aeiouy])/g, '$1i'],
  [/shch|sch|sh/g, 's'],
  [/x/g, 'ks'],
  [/ch/g, 'x'],
  [/d?zh|dj/g, 'j'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/tion/g, 'sion'],
  [/ts(?=[aeiouy])/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/ck|q|c/g, 'k'],
  [/z/g, 's'],
  [/([aeiou])w/g, '$1u'],
  [/w/g, 'v'],
  [/ng/g, 'n'],
  [/(^|[aeiou])[yi]+e/g, '$1e'],
  [/y/g, 'i'],
  [/(.)\1+/g, '$1'],
];

function soundOf(spelled: string): string {
  if (isNumber(spelled)) return spelled;
  const sounded = SOUNDS.reduce((word, [written, sound]) => word.replace(written, sound), spelled);
  // Of "aaaa" a single letter is left, which is like too much.
  return sounded.length > 1 ? sounded : spelled;
}
