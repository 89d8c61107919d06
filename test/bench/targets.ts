import type { Cell, Level } from './measure.ts';
import type { Timed } from './workloads.ts';

/** What our figures are divided by, and what the ratio is to be: requests a second are to be many, milliseconds few. */
export interface Target {
  readonly name: string;
  /** Whose figures; ours where nobody is named. */
  readonly who?: string;
  readonly workload: Timed | 'W11';
  readonly level: Level;
  readonly of: 'perSecond' | 'p50' | 'p99';
  readonly peer: string;
  readonly wanted: string;
}

const rates = (workload: Timed, level: number, wanted: Readonly<Record<string, string>>): Target[] =>
  Object.entries(wanted).map(([peer, ratio]) => ({
    name: `${workload}x${level}_vs_${peer.replaceAll('-', '_')}`,
    workload,
    level,
    of: 'perSecond',
    peer,
    wanted: ratio,
  }));

export const targets: readonly Target[] = [
  ...rates('W1', 64, { raw: '≥ 1.5', 'neo4j-graphql': '≥ 4', 'yoga-dataloader': '≥ 3' }),
  { name: 'W1x1_p50_vs_raw', workload: 'W1', level: 1, of: 'p50', peer: 'raw', wanted: '≤ 2' },
  ...(['W3', 'W3h'] as const).flatMap((workload): Target[] => [
    ...rates(workload, 16, { raw: '≥ 0.9', 'raw-maps': '≥ 1.2', 'neo4j-graphql': '≥ 4', 'yoga-dataloader': '≥ 2' }),
    {
      name: `${workload}x16_p99_vs_yoga_dataloader`,
      workload,
      level: 16,
      of: 'p99',
      peer: 'yoga-dataloader',
      wanted: '≤ 0.5',
    },
  ]),
  ...(['W5', 'W6'] as const).flatMap((workload) =>
    rates(workload, 16, { raw: '≥ 0.9', 'neo4j-graphql': '≥ 5', 'yoga-dataloader': '≥ 3' }),
  ),
  {
    name: 'W3x1_kept_vs_ours',
    who: 'ours-kept',
    workload: 'W3',
    level: 1,
    of: 'perSecond',
    peer: 'ours',
    wanted: '≥ 10',
  },
  { name: 'W11_p99_vs_neo4j_graphql', workload: 'W11', level: 1, of: 'p99', peer: 'neo4j-graphql', wanted: '≤ 0.33' },
];

/** The middle of some rounds, and between what they lie. */
export interface Spread {
  readonly middle: number;
  readonly least: number;
  readonly most: number;
}

export function spreadOf(values: readonly number[]): Spread | undefined {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const [least, middle, most] = [sorted[0], sorted[Math.floor((sorted.length - 1) / 2)], sorted.at(-1)];
  return least === undefined || middle === undefined || most === undefined ? undefined : { least, middle, most };
}

/** Round by round one cell's figure over another's. */
export function ratioOf(cell: Cell | undefined, other: Cell | undefined, of: Target['of']): Spread | undefined {
  if (!cell || !other || cell.cannot || other.cannot) return undefined;
  return spreadOf(cell.samples.map((sample, at) => sample[of] / (other.samples[at]?.[of] ?? Number.NaN)));
}
