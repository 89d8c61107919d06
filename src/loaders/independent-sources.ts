/** A document, as `cypher/read/independent-sources.cypher` gives it. */
export type SourceRow = readonly [
  id: string,
  kind: string,
  jurisdiction: string,
  publishers: readonly string[],
  /** Who wrote or delivered it. */
  authors: readonly string[],
  /** Whom it gives as its source, such as a press service. */
  attributed: readonly string[],
  possiblySame: readonly string[],
];

/** What two documents share when they are one source. */
function marksOf([
  id,
  kind,
  jurisdiction,
  publishers,
  authors,
  attributed,
  possiblySame,
]: SourceRow): readonly string[] {
  const own = kind === 'ACT_RECORD' ? [`acts of ${jurisdiction}`] : publishers.length > 0 ? publishers : authors;
  return [id, ...own, ...attributed, ...possiblySame];
}

/** How many sources documents come to: those that share a mark, if only through a third, are one. */
export function countSources(documents: readonly SourceRow[]): number {
  let groups: ReadonlySet<string>[] = [];
  for (const document of documents) {
    const marks = marksOf(document);
    const joined = groups.filter((group) => marks.some((mark) => group.has(mark)));
    groups = [
      ...groups.filter((group) => !joined.includes(group)),
      new Set([...marks, ...joined.flatMap((group) => [...group])]),
    ];
  }
  return groups.length;
}
