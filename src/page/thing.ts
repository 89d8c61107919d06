import { askFor } from './ask-page.ts';
import { figureCharts } from './chart.ts';
import { inEnglish, nameIn, sourcesOf } from './claims.ts';
import { dateInWords } from './dates.ts';
import { passagesOf } from './document.ts';
import { conflictsOf, factsOf, namesTable, type ThingData } from './facts.ts';
import { firstTies, tiesByField } from './first-ties.ts';
import { type Html, html } from './html.ts';
import { tieGroups, tiesPage } from './tie-groups.ts';
import { nounWord } from './value-words.ts';
import type { Page, View } from './view.ts';

/** What is shown of what a thing itself rests on. */
const EVIDENCE = 10;

/** A page for each thing, at its id. */
export async function thing(view: View): Promise<Page | undefined> {
  const { asked, say, link } = view;
  const id = asked.path.slice(1);
  const field = asked.parameters.get('ties');
  if (field !== undefined) return tiesPage(view, id, field);
  const [{ node }, ties, passages] = await Promise.all([
    askFor<{ node: ThingData | null }>(view, 'thing', { id }),
    firstTies(view, id),
    id.startsWith('document/') ? passagesOf(view, id) : undefined,
  ]);
  if (!node || !ties) return undefined;
  const byField = await tiesByField(view, node.id, ties);
  const english = inEnglish(asked.language);
  return {
    title: node.name,
    heading: headingOf(view, node),
    day: passages || node.conflicts.totalCount > 0 ? 'PARTLY' : 'ASKED',
    body: html`<p><span class="noun ${node.__typename}">${nounWord(node.__typename, asked.language)}</span></p>
${node.redirectedFrom && html`<p>${say('merged', { id: node.redirectedFrom })}</p>`}
${node.retractedAt && html`<p class="mark">${say('withdrawn', { day: dateInWords(node.retractedAt, asked.language) })}</p>`}
${node.summary && html`<p class="lead"${english}>${node.summary}</p>`}
${factsOf(view, node)}
${sourcesOf(view, { evidence: node.evidence, note: node.note }, EVIDENCE)}
${namesTable(view, node.names)}
<p class="pages"><a href="${link('/timeline', { of: node.id })}">${say('seeTimeline')}</a>
<a href="${link('/graph', { of: node.id })}">${say('seeGraph')}</a>
<a href="${link('/paths', { from: node.id })}">${say('seePaths')}</a></p>
${figureCharts(view, byField.get('figures')?.edges ?? [])}
${tieGroups(view, node.id, byField)}
${conflictsOf(view, node)}
${passages}`,
  };
}

/** The name, marked where it is in another language than the page: of those whose language is known it is said. */
function headingOf(view: View, { name, names }: ThingData): Html {
  const spoken = names.filter(({ text }) => text === name).map(({ language }) => language);
  if (spoken.includes(view.asked.language)) return html`${name}`;
  const [lang] = spoken;
  return lang ? html`<span lang="${lang}">${name}</span>` : nameIn(view, name);
}
