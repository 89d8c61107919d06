import type { PassagePlace } from '../load/seed-types.ts';

/** The lines of a passage, joined by line feeds: what `start` and `end` count in. Undefined where the text has no such line. */
export function linesAt(lines: readonly string[], { line = 0, lineEnd = line }: PassagePlace): string | undefined {
  return line >= 1 && lineEnd >= line && lineEnd <= lines.length
    ? lines.slice(line - 1, lineEnd).join('\n')
    : undefined;
}

/** Counted in code points, the end exclusive. */
export const stretchOf = (text: string, start: number, end: number): string => [...text].slice(start, end).join('');

export const lengthOf = (text: string): number => [...text].length;

/** Words as they are compared: straight quotes, single spaces, small letters. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
