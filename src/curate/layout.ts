/** Where text is shown: how wide, and whether in colour. */
export interface Look {
  readonly width: number;
  readonly colour: boolean;
}

export const lookOf = ({ isTTY, columns = 100 }: { isTTY?: boolean; columns?: number }): Look => ({
  width: Math.max(40, columns),
  colour: isTTY === true && !process.env.NO_COLOR,
});

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 } as const;
export type Ink = keyof typeof codes;

export const paint = (text: string, ink: Ink, { colour }: Look): string =>
  colour && text ? `\u001b[${codes[ink]}m${text}\u001b[0m` : text;

/** Breaks at spaces; a word wider than the whole is cut. */
export function wrap(text: string, width: number): readonly string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const pieces = word.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];
    for (const piece of pieces) {
      if (row && row.length + 1 + piece.length > width) {
        rows.push(row);
        row = '';
      }
      row = row ? `${row} ${piece}` : piece;
    }
  }
  return row ? [...rows, row] : rows;
}

/** A text wrapped beside a first mark, with all its rows under each other. */
export function hang(mark: string, text: string, look: Look, ink?: Ink): string {
  const rows = wrap(text, Math.max(20, look.width - mark.length));
  const blank = ' '.repeat(mark.length);
  return rows.map((row, at) => `${at === 0 ? mark : blank}${ink ? paint(row, ink, look) : row}`).join('\n');
}

/** Two texts beside each other, or below each other where there is no room. */
export function beside(left: string, right: string, indent: string, look: Look): string {
  const room = look.width - indent.length - 3;
  if (room < 60) return `${hang(indent, left, look, 'dim')}\n${hang(indent, right, look)}`;
  const half = Math.floor(room / 2);
  const [lefts, rights] = [wrap(left, half), wrap(right, half)];
  return Array.from({ length: Math.max(lefts.length, rights.length) }, (_, at) =>
    `${indent}${paint((lefts[at] ?? '').padEnd(half), 'dim', look)} │ ${rights[at] ?? ''}`.trimEnd(),
  ).join('\n');
}

/** `1 line`, `2 lines`. */
export const count = (number: number, what: string): string => `${number} ${number === 1 ? what : `${what}s`}`;
