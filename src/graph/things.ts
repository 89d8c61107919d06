import { thingColumns, tieColumns, type Width } from '../../schema/columns.ts';
import { nounNames, nouns } from '../../schema/nouns.ts';
import type { NounName } from '../../schema/spec.ts';
import { ties } from '../../schema/ties.ts';
import type { Statement } from './gateway.ts';
import { type Grouping, groupsText } from './groups.ts';
import {
  beginsCheck,
  EACH_KEY,
  readIfAsked,
  type ScopeKey,
  scopeChecks,
  scopeConditions,
  THING_KEY_COLUMNS,
  tieTypes,
} from './model.ts';
import { type Ordering, orderColumns, orderText } from './order.ts';
import type { Order } from './traversal.ts';
import type { Conditioned } from './where.ts';

/** What a list of a noun's things is asked with; absent conditions are constants. Ranks and modalities bind figures only. */
export type ThingListKey = readonly [after: string, upto: string, beginsBy: string, ...scope: ScopeKey];

const list = (node: string, columns: readonly string[], width: Width = 'whole'): string =>
  `[${columns
    .map((column) => `${node}.${column}`)
    .map((column, place) => (width === 'whole' || column === 'n.id' ? column : readIfAsked(column, place)))
    .join(', ')}]`;

type OfNoun = (noun: NounName, width?: Width) => Statement;

function perNoun(make: (noun: NounName, width: Width) => Statement): OfNoun {
  const each = (width: Width) => new Map(nounNames.map((noun) => [noun, make(noun, width)]));
  const made = { head: each('head'), whole: each('whole') };
  return (noun, width = 'whole') => made[width].get(noun) as Statement;
}

const named = (width: Width): string => (width === 'head' ? ' in short' : '');

/** Things of one noun by id; `key[0]` is the id. */
export const thingsText = perNoun((noun, width) => ({
  name: `${noun}${named(width)} by id`,
  text: `${EACH_KEY}
MATCH (n:Thing {id: key[0]}) WHERE n:${noun}
RETURN i, ${list('n', thingColumns(noun, width), width)} AS row`,
  mergeUpTo: 32,
}));

function listed(noun: NounName, where?: Conditioned): string {
  // What comes after the record day binds claims only.
  const bound = (scope: readonly string[]): readonly string[] => (nouns[noun].claim ? scope : scope.slice(0, 3));
  const conditions = (since: string, scope: readonly string[]): string =>
    ['n.id > key[0]', 'n.id < key[1]', since, ...bound(scope), ...(where ? [where.text] : [])].join('\n      AND ');
  if (where?.from)
    return `${where.from}\n    WITH DISTINCT n\n    WHERE n:${noun} AND ${conditions(beginsCheck('n.since', 'key[2]'), scopeChecks('n'))}`;
  return `MATCH (n:${noun}) USING INDEX SEEK n:${noun}(${THING_KEY_COLUMNS.join(', ')})
    WHERE ${conditions('n.since < key[2]', scopeConditions('n'))}`;
}

const listTexts = {
  ascending: perNoun((noun, width) => listText(noun, 'ascending', width)),
  descending: perNoun((noun, width) => listText(noun, 'descending', width)),
};

function listText(noun: NounName, order: Order, width: Width, where?: Conditioned): Statement {
  return {
    name: `${noun}${named(width)} list ${order}${where ? ' where' : ''}`,
    text: `${EACH_KEY}
RETURN i, COLLECT {
    ${listed(noun, where)}
    WITH n ORDER BY n.id${order === 'descending' ? ' DESC' : ''} LIMIT $limit
    RETURN ${list('n', thingColumns(noun, width), width)}
  } AS rows`,
  };
}

/** One page of a noun's things for every key, in the order of their ids. */
export const thingListText = (
  noun: NounName,
  order: Order,
  width: Width,
  where?: Conditioned,
  ordering?: Ordering,
): Statement => {
  if (ordering) return orderedListText(noun, order, where, ordering);
  return where ? listText(noun, order, width, where) : listTexts[order](noun, width);
};

/** A page in an order that was asked for: all things of the noun are read. What it is ordered by follows in each row. */
const orderedListText = (
  noun: NounName,
  order: Order,
  where: Conditioned | undefined,
  ordering: Ordering,
): Statement => ({
  name: `${noun} list ${order}${where ? ' where' : ''} ordered`,
  text: `${EACH_KEY}
RETURN i, COLLECT {
    ${listed(noun, where)}
    ${orderText(ordering, 'n', 'n.id', order)}
    RETURN [${[...thingColumns(noun).map((column) => `n.${column}`), ...orderColumns(ordering)].join(', ')}]
  } AS rows`,
});

/** Number of a noun's things for every key. */
export const thingCountText = (noun: NounName, where?: Conditioned): Statement => ({
  name: `${noun} count${where ? ' where' : ''}`,
  text: `${EACH_KEY}
RETURN i, COUNT { ${listed(noun, where)}${where?.from ? ' RETURN n' : ''} } AS total`,
});

/** All things of a noun in groups, for every key. */
export const thingGroupsText = (noun: NounName, grouping: Grouping, where?: Conditioned): Statement => ({
  name: `${noun} groups${where ? ' where' : ''}`,
  text: `${EACH_KEY}
${groupsText(grouping, listed(noun, where), ['n'])}`,
});

const claimTexts = new Map(
  tieTypes.map((type) => {
    const columns = tieColumns(ties.find((row) => row.type === type) as (typeof ties)[number]);
    const text = `${EACH_KEY}
MATCH ()-[e:${type}]->() USING INDEX SEEK e:${type}(id) WHERE e.id = key[0]
RETURN i, ${list('e', columns)} AS row`;
    return [type, { name: `${type} by id`, text }];
  }),
);

/** Claims of one relationship type by id. */
export const claimsText = (type: string): Statement => claimTexts.get(type) as Statement;

/** Every text of this file, for tests and for printing. */
export const thingTexts = (): readonly Statement[] => [
  ...nounNames.flatMap((noun) => [
    thingsText(noun, 'head'),
    thingsText(noun, 'whole'),
    thingListText(noun, 'ascending', 'head'),
    thingListText(noun, 'descending', 'whole'),
    thingCountText(noun),
  ]),
  ...claimTexts.values(),
];
