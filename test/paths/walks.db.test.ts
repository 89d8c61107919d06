import { beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import type { NounName } from '../../schema/spec.ts';
import { openGraph } from '../../src/graph/gateway.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { sortKeyOf } from '../../src/graph/model.ts';
import { openPlanner } from '../../src/graph/plan.ts';
import { FLOOR } from '../../src/graph/time.ts';
import { walkTexts } from '../../src/graph/walks.ts';
import type { DesiredGraph, DesiredNode, DesiredTie } from '../../src/load/desired-graph.ts';
import { writeGraph } from '../../src/load/write-graph.ts';
import { createAsk } from '../../src/loaders/ask.ts';
import { pathLoaders } from '../../src/loaders/paths.ts';
import { thingLoaders } from '../../src/loaders/things.ts';
import { walkLoaders } from '../../src/loaders/walks.ts';
import { type AskGraphql, serveForTests } from '../ask.ts';
import { claimProperties, thingNode } from '../every-tie.ts';
import { openSharedGraph, openTestGraph } from '../neo4j.ts';
import { openTcpProxy } from '../tcp-proxy.ts';

const thing = (noun: NounName, id: string, kind?: string): DesiredNode =>
  thingNode(noun, id, { name: id.split('/').at(-1), ...(kind ? { kind } : {}) });

const tie = (type: string, fromId: string, toId: string, over: Record<string, unknown> = {}): DesiredTie => {
  const id = `claim/${type.toLowerCase()}/${fromId.split('/').at(-1)}-${toId.split('/').at(-1)}${over.nth ?? ''}`;
  const { since = FLOOR, nth: _, ...own } = over;
  const properties = claimProperties(id, fromId, toId, { sortKey: sortKeyOf(String(since), id), ...own });
  return { id, type, fromId, toId, properties };
};

const during = (since: string, until: string) => ({ since, startLatest: since, endEarliest: until, until });

const CHAMBER = 'institution/x/chamber';
const CABINET = 'institution/x/cabinet';
const REFORMS = Array.from({ length: 60 }, (_, at) => `reform/x/r${String(at).padStart(2, '0')}`);

/**
 * A chamber and a cabinet, linked by an act, by a person who sat in both at different times, and by a country;
 * a court with an old court, a new court, and a part with an office; an island; a body that 60 reforms affect.
 */
const graph: DesiredGraph = {
  nodes: [
    ...[
      'chamber',
      'cabinet',
      'council',
      'court',
      'old-court',
      'older-court',
      'other-old-court',
      'bench',
      'clerk',
      'busy',
      'island',
    ].map((slug) => thing('Institution', `institution/x/${slug}`, 'OTHER')),
    thing('Official', 'official/x/ada'),
    thing('Place', 'place/x/land', 'COUNTRY'),
    thing('Place', 'place/x/town', 'CITY'),
    thing('Law', 'law/x/act', 'LAW'),
    thing('Reform', 'reform/x/bench', 'OTHER'),
    thing('Reform', 'reform/x/old', 'OTHER'),
    ...REFORMS.map((id) => thing('Reform', id, 'OTHER')),
    { id: 'institution/x/house', labels: ['Merged'], properties: { id: 'institution/x/house' } },
  ],
  ties: [
    tie('ADOPTED_BY', 'law/x/act', CHAMBER, { since: '2001-01-01', startLatest: '2001-12-31', validFrom: '2001' }),
    tie('INVOLVES', 'law/x/act', CABINET, { modality: 'PLAN', role: 'EXECUTOR', nth: 1 }),
    tie('INVOLVES', 'law/x/act', CABINET, { role: 'EXECUTOR', since: '2003-01-01', nth: 2 }),
    tie('MEMBER_OF', 'official/x/ada', CHAMBER, during('2000-01-01', '2004-01-01')),
    tie('MEMBER_OF', 'official/x/ada', 'institution/x/council', during('2003-01-01', '2008-01-01')),
    tie('PART_OF', 'institution/x/council', CABINET, during('2005-01-01', '2009-01-01')),
    tie('MEMBER_OF', 'place/x/land', CHAMBER),
    tie('MEMBER_OF', 'place/x/land', CABINET),
    tie('MEMBER_OF', 'place/x/town', 'institution/x/council'),
    tie('PART_OF', 'place/x/town', 'place/x/land'),
    tie('SUCCEEDS', 'institution/x/court', 'institution/x/old-court', { since: '2010-01-01' }),
    tie('SUCCEEDS', 'institution/x/court', 'institution/x/other-old-court', { since: '2010-01-01' }),
    tie('SUCCEEDS', 'institution/x/old-court', 'institution/x/older-court'),
    tie('PART_OF', 'institution/x/bench', 'institution/x/court'),
    tie('PART_OF', 'institution/x/clerk', 'institution/x/bench', { role: 'OFFICE' }),
    tie('AFFECTS', 'reform/x/bench', 'institution/x/clerk', {
      mechanism: 'CREATED',
      since: '2012-01-01',
      startLatest: '2012-01-01',
    }),
    tie('AFFECTS', 'reform/x/old', 'institution/x/older-court', {
      mechanism: 'CREATED',
      since: '1990-01-01',
      startLatest: '1990-01-01',
    }),
    tie('AFFECTS', 'reform/x/old', 'institution/x/court', {
      mechanism: 'ABOLISHED',
      since: '2013-01-01',
      startLatest: '2013-01-01',
    }),
    tie('AFFECTS', 'reform/x/old', 'institution/x/other-old-court', {
      mechanism: 'OTHER',
      since: '1995-01-01',
      startLatest: '1995-01-01',
    }),
    ...REFORMS.map((id, at) =>
      tie('AFFECTS', id, 'institution/x/busy', { mechanism: 'OTHER', since: `20${10 + (at % 10)}-01-01` }),
    ),
    {
      id: 'into/x/house',
      type: 'INTO',
      fromId: 'institution/x/house',
      toId: CHAMBER,
      properties: { id: 'into/x/house' },
    },
  ],
};

let ask: AskGraphql;
beforeAll(async () => {
  const database = await openTestGraph();
  await writeGraph(database, graph);
  ({ ask } = await serveForTests(database));
});

const short = (id: string): string => id.split('/').at(-1) as string;

/** Paths as slugs, for instance `chamber act cabinet`. */
async function paths(args: string): Promise<string[]> {
  const { data, errors } = await ask(`{ path(${args}) { nodes { id } } }`);
  expect(errors).toEqual([]);
  return data.path.map(({ nodes }: { nodes: { id: string }[] }) => nodes.map(({ id }) => short(id)).join(' '));
}

const ENDS = `from: "${CHAMBER}", to: "${CABINET}"`;

test('no walk scans the graph, however small it is', async () => {
  const planner = openPlanner(inject('neo4j'));
  onTestFinished(() => planner.close());
  for (const text of walkTexts()) {
    const { operators } = await planner.explain(text);
    expect([text.name, operators.filter((operator) => operator.endsWith('Scan'))]).toEqual([text.name, []]);
  }
});

describe('path', () => {
  test('is the shortest first, each hop with its tie, dates, direction and a plain sentence', async () => {
    const { data, errors, sent } = await ask(`{ path(${ENDS}, first: 1) { length nodes { id name } hops {
      from { id } to { id } direction sentence tie { id type validFrom modality ... on InvolvesToThingEdge { role } } ties { modality } } } }`);
    expect(errors).toEqual([]);
    expect(data.path).toEqual([
      {
        length: 2,
        nodes: ['institution/x/chamber', 'law/x/act', 'institution/x/cabinet'].map((id) => ({ id, name: short(id) })),
        hops: [
          {
            from: { id: CHAMBER },
            to: { id: 'law/x/act' },
            direction: 'BACKWARD',
            sentence: 'chamber adopted act.',
            tie: { id: 'claim/adopted_by/act-chamber', type: 'ADOPTED_BY', validFrom: '2001', modality: 'FACT' },
            ties: [{ modality: 'FACT' }],
          },
          {
            from: { id: 'law/x/act' },
            to: { id: CABINET },
            direction: 'FORWARD',
            sentence: 'act involves cabinet.',
            tie: {
              id: 'claim/involves/act-cabinet2',
              type: 'INVOLVES',
              validFrom: '2022',
              modality: 'FACT',
              role: 'EXECUTOR',
            },
            ties: [{ modality: 'FACT' }, { modality: 'PLAN' }],
          },
        ],
      },
    ]);
    expect(sent.map(({ statement }) => statement.name).sort()).toEqual([
      'Institution by id',
      'Law by id',
      'steps from things',
      'steps from things',
      'ties between things',
    ]);
  });

  test('leads through hubs only when asked', async () => {
    expect(await paths(`${ENDS}, first: 10`)).toEqual(['chamber act cabinet', 'chamber ada council cabinet']);
    expect(await paths(`${ENDS}, first: 10, maxHops: 3, hubs: true`)).toEqual([
      'chamber act cabinet',
      'chamber land cabinet',
      'chamber ada council cabinet',
    ]);
    expect(await paths(`${ENDS}, first: 10, maxHops: 3, via: ["place/x/land"]`)).toEqual(['chamber land cabinet']);
    expect(await paths(`from: "${CHAMBER}", to: "place/x/land", first: 1`)).toEqual(['chamber land']);
  });

  test('meets what it must and keeps away from what it must not', async () => {
    expect(await paths(`${ENDS}, via: ["official/x/ada"]`)).toEqual(['chamber ada council cabinet']);
    expect(await paths(`${ENDS}, via: ["institution/x/council", "place/x/land"]`)).toEqual([
      'chamber land town council cabinet',
    ]);
    expect(await paths(`${ENDS}, via: ["law/x/act", "official/x/ada"]`)).toEqual([]);
    expect(await paths(`${ENDS}, avoid: ["law/x/act"]`)).toEqual(['chamber ada council cabinet']);
    expect(await paths(`${ENDS}, avoid: ["law/x/act", "official/x/ada"], maxHops: 6`)).toEqual([]);
    expect(await paths(`${ENDS}, ties: [MEMBER_OF, PART_OF]`)).toEqual(['chamber ada council cabinet']);
    expect(await paths(`${ENDS}, directed: true, maxHops: 6`)).toEqual([]);
    expect(await paths(`from: "official/x/ada", to: "${CABINET}", directed: true`)).toEqual(['ada council cabinet']);
  });

  test('holds on a day, or all of it on some day', async () => {
    expect(await paths(`${ENDS}, asOf: "2001-06-01"`)).toEqual(['chamber act cabinet']);
    expect(await paths(`${ENDS}, asOf: "2001-06-01", certainOnly: true`)).toEqual([]);
    expect(await paths(`${ENDS}, asOf: "1999-01-01"`)).toEqual([]);
    // Each tie overlaps the next, and yet there is no day on which all three hold.
    expect(await paths(`${ENDS}, avoid: ["law/x/act"], consistentInTime: true, maxHops: 6`)).toEqual([]);
    const { data } = await ask(
      `{ path(from: "${CHAMBER}", to: "institution/x/council", maxHops: 2, consistentInTime: true) { commonFrom commonTo nodes { id } } }`,
    );
    expect(data.path).toEqual([
      {
        commonFrom: '2003-01-01',
        commonTo: '2004-01-01',
        nodes: [CHAMBER, 'official/x/ada', 'institution/x/council'].map((id) => ({ id })),
      },
    ]);
  });

  test('a merged id is its survivor, an unknown one is null, and what nothing links has no path', async () => {
    expect(await paths(`from: "institution/x/house", to: "${CABINET}", first: 1`)).toEqual(['chamber act cabinet']);
    expect(await paths(`from: "institution/x/house", to: "${CHAMBER}"`)).toEqual([]);
    expect(await paths(`from: "${CHAMBER}", to: "institution/x/island", maxHops: 6`)).toEqual([]);
    expect(await paths(`${ENDS}, via: ["law/x/none"]`)).toEqual([]);
    for (const id of ['law/x/none', 'passage/x/1', 'constructor/x']) {
      const { data, errors } = await ask(`{ path(from: "${CHAMBER}", to: "${id}") { length } }`);
      expect([data, errors]).toEqual([{ path: null }, []]);
    }
  });

  test('a search that reads or takes too much ends with a code and what to do', async () => {
    const reader = createAsk(openSharedGraph());
    const asked = { from: CHAMBER, to: CABINET, maxHops: 3, first: 2, hubs: false, directed: false } as const;
    const search = (limits: { ties: number; milliseconds: number }) =>
      pathLoaders(walkLoaders(reader), thingLoaders(reader), limits).paths({ ...asked, consistentInTime: false }, {});
    expect(await search({ ties: 10, milliseconds: 60_000 })).toHaveLength(2);
    await expect(search({ ties: 9, milliseconds: 60_000 })).rejects.toMatchObject({
      code: 'QUERY_TOO_COSTLY',
      message: `More than 9 ties lie between "${CHAMBER}" and "${CABINET}". Ask for fewer hops, or narrow by "ties", "avoid" or "asOf".`,
    });
    await expect(search({ ties: 10, milliseconds: 0 })).rejects.toMatchObject({
      code: 'DEADLINE_EXCEEDED',
      message: `No end of the paths from "${CHAMBER}" to "${CABINET}" in 0 seconds. Ask for fewer hops, or narrow by "ties", "avoid" or "asOf".`,
    });
  });

  test('a database that falls silent is given up in time, with a code', async () => {
    const proxy = await openTcpProxy(inject('neo4j'));
    const silent = openGraph(proxy.address, { readDeadline: 1_000 });
    onTestFinished(async () => {
      await silent.close();
      await proxy.close();
    });
    const read: Graph['read'] = (statement, ...rest) => {
      if (statement.name === 'steps from things') proxy.swallow();
      return silent.read(statement, ...rest);
    };
    const slow = await serveForTests({ read }, undefined, { deadline: 5_000 });
    const { data, errors } = await slow.ask(`{ path(${ENDS}) { length } }`);
    expect(data).toEqual({ path: null });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['DEADLINE_EXCEEDED']);
  });
});

describe('affectedBy with parts', () => {
  const question = (args: string) =>
    ask(`{ institution(id: "institution/x/court") { affectedBy${args} { totalCount distinctNodes pageInfo { hasNextPage endCursor }
      edges { mechanism to { id } node { id } via { from { id } to { id } sentence tie { type } } } } } }`);

  test('finds those of parts, offices, predecessors and successors, and says how', async () => {
    const { data, errors, sent } = await question('(includeParts: true)');
    expect(errors).toEqual([]);
    const { affectedBy } = data.institution;
    // Not what changed the other old court: that came before the court too, and is a predecessor.
    expect([affectedBy.totalCount, affectedBy.distinctNodes]).toEqual([4, 2]);
    const line = (edge: {
      mechanism: string;
      node: { id: string };
      to: { id: string };
      via: { from: { id: string }; sentence: string; tie: { type: string } }[];
    }) =>
      `${short(edge.node.id)} ${edge.mechanism} ${short(edge.to.id)}: ${edge.via.map(({ sentence }) => sentence).join(' ')}`;
    expect(affectedBy.edges.map(line)).toEqual([
      'old CREATED older-court: court succeeds old-court. old-court succeeds older-court.',
      'old OTHER other-old-court: court succeeds other-old-court.',
      'bench CREATED clerk: court includes bench. bench includes clerk.',
      'old ABOLISHED court: ',
    ]);
    expect(
      sent
        .map(({ statement }) => statement.name)
        .filter((name) => !name.endsWith(' by id'))
        .sort(),
    ).toEqual([
      'AFFECTS backward Reform Institution of several claims',
      'AFFECTS backward Reform Institution of several page ascending',
      'AFFECTS backward Reform Institution of several things',
      'steps from things',
      'steps from things',
      'steps from things',
      'ties between things',
    ]);
  });

  test('does not turn back along a succession', async () => {
    const { data } = await ask(
      '{ institution(id: "institution/x/old-court") { affectedBy(includeParts: true) { edges { to { id } } } } }',
    );
    const ends = data.institution.affectedBy.edges.map(({ to }: { to: { id: string } }) => short(to.id));
    expect(ends).toEqual(['older-court', 'clerk', 'court']);
  });

  test('is paged, ordered, filtered and bound to a day like any other', async () => {
    const mechanisms = async (args: string) =>
      (await question(args)).data.institution.affectedBy.edges.map(({ mechanism }: { mechanism: string }) => mechanism);
    const page = (await question('(includeParts: true, first: 1)')).data.institution.affectedBy.pageInfo;
    expect(page.hasNextPage).toBe(true);
    expect(await mechanisms(`(includeParts: true, after: "${page.endCursor}")`)).toEqual([
      'OTHER',
      'CREATED',
      'ABOLISHED',
    ]);
    expect(await mechanisms('(includeParts: true, last: 2)')).toEqual(['CREATED', 'ABOLISHED']);
    expect(await mechanisms('(includeParts: true, orderBy: { edge: { mechanism: DESC } }, first: 2)')).toEqual([
      'OTHER',
      'CREATED',
    ]);
    expect(await mechanisms('(includeParts: true, where: { edge: { mechanism: { eq: CREATED } } })')).toEqual([
      'CREATED',
      'CREATED',
    ]);
    // The old courts are not yet succeeded.
    expect(await mechanisms('(includeParts: true, asOf: "2009-01-01")')).toEqual([]);
    expect(await mechanisms('')).toEqual(['ABOLISHED']);
    expect(await mechanisms('(includeParts: false)')).toEqual(['ABOLISHED']);
  });
});

describe('neighbourhood', () => {
  const question = (args: string) =>
    ask(`{ neighbourhood(${args}) { truncated nodes { id } edges { id from { id } to { id } } } }`);

  test('grows level by level, one statement each, and stops at hubs', async () => {
    const { data, errors, sent } = await question(`of: "${CHAMBER}", depth: 2`);
    expect(errors).toEqual([]);
    const { nodes, edges, truncated } = data.neighbourhood;
    expect(nodes.map(({ id }: { id: string }) => short(id))).toEqual([
      'chamber',
      'act',
      'ada',
      'land',
      'cabinet',
      'council',
    ]);
    expect(edges.map(({ id }: { id: string }) => id).sort()).toEqual([
      'claim/adopted_by/act-chamber',
      'claim/involves/act-cabinet1',
      'claim/involves/act-cabinet2',
      'claim/member_of/ada-chamber',
      'claim/member_of/ada-council',
      'claim/member_of/land-chamber',
    ]);
    expect(truncated).toBe(true);
    expect(sent.map(({ statement }) => statement.name)).toEqual([
      'Institution by id',
      'surroundings of things',
      'surroundings of things',
    ]);
    const whole = await question(`of: "${CHAMBER}", depth: 3, hubs: true`);
    expect(whole.data.neighbourhood.truncated).toBe(false);
    expect(whole.data.neighbourhood.nodes.map(({ id }: { id: string }) => short(id))).toContain('town');
  });

  test('takes so many of each tie, the earliest first, and says that there are more', async () => {
    const few = (await question('of: "institution/x/busy", perTie: 3')).data.neighbourhood;
    expect(few.truncated).toBe(true);
    expect(few.nodes.map(({ id }: { id: string }) => short(id))).toEqual(['busy', 'r00', 'r10', 'r20']);
    const none = (await question('of: "institution/x/busy", ties: [PART_OF]')).data.neighbourhood;
    expect(none).toEqual({ truncated: false, nodes: [{ id: 'institution/x/busy' }], edges: [] });
    expect((await question('of: "institution/x/none"')).data.neighbourhood).toBeNull();
  });
});

describe('common', () => {
  const question = (args: string) =>
    ask(
      `{ common(${args}) { totalCount pageInfo { hasNextPage } edges { count cursor node { id } ties { sentence } } } }`,
    );

  test('counts how many share what, with the ties themselves', async () => {
    const { data, errors, sent } = await question(
      `of: ["${CHAMBER}", "${CABINET}", "institution/x/council"], hubs: true`,
    );
    expect(errors).toEqual([]);
    expect(
      data.common.edges.map(({ count, node, ties }: { count: number; node: { id: string }; ties: object[] }) => [
        count,
        short(node.id),
        ties.length,
      ]),
    ).toEqual([
      [2, 'act', 3],
      [2, 'ada', 2],
      [2, 'land', 2],
    ]);
    expect(data.common.totalCount).toBe(3);
    expect(sent.map(({ statement }) => statement.name).slice(0, 3)).toEqual([
      'Institution by id',
      'shared by things',
      'ties between things',
    ]);
  });

  test('leaves hubs out unless they are asked for, and is paged', async () => {
    const of = `of: ["${CHAMBER}", "${CABINET}"]`;
    const ids = async (args: string) =>
      (await question(args)).data.common.edges.map(({ node }: { node: { id: string } }) => short(node.id));
    expect(await ids(of)).toEqual(['act']);
    expect(await ids(`${of}, kinds: [Place, Official]`)).toEqual(['land']);
    expect(await ids(`${of}, ties: [ADOPTED_BY]`)).toEqual([]);
    expect(await ids(`${of}, asOf: "1999-01-01", hubs: true`)).toEqual(['land']);
    const first = (await question(`${of}, hubs: true, first: 1`)).data.common;
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(await ids(`${of}, hubs: true, after: "${first.edges[0].cursor}"`)).toEqual(['land']);
    expect((await question(`of: ["${CHAMBER}", "law/x/none"]`)).data.common).toBeNull();
  });
});

describe('bad input is refused before the database is asked', () => {
  const many = (count: number): string => Array.from({ length: count }, (_, at) => `"law/x/a${at}"`).join(' ');
  test.each<[name: string, query: string, says: string]>([
    [
      'far too many hops',
      `{ path(${ENDS}, maxHops: 100) { length } }`,
      '"maxHops" must be between 1 and 6, but got 100',
    ],
    ['no hop', `{ path(${ENDS}, maxHops: 0) { length } }`, '"maxHops" must be between 1 and 6, but got 0'],
    ['too many paths', `{ path(${ENDS}, first: 1000) { length } }`, '"first" must be between 1 and 10, but got 1000'],
    ['a path to itself', `{ path(from: "${CHAMBER}", to: "${CHAMBER}") { length } }`, 'are both'],
    ['words for an id', `{ path(from: "The Senate", to: "${CHAMBER}") { length } }`, 'This is not an id'],
    ['words in via', `{ path(${ENDS}, via: ["x y"]) { length } }`, 'This is not an id: got "x y"'],
    ['an end to be avoided', `{ path(${ENDS}, avoid: ["${CABINET}"]) { length } }`, 'to be avoided'],
    ['via to be avoided', `{ path(${ENDS}, via: ["law/x/act"], avoid: ["law/x/act"]) { length } }`, 'to be avoided'],
    ['too many in via', `{ path(${ENDS}, via: [${many(4)}]) { length } }`, '"via" must hold 0 to 3 ids, but got 4'],
    ['too many to avoid', `{ path(${ENDS}, avoid: [${many(101)}]) { length } }`, '"avoid" must hold 0 to 100 ids'],
    ['twice in via', `{ path(${ENDS}, via: ["law/x/a", "law/x/a"]) { length } }`, '"law/x/a" twice'],
    [
      'too deep',
      `{ neighbourhood(of: "${CHAMBER}", depth: 9) { truncated } }`,
      '"depth" must be between 1 and 3, but got 9',
    ],
    ['no depth', `{ neighbourhood(of: "${CHAMBER}", depth: 0) { truncated } }`, '"depth" must be between 1 and 3'],
    [
      'too many per tie',
      `{ neighbourhood(of: "${CHAMBER}", perTie: 1000) { truncated } }`,
      '"perTie" must be between 1 and 25',
    ],
    ['around no id', '{ neighbourhood(of: "") { truncated } }', 'This is not an id: got ""'],
    ['of nothing', '{ common(of: []) { totalCount } }', '"of" must hold 2 to 10 ids, but got 0'],
    ['of one', `{ common(of: ["${CHAMBER}"]) { totalCount } }`, '"of" must hold 2 to 10 ids, but got 1'],
    ['of eleven', `{ common(of: [${many(11)}]) { totalCount } }`, '"of" must hold 2 to 10 ids, but got 11'],
    ['of one twice', `{ common(of: ["${CHAMBER}", "${CHAMBER}"]) { totalCount } }`, `"${CHAMBER}" twice`],
    ['of no id', '{ common(of: ["x", "law/x/\\u0000"]) { totalCount } }', 'This is not an id'],
  ])('%s', async (_, query, says) => {
    const { data, errors, sent } = await ask(query);
    expect(sent).toEqual([]);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toContain(says);
    expect(JSON.stringify(data)).toMatch(/^\{"\w+":null\}$/);
  });

  test('a page of what is shared, past its bounds', async () => {
    const { errors } = await ask(`{ common(of: ["${CHAMBER}", "${CABINET}"], first: 1000) { totalCount } }`);
    expect(errors[0]?.message).toContain('"first" must be between 1 and 100, but got 1000');
  });

  test('an unknown type of tie is no question at all', async () => {
    const { errors, sent } = await ask(`{ path(${ENDS}, ties: [SUPPORTS]) { length } }`);
    expect([errors[0]?.extensions.code, sent]).toEqual(['GRAPHQL_VALIDATION_FAILED', []]);
  });
});
