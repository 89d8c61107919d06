import type { NounName } from '../../schema/spec.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that tell nothing of what is meant, spelled as they are after transliteration. */
const FILLERS = list(`
  a an and are as at but by for from how in is not of on or s that the this to was were what when where who why with
  bez dlya i iz k kak na nr no o ob ot po pri s v vo zrk
  krz men mene turaly ushin zhane jane`);

/** What acts are called in general: said of every law by its being one. */
const OF_ACTS = list(`
  act acts akt constitutional decree konstitutsionnyi konstitutsiyalyk law laws resolution ukaz ukazy zakon zakona zakony
  zan zany zharlyk jarlyq`);

const OF_REFORMS = list('reform reforms reforma reformy');

/** The country, which very many names have. */
const COUNTRY = /^([kq]aza[kqh]|respubli[kq]|republic$|rk$)/;

const PATRONYMIC = /.{3}(ovich|evich|ovna|evna|uly|kyzy|qyzy|ogly)$/;

type Spelled = { readonly spelled: string };

export const isFiller = ({ spelled }: Spelled): boolean => FILLERS.has(spelled);
export const isCountry = ({ spelled }: Spelled): boolean => COUNTRY.test(spelled);

/** Words that the kind of a thing says, so that its names need not. */
export const impliedBy = (noun: NounName) => {
  const words = noun === 'Law' ? OF_ACTS : noun === 'Reform' ? OF_REFORMS : undefined;
  return ({ spelled }: Spelled): boolean => words?.has(spelled) ?? false;
};

/** How much a word tells of what is meant. */
export function weightOf(spelled: string): number {
  if (isNumber(spelled)) return 2;
  if (FILLERS.has(spelled)) return 0.1;
  if (spelled.length === 1) return 0.2;
  if (COUNTRY.test(spelled) || OF_ACTS.has(spelled)) return 0.4;
  return PATRONYMIC.test(spelled) ? 0.5 : 1;
}

/** A number, or what an act is numbered by. */
export const isNumber = (spelled: string): boolean => /\d/.test(spelled);
