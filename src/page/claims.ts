import type { EnumName } from '../../schema/enums.ts';
import { ties } from '../../schema/ties.ts';
import type { Brief, Named, OneTie, Place } from './answers.ts';
import { dateInWords } from './dates.ts';
import { type Html, html } from './html.ts';
import { ownEnums } from './tie-questions.ts';
import { nounWord, valueWord } from './value-words.ts';
import type { View } from './view.ts';

/** Types of ties that hold for a while; the others are deeds, done on a day. */
export const states: ReadonlySet<string> = new Set(
  ties.filter(({ lasts }) => lasts === 'STATE').map(({ type }) => type),
);

/** A link to a thing, with its kind as colour and word. */
export function thingLink({ asked, link }: View, { __typename, id, name }: Named): Html {
  return html`<a href="${link(`/${id}`)}">${name}</a> <span class="noun ${__typename}">${nounWord(__typename, asked.language)}</span>`;
}

/** When a claim holds, in words; for a deed its day. */
export function spanOf(
  { asked: { language }, say }: View,
  { validFrom, validTo, type, end }: Pick<OneTie, 'validFrom' | 'validTo' | 'type'> & Partial<Pick<OneTie, 'end'>>,
): string | undefined {
  const time = (text: string): string => dateInWords(text, language);
  if (validFrom && validTo) return `${time(validFrom)} – ${time(validTo)}`;
  if (validTo) return say('until', { day: time(validTo) });
  if (validFrom && (states.has(type) || end === 'ONGOING')) return say('since', { day: time(validFrom) });
  return validFrom ? time(validFrom) : undefined;
}

/** What keeps a claim from being plain fact: a plan says so before anything else. */
export function marksOf({ asked: { language }, say }: View, claim: Pick<OneTie, 'modality'> & Partial<OneTie>): Html[] {
  const { modality, holds, inferred = [] } = claim;
  return [
    ...(modality === 'FACT' ? [] : [html`<span class="mark">${valueWord('Modality', modality, language)}</span>`]),
    ...(holds === 'POSSIBLY' ? [html`<span class="mark">${say('possibly')}</span>`] : []),
    ...(inferred.length > 0
      ? [
          html`<span class="how">${say('inferred', { what: inferred.map((one) => valueWord('Inferred', one, language)).join(', ') })}</span>`,
        ]
      : []),
  ];
}

/** How a tie is, by the enums it has of its own. */
function ownWords({ asked: { language } }: View, tie: OneTie): Html[] {
  const values = tie as unknown as Readonly<Record<string, unknown>>;
  return ownEnums.flatMap(({ key, enum: name }) => {
    const value = values[key];
    return typeof value === 'string'
      ? [html`<span class="how">${valueWord(name as EnumName, value, language)}</span>`]
      : [];
  });
}

/** A tie as one line of a list: what it leads to, how, when, and behind a click who says so. */
export function tieItem(view: View, tie: OneTie, far: Named): Html {
  const { provisions = [], at } = tie;
  const named = [...provisions, ...(at ? [at] : [])];
  return html`<li><div class="claim">${marksOf(view, { modality: tie.modality, holds: tie.holds })}
<span>${thingLink(view, far)}</span>
${ownWords(view, tie)}
${named.length > 0 && html`<span class="how">${named.map((one, index) => html`${index > 0 && ', '}<a href="${view.link(`/${one.id}`)}">${one.name}</a>`)}</span>`}
<span class="when">${spanOf(view, tie) ?? view.say('dateUnknown')}</span></div>
${sourcesOf(view, tie)}</li>`;
}

/** Evidence one click away. */
export function sourcesOf(
  view: View,
  claim: Pick<OneTie, 'evidence'> & Partial<Pick<OneTie, 'datedBy' | 'independentSources' | 'note' | 'inferred'>>,
): Html | undefined {
  const { evidence, datedBy = [], independentSources, note, inferred = [] } = claim;
  const { say, asked } = view;
  if (evidence.length === 0 && !note) return undefined;
  const n = evidence.length;
  return html`<details><summary>${
    independentSources === undefined
      ? say('sources', { n })
      : say('sourcesIndependent', { n, independent: independentSources })
  }</summary>
<ul class="sources">${evidence.map((place) => html`<li>${placeLine(view, place)}</li>`)}</ul>
${datedBy.length > 0 && html`<p>${say('datedBy')}</p><ul class="sources">${datedBy.map((place) => html`<li>${placeLine(view, place)}</li>`)}</ul>`}
${inferred.length > 0 && html`<p>${marksOf(view, { modality: 'FACT', inferred })}</p>`}
${note && html`<p>${say('note')}: <span${inEnglish(asked.language)}>${note}</span></p>`}
</details>`;
}

export const inEnglish = (language: string): Html | undefined => (language === 'en' ? undefined : html` lang="en"`);

/** Where something stands: in which document, by whom, at which line, and what it says in our words. */
export function placeLine(view: View, place: Brief & Partial<Place>): Html {
  const { say, link, asked } = view;
  const { id, document, spokenBy, statement } = place;
  const [author] = document.authoredBy?.nodes ?? [];
  return html`<a href="${link(`/${id}`)}">${document.title ?? document.name}, ${placeInWords(view, place)}</a>${
    author && html`, ${say('by', { name: author.name })}`
  }${spokenBy && html`, ${say('quoted', { name: spokenBy.name })}`}${
    document.url && html` (<a href="${document.url}" rel="noopener noreferrer">${say('officialAct')}</a>)`
  }: <span${inEnglish(asked.language)}>${statement}</span>`;
}

export function placeInWords({ say }: View, { line, locator }: Pick<Brief, 'line' | 'locator'>): string {
  return line === null ? (locator ?? '') : say('line', { n: line });
}
