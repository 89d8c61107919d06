import { sortKeyOf } from '../src/graph/model.ts';
import { FLOOR } from '../src/graph/time.ts';
import type { DesiredGraph, DesiredTie } from '../src/load/desired-graph.ts';
import { claimProperties, thingNode } from './every-tie.ts';

export const HUB_TIES = 2_000;

/** Institutions that 2,000 reforms affect, beside one that 10 do: a page must cost the same. */
export function hubGraph(): DesiredGraph {
  const reforms = Array.from({ length: HUB_TIES }, (_, at) => `reform/x/${String(at).padStart(4, '0')}`);
  const affects = (institution: string, count: number, startOf: (at: number) => string): DesiredTie[] =>
    reforms.slice(0, count).map((reform, at) => {
      const id = `claim/affects/${institution.split('/').at(-1)}-${String(at).padStart(4, '0')}`;
      const since = startOf(at);
      const over = {
        sortKey: sortKeyOf(since, id),
        ...(since === FLOOR ? {} : { startLatest: since }),
        mechanism: 'OTHER',
      };
      return {
        id,
        type: 'AFFECTS',
        fromId: reform,
        toId: institution,
        properties: claimProperties(id, reform, institution, over),
      };
    });
  const day = (at: number): string => `${1995 + (at % 30)}-0${1 + (at % 9)}-1${at % 10}`;
  return {
    nodes: [
      ...reforms.map((id) => thingNode('Reform', id, { kind: 'OTHER' })),
      ...['hub', 'small', 'unknown-starts'].map((slug) =>
        thingNode('Institution', `institution/x/${slug}`, { kind: 'OTHER' }),
      ),
    ],
    ties: [
      ...affects('institution/x/hub', HUB_TIES, day),
      ...affects('institution/x/small', 10, day),
      ...affects('institution/x/unknown-starts', HUB_TIES, () => FLOOR),
    ],
  };
}
