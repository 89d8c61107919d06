import { expect, test } from 'vitest';
import { tieColumns } from '../../schema/columns.ts';
import { ties } from '../../schema/ties.ts';
import { pageText, tieTraversal } from '../../src/graph/traversal.ts';

test('a short page is read as a whole one is, and brings the beginning of its ties', () => {
  const split = (text: string) => {
    const [read, returned = ''] = text.split(/RETURN \[/);
    return { read, columns: returned.slice(0, returned.indexOf(']')).split(', ') };
  };
  for (const tie of ties)
    for (const direction of ['forward', 'backward'] as const)
      for (const order of ['ascending', 'descending'] as const) {
        const short = split(pageText(tieTraversal(tie, direction, 'head'), order).text);
        const whole = split(pageText(tieTraversal(tie, direction, 'whole'), order).text);
        expect(short.read).toBe(whole.read);
        const head = tieColumns(tie, 'head').length;
        expect(short.columns.slice(0, head)).toEqual(whole.columns.slice(0, head));
        expect(short.columns.slice(head)).toEqual(['far.id', 'far.name', 'far.summary', 'far.kind']);
      }
});
