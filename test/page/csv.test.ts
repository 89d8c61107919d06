import { describe, expect, test } from 'vitest';
import { flatten, toCsv } from '../../src/page/csv.ts';

describe('an answer as a table', () => {
  test('has one row for each innermost edge, and columns named by path', () => {
    const data = {
      institution: {
        name: 'Senate',
        affectedBy: {
          totalCount: 2,
          pageInfo: { hasNextPage: false },
          edges: [
            {
              cursor: 'x',
              mechanism: 'CREATED',
              node: { name: 'A', enactedBy: { nodes: [{ number: '1' }, { number: '2' }] } },
            },
            { cursor: 'y', mechanism: 'ABOLISHED', node: { name: 'B', enactedBy: { nodes: [] } } },
          ],
        },
      },
    };
    expect(flatten(data)).toEqual({
      columns: [
        'institution.name',
        'institution.affectedBy.totalCount',
        'institution.affectedBy.mechanism',
        'institution.affectedBy.name',
        'institution.affectedBy.enactedBy.number',
      ],
      rows: [
        ['Senate', 2, 'CREATED', 'A', '1'],
        ['Senate', 2, 'CREATED', 'A', '2'],
        ['Senate', 2, 'ABOLISHED', 'B', undefined],
      ],
    });
  });

  test('tells what stands above lists on each of their rows, and a single one on its own', () => {
    const data = {
      law: {
        edges: [{ how: 'X', node: { id: 'a', by: { nodes: [{ n: 1 }] } }, evidence: [{ line: 2 }, { line: 3 }] }],
      },
    };
    expect(flatten(data)).toEqual({
      columns: ['law.how', 'law.id', 'law.by.n', 'law.evidence.line'],
      rows: [
        ['X', 'a', 1, undefined],
        ['X', 'a', undefined, 2],
        ['X', 'a', undefined, 3],
      ],
    });
  });

  test('tells lists beside one another one after the other, and plain lists in one cell', () => {
    const data = { law: { id: 'a', inferred: ['TIE', 'DATE'], up: [{ x: 1 }, { x: 2 }], down: [{ y: 3 }] } };
    expect(flatten(data).rows).toEqual([
      ['a', 'TIE; DATE', 1, undefined],
      ['a', 'TIE; DATE', 2, undefined],
      ['a', 'TIE; DATE', undefined, 3],
    ]);
  });

  test('keeps apart what both sides of an edge have', () => {
    const edge = (id: string, node: object) => ({ id, validFrom: '2022', node });
    const data = { law: { id: 'l', affects: { edges: [edge('claim/1', { id: 'a', name: 'A' })] } } };
    expect(flatten(data)).toEqual({
      columns: ['law.id', 'law.affects.id', 'law.affects.validFrom', 'law.affects.node.id', 'law.affects.node.name'],
      rows: [['l', 'claim/1', '2022', 'a', 'A']],
    });
  });

  test('keeps apart what a page and its edges have, and edges and nodes beside one another', () => {
    const page = { totalCount: 9, edges: [{ node: { totalCount: 1 } }] };
    expect(flatten({ laws: page })).toEqual({
      columns: ['laws.totalCount', 'laws.node.totalCount'],
      rows: [[9, 1]],
    });
    expect(flatten({ laws: { nodes: [{ id: 'a' }], edges: [{ id: 'b' }] } }).columns).toEqual([
      'laws.nodes.id',
      'laws.edges.id',
    ]);
  });

  test('is as long as the answer', () => {
    expect(flatten({ laws: Array.from({ length: 100_001 }, (_, n) => ({ n })) }).rows.length).toBe(100_001);
  });

  test.each([
    ['nothing at all', null, []],
    ['a field that is null', { law: null }, [[null]]],
    ['an empty list', { laws: { nodes: [] } }, []],
  ])('of %s', (_, data, rows) => {
    expect(flatten(data).rows).toEqual(rows);
  });
});

describe('a table as CSV', () => {
  const csvOf = (...cells: (string | number | null)[]) =>
    toCsv({ columns: cells.map((_, at) => `c${at}`), rows: [cells] }).split('\r\n')[1];

  test('begins with the mark for Excel and ends each line as RFC 4180 has it', () => {
    expect(toCsv({ columns: ['a', 'b'], rows: [['x', 1]] })).toBe('\uFEFFa,b\r\nx,1\r\n');
  });

  test('quotes what would break it', () => {
    expect(csvOf('a,b', 'say "x"', 'two\nlines', 'Қазақстан')).toBe('"a,b","say ""x""","two\nlines",Қазақстан');
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+7', "'+7"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ])('defuses %j', (text, cell) => {
    expect(csvOf(text)).toBe(cell);
  });

  test('leaves numbers as they are', () => {
    expect(csvOf(-5, null, 0)).toBe('-5,,0');
  });
});
