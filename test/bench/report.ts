import type { Cost } from './costs.ts';
import type { Cell, Level } from './measure.ts';
import { ratioOf, type Spread, spreadOf, type Target, targets } from './targets.ts';

/** All that is known after a run: what the results file holds, and what table and picture are made from. */
export interface Results {
  readonly nodes: number;
  readonly relationships: number;
  readonly rounds: number;
  readonly secondsACell: number;
  readonly coldTexts: number;
  readonly machine: Readonly<Record<string, unknown>>;
  readonly versions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly memory: Readonly<Record<string, number | undefined>>;
  /** Milliseconds until each server listened. */
  readonly upAfter: Readonly<Record<string, number>>;
  readonly workloads: readonly WorkloadResult[];
  readonly ratios: readonly { readonly name: string; readonly wanted: string; readonly ratio: Spread | null }[];
}

export interface WorkloadResult {
  readonly name: string;
  readonly what: string;
  /** Of our server, for the first values: exact. */
  readonly cost: Cost | undefined;
  readonly bytes: Readonly<Record<string, number>>;
  readonly cells: readonly CellResult[];
}

/** Without samples nothing but why there are none. */
export interface CellResult {
  readonly peer: string;
  readonly level: Level;
  readonly cannot?: string;
  readonly failed?: number;
  readonly perSecond?: Spread;
  readonly p50?: Spread;
  readonly p99?: Spread;
  readonly serverCpu?: Spread;
  readonly neo4jCpu?: Spread;
  readonly generatorCpu?: Spread;
  readonly generatorShare?: Spread;
}

const FIGURES = ['perSecond', 'p50', 'p99', 'serverCpu', 'neo4jCpu', 'generatorCpu', 'generatorShare'] as const;

export function cellResult({ peer, level, samples, cannot }: Cell): CellResult {
  if (cannot) return { peer, level, cannot };
  const figures = FIGURES.map((name) => [name, rounded(spreadOf(samples.map((sample) => sample[name] ?? Number.NaN)))]);
  const failed = samples.reduce((sum, sample) => sum + sample.failed, 0);
  return { peer, level, failed, ...Object.fromEntries(figures) };
}

const rounded = (spread: Spread | undefined): Spread | undefined =>
  spread && { middle: digits(spread.middle), least: digits(spread.least), most: digits(spread.most) };
const digits = (value: number): number => Number(value.toPrecision(3));

/** Our figures over those of others, as the targets name them; those whose peer was not there are left out. */
export function ratiosOf(cells: readonly Cell[]): Results['ratios'] {
  const cellOf = ({ workload, level }: Target, peer: string): Cell | undefined =>
    cells.find((cell) => cell.workload === workload && cell.level === level && cell.peer === peer);
  return targets.flatMap((target) => {
    const [ours, other] = [cellOf(target, target.who ?? 'ours'), cellOf(target, target.peer)];
    if (!ours || !other) return [];
    const ratio = rounded(ratioOf(ours, other, target.of)) ?? null;
    return [{ name: target.name, wanted: target.wanted, ratio }];
  });
}

/** JSON in which a spread takes one line. */
export const onFewLines = (results: Results): string =>
  JSON.stringify(results, null, 1).replace(
    /\{\s+("middle": .*),\s+("least": .*),\s+("most": .*)\s+\}/g,
    '{ $1, $2, $3 }',
  );

/** The last line of a run. */
export const ratioLine = ({ ratios }: Results): string =>
  ratios.map(({ name, ratio }) => `${name}=${ratio?.middle ?? '-'}`).join(' ');

const HEADINGS = ['', 'load', 'req/s', 'least-most', 'p50 ms', 'p99 ms', 'server', 'Neo4j', 'generator', 'failed'];
const WIDTHS = [16, 8, 8, 14, 8, 8, 8, 8, 16, 6];

/** A table for people: a line for each peer and load; CPU is in milliseconds a request. */
export function tableOf({ workloads, ratios, memory, upAfter, nodes, relationships, rounds }: Results): string {
  const line = (columns: readonly string[]): string =>
    columns
      .map((text, at) => (at === 0 ? text.padEnd(WIDTHS[at] ?? 0) : text.padStart(WIDTHS[at] ?? 0)))
      .join(' ')
      .trimEnd();
  const show = (spread: Spread | undefined): string => (spread ? String(spread.middle) : '-');
  const blocks = workloads.map(({ name, what, cost, bytes, cells }) => {
    const ofUs = [
      cost && `ours: ${cost.statements} statements, ${cost.hits} database hits`,
      bytes.ours && `${bytes.ours} bytes`,
    ];
    return [
      `${name}: ${[what, ...ofUs.filter(Boolean)].join('; ')}`,
      line(HEADINGS),
      ...cells
        .filter(firstOfItsKind)
        .map((cell) =>
          cell.cannot
            ? `${cell.peer.padEnd(WIDTHS[0] ?? 0)} ${levelName(cell.level).padStart(WIDTHS[1] ?? 0)}    ${cell.cannot}`
            : line([
                cell.peer,
                levelName(cell.level),
                show(cell.perSecond),
                cell.perSecond ? `${cell.perSecond.least}-${cell.perSecond.most}` : '-',
                show(cell.p50),
                show(cell.p99),
                show(cell.serverCpu),
                show(cell.neo4jCpu),
                `${show(cell.generatorCpu)} (${Math.round((cell.generatorShare?.middle ?? 0) * 100)} %)`,
                cell.failed ? String(cell.failed) : '',
              ]),
        ),
    ].join('\n');
  });
  const held = Object.entries(memory).map(([name, megabytes]) => `${name} ${megabytes ?? '-'}`);
  return [
    `${nodes} nodes, ${relationships} relationships, ${rounds} rounds. CPU of server, Neo4j and generator in ms a request; share of its core the generator used.`,
    ...blocks,
    `Memory held at the end, MB: ${held.join(', ')}`,
    `Listening after, ms: ${Object.entries(upAfter)
      .map(([name, took]) => `${name} ${took}`)
      .join(', ')}`,
    ['Ratios, ours over theirs (least-most of the rounds), and what they are to be:', ...ratios.map(ratioText)].join(
      '\n',
    ),
  ].join('\n\n');
}

/** Why a peer is not asked is said once in a block. */
const firstOfItsKind = (cell: CellResult, at: number, cells: readonly CellResult[]): boolean =>
  !cell.cannot || cells.findIndex(({ peer, cannot }) => peer === cell.peer && cannot === cell.cannot) === at;

const levelName = (level: Level): string => (level === 'rate' ? 'at rate' : `x${level}`);

const ratioText = ({ name, wanted, ratio }: Results['ratios'][number]): string =>
  `  ${name.padEnd(32)} ${ratio ? `${ratio.middle} (${ratio.least}-${ratio.most})` : '-'}  wanted ${wanted}`;
