import { ownDates } from '../../schema/own-dates.ts';
import type { Statement } from './graph.ts';
import { CHANGE_COLUMNS, EACH_KEY, hasLabel, ownDateColumns } from './model.ts';
import type { Order } from './traversal.ts';

/**
 * What changed in the whole graph, by position. A place is a day, an id and a word, and so is a cursor. `lower` and `upper`
 * are days that bound the index, with `~` behind the latter, so that no more of it is read than may be wanted.
 */
export type ChangesKey = readonly [
  after: string,
  before: string,
  lower: string,
  upper: string,
  from: string,
  to: string,
  recordedBy: string,
  retractedAfter: string,
  ranks: readonly string[],
  modalities: readonly string[] | null,
  /** Relationship types, and nouns for the dates of their things. */
  types: readonly string[] | null,
  certainOnly: boolean,
];

/** Changes in the world, or in what the graph says. */
export type ChangesOf = 'world' | 'record';

/** One index, read in its order. */
interface Branch {
  readonly match: string;
  readonly conditions: readonly string[];
  readonly order: readonly string[];
  readonly place: string;
  /** What is found: the word of its place, its type, its id. */
  readonly found: string;
}

function claims(word: keyof typeof CHANGE_COLUMNS, conditions: readonly string[]): Branch {
  const columns = CHANGE_COLUMNS[word];
  const [key] = columns;
  return {
    match: `MATCH ()-[e:SUPPORTS]->() USING INDEX SEEK e:SUPPORTS(${columns.join(', ')})`,
    conditions: [
      `e.${key} > key[2]`,
      `e.${key} < key[3]`,
      ...conditions,
      'e.rank IN key[8]',
      '(key[9] IS NULL OR e.modality IN key[9])',
      '(key[10] IS NULL OR e.claimType IN key[10])',
    ],
    order: [`e.${key}`],
    place: `e.${key} + ' ${word}'`,
    found: `'${word}', e.claimType, e.claimId`,
  };
}

const RECORDED = (one: string): readonly string[] => [`${one}.recordedAt <= key[6]`, `${one}.retracted > key[7]`];

/** It may have changed between the two days; with `certainOnly` it must have. */
const between = (earliest: string, latest: string): readonly string[] => [
  `${latest} > key[4]`,
  `(NOT key[11] OR (${earliest} > key[4] + '~' AND ${latest} <= key[5]))`,
];

function ownDate(date: string): Branch {
  const [earliest, latest] = [`n.${date}Earliest`, `n.${date}Latest`];
  return {
    match: `MATCH (n:Thing) USING INDEX SEEK n:Thing(${ownDateColumns(date).join(', ')})`,
    conditions: [
      `${earliest} >= key[2]`,
      `${earliest} < key[3]`,
      `n.id > ''`,
      ...between(earliest, latest),
      ...RECORDED('n'),
      `(key[9] IS NULL OR 'FACT' IN key[9])`,
      `(key[10] IS NULL OR ${hasLabel('n', 'key[10]')})`,
    ],
    order: [earliest, 'n.id'],
    place: `${earliest} + ' ' + n.id + ' ${date}'`,
    found: `'${date}', null, n.id`,
  };
}

const branches: Readonly<Record<ChangesOf, readonly Branch[]>> = {
  world: [
    claims('BEGAN', [...between('e.beganKey', 'e.startLatest'), ...RECORDED('e')]),
    claims('ENDED', [...between('e.endedKey', 'e.until'), ...RECORDED('e')]),
    ...Object.keys(ownDates).map(ownDate),
  ],
  // What came and went again between the two days did not change from the one to the other.
  record: [claims('RECORDED', ['e.retracted > key[5]']), claims('RETRACTED', ['e.recordedAt <= key[4]'])],
};

const matched = ({ match, conditions, place }: Branch, paged: boolean): string =>
  `${match}
    WHERE ${[...conditions, ...(paged ? [`${place} > key[0]`, `${place} < key[1]`] : [])].join('\n      AND ')}`;

function pageOf(of: ChangesOf, order: Order): Statement {
  const word = order === 'descending' ? ' DESC' : '';
  const rows = branches[of].map(
    (branch) => `${matched(branch, true)}
    WITH ${branch.match.includes('(n:') ? 'n' : 'e'} ORDER BY ${branch.order.map((one) => one + word).join(', ')} LIMIT $limit
    RETURN ${branch.place} AS place, [${branch.found}] AS found`,
  );
  return {
    name: `changes of the ${of} ${order}`,
    text: `${EACH_KEY}
RETURN i, COLLECT {
    CALL (key) {
    ${rows.join('\n    UNION ALL\n    ')}
    }
    WITH place, found ORDER BY place${word} LIMIT $limit
    RETURN [place] + found
  } AS rows`,
  };
}

const countOf = (of: ChangesOf): Statement => ({
  name: `changes of the ${of} count`,
  text: `${EACH_KEY}
RETURN i, ${branches[of].map((branch) => `COUNT { ${matched(branch, false)} }`).join('\n  + ')} AS total`,
});

const texts = {
  world: {
    ascending: pageOf('world', 'ascending'),
    descending: pageOf('world', 'descending'),
    count: countOf('world'),
  },
  record: {
    ascending: pageOf('record', 'ascending'),
    descending: pageOf('record', 'descending'),
    count: countOf('record'),
  },
} as const;

/** A page of changes, or their number. */
export const changesText = (of: ChangesOf, what: Order | 'count'): Statement => texts[of][what];

/** Every text of this file, for tests and for printing. */
export const changeTexts = (): readonly Statement[] => Object.values(texts).flatMap((some) => Object.values(some));
