import type { RuleCode } from '../../schema/rule-codes.ts';

/** Why a seed is refused, and where: said to whoever wrote it. */
export interface Problem {
  /** Path from the seed's folder, the folder's own name first: `seed/kazakhstan/laws.yaml`. */
  readonly file: string;
  readonly line: number;
  readonly rule: RuleCode;
  /** What is wrong and what was got. */
  readonly message: string;
  /** What to do. */
  readonly hint: string;
}

/** A place in the seed. */
export interface Spot {
  readonly file: string;
  readonly line: number;
}

/** Something read from the seed, with the line of each of its keys. */
export interface Located extends Spot {
  readonly lines: Readonly<Record<string, number>>;
}

export type Report = (at: Spot, rule: RuleCode, message: string, hint: string) => void;

/** Where a key of something stands, or the thing itself when it has no such key. */
export const spotOf = (record: Located, key?: string): Spot => ({
  file: record.file,
  line: (key === undefined ? undefined : record.lines[key]) ?? record.line,
});

/** What the graph holds stands on no line. */
export const describeSpot = ({ file, line }: Spot): string => (line > 0 ? `${file}:${line}` : file);

const byPlace = (a: Problem, b: Problem): number =>
  compareTexts(a.file, b.file) || a.line - b.line || compareTexts(a.rule, b.rule) || compareTexts(a.message, b.message);

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Problems in the order of files and lines. */
export const sortProblems = (problems: readonly Problem[]): Problem[] => [...problems].sort(byPlace);

/** Problems as a terminal shows them: one line each, then their number. */
export function describeProblems(problems: readonly Problem[]): string {
  const lines = problems.map(({ rule, message, hint, ...at }) => `${describeSpot(at)} ${rule} ${message} (${hint})`);
  return [...lines, problems.length === 1 ? '1 problem' : `${problems.length} problems`].join('\n');
}
