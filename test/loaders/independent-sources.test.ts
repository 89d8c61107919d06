import { describe, expect, it } from 'vitest';
import { countSources, type SourceRow } from '../../src/loaders/independent-sources.ts';

interface Document {
  readonly kind?: string;
  readonly state?: string;
  readonly by?: readonly string[];
  readonly written?: readonly string[];
  readonly from?: readonly string[];
  readonly like?: readonly string[];
}

const rowOf = (
  { kind = 'ARTICLE', state = 'x', by = [], written = [], from = [], like = [] }: Document,
  at: number,
): SourceRow => [`document/x/${at}`, kind, state, by, written, from, like];

describe('independent sources', () => {
  it.each<[what: string, sources: number, documents: readonly Document[]]>([
    ['none without documents', 0, []],
    ['documents of nobody count by themselves', 2, [{}, {}]],
    [
      'one publisher counts once, whoever writes',
      1,
      [
        { by: ['a'], written: ['p'] },
        { by: ['a'], written: ['q'] },
      ],
    ],
    [
      'one writer with two publishers is two',
      2,
      [
        { by: ['a'], written: ['p'] },
        { by: ['b'], written: ['p'] },
      ],
    ],
    ['without a publisher the writer stands for it', 1, [{ written: ['p'] }, { written: ['p', 'q'] }]],
    ['records of acts of one state are one', 1, [{ kind: 'ACT_RECORD' }, { kind: 'ACT_RECORD', by: ['a'] }]],
    ['records of two states are two', 2, [{ kind: 'ACT_RECORD' }, { kind: 'ACT_RECORD', state: 'y' }]],
    ['a record and an article are two', 2, [{ kind: 'ACT_RECORD' }, {}]],
    [
      'a press text counts once, whoever prints it',
      1,
      [
        { by: ['a'], from: ['s'] },
        { by: ['b'], from: ['s'] },
      ],
    ],
    ['two press services are two', 2, [{ from: ['s'] }, { from: ['t'] }]],
    ['what may be the same text counts once', 1, [{ by: ['a'], like: ['document/x/1'] }, { by: ['b'] }]],
    [
      'that two may be the same as a third',
      1,
      [
        { by: ['a'], like: ['z'] },
        { by: ['b'], like: ['z'] },
      ],
    ],
    ['one that joins two others', 1, [{ by: ['a'] }, { from: ['s'] }, { by: ['a'], from: ['s'] }]],
  ])('%s', (_, sources, documents) => {
    const rows = documents.map(rowOf);
    expect(countSources(rows)).toBe(sources);
    expect(countSources(rows.reverse())).toBe(sources);
  });
});
