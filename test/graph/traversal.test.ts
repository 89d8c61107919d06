import { expect, test } from 'vitest';
import { tieColumns } from '../../schema/columns.ts';
import { ties } from '../../schema/ties.ts';
import { pageText, tieTraversal } from '../../src/graph/traversal.ts';

const split = (text: string) => {
  const [read, returned = ''] = text.split(/RETURN \[/);
  const row = returned.slice(0, returned.indexOf(']\n')).split(', ');
  return { read, row, columns: row.map((column) => /\b(?:e|far)\.\w+/.exec(column)?.[0]) };
};

test('a short page is read as a whole one is, and brings the beginning of its ties, each column only when it is asked', () => {
  for (const tie of ties)
    for (const direction of ['forward', 'backward'] as const)
      for (const order of ['ascending', 'descending'] as const) {
        const short = split(pageText(tieTraversal(tie, direction, 'head'), order).text);
        const whole = split(pageText(tieTraversal(tie, direction, 'whole'), order).text);
        expect(short.read).toBe(whole.read);
        const head = tieColumns(tie, 'head').length;
        expect(short.columns.slice(0, head)).toEqual(whole.columns.slice(0, head));
        expect(short.columns.slice(head)).toEqual(['far.id', 'far.name', 'far.summary', 'far.kind']);
        const always = short.row.filter((column) => !column.startsWith('CASE WHEN $asked['));
        const ends = tie.undirected ? ['e.fromId', 'e.toId'] : [direction === 'forward' ? 'e.toId' : 'e.fromId'];
        expect(always).toEqual(ends);
      }
});
