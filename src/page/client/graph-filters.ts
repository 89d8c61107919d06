import type { EdgeSingular } from 'cytoscape';
import type { Picture } from './graph.ts';

const boxesOf = (section: HTMLElement): HTMLInputElement[] => [
  ...section.querySelectorAll<HTMLInputElement>('.types input'),
];
const yearBox = (section: HTMLElement, side: 'from' | 'to'): HTMLInputElement | null =>
  section.querySelector(`#${side}-year`);

/** One box for each kind of tie that is there. */
export function offerKinds(picture: Picture): void {
  const { section, graph } = picture;
  const known = new Set(boxesOf(section).map(({ value }) => value));
  for (const word of new Set(graph.edges().map((edge) => String(edge.data('word'))))) {
    if (known.has(word)) continue;
    const label = document.createElement('label');
    const box = Object.assign(document.createElement('input'), { type: 'checkbox', value: word, checked: true });
    label.className = 'choice';
    label.append(box, ` ${word}`);
    box.addEventListener('change', () => showFiltered(picture));
    section.querySelector('.types')?.append(label);
  }
}

export function listenToYears(picture: Picture): void {
  for (const side of ['from', 'to'] as const)
    yearBox(picture.section, side)?.addEventListener('input', () => showFiltered(picture));
}

/** What boxes and years leave out is neither drawn nor listed, nor are things that nothing then ties to others. */
export function showFiltered({ section, graph, drawn }: Picture): void {
  const kinds = new Set(boxesOf(section).flatMap(({ value, checked }) => (checked ? [value] : [])));
  showYears(section, graph.edges().toArray());
  const [first, last] = [yearIn(section, 'from') ?? -Infinity, yearIn(section, 'to') ?? Infinity];
  const isShown = (edge: EdgeSingular): boolean =>
    kinds.has(String(edge.data('word'))) &&
    (edge.data('from') ?? -Infinity) <= last &&
    (edge.data('to') ?? Infinity) >= first;
  graph.batch(() => {
    graph.edges().forEach((edge) => {
      edge.toggleClass('left-out', !isShown(edge));
    });
    graph.nodes().forEach((node) => {
      const isAlone = node.connectedEdges().not('.left-out').empty();
      node.toggleClass('left-out', isAlone && node.id() !== drawn.of);
    });
  });
  const isLeftOut = (id: string | undefined): boolean => graph.getElementById(id ?? '').hasClass('left-out');
  for (const item of document.querySelectorAll<HTMLElement>('[data-tie]')) item.hidden = isLeftOut(item.dataset.tie);
  for (const item of section.querySelectorAll<HTMLElement>('[data-thing]')) item.hidden = isLeftOut(item.dataset.thing);
  const shown = section.querySelector<HTMLOutputElement>('.shown');
  if (shown)
    shown.value = drawn.words.shown
      .replace('{n}', String(graph.edges().not('.left-out').length))
      .replace('{all}', String(graph.edges().length));
}

/** Whole years only: while one is being typed, nothing is left out by it. */
function yearIn(section: HTMLElement, side: 'from' | 'to'): number | undefined {
  const text = yearBox(section, side)?.value ?? '';
  return /^\d{4}$/.test(text) ? Number(text) : undefined;
}

/** The boxes offer the years that ties of the picture are of. */
function showYears(section: HTMLElement, edges: readonly EdgeSingular[]): void {
  const years = edges
    .flatMap((edge) => [edge.data('from'), edge.data('to')] as (number | null)[])
    .filter((year) => year !== null);
  if (years.length === 0) return;
  const [min, max] = [String(Math.min(...years)), String(Math.max(...years))];
  for (const side of ['from', 'to'] as const)
    Object.assign(yearBox(section, side) ?? {}, { min, max, placeholder: side === 'from' ? min : max });
}
