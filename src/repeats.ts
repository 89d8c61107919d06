import { type DocumentNode, GraphQLError, Kind, type SelectionSetNode, visit } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LIMITS } from './limits.ts';

/** Refuses one field too often in one selection: to see that all its occurrences agree costs the square of their number. */
export const limitRepeats: Plugin = {
  onValidate({ addValidationRule }) {
    // On entering the document, before any rule looks at what is in it.
    addValidationRule(() => ({ Document: checkRepeats }));
  },
};

function checkRepeats(document: DocumentNode): void {
  visit(document, {
    SelectionSet(node, _key, parent) {
      // Those of inline fragments count where they stand.
      if (parent && 'kind' in parent && parent.kind === Kind.INLINE_FRAGMENT) return;
      for (const [name, times] of countNames(node, new Map())) {
        if (times <= LIMITS.repeats) continue;
        throw new GraphQLError(
          `One selection may name a field ${LIMITS.repeats} times, but has "${name.slice(0, 100)}" ${times} times. Ask for it once.`,
          { extensions: { code: 'QUERY_TOO_COSTLY' } },
        );
      }
    },
  });
}

function countNames({ selections }: SelectionSetNode, counts: Map<string, number>): ReadonlyMap<string, number> {
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) countNames(selection.selectionSet, counts);
    if (selection.kind !== Kind.FIELD) continue;
    const name = (selection.alias ?? selection.name).value;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
