import type { Named, OneTie, PageInfo } from './answers.ts';
import { askFor } from './ask-page.ts';
import { langOf, nameIn, tieItem } from './claims.ts';
import { type FieldData, type FieldTies, PER_FIELD } from './first-ties.ts';
import { type Html, html } from './html.ts';
import { tieFields } from './tie-questions.ts';
import { MEANINGS, TIE_WORDS } from './tie-words.ts';
import type { Page, View } from './view.ts';

/** Shown at once, and a click away the rest: a page of everything is read by nobody. */
const AT_ONCE = 10;

/** Ties of a thing by what they mean, each group under its words and with how many there are. */
export function tieGroups(view: View, id: string, byField: ReadonlyMap<string, FieldTies>): Html {
  const { asked, say } = view;
  const groups = Object.entries(MEANINGS).flatMap(([meaning, { words, fields }]) => {
    const met = fields.flatMap((field) => {
      const ties = byField.get(field);
      return ties && ties.totalCount > 0 ? [group(view, id, field, ties)] : [];
    });
    if (met.length === 0) return [];
    return [
      html`<section aria-labelledby="about-${meaning}"><h2 id="about-${meaning}">${words[asked.language]}</h2>
${met}</section>`,
    ];
  });
  if (groups.length > 0) return html`${groups}`;
  return html`<p>${say(asked.asOf ? 'noTies' : 'noTiesEver')}</p>`;
}

function group(view: View, id: string, field: string, { totalCount, edges }: FieldTies): Html {
  const { asked, say, link } = view;
  const words = TIE_WORDS[field]?.[asked.language];
  const items = edges.map((tie) => tieItem(view, tie, farOf(tie, id)));
  return html`<h3 id="${field}">${words} <span class="quiet">${totalCount}</span></h3>
<ul class="claims">${items.slice(0, AT_ONCE)}</ul>
${items.length > AT_ONCE && html`<details class="more"><summary>${say('showMore', { n: items.length - AT_ONCE })}</summary><ul class="claims">${items.slice(AT_ONCE)}</ul></details>`}
${totalCount > items.length && html`<p>${say('firstShown', { n: items.length })} <a href="${link(`/${id}`, { ties: field })}">${say('showAll', { n: totalCount })}: ${words}</a></p>`}`;
}

const farOf = ({ from, to }: OneTie, id: string): Named => (from.id === id ? to : from);

/** All ties of one field, a page at a time; undefined where the thing or the field is not there. */
export async function tiesPage(view: View, id: string, field: string): Promise<Page | undefined> {
  const { asked, say, link } = view;
  if (!tieFields.has(field)) return undefined;
  const { node } = await askFor<FieldData>(view, `ties.${field}`, {
    id,
    first: PER_FIELD,
    after: asked.parameters.get('after') ?? null,
  });
  const connection = node?.[field];
  if (!node || !connection) return undefined;
  const { totalCount, pageInfo, edges } = connection;
  return {
    title: `${node.name}: ${TIE_WORDS[field]?.[asked.language]}`,
    heading: html`${nameIn(view, node.name)}: ${TIE_WORDS[field]?.[asked.language]}`,
    body: html`<p><a href="${link(`/${id}`)}"${langOf(view, node.name)}>${node.name}</a> · ${say('total', { n: totalCount })}</p>
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
