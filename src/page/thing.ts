import type { FigureNode, OneTie } from './answers.ts';
import { askFor } from './ask-page.ts';
import { figureCharts } from './chart.ts';
import { inEnglish, sourcesOf } from './claims.ts';
import { dateInWords } from './dates.ts';
import { passagesOf } from './document.ts';
import { conflictsOf, factsOf, namesTable, type ThingData } from './facts.ts';
import { html } from './html.ts';
import { PER_FIELD, tieGroups, tiesPage } from './tie-groups.ts';
import { nounWord } from './value-words.ts';
import type { Page, View } from './view.ts';

/** A page for each thing, at its id. */
export async function thing(view: View): Promise<Page | undefined> {
  const { asked, say, link } = view;
  const id = asked.path.slice(1);
  const field = asked.parameters.get('ties');
  if (field !== undefined) return tiesPage(view, id, field);
  const [{ node }, { neighbourhood }, passages] = await Promise.all([
    askFor<{ node: ThingData | null }>(view, 'thing', { id }),
    askFor<{ neighbourhood: { truncated: boolean; edges: readonly OneTie[] } | null }>(view, 'ties', {
      id,
      perTie: PER_FIELD,
    }),
    id.startsWith('document/') ? passagesOf(view, id) : undefined,
  ]);
  if (!node || !neighbourhood) return undefined;
  const english = inEnglish(asked.language);
  const { edges, truncated } = neighbourhood;
  return {
    title: node.name,
    day: passages || node.conflicts.totalCount > 0 ? 'PARTLY' : 'ASKED',
    body: html`<p><span class="noun ${node.__typename}">${nounWord(node.__typename, asked.language)}</span></p>
${node.redirectedFrom && html`<p>${say('merged', { id: node.redirectedFrom })}</p>`}
${node.retractedAt && html`<p class="mark">${say('withdrawn', { day: dateInWords(node.retractedAt, asked.language) })}</p>`}
${node.summary && html`<p class="lead"${english}>${node.summary}</p>`}
${factsOf(view, node)}
${sourcesOf(view, { evidence: node.evidence, note: node.note })}
${namesTable(view, node.names)}
<p class="pages"><a href="${link('/timeline', { of: node.id })}">${say('seeTimeline')}</a>
<a href="${link('/graph', { of: node.id })}">${say('seeGraph')}</a>
<a href="${link('/paths', { from: node.id })}">${say('seePaths')}</a></p>
${figureCharts(view, figuresIn(edges, node.id))}
${tieGroups(view, node.id, edges, truncated)}
${conflictsOf(view, node)}
${passages}`,
  };
}

/** Figures of the thing itself, with the dates of the ties that lead to them. */
const figuresIn = (edges: readonly OneTie[], id: string) =>
  edges.flatMap((tie) =>
    tie.type === 'ABOUT' && tie.to.id === id && tie.from.__typename === 'Figure'
      ? [{ figure: tie.from as FigureNode, tie }]
      : [],
  );
