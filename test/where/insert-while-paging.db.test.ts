import { expect, test } from 'vitest';
import { sortKeyOf } from '../../src/graph/model.ts';
import type { DesiredGraph, DesiredNode, DesiredTie } from '../../src/load/desired-graph.ts';
import { writeGraph } from '../../src/load/write-graph.ts';
import { type AskGraphql, serveForTests } from '../ask.ts';
import { claimProperties, thingNode } from '../every-tie.ts';
import { openTestGraph } from '../neo4j.ts';

const HUB = 'institution/x/hub';
const OTHERS = ['institution/x/a', 'institution/x/b', 'institution/x/c'];
const ROWS = 12;
const BATCHES = 3;
const PAGE = 4;

const two = (at: number): string => String(at).padStart(2, '0');
/** Neither the order of ids nor its opposite. */
const shuffled = (at: number): string => two((at * 7) % ROWS);

function tie(type: string, fromId: string, toId: string, more = '', day = '2020-01-01'): DesiredTie {
  const id = `claim/${type}/${fromId.split('/').at(-1)}-${toId.split('/').at(-1)}${more}`;
  return { id, type, fromId, toId, properties: claimProperties(id, fromId, toId, { sortKey: sortKeyOf(day, id) }) };
}

/** A reform that changes the hub and up to three others, and most often a law that enacts it. */
function reform(slug: string, at: number): DesiredGraph {
  const id = `reform/x/${slug}`;
  const law = `law/x/${slug}`;
  const day = `20${10 + ((at * 5) % 9)}-01-01`;
  return {
    nodes: [
      thingNode('Reform', id, { name: `Reform ${shuffled(at)} ${slug}`, kind: at % 2 === 0 ? 'COURTS' : 'OTHER' }),
      thingNode('Law', law, { name: `Law ${shuffled(at + 3)} ${slug}` }),
    ],
    ties: [
      tie('AFFECTS', id, HUB, '', day),
      ...OTHERS.slice(0, at % 4).map((other) => tie('AFFECTS', id, other)),
      ...(at % 3 === 0 ? [] : [tie('ENACTED_BY', id, law)]),
    ],
  };
}

const all = (parts: readonly DesiredGraph[]): DesiredGraph => ({
  nodes: parts.flatMap(({ nodes }): readonly DesiredNode[] => nodes),
  ties: parts.flatMap(({ ties }) => ties),
});

const base = all([
  { nodes: [HUB, ...OTHERS].map((id) => thingNode('Institution', id)), ties: [] },
  ...Array.from({ length: ROWS }, (_, at) => reform(`r${two(at)}`, at)),
]);

/** Reforms between those that are there, and new ties of two that are there: one more law, and one more with the hub. */
const batch = (at: number): DesiredGraph =>
  all([
    ...[0, 1, 2].map((part) => reform(`r${two(at + part * 5)}-new-${at}`, at * 3 + part)),
    { nodes: [], ties: [tie('ENACTED_BY', `reform/x/r${two(at)}`, `law/x/r${two(at + 3)}`)] },
    { nodes: [], ties: [tie('AFFECTS', `reform/x/r${two(at + BATCHES)}`, HUB, '-more', '2015-06-01')] },
  ]);

interface List {
  readonly name: string;
  readonly of: 'things' | 'ties';
  readonly orderBy: string;
  /** Numbers of the reforms whose place the inserted ties may change. */
  readonly moved: readonly number[];
}

const withLaw = Array.from({ length: BATCHES }, (_, at) => at);
const withTie = withLaw.map((at) => at + BATCHES);
const list = (of: List['of'], orderBy: string, moved: readonly number[] = []): List => ({
  name: `${of} ${orderBy || 'in their own order'}`,
  of,
  orderBy,
  moved,
});
const lists = [
  list('things', ''),
  list('things', '[{ kind: ASC }, { name: ASC }]'),
  list('things', '[{ affects: { count: DESC } }]', withTie),
  list('things', '[{ enactedBy: { node: { name: DESC } } }, { kind: DESC }]', withLaw),
  list('ties', ''),
  list('ties', '[{ edge: { validFrom: DESC } }]'),
  list('ties', '[{ node: { affects: { count: ASC } } }, { edge: { validFrom: ASC } }]', withTie),
];

interface Read {
  readonly ids: readonly string[];
  readonly next: string | null;
}

async function read(ask: AskGraphql, { of, orderBy }: List, page: string): Promise<Read> {
  const args = `(${page}${orderBy && `, orderBy: ${orderBy}`})`;
  const rest = 'pageInfo { startCursor endCursor hasNextPage hasPreviousPage }';
  const { data, errors } = await ask(
    of === 'things'
      ? `{ reforms${args} { edges { node { id } } ${rest} } }`
      : `{ institution(id: "${HUB}") { affectedBy${args} { edges { id } ${rest} } } }`,
  );
  expect(errors).toEqual([]);
  const { edges, pageInfo } = of === 'things' ? data.reforms : data.institution.affectedBy;
  const [more, cursor] = page.startsWith('last')
    ? [pageInfo.hasPreviousPage, pageInfo.startCursor]
    : [pageInfo.hasNextPage, pageInfo.endCursor];
  return {
    ids: edges.map((edge: { id?: string; node?: { id: string } }) => edge.id ?? edge.node?.id),
    next: more ? cursor : null,
  };
}

test('rows whose keys stay are met once each, in order, both ways, while things and ties are put in between pages', async () => {
  const graph = await openTestGraph();
  const { ask } = await serveForTests(graph);
  await writeGraph(graph, base);
  const walks = [];
  for (const one of lists) {
    const { ids: whole } = await read(ask, one, 'first: 100');
    for (const backward of [false, true])
      walks.push({ one, whole, backward, met: [] as string[], next: '' as string | null });
  }

  for (let pages = 0; walks.some(({ next }) => next !== null); pages += 1) {
    for (const walk of walks) {
      if (walk.next === null) continue;
      const [size, from] = walk.backward ? ['last', 'before'] : ['first', 'after'];
      const { ids, next } = await read(ask, walk.one, `${size}: ${PAGE}${walk.next && `, ${from}: "${walk.next}"`}`);
      if (walk.backward) walk.met.unshift(...ids);
      else walk.met.push(...ids);
      walk.next = next;
    }
    const inserted = Array.from({ length: Math.min(pages + 1, BATCHES) }, (_, at) => batch(at));
    await writeGraph(graph, all([base, ...inserted]));
  }

  for (const { one, whole, backward, met } of walks) {
    const stays = (id: string): boolean => !one.moved.some((at) => id.includes(`r${two(at)}`));
    const stayed = whole.filter(stays);
    const told = `${one.name} ${backward ? 'backwards' : 'forwards'}`;
    expect([told, met.filter((id) => stayed.includes(id))]).toEqual([told, stayed]);
    expect([told, met.some((id) => !whole.includes(id))]).toEqual([told, true]);
    expect(whole.length).toBe(ROWS);
  }
});
