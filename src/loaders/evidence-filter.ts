import { statementFile } from '../graph/statements.ts';
import type { Ask } from './ask.ts';
import { checkId } from './ids.ts';

/** Narrows a connection to claims that a document, its author or a quoted speaker stands behind. */
export interface EvidenceFilter {
  readonly document?: string | null | undefined;
  readonly author?: string | null | undefined;
  readonly speaker?: string | null | undefined;
}

/** Which passages a claim must rest on one of; null where any will do. */
export interface PassageFilter {
  /** Beginnings of passage ids. */
  readonly documents: readonly string[] | null;
  readonly passages: readonly string[] | null;
}

export const NO_FILTER: PassageFilter = { documents: null, passages: null };

const documentsOfAuthorText = statementFile('read/documents-of-author');
const passagesOfSpeakerText = statementFile('read/passages-of-speaker');

/** One statement for an author and one for a speaker; a document needs none, since its passages' ids begin with its own. */
export function passageFilterLoader(ask: Ask) {
  return async ({ document, author, speaker }: EvidenceFilter): Promise<PassageFilter> => {
    for (const id of [document, author, speaker]) if (id != null) checkId(id);
    const [authored, passages] = await Promise.all([
      author == null ? null : (ask(documentsOfAuthorText, [author]) as Promise<string[]>),
      speaker == null ? null : (ask(passagesOfSpeakerText, [speaker]) as Promise<string[]>),
    ]);
    const documents = document == null ? authored : (authored ?? [document]).filter((id) => id === document);
    return { documents: documents?.map((id) => id.replace(/^document\/(.*)$/, 'passage/$1/')) ?? null, passages };
  };
}
