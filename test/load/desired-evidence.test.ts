import { describe, expect, it } from 'vitest';
import type { DesiredGraph } from '../../src/load/desired-graph.ts';
import { graphOf, tiesIn } from './graph-of.ts';

const nodeIn = (graph: DesiredGraph, id: string) => graph.nodes.find((node) => node.id === id);

describe('evidence', () => {
  const graph = () => graphOf();

  it('has every passage in its document, in the order of the text', () => {
    const order = tiesIn(graph(), 'IN')
      .filter(({ toId }) => toId === 'document/tl/report')
      .map(({ properties }) => properties.sortKey);
    expect(order).toEqual([
      '000001000000 passage/tl/report/1',
      '000002000012 passage/tl/report/2',
      '000002000401 passage/tl/report/2b',
    ]);
    expect(nodeIn(graph(), 'passage/tl/report/1')?.properties).toMatchObject({
      line: 1,
      lineEnd: 1,
      documentId: 'document/tl/report',
    });
    expect(nodeIn(graph(), 'passage/tl/act-17/article-50')?.properties).not.toHaveProperty('lineEnd');
  });

  it('tells what a passage speaks of and who speaks', () => {
    const [mention] = tiesIn(graph(), 'MENTIONS');
    expect(mention?.properties).toMatchObject({
      as: 'the Senate',
      recordedAt: '2026-01-01',
      rank: 'NORMAL',
      sortKey: `document/tl/report 000001000000 ${mention?.id}`,
    });
    expect(tiesIn(graph(), 'SPOKEN_BY')).toMatchObject([{ fromId: 'passage/tl/report/2', toId: 'official/tl/ada' }]);
  });

  it('supports each claim once per passage, and names each document once', () => {
    const [held] = tiesIn(graph(), 'HELD_OFFICE');
    const { until, startLatest, endEarliest, sortKey } = held?.properties ?? {};
    const supports = tiesIn(graph(), 'SUPPORTS').filter(({ properties }) => properties.claimId === held?.id);
    expect(supports.map(({ fromId, toId, properties }) => [fromId, toId, properties.documentId])).toEqual([
      ['passage/tl/report/2', 'official/tl/ada', 'document/tl/report'],
      ['passage/tl/report/2b', 'official/tl/ada', undefined],
    ]);
    for (const { properties } of supports) {
      expect(properties).toMatchObject({
        claimType: 'HELD_OFFICE',
        until,
        startLatest,
        endEarliest,
        sortKey,
        modality: 'FACT',
      });
    }
  });

  it('says once of each claim where it stands among all changes, as far as it has dates', () => {
    const [held] = tiesIn(graph(), 'HELD_OFFICE');
    const [first, second] = tiesIn(graph(), 'SUPPORTS').filter(({ properties }) => properties.claimId === held?.id);
    const { sortKey, recordedAt } = held?.properties ?? {};
    expect(first?.properties).toMatchObject({ beganKey: sortKey, recordedKey: `${recordedAt} ${held?.id}` });
    expect(first?.properties).not.toHaveProperty('retractedKey');
    for (const key of ['beganKey', 'endedKey', 'recordedKey']) expect(second?.properties).not.toHaveProperty(key);
  });

  it('supports a figure and not its ties', () => {
    const types = tiesIn(graph(), 'SUPPORTS').map(({ properties }) => properties.claimType);
    expect(types.filter((type) => type === 'Figure')).toHaveLength(1);
    expect(types).not.toContain('ABOUT');
  });
});
