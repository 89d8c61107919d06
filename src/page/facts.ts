import type { EnumName } from '../../schema/enums.ts';
import type { Brief, Named, Place } from './answers.ts';
import { inEnglish, langOf, nameIn, placeLink } from './claims.ts';
import { dateInWords } from './dates.ts';
import { type Html, html } from './html.ts';
import { valueWord } from './value-words.ts';
import type { View } from './view.ts';
import type { Word } from './words.ts';

export interface Name {
  readonly text: string;
  readonly language: string;
  readonly script: string | null;
  readonly kind: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface Conflict {
  readonly id: string;
  readonly name: string;
  readonly verdict: string;
  readonly explanation: string;
  readonly settledBy: Named | null;
  readonly sides: readonly { readonly says: string; readonly passage: Brief }[];
}

/** A thing of any kind; what only some kinds have stands under the names of the table below. */
export interface ThingData extends Named {
  readonly names: readonly Name[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly summary: string | null;
  readonly note: string | null;
  readonly inferredFields: readonly string[];
  readonly redirectedFrom: string | null;
  readonly retractedAt: string | null;
  readonly evidence: readonly Place[];
  readonly conflicts: { readonly totalCount: number; readonly nodes: readonly Conflict[] };
}

type Shows = 'date' | 'text' | 'url' | { readonly enum: EnumName };

/** What things say of themselves, in the order of the page: the name in the answer, its word, and how it is shown. */
const FACTS: readonly (readonly [key: string, word: Word, shows: Shows])[] = [
  ['reformKind', 'kind', { enum: 'ReformKind' }],
  ['lawKind', 'kind', { enum: 'LawKind' }],
  ['provisionKind', 'kind', { enum: 'ProvisionKind' }],
  ['institutionKind', 'kind', { enum: 'InstitutionKind' }],
  ['eventKind', 'kind', { enum: 'EventKind' }],
  ['placeKind', 'kind', { enum: 'PlaceKind' }],
  ['topicKind', 'kind', { enum: 'TopicKind' }],
  ['kind', 'kind', { enum: 'DocumentKind' }],
  ['status', 'status', { enum: 'ReformStatus' }],
  ['existence', 'status', { enum: 'Existence' }],
  ['effect', 'effect', { enum: 'ProvisionEffect' }],
  ['honorificPrefix', 'honorific', 'text'],
  ['title', 'documentTitle', 'text'],
  ['publisherKind', 'publisher', { enum: 'PublisherKind' }],
  ['publishedOn', 'published', 'date'],
  ['language', 'documentLanguage', 'text'],
  ['number', 'number', 'text'],
  ['adoptedOn', 'adopted', 'date'],
  ['inForceFrom', 'inForce', 'date'],
  ['ceasedOn', 'ceased', 'date'],
  ['foundedOn', 'founded', 'date'],
  ['dissolvedOn', 'dissolved', 'date'],
  ['startedOn', 'began', 'date'],
  ['endedOn', 'ended', 'date'],
  ['date', 'value', 'date'],
  ['measuredOn', 'measuredOn', 'date'],
  ['modality', 'status', { enum: 'Modality' }],
  ['validFrom', 'from', 'date'],
  ['validTo', 'to', 'date'],
  ['officialUrl', 'officialAct', 'url'],
  ['url', 'address', 'url'],
];

/** What a thing says of itself, as a list of terms. */
export function factsOf(view: View, thing: ThingData): Html {
  const { say } = view;
  const values = thing as unknown as Readonly<Record<string, unknown>>;
  const { measure, value, comparator, unit } = values;
  const rows = FACTS.flatMap(([key, word, shows]) => {
    const found = values[key];
    if (typeof found !== 'string') return [];
    const marked = thing.inferredFields.includes(key);
    return [
      html`<dt>${capital(say(word))}</dt><dd>${shown(found, shows, view)}${
        marked && html` <span class="how">(${say('inferredField')})</span>`
      }</dd>`,
    ];
  });
  return html`<dl class="facts">
${typeof measure === 'string' && html`<dt>${say('what')}</dt><dd>${nameIn(view, measure.replaceAll('-', ' '))}</dd>`}
${typeof value === 'number' && html`<dt>${say('value')}</dt><dd>${figureInWords(view, { value, comparator: String(comparator), unit: unit === null ? null : String(unit) })}</dd>`}
${rows}
${thing.identifiers.length > 0 && html`<dt>${say('identifiers')}</dt><dd>${thing.identifiers.map(({ scheme, value }, at) => html`${at > 0 && ', '}${nameIn(view, scheme)}: ${value}`)}</dd>`}
</dl>`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function shown(value: string, shows: Shows, view: View): Html {
  const { language } = view.asked;
  if (shows === 'date') return html`${dateInWords(value, language)}`;
  if (shows === 'url') return html`<a href="${value}" rel="noopener noreferrer">${value}</a>`;
  return shows === 'text' ? nameIn(view, value) : html`${valueWord(shows.enum, value, language)}`;
}

export interface FigureValue {
  readonly value: number;
  readonly comparator: string;
  readonly unit: string | null;
}

/** A number, and what keeps it from being exact. */
export function numberInWords(
  { asked: { language } }: View,
  { value, comparator }: Pick<FigureValue, 'value' | 'comparator'>,
): string {
  const number = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language).format(value);
  return comparator === 'EXACT' ? number : `${number} (${valueWord('Comparator', comparator, language)})`;
}

/** The same with its unit. */
export const figureInWords = (view: View, figure: FigureValue): Html =>
  html`${numberInWords(view, figure)} ${figure.unit && nameIn(view, figure.unit)}`;

/** Every name of a thing, with language, standing and dates. */
export function namesTable(view: View, names: readonly Name[]): Html | undefined {
  const { say, asked } = view;
  if (names.length === 0) return undefined;
  const languages = new Intl.DisplayNames([asked.language], { type: 'language' });
  return html`<details><summary>${say('namesIn')}: ${names.length}</summary>
<div class="scroll" tabindex="0" role="region" aria-label="${say('namesIn')}"><table><thead><tr><th scope="col">${say('names')}</th><th scope="col">${say('documentLanguage')}</th><th scope="col">${say('kind')}</th><th scope="col">${say('from')}</th><th scope="col">${say('to')}</th></tr></thead>
<tbody>${names.map(
    ({ text, language, script, kind, validFrom, validTo }) =>
      html`<tr><td lang="${script ? `${language}-${script}` : language}">${text}</td><td>${languages.of(language)}</td><td>${valueWord('NameKind', kind, asked.language)}</td><td>${validFrom && dateInWords(validFrom, asked.language)}</td><td>${validTo && dateInWords(validTo, asked.language)}</td></tr>`,
  )}</tbody></table></div></details>`;
}

/** Each disagreement with its sides next to one another. */
export function conflictsOf(view: View, { conflicts }: Pick<ThingData, 'conflicts'>): Html | undefined {
  const { say, link, asked } = view;
  if (conflicts.totalCount === 0) return undefined;
  const english = inEnglish(asked.language);
  return html`<section aria-labelledby="conflicts"><h2 id="conflicts">${say('conflicts')}</h2>
${conflicts.nodes.map(
  ({ name, verdict, explanation, settledBy, sides }) => html`<article class="conflict"><h3${english}>${name}</h3>
<p><span class="mark">${valueWord('ComparisonVerdict', verdict, asked.language)}</span></p>
<ul class="sides">${sides.map(
    ({ says, passage }) => html`<li><p${english}>${says}</p><p class="quiet">${placeLink(view, passage)}</p></li>`,
  )}</ul>
<p${english}>${explanation}</p>
${settledBy && html`<p>${say('settledBy')}: <a href="${link(`/${settledBy.id}`)}"${langOf(view, settledBy.name)}>${settledBy.name}</a></p>`}</article>`,
)}
${conflicts.totalCount > conflicts.nodes.length && html`<p>${say('firstShown', { n: conflicts.nodes.length })} ${say('total', { n: conflicts.totalCount })}</p>`}
</section>`;
}
