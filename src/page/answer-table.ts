import type { EnumName } from '../../schema/enums.ts';
import { inEnglish } from './claims.ts';
import { type Cell, LEFT_OUT, SILENT } from './csv.ts';
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

const ID = /^[a-z]+(\/[a-z0-9][a-z0-9.-]*)+$/;
/** Ids that have no page. */
const PAGELESS = /^(claim|comparison|name)\//;
const DAY = /^\d{4}(-\d{2}){1,2}$/;

/** An object of an answer: its plain values, those of objects within it too, and its lists. */
interface Shape {
  readonly own: ReadonlyMap<string, Cell>;
  readonly lists: ReadonlyMap<string, readonly unknown[]>;
}

function shapeOf(value: unknown, path = ''): Shape {
  if (Array.isArray(value)) {
    const isPlain = value.every((one) => typeof one !== 'object' || one === null);
    if (!isPlain) return { own: new Map(), lists: new Map([[path, value]]) };
    return { own: new Map(value.length > 0 ? [[path, value.join('; ')]] : []), lists: new Map() };
  }
  if (typeof value !== 'object' || value === null) {
    return { own: new Map(value === null ? [] : [[path, value as Cell]]), lists: new Map() };
  }
  const parts = Object.entries(value).flatMap(([key, held]) => {
    if (LEFT_OUT.has(key)) return [];
    return [shapeOf(held, SILENT.has(key) ? path : path === '' ? key : `${path}.${key}`)];
  });
  return {
    own: new Map(parts.flatMap(({ own }) => [...own])),
    lists: new Map(parts.flatMap(({ lists }) => [...lists])),
  };
}

/** An answer as people read it: a list is a table, with a row for each of its members; what these hold of lists stands within the row. */
export function readableAnswer(view: View, data: unknown): Html {
  const roots = Object.entries((data ?? {}) as Readonly<Record<string, unknown>>).filter(([, value]) => value !== null);
  if (roots.length === 0) return html`<p>${view.say('questionEmpty')}</p>`;
  return html`${roots.map(([name, value]) => {
    const { own, lists } = shapeOf(value, Array.isArray(value) ? name : '');
    return html`${roots.length > 1 && html`<h3${inEnglish(view.asked.language)}>${heading(name)}</h3>`}
${own.size > 0 && facts(view, own)}
${[...lists].map(([path, list]) => tableOf(view, path || name, list))}`;
  })}`;
}

const facts = (view: View, own: Shape['own']): Html =>
  html`<dl class="facts">${named(own).map(([path, cell, id]) => html`<dt${inEnglish(view.asked.language)}>${heading(path)}</dt><dd>${cellOf(view, path, cell, id)}</dd>`)}</dl>`;

function tableOf(view: View, path: string, list: readonly unknown[]): Html {
  const { say, asked } = view;
  const english = inEnglish(asked.language);
  const n = list.length;
  const shown = list.slice(0, ROWS_SHOWN).map((one) => shapeOf(one));
  const rows = shown.map(({ own, lists }) => ({ cells: named(own), lists }));
  const columns = [...new Set(rows.flatMap(({ cells }) => cells.map(([column]) => column)))];
  const listed = [...new Set(rows.flatMap(({ lists }) => [...lists.keys()]))];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${heading(path)}"><table class="answer">
<caption><b${english}>${heading(path)}</b> · ${n > shown.length ? say('questionRowsShown', { n, shown: shown.length }) : say('questionRows', { n })}</caption>
<thead><tr>${[...columns, ...listed].map((column) => html`<th scope="col"${english}>${heading(column)}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ cells, lists }) =>
      html`<tr>${columns.map((column) => {
        const [, cell, id] = cells.find(([one]) => one === column) ?? [];
        return html`<td>${cellOf(view, column, cell, id)}</td>`;
      })}${listed.map((column) => html`<td class="within">${membersOf(view, lists.get(column) ?? [])}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

/** A list within a row: each member on a line, with its own lists below it. */
function membersOf(view: View, list: readonly unknown[]): Html | undefined {
  if (list.length === 0) return undefined;
  const members = html`<ul>${list.slice(0, ROWS_SHOWN).map((one) => {
    const { own, lists } = shapeOf(one);
    return html`<li>${named(own).map(([path, cell, id], at) => html`${at > 0 && ' · '}${cellOf(view, path, cell, id)}`)}${[...lists.values()].map((within) => membersOf(view, within))}</li>`;
  })}</ul>`;
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
  if ((id !== undefined || (path.split('.').at(-1) ?? '') === 'id') && ID.test(address) && !PAGELESS.test(address)) {
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
