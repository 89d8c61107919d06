import { type GraphQLSchema, getNamedType, isInterfaceType, isLeafType, isObjectType } from 'graphql';
import { ties } from './ties.ts';

/** What a question costs is counted in points, before anything is read. The rule, as the contract tells it. */
export const COST_RULE =
  'A question costs points, shown in `extensions.cost`: 1 for each object it may answer with, as many on a page as `first` or `last` says (20 when neither is given), ' +
  'in a list without pages as many as its description says, else 5, each with all that is nested in it; fields that cost more say so. ' +
  'A condition on a tie in `where` costs 10, `__schema` 100 and `__type` 10.';

/** Points of a field in front of what is nested in it, by `Type.field` or by the field's name on any type. */
const POINTS: Readonly<Record<string, number>> = {
  'Query.path': 100,
  'Query.dataQuality': 100,
  'Query.common': 50,
  'Query.coverage': 50,
  'Query.neighbourhood': 50,
  'Query.stalled': 50,
  'Query.changes': 20,
  'Query.search': 20,
  'Query.timeline': 20,
  'Query.suggest': 10,
  __schema: 100,
  difference: 20,
  facets: 10,
  groupBy: 10,
  __type: 10,
  state: 10,
  distinctNodes: 2,
  totalCount: 2,
};

/** How many a list without pages is taken to hold, where that is not the usual: the most there can be, or about the most there is. */
const SIZES: Readonly<Record<string, number>> = {
  'AffectsFromReformEdge.via': 6,
  'Comparison.documents': 10,
  'Coverage.claims': 40,
  'Coverage.questions': 20,
  'Group.keys': 2,
  'Institution.difference': 50,
  'InstitutionState.claims': 50,
  'Reform.stages': 12,
  'SearchConnection.facets': 11,
  names: 10,
};
const USUAL_SIZE = 5;

/** What a neighbourhood holds at most. */
export const NEIGHBOURHOOD = { things: 200, tiesOfThing: 100, ties: 1_000 } as const;

/** A number that was asked for, or how long a list is that was; undefined for what is not there. */
export type Asked = (argument: string) => number | undefined;

/** What is out of these bounds is refused before anything is read. */
const within = (asked: number | undefined, most: number): number => Math.min(most, Math.max(1, asked ?? 1));

/** Fields whose arguments decide how long lists in what they answer with are. */
const HELD: Readonly<Record<string, (asked: Asked) => Readonly<Record<string, number>>>> = {
  'Query.path': (asked) => {
    const hops = within(asked('maxHops'), 6);
    return { hops, nodes: hops + 1 };
  },
  'Query.neighbourhood': (asked) => {
    const { things, tiesOfThing, ties: most } = NEIGHBOURHOOD;
    // Each type of tie leads in two directions.
    const ofThing = Math.min(tiesOfThing, 2 * within(asked('perTie'), 25) * (asked('ties') ?? ties.length));
    let [reached, begunFrom] = [1 + ofThing, 1];
    for (let depth = within(asked('depth'), 3); depth > 1; depth -= 1) {
      begunFrom = Math.min(things, reached);
      reached = Math.min(things, 1 + begunFrom * ofThing);
    }
    return { nodes: Math.min(things, reached), edges: Math.min(most, begunFrom * ofThing) };
  },
};

/** By the names of those lists; undefined for most fields. */
export const heldSizes = (
  typeName: string,
  fieldName: string,
  asked: Asked,
): Readonly<Record<string, number>> | undefined => HELD[`${typeName}.${fieldName}`]?.(asked);

export const PAGE_SIZE = 20;
export const TIE_CONDITION = 10;

/** Of a field itself: 0 for plain values, 1 for what has fields, more as the table says. */
export function pointsOf(typeName: string, fieldName: string, isLeaf: boolean): number {
  return POINTS[`${typeName}.${fieldName}`] ?? POINTS[fieldName] ?? (isLeaf ? 0 : 1);
}

const statedSize = (typeName: string, fieldName: string): number | undefined =>
  SIZES[`${typeName}.${fieldName}`] ?? SIZES[fieldName];

export const sizeOf = (typeName: string, fieldName: string): number => statedSize(typeName, fieldName) ?? USUAL_SIZE;

/** Writes into the descriptions what fields cost that cost more than usual, and as how many lists are counted. */
export function describePoints(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(isObjectType(type) || isInterfaceType(type)) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const isLeaf = isLeafType(getNamedType(field.type));
      const points = pointsOf(type.name, field.name, isLeaf);
      const size = statedSize(type.name, field.name);
      const told = [
        field.description ?? '',
        ...(points > (isLeaf ? 0 : 1) ? [`Costs ${points} points.`] : []),
        ...(size === undefined ? [] : [`Counted as ${size}.`]),
      ];
      if (told.length > 1) field.description = told.join(' ').trim();
    }
  }
  return schema;
}
