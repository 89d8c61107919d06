import { isId } from '../loaders/ids.ts';
import type { Named, OneTie } from './answers.ts';
import { askFor } from './ask-page.ts';
import { inEnglish, langOf, marksOf, nameIn, sayOf, sourcesOf, thingLink, tieInWords, whenOf } from './claims.ts';
import { hiddenInputs } from './hidden-inputs.ts';
import { type Html, html } from './html.ts';
import type { Page, View } from './view.ts';

interface Way {
  readonly length: number;
  readonly nodes: readonly Named[];
  readonly hops: readonly {
    readonly sentence: string | null;
    readonly from: Named;
    readonly to: Named;
    readonly tie: OneTie | null;
  }[];
}

interface LookupData {
  readonly nodes: readonly (Named | null)[];
  readonly from: readonly { readonly node: Named }[];
  readonly to: readonly { readonly node: Named }[];
}

const WORD = /[\p{L}\p{N}]/u;
/** Stands in for a name where none has to be looked up. */
const NOBODY = '0';

/** How one thing is linked to another: a form, and the shortest ways between the two. */
export async function paths(view: View): Promise<Page> {
  const { asked, say } = view;
  const texts = ['from', 'to'].map((name) => asked.parameters.get(name)?.trim().slice(0, 200) ?? '');
  if (texts.every((text) => text === '')) return noPaths(view, [], undefined);
  const ids = texts.filter(isId);
  const found = await askFor<LookupData>(view, 'lookup', {
    ids,
    from: wordsOf(texts[0]),
    to: wordsOf(texts[1]),
  });
  const ends = texts.map((text, at) =>
    isId(text)
      ? {
          text,
          known: found.nodes.find((node) => node?.id === text) ?? found.nodes[ids.indexOf(text)] ?? undefined,
          meant: [],
        }
      : { text, known: undefined, meant: text === '' ? [] : found[at === 0 ? 'from' : 'to'].map(({ node }) => node) },
  );
  // The first that is meant is taken; the others are offered.
  const [from, to] = ends.map(({ known, meant }) => known ?? meant[0]);
  const unknown = ends.filter(({ text, known, meant }) => text !== '' && !known && meant.length === 0);
  if (!from || !to || from.id === to.id) {
    return noPaths(
      view,
      [from, to],
      html`${unknown.map(({ text }) => html`<p role="status">${say('noSuchThing', { got: text })} <a href="${view.link('/search', { q: text })}">${say('search')}</a></p>`)}
${from && to && html`<p role="status">${say('samePath')}</p>`}`,
    );
  }
  const { path } = await askFor<{ path: readonly Way[] | null }>(view, 'paths', {
    from: from.id,
    to: to.id,
    hubs: asked.parameters.has('hubs'),
    together: asked.parameters.has('together'),
  });
  const names = { from: from.name, to: to.name };
  return {
    ...page(
      view,
      say('pathBetween', names),
      [from, to],
      html`${ends.map(({ meant }, at) => meant.length > 1 && others(view, at === 0 ? 'from' : 'to', meant))}
${path && path.length > 0 ? path.map((way, at) => wayOf(view, way, at + 1)) : html`<p role="status">${say('noPath')}</p>`}`,
    ),
    heading: sayOf(view, 'pathBetween', names),
  };
}

/** With nothing to show of the day. */
const noPaths = (view: View, ends: readonly (Named | undefined)[], body: Html | undefined): Page => ({
  ...page(view, view.say('pathsTitle'), ends, body),
  day: 'NONE',
});

const wordsOf = (text = ''): string => (isId(text) || !WORD.test(text) ? NOBODY : text);

function page(view: View, title: string, [from, to]: readonly (Named | undefined)[], body: Html | undefined): Page {
  const { asked, say } = view;
  const field = (name: 'from' | 'to', label: string, named: Named | undefined): Html =>
    html`<div class="grow"><label for="path-${name}">${label}</label><div class="row"><input id="path-${name}" name="${name}" value="${named?.id ?? asked.parameters.get(name)}" maxlength="200" autocomplete="off" data-complete="id" required></div></div>`;
  const choice = (name: string, label: string): Html =>
    html`<label class="choice"><input type="checkbox" name="${name}" value="1"${asked.parameters.has(name) && html` checked`}> ${label}</label>`;
  return {
    title,
    body: html`<p class="lead">${say('pathsIntro')}</p>
<form class="filters" action="/paths" method="get">
${field('from', say('one'), from)}${field('to', say('other'), to)}
<div>${choice('hubs', say('withHubs'))}${choice('together', say('together'))}</div>
<button type="submit">${say('find')}</button>
${hiddenInputs(asked)}
</form>
${body}`,
  };
}

/** What else may be meant by a name. */
function others(view: View, name: 'from' | 'to', meant: readonly Named[]): Html {
  const { asked, link } = view;
  const kept = Object.fromEntries(asked.parameters);
  return html`<ul class="kinds">${meant.map((one) => html`<li><a href="${link('/paths', { ...kept, [name]: one.id })}"${langOf(view, one.name)}>${one.name}</a></li>`)}</ul>`;
}

function wayOf(view: View, { hops, nodes, length }: Way, n: number): Html {
  const { say } = view;
  return html`<section aria-labelledby="way-${n}"><h2 id="way-${n}">${say('pathNumber', { n, steps: length })}</h2>
<p>${nodes.map((node, at) => html`${at > 0 && ' → '}${nameIn(view, node.name)}`)}</p>
<ol class="claims">${hops.map((hop) => hopItem(view, hop))}</ol></section>`;
}

function hopItem(view: View, { from, to, tie, sentence }: Way['hops'][number]): Html {
  const { asked } = view;
  if (!tie) return html`<li>${thingLink(view, from)} — ${thingLink(view, to)}</li>`;
  return html`<li><div class="claim">${marksOf(view, { modality: tie.modality, holds: tie.holds })}${tieInWords(view, tie, from)}
${whenOf(view, tie)}</div>
<p class="quiet"${inEnglish(asked.language)}>${sentence}</p>
${sourcesOf(view, tie)}</li>`;
}
