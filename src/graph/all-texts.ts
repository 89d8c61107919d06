import { ties } from '../../schema/ties.ts';
import { comparisonTexts } from './comparisons.ts';
import type { Statement } from './gateway.ts';
import { thingTexts } from './things.ts';
import { countText, links, pageText, type Traversal, tieTraversal } from './traversal.ts';

/** A compiled text, with whether it promises to read in index order. */
export interface CompiledText extends Statement {
  readonly indexOrder: boolean;
}

/** Every text that the tables can make, each once. */
export function allTexts(): readonly CompiledText[] {
  const traversals: Traversal[] = [
    ...ties.flatMap((tie) => [
      tieTraversal(tie, 'forward'),
      ...(tie.undirected ? [] : [tieTraversal(tie, 'backward')]),
    ]),
    ...Object.values(links),
  ];
  const made = [
    ...traversals.flatMap((traversal) => [
      ...(['ascending', 'descending'] as const).map((order) => ({
        ...pageText(traversal, order),
        indexOrder: !traversal.undirected,
      })),
      ...(['claims', 'things'] as const).map((what) => ({ ...countText(traversal, what), indexOrder: false })),
    ]),
    ...[...thingTexts(), ...comparisonTexts()].map((text) => ({
      ...text,
      indexOrder: / list /.test(text.name),
    })),
  ];
  return [...new Map(made.map((text) => [text.text, text])).values()];
}
