import type { Core, ElementDefinition, LayoutOptions, NodeSingular } from 'cytoscape';
import type { Drawn } from '../drawn.ts';
import { offerFiles } from './graph-files.ts';
import { listenToYears, offerKinds, showFiltered } from './graph-filters.ts';
import { graphStyle } from './graph-style.ts';

/** A picture on its page. */
export interface Picture {
  readonly section: HTMLElement;
  readonly graph: Core;
  readonly drawn: Drawn;
  readonly colour: (name: string) => string;
}

/** Draws what lies around a thing. Who chooses one of the things is offered its page, and more of the picture around it. */
export async function drawGraph(section: HTMLElement): Promise<void> {
  const { default: cytoscape } = await import('cytoscape');
  const canvas = section.querySelector<HTMLElement>('.canvas');
  if (!canvas) return;
  section.hidden = false;
  // It would add a style element, which pages forbid; the one rule in it stands in our style sheet.
  document.head.append(Object.assign(document.createElement('meta'), { id: '__________cytoscape_stylesheet' }));
  const colours = getComputedStyle(document.documentElement);
  const colour = (name: string): string => colours.getPropertyValue(`--${name}`).trim();
  const graph = cytoscape({
    container: canvas,
    style: graphStyle(colour),
    minZoom: 0.2,
    maxZoom: 3,
    wheelSensitivity: 0.3,
  });
  const picture: Picture = { section, graph, drawn: drawnIn(section), colour };
  add(picture, picture.drawn);
  arrange(picture, {
    name: 'concentric',
    concentric: (node) => (node.id() === picture.drawn.of ? 2 : 1),
    levelWidth: () => 1,
    minNodeSpacing: 60,
  });
  listenToYears(picture);
  offerFiles(picture);
  graph.on('tap', 'node', ({ target }) => choose(picture, target as NodeSingular));
}

const drawnIn = (section: HTMLElement): Drawn => JSON.parse(section.dataset.graph ?? '') as Drawn;

/** Layouts are round, the place of a picture is wide on a desk and high on a phone. */
function arrange({ graph }: Picture, options: LayoutOptions): void {
  graph.layout(options).run();
  const wide = Math.min(1.7, Math.max(0.7, graph.width() / graph.height()));
  graph.nodes().positions((node) => ({ x: node.position('x') * wide, y: node.position('y') }));
  graph.fit(graph.elements(':visible'), 30);
}

/** Adds what is not there yet, around a thing that is; says how much it was. */
function add(picture: Picture, { nodes, edges }: Drawn, around?: NodeSingular): number {
  const { graph, colour } = picture;
  const isFresh = ({ id }: { readonly id: string }): boolean => graph.getElementById(id).empty();
  const fresh = nodes.filter(isFresh);
  const centre = around?.position() ?? { x: 0, y: 0 };
  const elements: ElementDefinition[] = fresh.map((node, at) => {
    const angle = (2 * Math.PI * at) / fresh.length;
    return {
      group: 'nodes',
      data: { ...node, colour: colour(node.noun) },
      position: { x: centre.x + 90 * Math.cos(angle), y: centre.y + 90 * Math.sin(angle) },
    };
  });
  graph.add([...elements, ...edges.filter(isFresh).map((edge) => ({ group: 'edges' as const, data: { ...edge } }))]);
  picture.section.querySelector('.things')?.append(...fresh.map(({ id }) => thingItem(picture, id)));
  offerKinds(picture);
  showFiltered(picture);
  return fresh.length;
}

/** A thing as a button, for who has no mouse or does not see the picture. */
function thingItem(picture: Picture, id: string): HTMLLIElement {
  const node = picture.graph.getElementById(id);
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: `noun ${String(node.data('noun'))}`,
    textContent: String(node.data('name')),
  });
  button.addEventListener('click', () => choose(picture, node)?.focus());
  const item = document.createElement('li');
  item.dataset.thing = id;
  item.append(button);
  return item;
}

/** Offers what can be done with a thing; the button that lets the picture grow is given back. */
function choose(picture: Picture, node: NodeSingular): HTMLButtonElement | undefined {
  const { words } = picture.drawn;
  picture.graph.nodes().unselect();
  node.select();
  const name = Object.assign(document.createElement('strong'), { textContent: String(node.data('name')) });
  const open = Object.assign(document.createElement('a'), {
    href: String(node.data('address')),
    textContent: words.open,
  });
  const grow = Object.assign(document.createElement('button'), { type: 'button', textContent: words.grow });
  const said = document.createElement('span');
  let isGrowing = false;
  grow.addEventListener('click', async () => {
    if (isGrowing) return;
    isGrowing = true;
    said.textContent = '…';
    said.textContent = await growAround(picture, node).catch(() => words.failed);
    isGrowing = false;
  });
  picture.section.querySelector('.chosen')?.replaceChildren(name, open, grow, said);
  return grow;
}

/** The picture around another thing comes from its own page, in the same words; says what came of it. */
async function growAround(picture: Picture, node: NodeSingular): Promise<string> {
  const { words, page } = picture.drawn;
  const address = new URL(page, location.origin);
  address.searchParams.set('of', node.id());
  const response = await fetch(address, { headers: { Accept: 'text/html' } });
  const other = new DOMParser().parseFromString(await response.text(), 'text/html');
  const section = other.querySelector<HTMLElement>('[data-graph]');
  if (!section) return other.querySelector('h1')?.textContent ?? words.failed;
  const grown = drawnIn(section);
  const known = new Set([...document.querySelectorAll<HTMLElement>('[data-tie]')].map(({ dataset }) => dataset.tie));
  const items = [...other.querySelectorAll<HTMLElement>('[data-tie]')].filter(({ dataset }) => !known.has(dataset.tie));
  document.querySelector('#listed ~ .claims')?.append(...items.map((item) => document.importNode(item, true)));
  const count = add(picture, grown, node);
  arrange(picture, {
    name: 'cose',
    animate: false,
    nodeDimensionsIncludeLabels: true,
    nodeRepulsion: () => 60_000,
    idealEdgeLength: () => 130,
  });
  return [words.grown.replace('{n}', String(count)), grown.truncated ? words.more : ''].join(' ').trim();
}
