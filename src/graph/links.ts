import { comparisonColumns, passageColumns } from '../../schema/columns.ts';
import type { Traversal } from './traversal.ts';

/** The evidence layer and comparisons, paged by the same texts. */
export const links = {
  /** Passages of a document, in the order of the text. */
  passagesOfDocument: link('passages of a document', 'IN', 'toId', [], passageColumns),
  /** What a passage speaks of. */
  mentionsInPassage: link('mentions in a passage', 'MENTIONS', 'fromId', ['as'], ['id']),
  /** Passages that speak of a thing. */
  mentionsOfThing: link('mentions of a thing', 'MENTIONS', 'toId', ['as'], passageColumns),
  /** Passages that quote or report a person. */
  statementsOfOfficial: link('statements of an official', 'SPOKEN_BY', 'toId', [], passageColumns),
  /** Whom a passage quotes or reports. */
  speakerOfPassage: link('speaker of a passage', 'SPOKEN_BY', 'fromId', [], ['id']),
  /** Claims that rest on a passage. */
  claimsOfPassage: link('claims of a passage', 'SUPPORTS', 'fromId', ['claimId', 'claimType'], []),
  /** Claims that rest on a document, each once. */
  claimsOfDocument: link('claims of a document', 'SUPPORTS', 'documentId', ['claimId', 'claimType'], []),
  /** Sides of a comparison, in their order. */
  sidesOfComparison: link(
    'sides of a comparison',
    'SIDE',
    'fromId',
    ['order', 'says', 'claimId', 'claimType'],
    passageColumns,
  ),
  /** What a comparison is over, in the order of the seed. */
  thingsOfComparison: link('things of a comparison', 'OVER', 'fromId', [], ['id']),
  /** Comparisons that touch a thing, claim, passage or document; of some verdicts, with a side in a document. */
  comparisonsOfSubject: {
    ...link('comparisons of a subject', 'TOUCHES', 'subjectId', [], comparisonColumns),
    farConditions: ['(key[12] IS NULL OR far.verdict IN key[12])', '(key[13] IS NULL OR key[13] IN far.documentIds)'],
  },
} as const satisfies Record<string, Traversal>;

export type LinkName = keyof typeof links;

function link(
  name: string,
  type: string,
  near: Traversal['near'],
  edgeColumns: string[],
  farColumns: readonly string[],
): Traversal {
  return {
    name,
    type,
    near,
    edgeColumns: ['id', 'sortKey', ...edgeColumns],
    farColumns,
  };
}
