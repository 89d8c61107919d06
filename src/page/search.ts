import type { Named, PageInfo } from './answers.ts';
import { askFor } from './ask-page.ts';
import { inEnglish, sayOf, thingLink } from './claims.ts';
import { dateInWords } from './dates.ts';
import { type Html, html } from './html.ts';
import { pagesNav } from './tie-groups.ts';
import { nounWord } from './value-words.ts';
import type { Page, View } from './view.ts';

interface Found extends Named {
  readonly summary: string | null;
  readonly number?: string | null;
  readonly adoptedOn?: string | null;
  readonly foundedOn?: string | null;
  readonly dissolvedOn?: string | null;
  readonly startedOn?: string | null;
  readonly publishedOn?: string | null;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
}

interface SearchData {
  readonly search: {
    readonly totalCount: number;
    readonly facets: readonly { readonly kind: string; readonly count: number }[];
    readonly pageInfo: PageInfo;
    readonly edges: readonly { readonly matchedName: { readonly text: string }; readonly node: Found }[];
  };
}

/** Letters and digits are searched by; a query with neither finds nothing. */
const SEARCHABLE = /[\p{L}\p{N}]/u;

/** Things by a name in anybody's spelling. */
export async function search(view: View): Promise<Page> {
  const { asked, say, link } = view;
  const query = asked.parameters.get('q')?.trim() ?? '';
  if (!SEARCHABLE.test(query)) {
    return {
      title: say('searchEmpty'),
      query,
      day: 'NONE',
      body: html`<p>${say(query ? 'foundNothing' : 'searchHint')}</p>`,
    };
  }
  const kind = asked.parameters.get('kind');
  const { search: found } = await askFor<SearchData>(view, 'search', {
    query,
    kinds: kind === undefined ? null : [kind],
    after: asked.parameters.get('after') ?? null,
  });
  const { totalCount, facets, edges, pageInfo } = found;
  const isAll = kind === undefined;
  return {
    title: say('searchTitle', { query }),
    query,
    body: html`<p role="status">${totalCount === 0 ? say('foundNothing') : say('found', { n: totalCount })}</p>
${
  (facets.length > 1 || !isAll) &&
  html`<nav aria-label="${say('onlyKind')}"><ul class="kinds">
<li><a href="${link('/search', { q: query })}"${isAll && html` aria-current="true"`}>${say('allKinds')}</a></li>
${facets.map(
  (facet) =>
    html`<li><a href="${link('/search', { q: query, kind: facet.kind })}"${facet.kind === kind && html` aria-current="true"`}><span class="noun ${facet.kind}">${nounWord(facet.kind, asked.language)}</span></a> <span class="quiet">${facet.count}</span></li>`,
)}</ul></nav>`
}
<ol class="claims">${edges.map(({ node, matchedName }) => foundItem(view, node, matchedName.text))}</ol>
${pagesNav(view, '/search', { q: query, kind }, pageInfo)}`,
  };
}

function foundItem(view: View, node: Found, matched: string): Html {
  const { asked } = view;
  return html`<li><div class="claim"><span>${thingLink(view, node)}</span>
${node.number && html`<span class="how">№ ${node.number}</span>`}
${matched !== node.name && html`<span class="how">${sayOf(view, 'matchedBy', { name: matched })}</span>`}
<span class="when">${datesOf(view, node)}</span></div>
${node.summary && html`<p class="quiet"${inEnglish(asked.language)}>${node.summary}</p>`}</li>`;
}

function datesOf({ asked, say }: View, node: Found): string {
  const from = node.adoptedOn ?? node.foundedOn ?? node.startedOn ?? node.publishedOn ?? node.validFrom;
  const to = node.dissolvedOn ?? node.validTo;
  const [begin, end] = [from, to].map((text) => (text ? dateInWords(text, asked.language) : ''));
  if (!end) return begin ?? '';
  return begin ? `${begin} – ${end}` : say('until', { day: end });
}
