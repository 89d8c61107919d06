import type { EnumName } from '../../schema/enums.ts';
import { isWellFormed } from '../loaders/ids.ts';
import { inEnglish } from './claims.ts';
import { type Cell, type Part, partsOf } from './csv.ts';
import { dateInWords } from './dates.ts';
import { type Html, html } from './html.ts';
import { valueWord } from './value-words.ts';
import type { View } from './view.ts';

/** What a page shows of a long list. */
const ROWS_SHOWN = 100;
/** Characters of markup from which a list within a row is shown when asked for. */
const LONG = 600;

/** Enums by the name of a field, where that leaves no doubt. */
const ENUMS: Readonly<Record<string, EnumName>> = {
  modality: 'Modality',
  existence: 'Existence',
  mechanism: 'AffectsMechanism',
  how: 'EnactedHow',
  mode: 'AppointsMode',
  outcome: 'ParticipantOutcome',
  verdict: 'ComparisonVerdict',
  comparator: 'Comparator',
  holds: 'Holds',
  end: 'End',
  turn: 'Turn',
  change: 'ChangeKind',
  inferred: 'Inferred',
};

/** Ids that have no page. */
const PAGELESS = /^(claim|comparison|name)\//;
const DAY = /^\d{4}(-\d{2}){1,2}$/;

/** An object of an answer: its plain values, those of objects within it too, and its lists. */
interface Shape {
  readonly own: ReadonlyMap<string, Cell>;
  readonly lists: ReadonlyMap<string, readonly unknown[]>;
  /** Lists of which the question asked for the first members only. */
  readonly cut: ReadonlySet<string>;
}

const shapeOf = (held: unknown, path = ''): Shape => shape({ path, held, taken: new Set() });

function shape({ path, held, taken }: Part): Shape {
  const [own, lists, cut] = [new Map<string, Cell>(), new Map<string, readonly unknown[]>(), new Set<string>()];
  if (Array.isArray(held)) {
    const isPlain = held.every((one) => typeof one !== 'object' || one === null);
    if (!isPlain) lists.set(path, held);
    else if (held.length > 0) own.set(path, held.join('; '));
  } else if (typeof held !== 'object') {
    own.set(path, held as Cell);
  } else if (held !== null) {
    const isCut = isPartOfMore(held);
    for (const part of partsOf(held, path, taken)) {
      const inner = shape(part);
      for (const [key, cell] of inner.own) own.set(key, cell);
      for (const [key, list] of inner.lists) lists.set(key, list);
      for (const key of inner.cut) cut.add(key);
      if (isCut && Array.isArray(part.held)) cut.add(part.path);
    }
  }
  return { own, lists, cut };
}

/** Whether a page of a list is followed by others, as far as was asked. */
function isPartOfMore(page: object): boolean {
  const { pageInfo, totalCount, edges, nodes } = page as Readonly<Record<string, unknown>>;
  if ((pageInfo as { hasNextPage?: boolean } | null | undefined)?.hasNextPage) return true;
  const list = edges ?? nodes;
  return Array.isArray(list) && typeof totalCount === 'number' && totalCount > list.length;
}

/** An answer as people read it: a list is a table, with a row for each of its members; what these hold of lists stands within the row. */
export function readableAnswer(view: View, data: unknown): Html {
  const roots = Object.entries((data ?? {}) as Readonly<Record<string, unknown>>).filter(([, value]) => value !== null);
  if (roots.length === 0) return html`<p>${view.say('questionEmpty')}</p>`;
  return html`${roots.map(([name, value]) => {
    const { own, lists, cut } = shapeOf(value, Array.isArray(value) ? name : '');
    return html`${roots.length > 1 && html`<h3${inEnglish(view.asked.language)}>${heading(name)}</h3>`}
${own.size > 0 && facts(view, own)}
${[...lists].map(([path, list]) => tableOf(view, path || name, list, cut.has(path)))}`;
  })}`;
}

const facts = (view: View, own: Shape['own']): Html =>
  html`<dl class="facts">${named(own).map(([path, cell, id]) => html`<dt${inEnglish(view.asked.language)}>${heading(path)}</dt><dd>${cellOf(view, path, cell, id)}</dd>`)}</dl>`;

function tableOf(view: View, path: string, list: readonly unknown[], isCut: boolean): Html {
  const { say, asked } = view;
  const english = inEnglish(asked.language);
  const n = list.length;
  const shown = list.slice(0, ROWS_SHOWN).map((one) => shapeOf(one));
  const rows = shown.map(({ own, lists, cut }) => ({ cells: named(own), lists, cut }));
  const columns = [...new Set(rows.flatMap(({ cells }) => cells.map(([column]) => column)))];
  const listed = [...new Set(rows.flatMap(({ lists }) => [...lists.keys()]))];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${heading(path)}"><table class="answer">
<caption><b${english}>${heading(path)}</b> · ${n > shown.length ? say('questionRowsShown', { n, shown: shown.length }) : say('questionRows', { n })}${isCut && html` ${say('questionCut')}`}</caption>
<thead><tr>${[...columns, ...listed].map((column) => html`<th scope="col"${english}>${heading(column)}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ cells, lists, cut }) =>
      html`<tr>${columns.map((column) => {
        const [, cell, id] = cells.find(([one]) => one === column) ?? [];
        return html`<td>${cellOf(view, column, cell, id)}</td>`;
      })}${listed.map((column) => html`<td class="within">${membersOf(view, lists.get(column) ?? [], cut.has(column))}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

/** A list within a row: each member on a line, with its own lists below it. */
function membersOf(view: View, list: readonly unknown[], isCut: boolean): Html | undefined {
  if (list.length === 0) return undefined;
  const shown = list.slice(0, ROWS_SHOWN);
  const members = html`<ul>${shown.map((one) => {
    const { own, lists, cut } = shapeOf(one);
    return html`<li>${named(own).map(([path, cell, id], at) => html`${at > 0 && ' · '}${cellOf(view, path, cell, id)}`)}${[...lists].map(([path, within]) => membersOf(view, within, cut.has(path)))}</li>`;
  })}${list.length > shown.length && html`<li>${view.say('questionRowsShown', { n: list.length, shown: shown.length })}</li>`}${isCut && html`<li>${view.say('questionCut')}</li>`}</ul>`;
  return members.text.length > LONG
    ? html`<details><summary>${view.say('total', { n: list.length })}</summary>${members}</details>`
    : members;
}

const NAMES = ['name', 'title', 'text'];

/** Plain values; a name that has an id beside it stands for both. */
function named(own: Shape['own']): (readonly [path: string, cell: Cell, id?: string])[] {
  const beside = (path: string, name: string): string => path.replace(/[^.]*$/, name);
  const nameOf = (path: string): string | undefined =>
    NAMES.map((name) => beside(path, name)).find((one) => own.get(one) != null);
  return [...own].flatMap(([path, cell]) => {
    const isId = (path.split('.').at(-1) ?? '') === 'id';
    if (isId && nameOf(path) !== undefined) return [];
    const id = own.get(beside(path, 'id'));
    const isName = typeof id === 'string' && nameOf(path) === path;
    return [isName ? ([path, cell, id] as const) : ([path, cell] as const)];
  });
}

/** `affectedBy.validFrom` is `affected by: valid from`. */
const heading = (path: string): string =>
  path
    .split('.')
    .slice(-2)
    .map((part) => part.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase())
    .join(': ');

/** An id leads to its page, a date and a value of an enum are told in words. */
function cellOf({ link, asked: { language } }: View, path: string, cell: Cell, id?: string): Html | string {
  if (cell === null || cell === undefined) return '';
  const text = String(cell);
  const address = id ?? text;
  if (
    (id !== undefined || (path.split('.').at(-1) ?? '') === 'id') &&
    isWellFormed(address) &&
    !PAGELESS.test(address)
  ) {
    return html`<a href="${link(`/${address}`)}">${text}</a>`;
  }
  if (DAY.test(text)) return dateInWords(text, language);
  const name = ENUMS[path.split('.').at(-1) ?? ''];
  if (!name || !/^[A-Z_]+(; [A-Z_]+)*$/.test(text)) return text;
  return text
    .split('; ')
    .map((value) => valueWord(name, value, language))
    .join('; ');
}
