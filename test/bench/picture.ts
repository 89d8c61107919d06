import type { Results, WorkloadResult } from './report.ts';

const COLUMNS = 3;
const PANEL = { width: 300, top: 26, bar: 17, names: 104, scale: 140, gap: 16 } as const;
const COLOURS: Readonly<Record<string, string>> = { ours: '#0f766e', raw: '#475569', 'raw-maps': '#94a3b8' };
const OTHERS = '#cbd5e1';

/** Requests a second over those of the raw driver, a panel for each workload, at the most connections up to 16; W1 at 64. */
export function pictureOf({ workloads, nodes, rounds, machine }: Results): string {
  const panels = workloads.flatMap((workload) => panelOf(workload) ?? []);
  const most = Math.max(0, ...panels.map(({ bars }) => bars.length));
  const height = PANEL.top + most * PANEL.bar + PANEL.gap;
  const size = [COLUMNS * PANEL.width + PANEL.gap, 40 + Math.ceil(panels.length / COLUMNS) * height];
  const drawn = panels.map(({ title, bars }, at) => {
    const x = PANEL.gap + (at % COLUMNS) * PANEL.width;
    const y = 48 + Math.floor(at / COLUMNS) * height;
    const longest = Math.max(1, ...bars.map(({ ratio }) => ratio));
    const one = PANEL.names + PANEL.scale / longest;
    return [
      `<g transform="translate(${x} ${y})">`,
      `<text y="12" font-weight="bold">${escaped(title)}</text>`,
      `<path d="M${one.toFixed(1)} ${PANEL.top - 6}v${bars.length * PANEL.bar}" stroke="#b91c1c" stroke-dasharray="2 2"/>`,
      ...bars.map(({ peer, ratio }, row) => {
        const top = PANEL.top - 4 + row * PANEL.bar;
        const width = Math.max(1, (ratio / longest) * PANEL.scale);
        return [
          `<text x="${PANEL.names - 6}" y="${top + 11}" text-anchor="end">${escaped(peer)}</text>`,
          `<rect x="${PANEL.names}" y="${top}" width="${width.toFixed(1)}" height="13" fill="${COLOURS[peer] ?? OTHERS}"/>`,
          `<text x="${(PANEL.names + width + 5).toFixed(1)}" y="${top + 11}" paint-order="stroke" stroke="#ffffff" stroke-width="4">${Number(ratio.toPrecision(2))}</text>`,
        ].join('');
      }),
      '</g>',
    ].join('\n');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size[0]}" height="${size[1]}" font-family="sans-serif" font-size="11" fill="#0f172a">
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="${PANEL.gap}" y="24" font-size="14" font-weight="bold">Requests a second over those of a raw driver (1, dashed): ${nodes} nodes, ${rounds} rounds, ${String(machine.cores)} cores</text>
${drawn.join('\n')}
</svg>
`;
}

function panelOf({ name, what, cells }: WorkloadResult) {
  const levels = cells.flatMap(({ level, peer }) => (level !== 'rate' && peer === 'raw' ? [level] : []));
  const level = Math.max(0, ...levels.filter((connections) => connections <= (name === 'W1' ? 64 : 16)));
  const rateOf = (peer: string): number | undefined =>
    cells.find((cell) => cell.level === level && cell.peer === peer)?.perSecond?.middle;
  const raw = rateOf('raw');
  if (!raw) return undefined;
  // Kept answers are so far ahead that nothing else could be seen beside them.
  const peers = [...new Set(cells.map(({ peer }) => peer))].filter((peer) => peer !== 'ours-kept');
  const bars = peers.flatMap((peer) => {
    const rate = rateOf(peer);
    return rate === undefined ? [] : [{ peer, ratio: rate / raw }];
  });
  return { title: `${name} x${level}: ${what.replace(/[:,] .*/, '')}`, bars };
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
