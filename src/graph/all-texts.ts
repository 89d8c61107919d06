import { type ConditionFields, edgeFields, thingFields, tieFields } from '../../schema/conditions.ts';
import { nounNames } from '../../schema/nouns.ts';
import type { TieSpec } from '../../schema/spec.ts';
import { ties } from '../../schema/ties.ts';
import { changeTexts } from './changes.ts';
import { comparisonTexts } from './comparisons.ts';
import type { Statement } from './graph.ts';
import { type GroupEntry, thingsGrouping, tiesGrouping } from './groups.ts';
import { links } from './links.ts';
import { searchText } from './search.ts';
import { thingGroupsText, thingTexts } from './things.ts';
import {
  countText,
  type Direction,
  ofSeveral,
  pageText,
  type Traversal,
  tieGroupsText,
  tieTraversal,
} from './traversal.ts';
import { walkTexts } from './walks.ts';

/** A compiled text, with whether it promises to read in index order. */
export interface CompiledText extends Statement {
  readonly indexOrder: boolean;
}

/** The same traversal, short and whole: what it reads in which order is the same, and one of each is planned. */
type Widths = readonly [short: Traversal, whole: Traversal];

/** Every text that the tables can make, each once; of short and whole rows one order each. */
export function allTexts(): readonly CompiledText[] {
  const widths = (tie: TieSpec, direction: Direction): Widths => [
    tieTraversal(tie, direction, 'head'),
    tieTraversal(tie, direction, 'whole'),
  ];
  const traversals: Widths[] = [
    ...ties.flatMap((tie) => [widths(tie, 'forward'), ...(tie.undirected ? [] : [widths(tie, 'backward')])]),
    ...ties
      .filter(({ alsoOfKin }) => alsoOfKin)
      .map((tie): Widths => {
        const [short, whole] = widths(tie, 'backward');
        return [ofSeveral(short), ofSeveral(whole)];
      }),
    ...Object.values(links).map((link): Widths => [link, link]),
  ];
  const made = [
    ...traversals.flatMap(([short, whole]) => [
      ...[pageText(short, 'ascending'), pageText(whole, 'descending')].map((text) => ({
        ...text,
        indexOrder: !whole.undirected && !whole.several,
      })),
      ...(['claims', 'things'] as const).map((what) => ({ ...countText(whole, what), indexOrder: false })),
    ]),
    ...groupTexts().map((text) => ({ ...text, indexOrder: false })),
    ...[...thingTexts(), ...comparisonTexts(), ...changeTexts(), ...walkTexts(), searchText()].map((text) => ({
      ...text,
      indexOrder: / list /.test(text.name),
    })),
  ];
  return [...new Map(made.map((text) => [text.text, text])).values()];
}

/** Groups by every scalar of things and ties, and by what every tie leads to: many keys at once, which is planned soonest. */
function groupTexts(): readonly Statement[] {
  const inTens = (keys: readonly GroupEntry[]): readonly (readonly GroupEntry[])[] =>
    keys.filter((_, at) => at % 10 === 0).map((_, chunk) => keys.slice(10 * chunk, 10 * chunk + 10));
  const scalars = (fields: ConditionFields): readonly GroupEntry[] =>
    Object.entries(fields).map(([name, { type }]) => ({ [name]: type === 'PartialDate' ? 'MONTH' : 'VALUE' }));
  const ofThings = nounNames.flatMap((noun) => {
    const tied = tieFields(noun).map(({ field }) => ({ [field]: { node: { id: 'VALUE' } } }));
    return inTens([...scalars(thingFields(noun)), ...tied]).map((keys) =>
      thingGroupsText(noun, thingsGrouping(noun, [keys])),
    );
  });
  // Rows of a type have the same scalars.
  const ofTies = [...new Map(ties.map((tie) => [tie.type, tie])).values()].map((tie) => {
    const row = { tie, direction: 'forward' } as const;
    const keys = scalars(edgeFields(tie.type)).map((edge) => ({ edge }));
    return tieGroupsText(tieTraversal(tie, row.direction), tiesGrouping(row, [keys]));
  });
  return [...ofThings, ...ofTies];
}
