import { parseLocator } from '../load/locator.ts';
import type { Seed, SeedPassage, SeedThing } from '../load/seed-types.ts';
import type { Act, Article } from './act-files.ts';
import type { Check } from './check.ts';
import { tailOf } from './source-files.ts';

/** Holds the records of acts in the seed, the laws they are of and each place in them against the metadata of the acts. */
export function verifyActs(seed: Seed, acts: readonly Act[], articles: readonly Article[]): readonly Check[] {
  return actRecords(seed).flatMap((document) => {
    const act = actOf(document, acts);
    const passages = seed.passages.filter(
      (passage) => passage.document === document.id && passage.place.locator !== undefined,
    );
    return [
      { what: 'act' as const, id: document.id, at: document, wrong: faultsOfRecord(document, act, seed) },
      ...passages.map((passage) => ({
        what: 'act passage' as const,
        id: passage.id,
        at: passage,
        wrong: act ? faultsOfPlace(passage, act, articles) : [`its act is not known`],
      })),
    ];
  });
}

export const actRecords = ({ things }: Seed): readonly SeedThing[] =>
  things.filter(({ noun, scalars }) => noun === 'SourceDocument' && scalars.kind === 'ACT_RECORD');

/** `104322` of `document/kz/act-104322`; an act without a code is known by its requisite. */
const codeOf = ({ id }: SeedThing): string | undefined => /^act-(\d+)$/.exec(tailOf(id))?.[1];

function actOf(document: SeedThing, acts: readonly Act[]): Act | undefined {
  const code = codeOf(document);
  if (code !== undefined) return acts.find(({ actCode }) => actCode === code);
  const { requisite } = document.scalars;
  return acts.find((act) => !act.actCode && requisite !== undefined && act.requisite === requisite);
}

/** The law a record is of: by its act code, else by the same end of the id. */
function lawOf(document: SeedThing, { things }: Seed): SeedThing | undefined {
  const code = codeOf(document);
  const laws = things.filter(({ noun }) => noun === 'Law');
  return code === undefined
    ? laws.find(({ id }) => `act-${tailOf(id)}` === tailOf(document.id))
    : laws.find(({ identifiers }) => identifiers.includes(`act-code:${code}`));
}

function faultsOfRecord(document: SeedThing, act: Act | undefined, seed: Seed): readonly string[] {
  const code = codeOf(document);
  if (!act) {
    const key = code === undefined ? `the requisite "${document.scalars.requisite ?? ''}"` : `the code ${code}`;
    return [`no act has ${key}`];
  }
  const law = lawOf(document, seed);
  if (!law) return [code === undefined ? `no law ends as its id does` : `no law has the identifier act-code:${code}`];
  return [
    ...differs('its url', document.scalars.url, act.officialUrl),
    ...differs(`officialUrl of ${law.id}`, law.scalars.officialUrl, act.officialUrl),
    ...differs(`number of ${law.id}`, law.scalars.number, act.number),
    // Where the record has no day, another source may have given the law one.
    ...(act.adoptedOn ? differs(`adoptedOn of ${law.id}`, law.scalars.adoptedOn, act.adoptedOn) : []),
  ];
}

function differs(what: string, ours: unknown, theirs: string | null | undefined): readonly string[] {
  return (ours ?? null) === (theirs ?? null)
    ? []
    : [`${what} is ${ours ?? 'absent'}, in the acts it is ${theirs ?? 'absent'}`];
}

function faultsOfPlace({ place }: SeedPassage, act: Act, articles: readonly Article[]): readonly string[] {
  const locator = parseLocator(place.locator ?? '');
  if (!locator) return [`"${place.locator}" is no place in an act`];
  if (locator.kind === 'RECORD') return [];
  if (locator.kind === 'VERSION') {
    return act.versions?.some(({ date }) => date === locator.day) ? [] : [`the act has no version of ${locator.day}`];
  }
  const part = locator.part.replace(/^article /, '');
  const listed = articles.some(({ actCode, article }) => act.actCode && actCode === act.actCode && article === part);
  return listed || namedIn(act.notes ?? '', part)
    ? []
    : [`neither the articles nor the note of the act name ${locator.part}`];
}

/** Notes name articles as `article 5: …; 49: …; article 60(1)`, other parts by their word: `chapter 2-1`. */
const namedIn = (notes: string, part: string): boolean =>
  new RegExp(
    /^\d/.test(part) ? `(^|[\\s;])${part}(\\(\\d+\\))?[:)]|article ${part}(?![\\d-])` : `${part}(?![\\d-])`,
  ).test(notes);
