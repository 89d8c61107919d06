import { describeSpot, type Spot } from '../load/problem.ts';
import { beside, count, hang, type Look, paint } from './layout.ts';

/** One thing held against its original, and all that is wrong with it. */
export interface Check {
  readonly what: 'document' | 'passage' | 'mention' | 'act' | 'act passage';
  readonly id: string;
  /** Where the seed says it. */
  readonly at: Spot;
  readonly wrong: readonly string[];
  /** The original beside our words, where there are both. */
  readonly text?: string;
  readonly statement?: string;
}

/** Checks as a terminal shows them; quiet, only the wrong ones. The last line counts. */
export function describeChecks(checks: readonly Check[], unchecked: number, quiet: boolean, look: Look): string {
  const shown = checks.filter(({ wrong, text }) => wrong.length > 0 || (!quiet && text !== undefined));
  return [...shown.map((check) => describeCheck(check, look)), tally(checks, unchecked)].join('\n');
}

function describeCheck({ id, at, wrong, text, statement }: Check, look: Look): string {
  const bad = wrong.length > 0;
  const rows = [
    `${paint(bad ? '✗' : '✓', bad ? 'red' : 'green', look)} ${id}  ${paint(describeSpot(at), 'dim', look)}`,
  ];
  rows.push(...wrong.map((fault) => hang('    ', fault, look, 'red')));
  if (text && statement) rows.push(beside(text, statement, '    ', look));
  return rows.join('\n');
}

function tally(checks: readonly Check[], unchecked: number): string {
  const kinds = [...new Set(checks.map(({ what }) => what))];
  const counted = kinds.map((kind) => count(checks.filter(({ what }) => what === kind).length, kind));
  const wrong = checks.filter((check) => check.wrong.length > 0).length;
  const rest = unchecked > 0 ? `, ${count(unchecked, 'act passage')} not checked` : '';
  return `${counted.join(', ') || 'nothing checked'}: ${wrong} wrong${rest}`;
}
