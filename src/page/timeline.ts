import { enums } from '../../schema/enums.ts';
import type { Named, OneTie, PageInfo, Place } from './answers.ts';
import { askFor } from './ask-page.ts';
import { numberIn } from './asked-for.ts';
import { factIn, inEnglish, marksOf, sayOf, sourcesOf, thingLink, tieInWords } from './claims.ts';
import { dateInWords, yearsOf } from './dates.ts';
import { hiddenInputs } from './hidden-inputs.ts';
import { type Html, html } from './html.ts';
import { badParameter } from './problems.ts';
import { pagesNav } from './tie-groups.ts';
import { valueWord } from './value-words.ts';
import type { Page, View } from './view.ts';

/** What happened, began or ended at a time. */
interface Entry {
  readonly kind: string;
  /** Whether it begins, ends or happens; `change` where what is told is what a year changed. */
  readonly turn?: string;
  readonly change?: string;
  readonly modality: string;
  readonly date: string | null;
  readonly sentence: string;
  readonly inferred?: readonly string[];
  readonly note?: string | null;
  readonly of?: Named;
  readonly thing: Named | null;
  readonly via?: Named | null;
  /** The tie that says it, where one does. */
  readonly claim: Partial<Pick<OneTie, 'type' | 'from' | 'to'>> | null;
  readonly evidence: readonly Place[];
}

interface Entries {
  readonly totalCount?: number;
  readonly pageInfo: PageInfo;
  readonly nodes: readonly Entry[];
}

const FIRST_YEAR = 1990;
const LAST_YEAR = 2040;
/** The year on which the page opens. */
const OPENS_ON = 2022;

/** What is known in order of time: of one thing, or of a year in the whole graph. */
export const timeline = (view: View): Promise<Page | undefined> =>
  view.asked.parameters.has('of') ? ofThing(view) : ofYear(view);

async function ofThing(view: View): Promise<Page | undefined> {
  const { asked, say, link } = view;
  const [of, kind] = [asked.parameters.get('of') ?? '', asked.parameters.get('kind')];
  if (kind !== undefined && !Object.hasOwn(enums.TimelineKind.values, kind)) return badParameter(view, 'kind');
  const { node, timeline: entries } = await askFor<{ node: Named | null; timeline: Entries | null }>(view, 'timeline', {
    of,
    kinds: kind === undefined ? null : [kind],
    after: asked.parameters.get('after') ?? null,
  });
  if (!node || !entries) return undefined;
  const kinds = Object.keys(enums.TimelineKind.values);
  return {
    title: say('timelineOf', { name: node.name }),
    heading: sayOf(view, 'timelineOf', { name: node.name }),
    body: html`<p>${thingLink(view, node)} · ${say('total', { n: entries.totalCount ?? 0 })}</p>
<nav aria-label="${say('onlyKind')}"><ul class="kinds">
<li><a href="${link('/timeline', { of })}"${kind === undefined && html` aria-current="true"`}>${say('allOfIt')}</a></li>
${kinds.map((one) => html`<li><a href="${link('/timeline', { of, kind: one })}"${one === kind && html` aria-current="true"`}>${valueWord('TimelineKind', one, asked.language)}</a></li>`)}
</ul></nav>
${years(view, entries)}
${pagesNav(view, '/timeline', { of, kind }, entries.pageInfo)}`,
  };
}

async function ofYear(view: View): Promise<Page> {
  const { asked, say, link } = view;
  const stated = asked.parameters.get('year');
  const opens = Math.min(OPENS_ON, Number(asked.asOf?.slice(0, 4) ?? OPENS_ON));
  const year = stated === undefined ? opens : numberIn(stated, FIRST_YEAR, LAST_YEAR);
  if (year === undefined) return badParameter(view, 'year');
  const { changes } = await askFor<{ changes: Entries }>(view, 'changes', {
    from: `${year - 1}-12-31`,
    to: `${year}-12-31`,
    after: asked.parameters.get('after') ?? null,
  });
  const neighbours = [year - 1, year + 1].filter((one) => one >= FIRST_YEAR && one <= LAST_YEAR);
  return {
    title: `${say('timelineAll')}: ${year}`,
    body: html`<form class="filters" action="/timeline" method="get"><div><label for="year">${say('year')}</label>
<input id="year" name="year" type="number" min="${FIRST_YEAR}" max="${LAST_YEAR}" value="${year}"></div>
<button type="submit">${say('show')}</button>
${hiddenInputs(asked)}</form>
<p class="pages">${neighbours.map((one) => html`<a href="${link('/timeline', { year: one })}">${one}</a> `)}</p>
${years(view, changes)}
${pagesNav(view, '/timeline', { year: String(year) }, changes.pageInfo)}`,
  };
}

/** Entries under the years in which they may begin. */
function years(view: View, { nodes }: Entries): Html {
  if (nodes.length === 0) return html`<p>${view.say('timelineEmpty')}</p>`;
  const byYear = new Map<string, Entry[]>();
  for (const entry of nodes) {
    const { from, to } = entry.date ? yearsOf(entry.date) : { from: undefined, to: undefined };
    const year = from === undefined ? (to === undefined ? '—' : `… ${Math.floor(to)}`) : String(Math.floor(from));
    byYear.set(year, [...(byYear.get(year) ?? []), entry]);
  }
  return html`${[...byYear].map(
    ([year, entries]) =>
      html`<section><h2 class="year">${year}</h2><ul class="claims">${entries.map((entry) => item(view, entry))}</ul></section>`,
  )}`;
}

function item(view: View, entry: Entry): Html {
  const { asked } = view;
  const { date, kind, modality, of, thing, via } = entry;
  const linked = [...new Map([of, thing, via].flatMap((one) => (one ? [[one.id, one] as const] : []))).values()];
  const said = tieOf(view, entry);
  return html`<li><div class="claim">${marksOf(view, { modality })}${
    said ?? html`<span${inEnglish(asked.language)}>${entry.sentence}</span>`
  }
<span class="how">${valueWord('TimelineKind', kind, asked.language)}</span>
<span class="when">${date && dateInWords(date, asked.language)}${factIn(view, entry)}</span></div>
${!said && html`<div class="claim">${linked.map((one) => html`<span>${thingLink(view, one)}</span>`)}</div>`}
${sourcesOf(view, { evidence: entry.evidence, note: entry.note ?? null, inferred: entry.inferred ?? [] })}</li>`;
}

/** The sentences of the graph are English; in other languages a tie is told by its ends, what leads from one to the other, and whether it begins or ends. */
function tieOf(view: View, { claim, turn, change }: Entry): Html | undefined {
  const { language } = view.asked;
  const { type, from, to } = claim ?? {};
  if (language === 'en' || !type || !from || !to) return undefined;
  const turned = change ? valueWord('ChangeKind', change, language) : turn && valueWord('Turn', turn, language);
  return html`${turn !== 'HAPPENS' && html`<span class="turn">${turned}:</span> `}${tieInWords(view, { type, from, to })}`;
}
