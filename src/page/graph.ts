import { nouns } from '../../schema/nouns.ts';
import { nounsAt, ties } from '../../schema/ties.ts';
import type { Named, OneTie } from './answers.ts';
import { askFor } from './ask-page.ts';
import { marksOf, spanOf, thingLink } from './claims.ts';
import { type Html, html } from './html.ts';
import { LANGUAGES } from './languages.ts';
import { fieldOf } from './tie-questions.ts';
import { TIE_WORDS } from './tie-words.ts';
import type { Page, View } from './view.ts';

type Edge = Pick<OneTie, 'id' | 'type' | 'validFrom' | 'validTo' | 'modality'> & {
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
};

interface Around {
  readonly truncated: boolean;
  readonly nodes: readonly Named[];
  readonly edges: readonly Edge[];
}

/** What lies around a thing: a picture that grows where one clicks, and the same as a list. */
export async function graph(view: View): Promise<Page | undefined> {
  const { asked, say, link } = view;
  const of = asked.parameters.get('of');
  if (!of) return undefined;
  const { neighbourhood } = await askFor<{ neighbourhood: Around | null }>(view, 'neighbourhood', { of });
  const [first] = neighbourhood?.nodes ?? [];
  if (!neighbourhood || !first) return undefined;
  const drawn = {
    of: first.id,
    around: neighbourhood,
    words: wordsOf(view),
    variables: { asOf: asked.asOf ?? null, languages: LANGUAGES[asked.language].names },
    page: link('/graph'),
  };
  return {
    title: say('graphOf', { name: first.name }),
    body: html`<p class="lead">${say('graphHint')}</p>
<section class="graph" data-graph="${JSON.stringify(drawn)}" hidden aria-label="${say('graphOf', { name: first.name })}">
<div class="row tools"><button type="button" data-take="png">PNG</button> <button type="button" data-take="svg">SVG</button>
<output class="chosen"></output></div>
<fieldset class="types"><legend>${say('graphTies')}</legend></fieldset>
<div class="canvas" role="img" aria-label="${say('graphOf', { name: first.name })}"></div>
</section>
<section aria-labelledby="listed"><h2 id="listed">${say('graphListed')}</h2>
${neighbourhood.truncated && html`<p class="quiet">${say('graphMore')}</p>`}
${listOf(view, neighbourhood)}</section>
<p class="pages"><a href="${link(`/${first.id}`)}">${first.name}</a></p>`,
  };
}

/**
 * What ties are called, as seen from where they begin: by type, and by type and the beginnings of both ids where a type has several words.
 */
function wordsOf({ asked: { language }, say }: View): Readonly<Record<string, string>> {
  const words: Record<string, string> = { open: say('graphOpen'), grow: say('graphGrow') };
  for (const { type, forward, from, to } of ties) {
    const word = TIE_WORDS[forward]?.[language] ?? type;
    words[type] ??= word;
    if (words[type] === word) continue;
    for (const one of nounsAt(from))
      for (const other of nounsAt(to)) words[`${type} ${nouns[one].prefix} ${nouns[other].prefix}`] = word;
  }
  return words;
}

function listOf(view: View, { nodes, edges }: Around): Html {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return html`<ul class="claims">${edges.map((edge) => {
    const [from, to] = [byId.get(edge.from.id), byId.get(edge.to.id)];
    const field = fieldOf(edge.type, edge.from.id, edge.to.id, edge.from.id) ?? '';
    return (
      from &&
      to &&
      html`<li><div class="claim">${marksOf(view, { modality: edge.modality })}<span>${thingLink(view, from)}</span>
<span class="how">${TIE_WORDS[field]?.[view.asked.language]}:</span>
<span>${thingLink(view, to)}</span>
<span class="when">${spanOf(view, edge) ?? view.say('dateUnknown')}</span></div></li>`
    );
  })}</ul>`;
}
