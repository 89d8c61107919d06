import { nounNames, nouns } from '../../schema/nouns.ts';
import type { NounName, TieSpec } from '../../schema/spec.ts';
import { nounsAt, ties } from '../../schema/ties.ts';
import { dateKeysOf } from '../graph/model.ts';
import { type OwnLabel, ownLabelOf } from './graph-shape.ts';
import { ENDS } from './load-statements.ts';
import type { Report } from './problem.ts';
import { CLAIM } from './read-claims.ts';
import { readComparisons } from './read-comparisons.ts';
import { readPassages } from './read-passages.ts';
import { readMeasures, readMerged, readRelease } from './read-release.ts';
import { readThings } from './read-things.ts';
import type { Release, Seed, SeedPassage } from './seed-types.ts';
import type { StoredGraph, StoredNode, StoredTie } from './stored-graph.ts';
import { entry, list, scalar, withKey } from './yaml-of-graph.ts';
import type { YamlValue } from './yaml-values.ts';

/** What a problem found in the graph is about. */
export interface Subject {
  readonly thing?: string;
  readonly claimId?: string;
  readonly passage?: string;
}

/** What only the loader writes: it follows from the rest, so a seed does not say it. */
const KEYS = [
  ...['fromId', 'toId', 'sortKey', 'since', 'until', 'startLatest', 'endEarliest', 'retracted', 'unit', 'searchKeys'],
  ...[...Object.values(nouns), ...ties].flatMap(({ properties }) => dateKeysOf(properties ?? {})),
];
const FROM_FIGURE = [...KEYS, ...Object.keys(CLAIM)];

/**
 * The seed that a stored graph stands for, read by the readers of files: what is stored is written out as a file would say it,
 * without the keys that follow from it. In the place of a file's name stands the id of what a line is about.
 */
export function seedOfGraph(
  stored: StoredGraph,
  table: readonly TieSpec[],
  report: Report,
): { seed: Seed; subjects: ReadonlyMap<string, Subject> } {
  const subjects = new Map<string, Subject>();
  const nodesOf = (label: OwnLabel): readonly StoredNode[] =>
    stored.nodes.filter(({ labels }) => ownLabelOf(labels) === label);
  const starting = groupBy(stored.ties, ({ fromId }) => fromId);
  const reaching = new Map(stored.ties.map((tie) => [`${tie.type} ${tie.fromId}`, tie]));
  const byId = new Map(stored.nodes.map((node) => [node.id, node]));
  const claims = new Map(stored.ties.filter(({ type }) => !(type in ENDS)).map((tie) => [tie.id, tie]));

  function thingEntry(node: StoredNode, noun: NounName): YamlValue {
    const ties = starting.get(node.id) ?? [];
    subjects.set(node.id, { thing: node.id, ...(nouns[noun].claim ? { claimId: node.id } : {}) });
    const { unstated, unstatedNotes, ...properties } = node.properties;
    const names = ties.flatMap(({ type, toId }) => (type === 'NAMED' ? (byId.get(toId) ?? []) : []));
    const fields = groupBy(
      ties.filter(({ type }) => !(type in ENDS)),
      (tie) => rowOf(tie, noun, table)?.forward ?? tie.type,
    );
    return entry(node.id, properties, KEYS, {
      names: names.map((name) => nameEntry(name, node.id)),
      unstated: questions(node.id, unstated, unstatedNotes),
      ...Object.fromEntries([...fields].map(([field, some]) => [field, some.map((tie) => tieEntry(tie, noun))])),
    });
  }

  function nameEntry({ id, properties }: StoredNode, thing: string): YamlValue {
    subjects.set(id, { thing });
    return entry(id, properties, ['id', 'searchKeys']);
  }

  function tieEntry(tie: StoredTie, noun: NounName): YamlValue {
    const key = tieKey(tie);
    subjects.set(key, { thing: tie.fromId, ...(tie.id === '' ? {} : { claimId: tie.id }) });
    const { id: _, ...properties } = tie.properties;
    return withKey(entry(key, properties, nouns[noun].claim ? FROM_FIGURE : KEYS), 'to', scalar(key, tie.toId));
  }

  function passageEntry({ id, properties }: StoredNode): YamlValue {
    subjects.set(id, { passage: id });
    const spokenBy = reaching.get(`SPOKEN_BY ${id}`)?.toId;
    const mentions = (starting.get(id) ?? []).filter(({ type }) => type === 'MENTIONS');
    return entry(id, { ...properties, spokenBy }, ['documentId'], {
      mentions: mentions.map(({ toId, properties: { as } }) => entry(id, { to: toId, as }, [])),
    });
  }

  function comparisonEntry({ id, properties }: StoredNode): YamlValue {
    subjects.set(id, {});
    const ties = [...(starting.get(id) ?? [])].sort(bySortKey);
    const ends = (type: string) => ties.filter((tie) => tie.type === type);
    const comparison = entry(id, { ...properties, over: ends('OVER').map(({ toId }) => toId) }, [
      ...KEYS,
      'documentIds',
    ]);
    const sides = ends('SIDE').map(({ toId, properties: { says, claimId } }) => {
      const tie = claims.get(String(claimId));
      const side = entry(id, { passage: toId, says, claim: tie ? undefined : claimId }, []);
      return tie ? withKey(side, 'claim', sideTie(tie)) : side;
    });
    return withKey(comparison, 'sides', { ...comparison, content: sides });
  }

  /** A tie as the side of a comparison names it. */
  function sideTie(tie: StoredTie): YamlValue {
    const noun = nounNames.find((one) => tie.fromId.startsWith(`${nouns[one].prefix}/`));
    const field = noun ? rowOf(tie, noun, table)?.forward : undefined;
    return entry(tie.id, { of: tie.fromId, field, to: tie.toId, validFrom: tie.properties.validFrom }, []);
  }

  const releases = nodesOf('GraphRelease').flatMap(
    ({ id, properties }) => readRelease(entry(id, properties, ['id', 'release']), report) ?? [],
  );
  // Things of the graph say their own day and jurisdiction.
  const release: Release = { file: '', line: 0, lines: {}, name: '', title: '', jurisdiction: '', days: [''] };
  const things = groupBy(nodesOf('Thing'), (node) => nounOfNode(node, report));
  const seed: Seed = {
    measures: readMeasures(list(nodesOf('Measure').map(({ id, properties }) => entry(id, properties, ['id']))), report),
    releases,
    things: nounNames.flatMap((noun) =>
      readThings(
        list((things.get(noun) ?? []).map((node) => thingEntry(node, noun))),
        nouns[noun],
        table,
        release,
        report,
      ),
    ),
    passages: [...groupBy(nodesOf('Passage'), ({ properties }) => String(properties.documentId ?? ''))].flatMap(
      ([document, some]) => {
        const group = entry(document, { document }, [], { passages: some.map(passageEntry) });
        return readPassages(list([group]), '', report).map((passage) =>
          placed(passage, reaching.get(`IN ${passage.id}`)),
        );
      },
    ),
    comparisons: readComparisons(list(nodesOf('Comparison').map(comparisonEntry)), release, report),
    merged: readMerged(
      list(nodesOf('Merged').map(({ id }) => entry(id, { id, into: reaching.get(`INTO ${id}`)?.toId }, []))),
      report,
    ),
  };
  return { seed, subjects };
}

/** What stands in the place of a file for a tie: its id, or where it leads when it has none. */
export const tieKey = ({ id, type, fromId, toId }: StoredTie): string => id || `${fromId} ${type} ${toId}`;

/** The row of the table by which a tie is read: that of its ends, else one that says which of them is wrong. */
function rowOf({ type, toId }: StoredTie, from: NounName, table: readonly TieSpec[]): TieSpec | undefined {
  const rows = table.filter((row) => row.type === type);
  const starts = rows.filter((row) => nounsAt(row.from).includes(from));
  const leads = ({ to }: TieSpec): boolean => nounsAt(to).some((noun) => toId.startsWith(`${nouns[noun].prefix}/`));
  return starts.find(leads) ?? starts[0] ?? rows[0];
}

function nounOfNode({ id, labels }: StoredNode, report: Report): NounName | undefined {
  const borne = nounNames.filter((noun) => labels.includes(noun));
  if (borne.length !== 1) {
    const message = `${id} bears the labels ${labels.join(', ')}`;
    report({ file: id, line: 0 }, 'BAD_LABELS', message, 'give it Thing and the label of one noun');
  }
  return borne.length === 1 ? borne[0] : nounNames.find((noun) => id.startsWith(`${nouns[noun].prefix}/`));
}

/** The graph keeps a passage's place among its fellows in the tie to its document only. */
const placed = (passage: SeedPassage, link: StoredTie | undefined): SeedPassage => ({
  ...passage,
  position: Number.parseInt(String(link?.properties.sortKey).slice(0, 6), 10) || 0,
  recordedAt: String(link?.properties.recordedAt ?? ''),
});

const bySortKey = (one: StoredTie, other: StoredTie): number =>
  String(one.properties.sortKey) < String(other.properties.sortKey) ? -1 : 1;

function questions(file: string, unstated: unknown, notes: unknown): readonly YamlValue[] {
  const said = (texts: unknown): readonly unknown[] => (Array.isArray(texts) ? texts : []);
  return said(unstated).map((question, at) => entry(file, { question, note: said(notes)[at] || undefined }, []));
}

function groupBy<T, Key>(all: readonly T[], keyOf: (one: T) => Key): ReadonlyMap<Key, readonly T[]> {
  const groups = new Map<Key, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}
