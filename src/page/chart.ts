import type { FigureNode, OneTie } from './answers.ts';
import { langOf, sayOf, spanOf } from './claims.ts';
import { yearsOf } from './dates.ts';
import { figureInWords, numberInWords } from './facts.ts';
import { type Html, html } from './html.ts';
import { ownValue } from './tie-questions.ts';
import { valueWord } from './value-words.ts';
import type { View } from './view.ts';

/** A value of a thing, with the tie that dates it. */
interface Level {
  readonly figure: FigureNode;
  readonly tie: OneTie;
  readonly value: number;
  /** As years; undefined where that side is open. */
  readonly from: number | undefined;
  readonly to: number | undefined;
}

const WIDTH = 640;
const HEIGHT = 220;
const LEFT = 20;
const RIGHT = 20;
const TOP = 28;
const BOTTOM = 30;
/** Room for the number beside a level: of each character, and around it. */
const LETTER = 7;
const AROUND = 14;
const LINE = 16;
/** How long a level is drawn as open where it is not known how long it held. */
const OPEN = 40;

/**
 * A chart for each measure of which the thing itself has at least two values with a time; what it shows stands beside it as a table.
 * Figures of which it is the whole, the place or the like are of something else, and are no levels of its own.
 */
export function figureCharts(view: View, ties: readonly OneTie[]): Html[] {
  const byMeasure = new Map<string, Level[]>();
  for (const tie of ties) {
    const figure = tie.from as FigureNode;
    if (ownValue(tie, 'AboutRole') !== 'SUBJECT' || figure.value === null) continue;
    const level = { figure, tie, value: figure.value, ...timeOf(figure, tie) };
    if (level.from === undefined && level.to === undefined) continue;
    const key = `${figure.measure} (${figure.unit ?? ''})`;
    byMeasure.set(key, [...(byMeasure.get(key) ?? []), level]);
  }
  return [...byMeasure.values()].filter((levels) => levels.length > 1).map((levels, at) => chart(view, levels, at + 1));
}

function timeOf({ measuredOn }: FigureNode, { validFrom, validTo }: OneTie): Pick<Level, 'from' | 'to'> {
  if (measuredOn) {
    const { from, to } = yearsOf(measuredOn);
    return { from: from ?? to, to: to ?? from };
  }
  const [start, end] = [validFrom ? yearsOf(validFrom) : undefined, validTo ? yearsOf(validTo) : undefined];
  return { from: start?.from ?? undefined, to: end?.to ?? end?.from };
}

function chart(view: View, levels: readonly Level[], n: number): Html {
  const { say } = view;
  const times = levels.flatMap(({ from, to }) => [from, to]).filter((time) => time !== undefined);
  const [first, last] = [Math.floor(Math.min(...times)) - 1, Math.ceil(Math.max(...times)) + 1];
  const most = Math.max(...levels.map(({ value }) => value)) || 1;
  const x = (time: number): number => Math.round(LEFT + ((time - first) / (last - first)) * (WIDTH - LEFT - RIGHT));
  const y = (value: number): number => Math.round(HEIGHT - BOTTOM - (value / most) * (HEIGHT - TOP - BOTTOM));
  const taken: (readonly [left: number, right: number, y: number])[] = [];
  // Labels that would lie upon one another stand beside one another.
  const labelAt = (wanted: number, height: number, text: string): number => {
    const width = text.length * LETTER + AROUND;
    let at = Math.max(0, Math.min(wanted, WIDTH - width));
    const inTheWay = (): (typeof taken)[number] | undefined =>
      taken.find(([left, right, top]) => at < right && left < at + width && Math.abs(top - height) < LINE);
    for (let met = inTheWay(); met; met = inTheWay()) at = met[1];
    taken.push([at, at + width, height]);
    return at;
  };
  const step = Math.max(1, Math.ceil((last - first) / 8));
  const years = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, at) => first + at * step);
  const measure = (levels[0]?.figure.measure ?? '').replaceAll('-', ' ');
  return html`<figure><figcaption id="chart-${n}">${sayOf(view, 'chartOf', { measure })}</figcaption>
<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="chart-${n}">
<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${HEIGHT - BOTTOM}" y2="${HEIGHT - BOTTOM}"/>
${years.map((year) => html`<text x="${x(year)}" y="${HEIGHT - 8}" text-anchor="middle">${year}</text>`)}
${levels.map(({ figure, value, from, to, tie }) => {
  const [left, right, height] = [x(from ?? first), x(to ?? last), y(value)];
  const open = Math.min(OPEN, (right - left) / 2);
  const [begin, end] = [from === undefined ? left + open : left, to === undefined ? right - open : right];
  const line = (kind: string, x1: number, x2: number): Html =>
    html`<line class="level${kind}" x1="${x1}" x2="${x2}" y1="${height}" y2="${height}"/>`;
  const label = numberInWords(view, { ...figure, value });
  return html`${line(tie.modality === 'FACT' ? '' : ' planned', begin, end)}
${begin > left && line(' open', left, begin)}${end < right && line(' open', end, right)}
${from !== undefined && html`<circle cx="${left}" cy="${height}" r="5"/>`}
<text class="value" x="${labelAt(left + 4, height - 9, label)}" y="${height - 9}">${label}</text>`;
})}
</svg>
<details><summary>${say('chartTable')}</summary><div class="scroll" tabindex="0" role="region" aria-labelledby="chart-${n}"><table><thead><tr><th scope="col">${say('what')}</th><th scope="col">${say('value')}</th><th scope="col">${say('holdsFor')}</th><th scope="col">${say('howStated')}</th></tr></thead>
<tbody>${levels.map(
    ({ figure, tie, value }) =>
      html`<tr><td><a href="${view.link(`/${figure.id}`)}"${langOf(view, figure.name)}>${figure.name}</a></td><td>${figureInWords(view, { ...figure, value })}</td><td>${spanOf(view, { ...tie, validFrom: figure.measuredOn ?? tie.validFrom })}</td><td>${valueWord('Modality', tie.modality, view.asked.language)}</td></tr>`,
  )}</tbody></table></div></details></figure>`;
}
