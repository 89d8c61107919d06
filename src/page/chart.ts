import type { FigureNode, OneTie } from './answers.ts';
import { spanOf } from './claims.ts';
import { yearsOf } from './dates.ts';
import { figureInWords } from './facts.ts';
import { type Html, html } from './html.ts';
import { valueWord } from './value-words.ts';
import type { View } from './view.ts';

/** A figure of a thing, with the tie that dates it. */
export interface DatedFigure {
  readonly figure: FigureNode;
  readonly tie: OneTie;
}

interface Level extends DatedFigure {
  readonly value: number;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

const WIDTH = 640;
const HEIGHT = 220;
const LEFT = 20;
const RIGHT = 20;
const TOP = 28;
const BOTTOM = 30;
/** Room for the number beside a level. */
const LABEL = 36;
const LINE = 16;

/** A chart for each measure of which at least two values have a time; what it shows stands beside it as a table. */
export function figureCharts(view: View, figures: readonly DatedFigure[]): Html[] {
  const byMeasure = new Map<string, Level[]>();
  for (const { figure, tie } of figures) {
    if (figure.value === null) continue;
    const level = { figure, tie, value: figure.value, ...timeOf(figure, tie) };
    if (level.from === undefined && level.to === undefined) continue;
    const key = `${figure.measure} (${figure.unit ?? ''})`;
    byMeasure.set(key, [...(byMeasure.get(key) ?? []), level]);
  }
  return [...byMeasure.values()].filter((levels) => levels.length > 1).map((levels) => chart(view, levels));
}

function timeOf({ measuredOn }: FigureNode, { validFrom, validTo }: OneTie): Pick<Level, 'from' | 'to'> {
  if (measuredOn) {
    const { from, to } = yearsOf(measuredOn);
    return { from: from ?? to, to: to ?? from };
  }
  const [start, end] = [validFrom ? yearsOf(validFrom) : undefined, validTo ? yearsOf(validTo) : undefined];
  return { from: start?.from ?? undefined, to: end?.to ?? end?.from };
}

function chart(view: View, levels: readonly Level[]): Html {
  const { say } = view;
  const times = levels.flatMap(({ from, to }) => [from, to]).filter((time) => time !== undefined);
  const [first, last] = [Math.floor(Math.min(...times)) - 1, Math.ceil(Math.max(...times)) + 1];
  const most = Math.max(...levels.map(({ value }) => value)) || 1;
  const x = (time: number): number => Math.round(LEFT + ((time - first) / (last - first)) * (WIDTH - LEFT - RIGHT));
  const y = (value: number): number => Math.round(HEIGHT - BOTTOM - (value / most) * (HEIGHT - TOP - BOTTOM));
  const taken: (readonly [x: number, y: number])[] = [];
  // Labels that would lie upon one another stand beside one another.
  const labelAt = (wanted: number, height: number): number => {
    let at = Math.min(wanted, WIDTH - 40);
    while (taken.some(([left, top]) => Math.abs(left - at) < LABEL && Math.abs(top - height) < LINE)) at += LABEL;
    taken.push([at, height]);
    return at;
  };
  const step = Math.max(1, Math.ceil((last - first) / 8));
  const years = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, at) => first + at * step);
  const name = (levels[0]?.figure.measure ?? '').replaceAll('-', ' ');
  const title = say('chartOf', { measure: name });
  return html`<figure><figcaption>${title}</figcaption>
<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${HEIGHT - BOTTOM}" y2="${HEIGHT - BOTTOM}"/>
${years.map((year) => html`<text x="${x(year)}" y="${HEIGHT - 8}" text-anchor="middle">${year}</text>`)}
${levels.map(({ value, from, to, tie }) => {
  const [left, right] = [x(from ?? first), x(to ?? last)];
  const kind = `level${tie.modality === 'FACT' ? '' : ' planned'}`;
  return html`<line class="${kind}" x1="${left}" x2="${right}" y1="${y(value)}" y2="${y(value)}"/>
${from !== undefined && html`<circle cx="${left}" cy="${y(value)}" r="5"/>`}
<text class="value" x="${labelAt(left + 4, y(value) - 9)}" y="${y(value) - 9}">${value}</text>`;
})}
</svg>
<details><summary>${say('chartTable')}</summary><div class="scroll" tabindex="0" role="region" aria-label="${title}"><table><thead><tr><th scope="col">${say('what')}</th><th scope="col">${say('value')}</th><th scope="col">${say('holdsFor')}</th><th scope="col">${say('howStated')}</th></tr></thead>
<tbody>${levels.map(
    ({ figure, tie, value }) =>
      html`<tr><td><a href="${view.link(`/${figure.id}`)}">${figure.name}</a></td><td>${figureInWords(view, { ...figure, value })}</td><td>${spanOf(view, { ...tie, validFrom: figure.measuredOn ?? tie.validFrom })}</td><td>${valueWord('Modality', tie.modality, view.asked.language)}</td></tr>`,
  )}</tbody></table></div></details></figure>`;
}
