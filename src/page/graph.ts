import type { Named } from './answers.ts';
import { askFor } from './ask-page.ts';
import { marksOf, spanOf, thingLink } from './claims.ts';
import type { Drawn } from './drawn.ts';
import { drawnEdge, type Edge, wordOf } from './drawn-edges.ts';
import { type Html, html } from './html.ts';
import type { Page, View } from './view.ts';
import { WORDS } from './words.ts';

interface Around {
  readonly truncated: boolean;
  readonly nodes: readonly Named[];
  readonly edges: readonly Edge[];
}

/** What lies around a thing: a picture that grows where one chooses, and the same as a list. */
export async function graph(view: View): Promise<Page | undefined> {
  const { asked, say, link } = view;
  const of = asked.parameters.get('of');
  if (!of) return undefined;
  const { neighbourhood } = await askFor<{ neighbourhood: Around | null }>(view, 'neighbourhood', { of });
  const [first] = neighbourhood?.nodes ?? [];
  if (!neighbourhood || !first) return undefined;
  const { name } = first;
  const title = say('graphOf', { name });
  return {
    title,
    body: html`<p class="lead">${say('graphHint')}</p>
<section class="graph" data-graph="${JSON.stringify(drawnOf(view, first.id, neighbourhood))}" hidden aria-label="${title}">
<fieldset class="types"><legend>${say('graphTies')}</legend></fieldset>
<fieldset class="years"><legend>${say('graphYears')}</legend>
${year('from', say('graphFrom'))} ${year('to', say('graphTo'))}</fieldset>
<div class="row"><button type="button" data-take="png">PNG</button> <button type="button" data-take="svg">SVG</button>
<output class="shown quiet"></output></div>
<div class="chosen row" role="status"></div>
<div class="canvas" role="img" aria-label="${say('graphPicture', { name })}"></div>
<h2>${say('graphThings')}</h2>
<ul class="things"></ul>
</section>
<section aria-labelledby="listed"><h2 id="listed">${say('graphListed')}</h2>
${neighbourhood.truncated && html`<p class="quiet">${say('graphMore')}</p>`}
${listOf(view, neighbourhood)}</section>
<p class="pages"><a href="${link(`/${first.id}`)}">${name}</a></p>`,
  };
}

const year = (side: 'from' | 'to', label: string): Html =>
  html`<label for="${side}-year">${label}</label> <input id="${side}-year" type="number" inputmode="numeric" autocomplete="off">`;

/** Ties that have both their ends in the picture, with these ends. */
function* within({ nodes, edges }: Around): Generator<readonly [edge: Edge, from: Named, to: Named]> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const edge of edges) {
    const [from, to] = [byId.get(edge.from.id), byId.get(edge.to.id)];
    if (from && to) yield [edge, from, to];
  }
}

function drawnOf(view: View, of: string, around: Around): Drawn {
  const { asked, say, link } = view;
  return {
    of,
    page: link('/graph'),
    words: {
      open: say('graphOpen'),
      grow: say('graphGrow'),
      more: say('graphMore'),
      failed: say('graphFailed'),
      // The numbers are filled in where they are counted.
      shown: WORDS.graphShown[asked.language],
      grown: WORDS.graphGrown[asked.language],
    },
    truncated: around.truncated,
    nodes: around.nodes.map(({ __typename, id, name }) => ({ id, name, noun: __typename, address: link(`/${id}`) })),
    edges: [...within(around)].map(([edge]) => drawnEdge(view, edge)),
  };
}

function listOf(view: View, around: Around): Html {
  return html`<ul class="claims">${[...within(around)].map(
    ([
      edge,
      from,
      to,
    ]) => html`<li data-tie="${edge.id}"><div class="claim">${marksOf(view, { modality: edge.modality })}<span>${thingLink(view, from)}</span>
<span class="how">${wordOf(view, edge)}:</span>
<span>${thingLink(view, to)}</span>
<span class="when">${spanOf(view, edge) ?? view.say('dateUnknown')}</span></div></li>`,
  )}</ul>`;
}
