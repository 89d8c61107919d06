import { comparisonColumns } from '../../schema/columns.ts';
import type { Statement } from './graph.ts';
import { COMPARISON_KEY_COLUMNS, EACH_KEY } from './model.ts';
import type { Order } from './traversal.ts';

/** What the list of all comparisons is asked with; absent conditions are constants. */
export type ComparisonListKey = readonly [
  after: string,
  upto: string,
  recordedBy: string,
  retractedAfter: string,
  verdicts: readonly string[] | null,
];

const row = `[${comparisonColumns.map((column) => `n.${column}`).join(', ')}]`;

const listed = `MATCH (n:Comparison) USING INDEX SEEK n:Comparison(${COMPARISON_KEY_COLUMNS.join(', ')})
    WHERE n.sortKey > key[0]
      AND n.sortKey < key[1]
      AND n.recordedAt <= key[2]
      AND n.retracted > key[3]
      AND (key[4] IS NULL OR n.verdict IN key[4])`;

const listText = (order: Order): Statement => ({
  name: `Comparison list ${order}`,
  text: `${EACH_KEY}
RETURN i, COLLECT {
    ${listed}
    WITH n ORDER BY n.sortKey${order === 'descending' ? ' DESC' : ''} LIMIT $limit
    RETURN ${row}
  } AS rows`,
});

/** Comparisons by id; `key[0]` is the id. */
export const comparisonsText: Statement = {
  name: 'Comparison by id',
  text: `${EACH_KEY}
MATCH (n:Comparison {id: key[0]})
RETURN i, ${row} AS row`,
};

/** One page of all comparisons for every key: those to settle first, then by verdict and id. */
export const comparisonListTexts: Readonly<Record<Order, Statement>> = {
  ascending: listText('ascending'),
  descending: listText('descending'),
};

/** Number of comparisons for every key. */
export const comparisonCountText: Statement = {
  name: 'Comparison count',
  text: `${EACH_KEY}
RETURN i, COUNT { ${listed} } AS total`,
};

/** Every text of this file, for tests and for printing. */
export const comparisonTexts = (): readonly Statement[] => [
  comparisonsText,
  ...Object.values(comparisonListTexts),
  comparisonCountText,
];
