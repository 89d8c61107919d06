import type { NounName } from '../../schema/spec.ts';
import { dateKeysOf, sortKeyOf } from '../../src/graph/model.ts';
import type { DesiredGraph, DesiredNode, DesiredTie } from '../../src/load/desired-graph.ts';
import { claimProperties, thingNode } from '../every-tie.ts';

const REFORM_KINDS = ['CONSTITUTIONAL', 'ELECTORAL', 'JUDICIAL', 'ADMINISTRATIVE'];
const MECHANISMS = ['CREATED', 'ABOLISHED', 'POWERS_WIDENED', 'COMPOSITION_CHANGED'];
const LAW_KINDS = ['CONSTITUTION', 'CODE', 'LAW', 'DECREE'];

/** The same numbers from 0 to 1 in every run and on every machine: a linear congruential generator, all in whole numbers. */
function numbers(): () => number {
  let state = 2022;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/**
 * A graph that never changes, so that what a question costs on it can be written down: 800 reforms, 1,000 laws, 300 institutions and
 * 300 figures with 6,000 ties. Few institutions and laws have most of the ties, as in life.
 */
export function generatedGraph(): DesiredGraph {
  const next = numbers();
  const among = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const mostlyFirst = <T>(list: readonly T[]): T => list[Math.floor(next() ** 3 * list.length)] as T;
  const day = (): string => {
    const [month, date] = [1 + Math.floor(next() * 12), 1 + Math.floor(next() * 28)];
    return [1995 + Math.floor(next() * 31), month, date].map((part) => String(part).padStart(2, '0')).join('-');
  };
  const named = (noun: NounName, prefix: string, count: number, own: () => Record<string, unknown>): DesiredNode[] =>
    Array.from({ length: count }, (_, at) => thingNode(noun, `${prefix}/x/${String(at).padStart(4, '0')}`, own()));
  const exact = (name: string, date: string): Record<string, unknown> => {
    const [earliest, latest] = dateKeysOf({ [name]: { type: 'PartialDate', description: '' } });
    return { [name]: date, [String(earliest)]: date, [String(latest)]: date };
  };

  const reforms = named('Reform', 'reform', 800, () => ({ kind: among(REFORM_KINDS) }));
  const laws = named('Law', 'law', 1_000, () => {
    const adopted = day();
    return { kind: among(LAW_KINDS), since: adopted, ...exact('adoptedOn', adopted) };
  });
  const institutions = named('Institution', 'institution', 300, () => ({ kind: 'OTHER' }));
  const figures = named('Figure', 'figure', 300, () => ({
    ...claimProperties('', '', ''),
    measure: 'seats',
    value: Math.floor(next() * 200),
    comparator: 'EXACT',
  })).map((node) => ({ ...node, properties: { ...node.properties, id: node.id } }));
  const documents = named('SourceDocument', 'document', 10, () => ({ kind: 'ARTICLE' }));
  const passages: DesiredNode[] = Array.from({ length: 200 }, (_, at) => {
    const id = `passage/x/${String(at).padStart(3, '0')}`;
    const properties = { id, documentId: among(documents).id, locator: `${at}`, statement: `Statement ${at}.` };
    return { id, labels: ['Passage'], properties };
  });

  const ties: DesiredTie[] = [];
  const tie = (type: string, count: number, from: DesiredNode[], to: DesiredNode[], own: () => object): void => {
    for (let at = 0; at < count; at++) {
      const id = `claim/${type.toLowerCase().replaceAll('_', '-')}/${String(at).padStart(5, '0')}`;
      const [source, target, since] = [among(from).id, mostlyFirst(to).id, day()];
      const over = {
        sortKey: sortKeyOf(since, id),
        startLatest: since,
        validFrom: since,
        passages: [among(passages).id],
      };
      const properties = claimProperties(id, source, target, { ...over, ...own() });
      ties.push({ id, type, fromId: source, toId: target, properties });
    }
  };
  tie('AFFECTS', 3_000, reforms, institutions, () => ({ mechanism: among(MECHANISMS) }));
  tie('ENACTED_BY', 900, reforms, laws, () => ({ how: 'ENACTED' }));
  tie('AMENDS', 1_500, laws, laws, () => ({}));
  tie('ABOUT', 350, figures, institutions, () => ({ role: 'SUBJECT' }));
  tie('PART_OF', 250, institutions, institutions, () => ({}));

  return { nodes: [...reforms, ...laws, ...institutions, ...figures, ...documents, ...passages], ties };
}
