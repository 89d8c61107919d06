import { nounNames, nouns } from '../schema/nouns.ts';
import type { NounName, TieSpec } from '../schema/spec.ts';
import { nounsAt, ties } from '../schema/ties.ts';
import { dateKeysOf, linkTypes, sortKeyOf } from '../src/graph/model.ts';
import { FLOOR, OPEN } from '../src/graph/time.ts';
import type { DesiredGraph, DesiredNode, DesiredTie } from '../src/load/desired-graph.ts';

/** Values every claim has; a test overrides what it is about. */
export function claimProperties(id: string, fromId: string, toId: string, over: Record<string, unknown> = {}) {
  return {
    id,
    fromId,
    toId,
    sortKey: sortKeyOf(FLOOR, id),
    until: OPEN,
    startLatest: OPEN,
    endEarliest: OPEN,
    retracted: OPEN,
    retractedAt: OPEN,
    recordedAt: '2026-11-22',
    rank: 'NORMAL',
    modality: 'FACT',
    passages: ['passage/x/1'],
    validFrom: '2022',
    validTo: '2023',
    end: 'ENDED',
    inferred: ['DATE'],
    datedBy: ['x'],
    note: 'a note',
    ...over,
  };
}

export function thingNode(noun: NounName, id: string, over: Record<string, unknown> = {}): DesiredNode {
  return {
    id,
    labels: [noun, 'Thing'],
    properties: {
      id,
      name: id,
      jurisdiction: 'x',
      since: FLOOR,
      until: OPEN,
      recordedAt: '2026-11-22',
      retracted: OPEN,
      passages: [],
      ...over,
    },
  };
}

/** A graph that has every property of every noun and a tie of every row: no text about it speaks of something unknown. */
export function everyTie(): DesiredGraph {
  const nodes: DesiredNode[] = nounNames.flatMap((noun) =>
    ['a', 'b'].map((slug) =>
      thingNode(noun, `${nouns[noun].prefix}/x/${slug}`, {
        ...claimProperties('', '', ''),
        ...Object.fromEntries(
          [...Object.keys(nouns[noun].properties), ...dateKeysOf(nouns[noun].properties)].map((name) => [name, 'x']),
        ),
        id: `${nouns[noun].prefix}/x/${slug}`,
        summary: 'a summary',
        identifiers: ['code:1'],
        unstated: ['x?'],
        unstatedNotes: ['x'],
      }),
    ),
  );
  const passage = 'passage/x/1';
  nodes.push(
    {
      id: passage,
      labels: ['Passage'],
      properties: {
        id: passage,
        documentId: 'document/x/a',
        line: 1,
        lineEnd: 1,
        start: 0,
        end: 1,
        sha256: 'x',
        locator: 'x',
        headings: ['x'],
        statement: 'x',
      },
    },
    {
      id: 'name/x',
      labels: ['Name'],
      properties: {
        id: 'name/x',
        text: 'x',
        language: 'en',
        script: 'Latn',
        kind: 'SHORT',
        validFrom: '2022',
        validTo: '2023',
        passages: [],
      },
    },
    {
      id: 'code:1',
      labels: ['Identifier'],
      properties: { id: 'code:1', scheme: 'code', value: '1' },
    },
    {
      id: 'comparison/x/a',
      labels: ['Comparison'],
      properties: {
        id: 'comparison/x/a',
        name: 'x',
        verdict: 'TIME',
        explanation: 'x',
        settledBy: 'law/x/a',
        documentIds: ['document/x/a'],
        recordedAt: '2026-11-22',
        retractedAt: OPEN,
        retracted: OPEN,
        sortKey: '1 comparison/x/a',
      },
    },
    { id: 'law/x/old', labels: ['Merged'], properties: { id: 'law/x/old' } },
    {
      id: 'release/x',
      labels: ['GraphRelease'],
      properties: {
        id: 'release/x',
        name: 'x',
        title: 'x',
        jurisdiction: 'x',
        releases: ['2026-11-22'],
        release: '2026-11-22',
      },
    },
    {
      id: 'measure/x',
      labels: ['Measure'],
      properties: { id: 'measure/x', measure: 'x', holds: 'NUMBER', singleValued: false, description: 'x' },
    },
  );
  const idOf = (end: TieSpec['from'], slug: string): string => `${nouns[nounsAt(end)[0] as NounName].prefix}/x/${slug}`;
  const tieOf = (type: string, fromId: string, toId: string, own: Record<string, unknown>): DesiredTie => {
    const id = `claim/${type}/${fromId}/${toId}`;
    return {
      id,
      type,
      fromId,
      toId,
      properties: { ...claimProperties(id, fromId, toId), ...own },
    };
  };
  const [inDocument, mentions, spokenBy, supports, side, over, touches] = linkTypes;
  return {
    nodes,
    ties: [
      ...ties.map((tie) =>
        tieOf(
          tie.type,
          idOf(tie.from, 'a'),
          idOf(tie.to, 'b'),
          Object.fromEntries(Object.keys(tie.properties ?? {}).map((name) => [name, 'x'])),
        ),
      ),
      tieOf(inDocument, passage, 'document/x/a', {}),
      tieOf(mentions, passage, 'reform/x/a', { as: 'x' }),
      tieOf(spokenBy, passage, 'official/x/a', {}),
      tieOf(supports, passage, 'reform/x/a', {
        claimId: 'x',
        claimType: 'AFFECTS',
        documentId: 'document/x/a',
        beganKey: 'x',
        endedKey: 'x',
        recordedKey: 'x',
        retractedKey: 'x',
      }),
      tieOf(side, 'comparison/x/a', passage, { order: 1, says: 'x', claimId: 'x', claimType: 'AFFECTS' }),
      tieOf(over, 'comparison/x/a', 'reform/x/a', {}),
      tieOf(touches, 'comparison/x/a', 'reform/x/a', { subjectId: 'reform/x/a' }),
      {
        id: 'named/x',
        type: 'NAMED',
        fromId: 'reform/x/a',
        toId: 'name/x',
        properties: { id: 'named/x' },
      },
      {
        id: 'identifies/x',
        type: 'IDENTIFIES',
        fromId: 'code:1',
        toId: 'reform/x/a',
        properties: { id: 'identifies/x' },
      },
      {
        id: 'into/x',
        type: 'INTO',
        fromId: 'law/x/old',
        toId: 'law/x/a',
        properties: { id: 'into/x' },
      },
    ],
  };
}
