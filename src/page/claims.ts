import { ties } from '../../schema/ties.ts';
import type { Brief, Named, OneTie, Place } from './answers.ts';
import { dateInWords } from './dates.ts';
import { type Html, html } from './html.ts';
import { fieldOf, ownEnums, ownValue } from './tie-questions.ts';
import { TIE_WORDS } from './tie-words.ts';
import { nounWord, valueWord } from './value-words.ts';
import type { View } from './view.ts';
import type { Word } from './words.ts';

/** Types of ties that hold for a while; the others are deeds, done on a day. */
export const states: ReadonlySet<string> = new Set(
  ties.filter(({ lasts }) => lasts === 'STATE').map(({ type }) => type),
);

/** Said of what is in English whatever the language of the page. */
export const inEnglish = (language: string): Html | undefined => (language === 'en' ? undefined : html` lang="en"`);

/** The same of a name, by its letters: the contract does not say in which language it found one. Numbers of acts are of no language. */
export const langOf = ({ asked: { language } }: View, name: string): Html | undefined =>
  /[a-z]{3}/.test(name) && !/\p{Script=Cyrillic}/u.test(name) ? inEnglish(language) : undefined;

/** A name within a text. */
export function nameIn(view: View, name: string): Html {
  const lang = langOf(view, name);
  return lang ? html`<span${lang}>${name}</span>` : html`${name}`;
}

/** Words with names filled in. */
export const sayOf = (view: View, word: Word, names: Readonly<Record<string, string>>): Html =>
  html`${view
    .say(word)
    .split(/\{(\w+)\}/)
    .map((part, at) => (at % 2 === 0 ? part : nameIn(view, names[part] ?? '')))}`;

/** A link to a thing, with its kind as colour and word. */
export function thingLink(view: View, { __typename, id, name }: Named): Html {
  const { asked, link } = view;
  return html`<a href="${link(`/${id}`)}"${langOf(view, name)}>${name}</a> <span class="noun ${__typename}">${nounWord(__typename, asked.language)}</span>`;
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

/** When a claim holds, and that it is a fact; what is none was marked so before. */
export const whenOf = (
  view: View,
  claim: Pick<OneTie, 'validFrom' | 'validTo' | 'type' | 'modality'> & Partial<Pick<OneTie, 'end'>>,
): Html => html`<span class="when">${spanOf(view, claim) ?? view.say('dateUnknown')}${factIn(view, claim)}</span>`;

export const factIn = ({ asked: { language } }: View, { modality }: Pick<OneTie, 'modality'>): Html | undefined =>
  modality === 'FACT' ? html` · <span class="fact">${valueWord('Modality', modality, language)}</span>` : undefined;

/** A tie by its ends and what leads from one to the other, told from the end that stands first. */
export function tieInWords(
  view: View,
  { type, from, to }: Pick<OneTie, 'type' | 'from' | 'to'>,
  first: Named = from,
): Html {
  const field = fieldOf(type, from.id, to.id, first.id) ?? '';
  return html`<span>${thingLink(view, first)}</span>
<span class="how">${TIE_WORDS[field]?.[view.asked.language]}:</span>
<span>${thingLink(view, first.id === from.id ? to : from)}</span>`;
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
  return ownEnums.flatMap(({ enum: name }) => {
    const value = ownValue(tie, name);
    return value ? [html`<span class="how">${valueWord(name, value, language)}</span>`] : [];
  });
}

/** A tie as one line of a list: what it leads to, how, when, and behind a click who says so. */
export function tieItem(view: View, tie: OneTie, far: Named): Html {
  const { provisions = [], at, conflicts } = tie;
  const named = [...provisions, ...(at ? [at] : [])];
  const near = tie.from.id === far.id ? tie.to : tie.from;
  return html`<li><div class="claim">${marksOf(view, { modality: tie.modality, holds: tie.holds })}
<span>${thingLink(view, far)}</span>
${ownWords(view, tie)}
${named.length > 0 && html`<span class="how">${named.map((one, index) => html`${index > 0 && ', '}<a href="${view.link(`/${one.id}`)}"${langOf(view, one.name)}>${one.name}</a>`)}</span>`}
${conflicts.totalCount > 0 && html`<a class="mark" href="${view.link(`/${near.id}`)}#conflicts">${view.say('disagree', { n: conflicts.totalCount })}</a>`}
${whenOf(view, tie)}</div>
${sourcesOf(view, tie)}</li>`;
}

/** What is shown of the evidence of a claim. */
const EVIDENCE = 5;

/** Evidence one click away; one more than is shown was asked for. */
export function sourcesOf(
  view: View,
  claim: Pick<OneTie, 'evidence'> & Partial<Pick<OneTie, 'datedBy' | 'independentSources' | 'note' | 'inferred'>>,
  most = EVIDENCE,
): Html | undefined {
  const { evidence, datedBy = [], independentSources, note, inferred = [] } = claim;
  const { say, asked } = view;
  if (evidence.length === 0 && !note) return undefined;
  const isCut = evidence.length > most;
  const n = isCut ? `${most}+` : evidence.length;
  return html`<details><summary>${
    independentSources === undefined
      ? say('sources', { n })
      : say('sourcesIndependent', { n, independent: independentSources })
  }</summary>
<ul class="sources">${evidence.slice(0, most).map((place) => html`<li>${placeLine(view, place)}</li>`)}</ul>
${isCut && html`<p>${say('firstShown', { n: most })}</p>`}
${datedBy.length > 0 && html`<p>${say('datedBy')}</p><ul class="sources">${datedBy.map((place) => html`<li>${placeLine(view, place)}</li>`)}</ul>`}
${inferred.length > 0 && html`<p>${marksOf(view, { modality: 'FACT', inferred })}</p>`}
${note && html`<p>${say('note')}: <span${inEnglish(asked.language)}>${note}</span></p>`}
</details>`;
}

/** Where something stands: in which document, by whom, at which line, and what it says in our words. */
export function placeLine(view: View, place: Brief & Partial<Place>): Html {
  const { asked } = view;
  const { document, spokenBy, statement } = place;
  const [author] = document.authoredBy?.nodes ?? [];
  return html`${placeLink(view, place)}${author && html`, ${sayOf(view, 'by', { name: author.name })}`}${
    spokenBy && html`, ${sayOf(view, 'quoted', { name: spokenBy.name })}`
  }${
    document.url && html` (<a href="${document.url}" rel="noopener noreferrer">${view.say('officialAct')}</a>)`
  }: <span${inEnglish(asked.language)}>${statement}</span>`;
}

/** A link to a place in a document. */
export const placeLink = (view: View, place: Pick<Brief, 'id' | 'document' | 'line' | 'locator'>): Html =>
  html`<a href="${view.link(`/${place.id}`)}">${nameIn(view, place.document.title ?? place.document.name)}, ${nameIn(view, placeInWords(view, place))}</a>`;

export function placeInWords({ say }: View, { line, locator }: Pick<Brief, 'line' | 'locator'>): string {
  return line === null ? (locator ?? '') : say('line', { n: line });
}
