import type { Core, ElementDefinition, NodeSingular } from 'cytoscape';
import neighbourhood from '../queries/neighbourhood.graphql';
import { svgOf } from './graph-svg.ts';

interface Around {
  readonly nodes: readonly { readonly __typename: string; readonly id: string; readonly name: string }[];
  readonly edges: readonly {
    readonly id: string;
    readonly type: string;
    readonly from: { readonly id: string };
    readonly to: { readonly id: string };
    readonly validFrom: string | null;
    readonly validTo: string | null;
    readonly modality: string;
  }[];
}

interface Drawn {
  readonly of: string;
  readonly around: Around;
  readonly words: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Any page, in the language and as of the day of this one. */
  readonly page: string;
}

/** Draws what lies around a thing. A click tells what a thing is and lets the picture grow around it. */
export async function drawGraph(section: HTMLElement): Promise<void> {
  const { default: cytoscape } = await import('cytoscape');
  const drawn = JSON.parse(section.dataset.graph ?? '') as Drawn;
  const canvas = section.querySelector<HTMLElement>('.canvas');
  if (!canvas) return;
  section.hidden = false;
  // It would add a style element, which pages forbid; the one rule in it stands in our style sheet.
  document.head.append(Object.assign(document.createElement('meta'), { id: '__________cytoscape_stylesheet' }));
  const colours = getComputedStyle(document.documentElement);
  const colour = (name: string): string => colours.getPropertyValue(`--${name}`).trim();
  const graph = cytoscape({
    container: canvas,
    elements: [...elementsOf(drawn.around, drawn, colour)],
    style: [
      {
        selector: 'node',
        style: {
          label: 'data(name)',
          'background-color': 'data(colour)',
          color: colour('text'),
          'font-size': 11,
          'text-wrap': 'wrap',
          'text-max-width': '120px',
          'text-valign': 'bottom',
          'text-margin-y': 4,
          width: 26,
          height: 26,
        },
      },
      {
        selector: 'edge',
        style: {
          label: 'data(label)',
          color: colour('quiet'),
          'font-size': 9,
          'text-rotation': 'autorotate',
          'text-background-color': colour('ground'),
          'text-background-opacity': 0.85,
          'line-color': colour('quiet'),
          'target-arrow-color': colour('quiet'),
          'target-arrow-shape': 'triangle',
          'curve-style': 'bezier',
          width: 1.5,
        },
      },
      // What is no fact is not drawn as one.
      { selector: 'edge[modality != "FACT"]', style: { 'line-style': 'dashed' } },
      { selector: ':selected', style: { 'border-width': 4, 'border-color': colour('link') } },
      { selector: '.left-out', style: { display: 'none' } },
    ],
    minZoom: 0.2,
    maxZoom: 3,
    wheelSensitivity: 0.3,
  });
  graph
    .layout({
      name: 'concentric',
      concentric: (node) => (node.data('first') ? 2 : 1),
      levelWidth: () => 1,
      minNodeSpacing: 70,
    })
    .run();
  offerTypes(section, graph);
  offerFiles(section, graph, drawn.of);
  graph.on('tap', 'node', ({ target }) => tell(section, graph, target as NodeSingular, drawn, colour));
}

const elementsOf = (
  { nodes, edges }: Around,
  { of, words }: Drawn,
  colour: (name: string) => string,
): readonly ElementDefinition[] => [
  ...nodes.map(({ __typename, id, name }) => ({
    group: 'nodes' as const,
    data: { id, name, colour: colour(__typename), first: id === of },
  })),
  ...edges.map(({ id, type, from, to, validFrom, validTo, modality }) => {
    const span = [validFrom, validTo].filter(Boolean).join(' – ');
    const word = words[`${type} ${nounOf(from.id)} ${nounOf(to.id)}`] ?? words[type] ?? type;
    const label = [word, span].filter(Boolean).join(', ');
    return { group: 'edges' as const, data: { id, word, label, modality, source: from.id, target: to.id } };
  }),
];

/** Ids begin with it. */
const nounOf = (id: string): string => id.slice(0, id.indexOf('/'));

const arrange = (graph: Core): void =>
  void graph
    .layout({ name: 'cose', animate: false, nodeRepulsion: () => 60_000, idealEdgeLength: () => 130, padding: 30 })
    .run();

/** One box for each kind of tie that is there; what is left alone by that is hidden too. */
function offerTypes(section: HTMLElement, graph: Core): void {
  const place = section.querySelector('.types');
  const known = new Set([...section.querySelectorAll<HTMLInputElement>('.types input')].map(({ value }) => value));
  for (const word of new Set(graph.edges().map((edge) => String(edge.data('word'))))) {
    if (known.has(word)) continue;
    const label = document.createElement('label');
    const box = Object.assign(document.createElement('input'), { type: 'checkbox', value: word, checked: true });
    label.className = 'choice';
    label.append(box, ` ${word}`);
    box.addEventListener('change', () => {
      graph
        .edges()
        .filter((edge) => edge.data('word') === word)
        .toggleClass('left-out', !box.checked);
      graph.nodes().forEach((node) => {
        const isAlone = node
          .connectedEdges()
          .filter((edge) => !edge.hasClass('left-out'))
          .empty();
        node.toggleClass('left-out', isAlone && !node.data('first'));
      });
    });
    place?.append(label);
  }
}

function offerFiles(section: HTMLElement, graph: Core, of: string): void {
  for (const button of section.querySelectorAll<HTMLButtonElement>('[data-take]')) {
    button.addEventListener('click', () => {
      const kind = button.dataset.take ?? '';
      const file =
        kind === 'png'
          ? (graph.png({ output: 'blob', full: true, scale: 2, bg: '#ffffff' }) as unknown as Blob)
          : new Blob([svgOf(graph)], { type: 'image/svg+xml' });
      const link = Object.assign(document.createElement('a'), {
        href: URL.createObjectURL(file),
        download: `${of.replaceAll('/', '-')}.${kind}`,
      });
      link.click();
      URL.revokeObjectURL(link.href);
    });
  }
}

function tell(
  section: HTMLElement,
  graph: Core,
  node: NodeSingular,
  drawn: Drawn,
  colour: (name: string) => string,
): void {
  const place = section.querySelector('.chosen');
  const id = node.id();
  const address = new URL(drawn.page, location.origin);
  address.pathname = `/${id}`;
  const open = Object.assign(document.createElement('a'), { href: address.href, textContent: drawn.words.open });
  const grow = Object.assign(document.createElement('button'), { type: 'button', textContent: drawn.words.grow });
  grow.addEventListener('click', async () => {
    grow.disabled = true;
    const around = await ask(id, drawn).catch(() => undefined);
    if (!around) return;
    const fresh = elementsOf(around, drawn, colour).filter(({ data }) => graph.getElementById(String(data.id)).empty());
    graph.add([...fresh]);
    offerTypes(section, graph);
    arrange(graph);
  });
  place?.replaceChildren(`${String(node.data('name'))} `, open, ' ', grow);
}

async function ask(of: string, { variables }: Drawn): Promise<Around | null | undefined> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ query: neighbourhood, variables: { ...variables, of } }),
  });
  const { data } = (await response.json()) as { data?: { neighbourhood: Around | null } | null };
  return data?.neighbourhood;
}
