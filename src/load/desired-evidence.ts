import { sortKeyOf } from '../graph/model.ts';
import { FLOOR, OPEN } from '../graph/time.ts';
import { fingerprint, linkId } from './claim-id.ts';
import { type DesiredNode, type DesiredTie, makeTie, type Properties } from './graph-shape.ts';
import type { SeedPassage } from './seed-types.ts';

/** Wider than any line or code point of a document, so that texts sort as numbers do. */
const DIGITS = 6;
const padded = (number: number): string => String(number).padStart(DIGITS, '0');

/** Where a passage stands in its document; those of acts stand in the order of their file. */
const positionOf = ({ place, position }: SeedPassage): string =>
  place.line === undefined ? padded(position) + padded(0) : padded(place.line) + padded(place.start ?? 0);

/** Ties of the evidence layer: of passages to their document, to what they speak of, to who speaks, and to the claims resting on them. */
export function evidenceTies(
  passages: readonly SeedPassage[],
  claims: readonly DesiredTie[],
  figures: readonly DesiredNode[],
): readonly DesiredTie[] {
  const documents = new Map(passages.map(({ id, document }) => [id, document]));
  return [
    ...passages.flatMap(passageTies),
    ...claims
      .filter(({ type }) => type !== 'ABOUT')
      .flatMap(({ id, type, fromId, properties }) => supports(id, type, fromId, properties, documents)),
    ...figures.flatMap(({ id, properties }) => supports(id, 'Figure', id, properties, documents)),
  ];
}

function passageTies(passage: SeedPassage): readonly DesiredTie[] {
  const { id, document, spokenBy, mentions, recordedAt } = passage;
  const keys = { recordedAt, until: OPEN, retracted: OPEN, rank: 'NORMAL' };
  const position = positionOf(passage);
  const within = (type: string, toId: string, own: Record<string, string> = {}): DesiredTie => {
    const link = linkId(type, id, toId, own);
    return makeTie(type, link, id, toId, {
      ...own,
      ...keys,
      sortKey: `${document} ${position} ${link}`,
      fromId: id,
      toId,
    });
  };
  const sortKey = `${position} ${id}`;
  return [
    makeTie('IN', linkId('IN', id, document), id, document, {
      ...keys,
      sortKey,
      fromId: id,
      toId: document,
    }),
    ...(spokenBy === undefined ? [] : [within('SPOKEN_BY', spokenBy)]),
    ...mentions.map(({ to, as }) => within('MENTIONS', to, { as })),
  ];
}

/** One tie per passage of a claim; only the first of each document names that document, so that it lists the claim once. */
function supports(
  claimId: string,
  claimType: string,
  toId: string,
  claim: Properties,
  documents: ReadonlyMap<string, string>,
): readonly DesiredTie[] {
  const {
    since,
    sortKey,
    until,
    startLatest,
    endEarliest,
    recordedAt,
    retracted,
    rank,
    modality,
    passages = [],
  } = claim;
  const keys = {
    until,
    startLatest,
    endEarliest,
    recordedAt,
    retracted,
    rank,
    modality,
  };
  const seen = new Set<string | undefined>();
  const ownKey = String(sortKey ?? sortKeyOf(String(since), claimId));
  return (passages as readonly string[]).map((fromId, at) => {
    const document = documents.get(fromId);
    const documentId = seen.has(document) ? undefined : document;
    seen.add(document);
    const id = `supports/${fingerprint(fromId, claimId)}`;
    return makeTie('SUPPORTS', id, fromId, toId, {
      claimId,
      claimType,
      documentId,
      ...keys,
      ...(at === 0 ? placesAmongChanges(claimId, ownKey, claim) : {}),
      sortKey: ownKey,
      fromId,
      toId,
    });
  });
}

/** Where a claim stands among all changes of the graph: it stands there once, so only its first passage says so. */
function placesAmongChanges(claimId: string, sortKey: string, claim: Properties): Properties {
  const { startLatest, endEarliest, until, recordedAt, retracted } = claim;
  const begins = !sortKey.startsWith(FLOOR) || startLatest !== OPEN;
  const ends = until !== OPEN || (endEarliest !== OPEN && endEarliest !== FLOOR);
  return {
    beganKey: begins ? sortKey : undefined,
    endedKey: ends ? sortKeyOf(String(endEarliest), claimId) : undefined,
    recordedKey: sortKeyOf(String(recordedAt), claimId),
    retractedKey: retracted === OPEN ? undefined : sortKeyOf(String(retracted), claimId),
  };
}
