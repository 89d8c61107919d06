import type { Named, OneTie, PageInfo } from './answers.ts';
import { askFor } from './ask-page.ts';
import { tieItem } from './claims.ts';
import { type Html, html } from './html.ts';
import { fieldOf, tieFields } from './tie-questions.ts';
import { MEANINGS, TIE_WORDS } from './tie-words.ts';
import type { Page, View } from './view.ts';

/** Of each field; one more than these are on pages of their own. */
export const PER_FIELD = 25;
/** Shown at once, and a click away the rest: a page of everything is read by nobody. */
const AT_ONCE = 10;

/** Ties of a thing by what they mean, each group under its words. */
export function tieGroups(view: View, id: string, edges: readonly OneTie[], truncated: boolean): Html {
  const { asked, say, link } = view;
  const byField = new Map<string, OneTie[]>();
  for (const tie of edges) {
    const field = fieldOf(tie.type, tie.from.id, tie.to.id, id);
    if (field) byField.set(field, [...(byField.get(field) ?? []), tie]);
  }
  const isCut = (ties: readonly OneTie[]): boolean => truncated && ties.length >= PER_FIELD;
  const groups = Object.entries(MEANINGS).flatMap(([meaning, { words, fields }]) => {
    const met = fields.flatMap((field) => {
      const ties = byField.get(field);
      return ties ? [{ field, ties }] : [];
    });
    if (met.length === 0) return [];
    return [
      html`<section aria-labelledby="about-${meaning}"><h2 id="about-${meaning}">${words[asked.language]}</h2>
${met.map(({ field, ties }) => {
  const items = ties.map((tie) => tieItem(view, tie, farOf(tie, id)));
  return html`<h3 id="${field}">${TIE_WORDS[field]?.[asked.language]} <span class="quiet">${isCut(ties) ? `${PER_FIELD}+` : ties.length}</span></h3>
<ul class="claims">${items.slice(0, AT_ONCE)}</ul>
${items.length > AT_ONCE && html`<details class="more"><summary>${say('showAll')}</summary><ul class="claims">${items.slice(AT_ONCE)}</ul></details>`}
${isCut(ties) && html`<p><a href="${link(`/${id}`, { ties: field })}">${say('showAll')}: ${TIE_WORDS[field]?.[asked.language]}</a></p>`}`;
})}</section>`,
    ];
  });
  if (groups.length > 0) return html`${groups}`;
  return html`<p>${say(asked.asOf ? 'noTies' : 'noTiesEver')}</p>`;
}

const farOf = ({ from, to }: OneTie, id: string): Named => (from.id === id ? to : from);

interface Connection {
  readonly totalCount: number;
  readonly pageInfo: PageInfo;
  readonly edges: readonly OneTie[];
}

/** All ties of one field, a page at a time; undefined where the thing or the field is not there. */
export async function tiesPage(view: View, id: string, field: string): Promise<Page | undefined> {
  const { asked, say, link } = view;
  if (!tieFields.has(field)) return undefined;
  const { node } = await askFor<{ node: (Named & Readonly<Record<string, Connection>>) | null }>(
    view,
    `ties.${field}`,
    {
      id,
      first: PER_FIELD,
      after: asked.parameters.get('after') ?? null,
    },
  );
  const connection = node?.[field];
  if (!node || !connection) return undefined;
  const { totalCount, pageInfo, edges } = connection;
  return {
    title: `${node.name}: ${TIE_WORDS[field]?.[asked.language]}`,
    body: html`<p><a href="${link(`/${id}`)}">${node.name}</a> · ${say('total', { n: totalCount })}</p>
<ul class="claims">${edges.map((tie) => tieItem(view, tie, farOf(tie, node.id)))}</ul>
${pagesNav(view, `/${id}`, { ties: field }, pageInfo)}`,
  };
}

/** Onwards, and back to the start. */
export function pagesNav(
  { asked, say, link }: View,
  path: string,
  kept: Readonly<Record<string, string | undefined>>,
  { hasNextPage, endCursor }: PageInfo,
): Html | undefined {
  const isFirst = !asked.parameters.has('after');
  if (isFirst && !hasNextPage) return undefined;
  return html`<nav class="pages" aria-label="${say('nextPage')}">
${!isFirst && html`<a href="${link(path, kept)}">${say('firstPage')}</a>`}
${hasNextPage && endCursor && html`<a rel="next" href="${link(path, { ...kept, after: endCursor })}">${say('nextPage')}</a>`}
</nav>`;
}
