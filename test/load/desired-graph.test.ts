import { describe, expect, it } from 'vitest';
import { FLOOR, OPEN } from '../../src/graph/time.ts';
import type { DesiredGraph } from '../../src/load/desired-graph.ts';
import { graphOf, tiesIn } from './graph-of.ts';
import { changed } from './small-seed.ts';

const INSTITUTIONS = 'testland/institutions.yaml';

const nodeIn = (graph: DesiredGraph, id: string) => graph.nodes.find((node) => node.id === id);
const keys = ({ properties }: { properties: Record<string, unknown> }) => {
  const { sortKey, since, until, startLatest, endEarliest, retracted } = properties;
  return {
    since: since ?? String(sortKey).split(' ')[0],
    until,
    startLatest,
    endEarliest,
    retracted,
  };
};

describe('things', () => {
  it('carry what the seed says and the keys their own dates give', () => {
    expect(nodeIn(graphOf(), 'institution/tl/senate')).toEqual({
      id: 'institution/tl/senate',
      labels: ['Institution', 'Thing'],
      properties: {
        id: 'institution/tl/senate',
        name: 'Senate',
        summary: 'Upper chamber of the Parliament.',
        jurisdiction: 'tl',
        identifiers: ['register:17'],
        kind: 'CHAMBER',
        foundedOn: '1995',
        foundedOnEarliest: '1995-01-01',
        foundedOnLatest: '1995-12-31',
        dissolvedOn: '2026-07-01',
        dissolvedOnEarliest: '2026-07-01',
        dissolvedOnLatest: '2026-07-01',
        inferred: ['dissolvedOn'],
        note: 'Follows from the act.',
        passages: ['passage/tl/report/1'],
        recordedAt: '2026-01-01',
        searchKeys: 'senate 17',
        since: '1995-01-01',
        until: '2026-07-01',
        retracted: OPEN,
      },
    });
  });

  it('are open on both sides when they have no dates', () => {
    const node = nodeIn(graphOf(), 'institution/tl/council');
    expect(node?.properties).toMatchObject({
      since: FLOOR,
      until: OPEN,
      retracted: OPEN,
    });
    expect(node?.properties).not.toHaveProperty('inferred');
  });

  it('begin with the first date present, and are surely over on the last day an end may mean', () => {
    const graph = graphOf(changed(INSTITUTIONS, 'dissolvedOn: 2026-07-01', 'dissolvedOn: 2026'));
    expect(nodeIn(graph, 'institution/tl/senate')?.properties.until).toBe('2026-12-31');
    expect(nodeIn(graph, 'law/tl/act')?.properties.since).toBe('2022-06-08');
  });

  it('have names, identifiers and ids they took over', () => {
    const graph = graphOf();
    const [official, ours] = graph.nodes.filter(({ labels }) => labels.includes('Name'));
    expect(official?.id).toMatch(/^name\/[0-9a-f]{16}$/);
    expect(official?.properties).toMatchObject({
      text: 'The Senate',
      kind: 'OFFICIAL',
      validFrom: '1995',
    });
    expect(ours?.properties).not.toHaveProperty('passages');
    expect(tiesIn(graph, 'NAMED')[0]).toMatchObject({
      id: official?.id,
      fromId: 'institution/tl/senate',
      toId: official?.id,
    });
    expect(nodeIn(graph, 'register:17')).toMatchObject({
      labels: ['Identifier'],
      properties: { scheme: 'register', value: '17' },
    });
    expect(tiesIn(graph, 'IDENTIFIES')).toMatchObject([
      { id: 'identifies/register:17', toId: 'institution/tl/senate' },
    ]);
    expect(tiesIn(graph, 'INTO')).toMatchObject([
      {
        id: 'into/institution/tl/upper-house',
        fromId: 'institution/tl/upper-house',
        toId: 'institution/tl/senate',
      },
    ]);
    expect(nodeIn(graph, 'release/testland')?.properties.release).toBe('2026-02-01');
  });
});

describe('keys of a claim', () => {
  const state = (dates: string) => {
    const graph = graphOf(changed(INSTITUTIONS, 'role: OFFICE, end: ONGOING', `role: OFFICE${dates && `, ${dates}`}`));
    const tie = tiesIn(graph, 'PART_OF').find(({ fromId }) => fromId === 'institution/tl/speaker');
    return tie && keys(tie);
  };
  const day = { since: '2022-06-05', startLatest: '2022-06-05' };
  const unknown = { since: FLOOR, startLatest: OPEN };

  it.each([
    [
      'exact dates',
      'validFrom: 2022-06-05, validTo: 2024-03-01',
      { ...day, until: '2024-03-01', endEarliest: '2024-03-01' },
    ],
    [
      'coarse dates',
      'validFrom: 2022-06, validTo: 2024',
      {
        since: '2022-06-01',
        startLatest: '2022-06-30',
        until: '2024-12-31',
        endEarliest: '2024-01-01',
      },
    ],
    [
      'a day of a span',
      'validFrom: "[2019..2021]"',
      {
        since: '2019-01-01',
        startLatest: '2021-12-31',
        until: OPEN,
        endEarliest: FLOOR,
      },
    ],
    [
      'open sides',
      'validFrom: "../2021-04", validTo: "2024/.."',
      {
        since: FLOOR,
        startLatest: '2021-04-30',
        until: OPEN,
        endEarliest: '2024-01-01',
      },
    ],
    ['nothing known', '', { ...unknown, until: OPEN, endEarliest: FLOOR }],
    ['ongoing', 'end: ONGOING', { ...unknown, until: OPEN, endEarliest: OPEN }],
    ['ended on an unknown day', 'validFrom: 2022-06-05, end: ENDED', { ...day, until: OPEN, endEarliest: FLOOR }],
    [
      'retracted',
      'validFrom: 2022-06-05, retractedAt: 2026-02-01',
      { ...day, until: OPEN, endEarliest: FLOOR, retracted: '2026-02-01' },
    ],
  ])('of a state: %s', (_, dates, expected) => {
    expect(state(dates)).toEqual({ retracted: OPEN, ...expected });
  });

  it('of a deed: true ever after', () => {
    const [tie] = tiesIn(graphOf(), 'AFFECTS');
    expect(tie && keys(tie)).toEqual({
      since: '2022-06-01',
      startLatest: '2022-06-30',
      until: OPEN,
      endEarliest: OPEN,
      retracted: OPEN,
    });
    expect(tie?.properties).not.toHaveProperty('end');
    expect(tie?.properties.sortKey).toBe(`2022-06-01 ${tie?.id}`);
  });

  it('of a figure, which gives them to its ties', () => {
    const graph = graphOf();
    const node = nodeIn(graph, 'figure/tl/senate-seats');
    expect(node?.properties).toMatchObject({
      value: 50,
      unit: 'seats',
      modality: 'FACT',
      rank: 'NORMAL',
      end: 'UNKNOWN',
    });
    const expected = {
      since: '2022-06-01',
      startLatest: '2022-06-30',
      until: OPEN,
      endEarliest: FLOOR,
      retracted: OPEN,
    };
    expect(node && keys(node)).toEqual(expected);
    expect(tiesIn(graph, 'ABOUT').map(keys)).toEqual([expected, expected]);
    expect(tiesIn(graph, 'ABOUT')[1]?.properties).toMatchObject({
      role: 'AFTER',
      passages: ['passage/tl/report/2'],
    });
  });
});

it('has one id for each node and each tie', () => {
  const { nodes, ties } = graphOf();
  expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
  expect(new Set(ties.map(({ id }) => id)).size).toBe(ties.length);
});
