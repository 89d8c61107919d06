import { enums } from '../../schema/enums.ts';
import { OPEN } from '../graph/time.ts';
import { claimId, endsOf, linkId } from './claim-id.ts';
import { type DesiredNode, type DesiredTie, makeNode, makeTie } from './graph-shape.ts';
import type { Seed, SeedComparison, SeedSide, SeedThing } from './seed-types.ts';
import { tiesMeant } from './side-claim.ts';

const verdicts = Object.keys(enums.ComparisonVerdict.values);

/** Wider than any list of sides or things, so that texts sort as numbers do. */
const placed = (order: number, id: string): string => `${String(order).padStart(3, '0')} ${id}`;

/** A comparison's place among all: by verdict, then by id. */
const sortKeyOf = ({ verdict, id }: SeedComparison): string => `${verdicts.indexOf(verdict)} ${id}`;

interface Ways {
  readonly things: ReadonlyMap<string, SeedThing>;
  /** Passage → its document. */
  readonly documents: ReadonlyMap<string, string>;
}

/** Comparisons with their sides, what they are over and all they touch. */
export function comparisonParts({ comparisons, things, passages }: Seed): {
  nodes: readonly DesiredNode[];
  ties: readonly DesiredTie[];
} {
  const ways: Ways = {
    things: new Map(things.map((thing) => [thing.id, thing])),
    documents: new Map(passages.map(({ id, document }) => [id, document])),
  };
  return {
    nodes: comparisons.map((comparison) => comparisonNode(comparison, ways)),
    ties: comparisons.flatMap((comparison) => comparisonTies(comparison, ways)),
  };
}

function comparisonNode(comparison: SeedComparison, { documents }: Ways): DesiredNode {
  const { id, name, verdict, explanation, settledBy, sides, recordedAt, retractedAt } = comparison;
  return makeNode(id, ['Comparison'], {
    name,
    verdict,
    explanation,
    settledBy,
    documentIds: [...new Set(sides.map(({ passage }) => documents.get(passage)))],
    recordedAt,
    retractedAt,
    retracted: retractedAt ?? OPEN,
    sortKey: sortKeyOf(comparison),
  });
}

function comparisonTies(comparison: SeedComparison, ways: Ways): readonly DesiredTie[] {
  const { id, over, sides, recordedAt, retractedAt } = comparison;
  // Sides and things stay with a comparison that is withdrawn; only the lists it is found in leave it out.
  const keys = { recordedAt, until: OPEN, retracted: OPEN, rank: 'NORMAL' };
  const claims = sides.map((side) => claimOf(side, ways));
  const subjects = new Map<string, string>([
    ...over.map((thing) => [thing, thing] as const),
    ...sides.flatMap(({ passage }) => {
      const document = ways.documents.get(passage) ?? '';
      return [[document, document] as const, [passage, document] as const];
    }),
    ...claims.flatMap((claim) => claim?.subjects ?? []),
  ]);
  return [
    ...sides.map(({ passage, says }, at) => {
      const order = at + 1;
      const link = linkId('SIDE', id, passage, { order: String(order) });
      const { claimId: claim, claimType } = claims[at] ?? {};
      const own = { order, says, claimId: claim, claimType };
      return makeTie('SIDE', link, id, passage, {
        ...own,
        ...keys,
        fromId: id,
        toId: passage,
        sortKey: placed(order, link),
      });
    }),
    ...over.map((thing, at) =>
      makeTie('OVER', linkId('OVER', id, thing), id, thing, {
        ...keys,
        fromId: id,
        toId: thing,
        sortKey: placed(at + 1, thing),
      }),
    ),
    ...[...subjects].map(([subjectId, toId]) =>
      makeTie('TOUCHES', linkId('TOUCHES', id, subjectId), id, toId, {
        ...keys,
        retracted: retractedAt ?? OPEN,
        subjectId,
        fromId: id,
        toId,
        sortKey: sortKeyOf(comparison),
      }),
    ),
  ];
}

/** The claim of a side with all it can be asked by: itself and the things it speaks of, each with the thing where that stands. */
function claimOf({ claim, passage }: SeedSide, { things }: Ways) {
  if (!claim) return undefined;
  if ('figure' in claim) {
    const about = things.get(claim.figure)?.ties.map(({ to }) => to) ?? [];
    const subjects = [claim.figure, ...about].map((id) => [id, id] as const);
    return { claimId: claim.figure, claimType: 'Figure', subjects };
  }
  const [tie] = tiesMeant(claim, passage, things);
  if (!tie) return undefined;
  const id = claimId(tie);
  const { fromId, toId } = endsOf(tie);
  const subjects = [[id, fromId] as const, [fromId, fromId] as const, [toId, toId] as const];
  return { claimId: id, claimType: tie.spec.type, subjects };
}
