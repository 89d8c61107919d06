import { nouns } from '../../schema/nouns.ts';
import type { PropertySpec } from '../../schema/spec.ts';
import { dateKeys, sortKeyOf } from '../graph/model.ts';
import { FLOOR, OPEN, timeKeys } from '../graph/time.ts';
import { ownNames, searchKeys } from '../search/name-form.ts';
import { claimId, endsOf, nameId } from './claim-id.ts';
import { partialDate } from './dates.ts';
import { comparisonParts } from './desired-comparisons.ts';
import { evidenceTies } from './desired-evidence.ts';
import {
  type DesiredGraph,
  type DesiredNode,
  type DesiredTie,
  makeNode,
  makeTie,
  type Properties,
} from './graph-shape.ts';
import type { Measure, Release, Seed, SeedClaim, SeedMerged, SeedPassage, SeedThing, SeedTie } from './seed-types.ts';

export type { DesiredGraph, DesiredNode, DesiredTie } from './graph-shape.ts';

/** The graph a checked seed stands for: every node and every tie, stored keys included. */
export function desiredGraph(seed: Seed): DesiredGraph {
  const measures = new Map(seed.measures.map((measure) => [measure.measure, measure]));
  const claims = seed.things.flatMap((thing) => thing.ties.map(claimTie));
  const figures = seed.things.filter(({ claim }) => claim).map((thing) => thingNode(thing, measures));
  const comparisons = comparisonParts(seed);
  return {
    nodes: [
      ...seed.releases.map(releaseNode),
      ...seed.measures.map(measureNode),
      ...seed.things.filter(({ claim }) => !claim).map((thing) => thingNode(thing, measures)),
      ...figures,
      ...seed.things.flatMap(nameNodes),
      ...seed.things.flatMap(({ identifiers }) => identifiers.map(identifierNode)),
      ...seed.merged.map(({ id }) => makeNode(id, ['Merged'], {})),
      ...seed.passages.map(passageNode),
      ...comparisons.nodes,
    ],
    ties: [
      ...claims,
      ...seed.things.flatMap(namingTies),
      ...seed.merged.map(mergedTie),
      ...evidenceTies(seed.passages, claims, figures),
      ...comparisons.ties,
    ],
  };
}

const releaseNode = ({ name, title, jurisdiction, days }: Release): DesiredNode =>
  makeNode(`release/${name}`, ['GraphRelease'], { name, title, jurisdiction, releases: days, release: days.at(-1) });

const measureNode = ({ measure, unit, holds, singleValued, description }: Measure): DesiredNode =>
  makeNode(`measure/${measure}`, ['Measure'], { measure, unit, holds, singleValued, description });

const OF_THING = ['name', 'summary', 'jurisdiction', 'identifiers', 'inferred', 'note', 'passages'] as const;
const OF_CLAIM = [
  'validFrom',
  'validTo',
  'end',
  'modality',
  'rank',
  'inferred',
  'note',
  'passages',
  'datedBy',
] as const;
const OF_NAME = ['text', 'language', 'script', 'kind', 'validFrom', 'validTo', 'passages'] as const;
const RECORDED = ['recordedAt', 'retractedAt'] as const;

const pick = <T extends object>(record: T, keys: readonly (keyof T)[]): Properties =>
  Object.fromEntries(keys.map((key) => [key, record[key]]));

function thingNode(thing: SeedThing, measures: ReadonlyMap<string, Measure>): DesiredNode {
  const { id, noun, scalars, claim } = thing;
  const { since, ...keys } = claim ? keysOf(claim) : boundsOf(thing);
  return makeNode(id, [noun, 'Thing'], {
    ...pick(thing, OF_THING),
    ...scalars,
    ...boundsOfDates(nouns[noun].properties, scalars),
    ...openQuestions(thing),
    searchKeys: searchKeys(ownNames(thing.name, thing.identifiers)),
    ...(claim
      ? {
          ...pick(claim, OF_CLAIM),
          unit: measures.get(String(scalars.measure))?.unit,
        }
      : {}),
    ...pick(thing, RECORDED),
    since,
    ...keys,
    retracted: thing.retractedAt ?? OPEN,
  });
}

/** Two lists of texts, since Neo4j stores no lists of maps; a question without a note has an empty one. */
const openQuestions = ({ unstated }: SeedThing): Properties => ({
  unstated: unstated.map(({ question }) => question),
  unstatedNotes: unstated.some(({ note }) => note) ? unstated.map(({ note }) => note ?? '') : [],
});

/** The earliest day on which a thing may begin and the first on which it is surely over, by its own dates. */
function boundsOf({ noun, scalars }: SeedThing): {
  since: string;
  until: string;
} {
  const { begins = [], ends = '' } = nouns[noun].time ?? {};
  const begin = begins.map((key) => scalars[key]).find((date) => date !== undefined);
  return {
    since: partialDate(begin)?.earliest ?? FLOOR,
    until: partialDate(scalars[ends])?.latest ?? OPEN,
  };
}

/** Conditions on a partial date are held against the earliest and the latest day it may mean. */
function boundsOfDates(specs: Readonly<Record<string, PropertySpec>> = {}, values: Properties): Properties {
  return Object.fromEntries(
    Object.keys(specs).flatMap((name) => {
      const date = specs[name]?.type === 'PartialDate' ? partialDate(values[name]) : undefined;
      const [earliest, latest] = dateKeys(name);
      return date
        ? [
            [earliest, date.earliest],
            [latest, date.latest],
          ]
        : [];
    }),
  );
}

const keysOf = ({ validFrom, validTo, end }: SeedClaim) =>
  timeKeys(partialDate(validFrom), partialDate(validTo), end === undefined ? 'DEED' : 'STATE', end);

function claimTie(tie: SeedTie): DesiredTie {
  const id = claimId(tie);
  const { fromId, toId } = endsOf(tie);
  const { since, ...keys } = keysOf(tie);
  return makeTie(tie.spec.type, id, fromId, toId, {
    ...tie.own,
    ...boundsOfDates(tie.spec.properties, tie.own),
    ...pick(tie, OF_CLAIM),
    ...pick(tie, RECORDED),
    fromId,
    toId,
    sortKey: sortKeyOf(since, id),
    ...keys,
    retracted: tie.retractedAt ?? OPEN,
  });
}

const nameNodes = (thing: SeedThing): readonly DesiredNode[] =>
  thing.names.map((name) =>
    makeNode(nameId(thing.id, name), ['Name'], { ...pick(name, OF_NAME), searchKeys: searchKeys([name.text]) }),
  );

const identifierNode = (identifier: string): DesiredNode => {
  const [scheme = '', ...value] = identifier.split(':');
  return makeNode(identifier, ['Identifier'], {
    scheme,
    value: value.join(':'),
  });
};

const namingTies = (thing: SeedThing): readonly DesiredTie[] => [
  ...thing.names.map((name) => nameId(thing.id, name)).map((id) => makeTie('NAMED', id, thing.id, id, {})),
  ...thing.identifiers.map((id) => makeTie('IDENTIFIES', `identifies/${id}`, id, thing.id, {})),
];

const mergedTie = ({ id, into }: SeedMerged): DesiredTie => makeTie('INTO', `into/${id}`, id, into, {});

const passageNode = ({ id, document, place, statement, headings }: SeedPassage): DesiredNode => {
  const lineEnd = place.lineEnd ?? place.line;
  return makeNode(id, ['Passage'], {
    ...place,
    lineEnd,
    statement,
    headings,
    documentId: document,
  });
};
