import { ties } from '../../schema/ties.ts';
import type { Named, OneTie } from './answers.ts';
import { askFor } from './ask-page.ts';
import { marksOf, spanOf, thingLink } from './claims.ts';
import { type Html, html } from './html.ts';
import { LANGUAGES } from './languages.ts';
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
  const languages = LANGUAGES[asked.language].names;
  const { neighbourhood } = await askFor<{ neighbourhood: Around | null }>(view, 'neighbourhood', { of, languages });
  const [first] = neighbourhood?.nodes ?? [];
  if (!neighbourhood || !first) return undefined;
  const drawn = {
    of: first.id,
    around: neighbourhood,
    words: wordsOf(view),
    variables: { asOf: asked.asOf ?? null, languages },
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

/** What each type of tie is called, as seen from where it begins. */
const wordsOf = ({ asked: { language }, say }: View): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(ties.map(({ type, forward }) => [type, TIE_WORDS[forward]?.[language] ?? type])),
  open: say('graphOpen'),
  grow: say('graphGrow'),
});

function listOf(view: View, { nodes, edges }: Around): Html {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return html`<ul class="claims">${edges.map((edge) => {
    const [from, to] = [byId.get(edge.from.id), byId.get(edge.to.id)];
    const row = ties.find(({ type }) => type === edge.type);
    return (
      from &&
      to &&
      html`<li><div class="claim">${marksOf(view, { modality: edge.modality })}<span>${thingLink(view, from)}</span>
<span class="how">${TIE_WORDS[row?.forward ?? '']?.[view.asked.language]}:</span>
<span>${thingLink(view, to)}</span>
<span class="when">${spanOf(view, edge) ?? view.say('dateUnknown')}</span></div></li>`
    );
  })}</ul>`;
}
