import type { Brief, Named, PageInfo, Place } from './answers.ts';
import { askFor } from './ask-page.ts';
import { inEnglish, langOf, marksOf, nameIn, placeInWords, sayOf, thingLink, tieInWords, whenOf } from './claims.ts';
import { type Html, html } from './html.ts';
import { pagesNav } from './tie-groups.ts';
import type { Page, View } from './view.ts';

interface PassagesData {
  readonly sourceDocument: {
    readonly passages: {
      readonly totalCount: number;
      readonly pageInfo: PageInfo;
      readonly nodes: readonly (Omit<Brief, 'document'> & { readonly spokenBy: Named | null })[];
    };
  } | null;
}

/** What a document says, place by place. */
export async function passagesOf(view: View, id: string): Promise<Html | undefined> {
  const { asked, say, link } = view;
  const { sourceDocument } = await askFor<PassagesData>(view, 'document', {
    id,
    after: asked.parameters.get('after') ?? null,
  });
  if (!sourceDocument || sourceDocument.passages.totalCount === 0) return undefined;
  const { totalCount, pageInfo, nodes } = sourceDocument.passages;
  return html`<section aria-labelledby="passages"><h2 id="passages">${say('passages')}</h2>
<p class="quiet">${say('ourWords')} ${say('total', { n: totalCount })}</p>
<ul class="claims">${nodes.map(
    (place) =>
      html`<li><a href="${link(`/${place.id}`)}">${nameIn(view, placeInWords(view, place))}</a>${
        place.spokenBy && html`, ${sayOf(view, 'quoted', { name: place.spokenBy.name })}`
      }: <span${inEnglish(asked.language)}>${place.statement}</span></li>`,
  )}</ul>
${pagesNav(view, `/${id}`, {}, pageInfo)}</section>`;
}

interface ClaimNode extends Partial<Named> {
  readonly id: string;
  readonly modality: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly type?: string;
  readonly from?: Named;
  readonly to?: Named;
}

interface PassageData {
  readonly passage:
    | (Place & {
        readonly headings: readonly string[];
        readonly claims: { readonly totalCount: number; readonly nodes: readonly ClaimNode[] };
        readonly mentions: {
          readonly totalCount: number;
          readonly edges: readonly { readonly as: string; readonly thing: Named | null }[];
        };
      })
    | null;
}

/** A page for a place in a document: what it says in our words, what rests on it and what it speaks of. */
export async function passage(view: View): Promise<Page | undefined> {
  const { asked, say, link } = view;
  const { passage: found } = await askFor<PassageData>(view, 'passage', { id: asked.path.slice(1) });
  if (!found) return undefined;
  const { document, spokenBy, claims, mentions } = found;
  const english = inEnglish(asked.language);
  const [author] = document.authoredBy?.nodes ?? [];
  const names = { document: document.title ?? document.name, place: placeInWords(view, found) };
  return {
    day: 'PARTLY',
    title: say('passageTitle', names),
    heading: sayOf(view, 'passageTitle', names),
    body: html`${found.headings.length > 0 && html`<p class="quiet"${langOf(view, found.headings.join())}>${found.headings.join(' › ')}</p>`}
<p class="lead"${english}>${found.statement}</p>
<p class="quiet">${say('ourWords')}</p>
<p><a href="${link(`/${document.id}`)}">${say('wholeDocument')}: ${nameIn(view, names.document)}</a>${
      author && html`, ${sayOf(view, 'by', { name: author.name })}`
    }${spokenBy && html`, ${sayOf(view, 'quoted', { name: spokenBy.name })}`}${
      document.url && html` · <a href="${document.url}" rel="noopener noreferrer">${say('officialAct')}</a>`
    }</p>
<section aria-labelledby="claims"><h2 id="claims">${say('passageClaims')} <span class="quiet">${claims.totalCount}</span></h2>
<ul class="claims">${claims.nodes.map((claim) => claimItem(view, claim))}</ul></section>
<section aria-labelledby="mentions"><h2 id="mentions">${say('passageMentions')} <span class="quiet">${mentions.totalCount}</span></h2>
<ul class="claims">${mentions.edges.map(({ as, thing }) => thing && html`<li>${thingLink(view, thing)} <span class="how"${inEnglish(asked.language)}>“${as}”</span></li>`)}</ul></section>`,
  };
}

function claimItem(view: View, { type, from, to, ...claim }: ClaimNode): Html {
  const marks = marksOf(view, claim);
  if (!type || !from || !to) {
    const named = { __typename: claim.__typename ?? 'Figure', id: claim.id, name: claim.name ?? claim.id };
    return html`<li>${marks} ${thingLink(view, named)}</li>`;
  }
  return html`<li><div class="claim">${marks}${tieInWords(view, { type, from, to })}
${whenOf(view, { ...claim, type })}</div></li>`;
}
