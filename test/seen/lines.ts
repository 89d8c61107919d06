import type { Logger } from 'pino';
import { openLogger } from '../../src/seen/log.ts';

export interface Line {
  readonly raw: string;
  readonly entry: Readonly<Record<string, unknown>>;
}

/** A logger, and the lines it wrote. */
export function keepLines(): { logger: Logger; lines: Line[] } {
  const lines: Line[] = [];
  const write = (raw: string): void => void lines.push({ raw, entry: JSON.parse(raw) });
  return { logger: openLogger('info', { write }), lines };
}
