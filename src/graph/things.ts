import { thingColumns, tieColumns, type Width } from '../../schema/columns.ts';
import { nounNames, nouns } from '../../schema/nouns.ts';
import type { NounName } from '../../schema/spec.ts';
import { ties } from '../../schema/ties.ts';
import type { Statement } from './graph.ts';
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
import type { NamedThings } from './named-things.ts';
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

/** Things of a noun as `n`, read in the order of their ids; before `upto`, a text. */
const inOrder = (noun: NounName, where?: string, upto = 'key[1]'): string =>
  `MATCH (n:${noun}) USING INDEX SEEK n:${noun}(${THING_KEY_COLUMNS.join(', ')})
    WHERE ${bounds(noun, upto, 'n.since < key[2]', scopeConditions('n'), where)}`;

function bounds(noun: NounName, upto: string, since: string, scope: readonly string[], where?: string): string {
  // What comes after the record day binds claims only.
  const bound = nouns[noun].claim ? scope : scope.slice(0, 3);
  return ['n.id > key[0]', `n.id < ${upto}`, since, ...bound, ...(where ? [where] : [])].join('\n      AND ');
}

/** All things of a noun as `n`, each once, in no order where conditions name what they are tied to. */
function listed(noun: NounName, where?: Conditioned): string {
  if (!where?.from) return inOrder(noun, where?.text);
  const checks = bounds(noun, 'key[1]', beginsCheck('n.since', 'key[2]'), scopeChecks('n'), where.text);
  return `${where.from.steps}\n    WITH DISTINCT n\n    WHERE n:${noun} AND ${checks}`;
}

const listTexts = {
  ascending: perNoun((noun, width) => listText(noun, 'ascending', width)),
  descending: perNoun((noun, width) => listText(noun, 'descending', width)),
};

function listText(noun: NounName, order: Order, width: Width, where?: Conditioned): Statement {
  const first = (limit: string): string =>
    `WITH n ORDER BY n.id${order === 'descending' ? ' DESC' : ''} LIMIT ${limit}`;
  const page = `${listed(noun, where)}\n    ${first('$limit')}`;
  return {
    name: `${noun}${named(width)} list ${order}${where ? ' where' : ''}`,
    text: `${EACH_KEY}
RETURN i, COLLECT {
    ${where?.from ? unlessOfHub(noun, where.from, page, first) : page}
    RETURN ${list('n', thingColumns(noun, width), width)}
  } AS rows`,
    // Found from what is named, a page costs little; of other conditions that is not known.
    ...(where?.from ? { mergeUpTo: 8 } : {}),
  };
}

/** Pages' worth of ties that make what is named a hub; and of things that are tried for it. */
const [HUB_PAGES, TRIED_PAGES] = [25, 10];
/** The part of all things that is to be tied to a hub. */
const ONE_IN = 5;

/**
 * A page that is found from named things. Where they have so many ties that about one thing in five has some of them, to follow all would cost
 * far more than to try the first things of the list: a page is soon full, and where it is not, it is found the usual way.
 */
const unlessOfHub = (noun: NounName, from: NamedThings, page: string, first: (limit: string) => string): string =>
  `CALL (key) {
      CALL (key) { ${from.ties} }
      RETURN CASE WHEN ties > ${HUB_PAGES} * $limit AND ${ONE_IN} * ties > COUNT { (:${noun}) } THEN key[1] ELSE '' END AS upto
    }
    CALL (key, upto) {
      ${inOrder(noun, undefined, 'upto')}
      ${first(`${TRIED_PAGES} * $limit`)}
      WHERE ${from.whole}
      ${first('$limit')}
      RETURN collect(n) AS tried
    }
    CALL (key, tried) {
      WITH tried WHERE size(tried) = $limit UNWIND tried AS n RETURN n
      UNION ALL
      WITH tried WHERE size(tried) < $limit
      ${page}
      RETURN n
    }`;

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
