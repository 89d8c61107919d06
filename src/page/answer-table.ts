import type { EnumName } from '../../schema/enums.ts';
import { inEnglish } from './claims.ts';
import type { Cell, Table } from './csv.ts';
import { dateInWords } from './dates.ts';
import { type Html, html } from './html.ts';
import { valueWord } from './value-words.ts';
import type { View } from './view.ts';

/** What a page shows of a long answer. */
const ROWS_SHOWN = 100;

/** Enums by the last part of a column, where that leaves no doubt. */
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
};

const ID = /^[a-z]+(\/[a-z0-9][a-z0-9.-]*)+$/;
/** Ids that have no page. */
const PAGELESS = /^(claim|comparison|name)\//;
const DAY = /^\d{4}(-\d{2}){1,2}$/;

/** An answer as people read it: what is the same on every row stands above, and what repeats the row before is left out. */
export function answerTable(view: View, { columns, rows }: Table): Html {
  const { say, asked } = view;
  if (rows.length === 0) return html`<p>${say('questionEmpty')}</p>`;
  const all = columns.map((_, at) => at);
  const isSame = (at: number): boolean => rows.every((row) => row[at] === rows[0]?.[at]);
  const above = rows.length > 1 ? all.filter(isSame) : [];
  const beside = all.filter((at) => !above.includes(at));
  const names = headings(columns);
  const english = inEnglish(asked.language);
  const shown = rows.slice(0, ROWS_SHOWN);
  const n = rows.length;
  const list = html`<dl class="facts">${above.map((at) => html`<dt${english}>${names[at]}</dt><dd>${cellOf(view, columns[at], rows[0]?.[at])}</dd>`)}</dl>`;
  return html`${above.length > 0 && list}
<div class="scroll" tabindex="0" role="region" aria-labelledby="answer"><table class="answer">
<caption>${n > shown.length ? say('questionRowsShown', { n, shown: shown.length }) : say('questionRows', { n })}</caption>
<thead><tr>${beside.map((at) => html`<th scope="col"${english}>${names[at]}</th>`)}</tr></thead>
<tbody>${shown.map((row, index) => {
    const before = shown[index - 1];
    let repeats = before !== undefined;
    return html`<tr>${beside.map((at) => {
      repeats &&= before?.[at] === row[at];
      return html`<td>${!repeats && cellOf(view, columns[at], row[at])}</td>`;
    })}</tr>`;
  })}</tbody>
</table></div>`;
}

/** `institution.affectedBy.validFrom` is `affected by: valid from`, where all columns begin with `institution`. */
function headings(columns: readonly string[]): readonly string[] {
  const parts = columns.map((column) => column.split('.'));
  const shared = parts.every(([first]) => first === parts[0]?.[0]) && columns.length > 1 ? 1 : 0;
  return parts.map((path) =>
    path
      .slice(path.length > 1 ? shared : 0)
      .slice(-2)
      .map((part) => part.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase())
      .join(': '),
  );
}

/** An id leads to its page, a date and a value of an enum are told in words. */
function cellOf({ link, asked }: View, column = '', cell: Cell): Html | string {
  if (cell === null || cell === undefined) return '';
  const text = String(cell);
  const last = column.split('.').at(-1) ?? '';
  if (/^(id|from|to)$/.test(last) && ID.test(text) && !PAGELESS.test(text)) {
    return html`<a href="${link(`/${text}`)}">${text}</a>`;
  }
  if (DAY.test(text)) return dateInWords(text, asked.language);
  const name = ENUMS[last];
  return name && /^[A-Z_]+$/.test(text) ? valueWord(name, text, asked.language) : text;
}
