import { type GraphQLSchema, getNamedType, isLeafType, isObjectType } from 'graphql';

/** What a question costs is counted in points, before anything is read. The rule, as the contract tells it. */
export const COST_RULE =
  'A question costs points, shown in `extensions.cost`: 1 for each object it may answer with, as many on a page as `first` or `last` says (20 when neither is given), ' +
  '5 in a list without pages, each with all that is nested in it; fields that cost more say so. A condition on a tie in `where` costs 10.';

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
  difference: 20,
  facets: 10,
  groupBy: 10,
  state: 10,
  distinctNodes: 2,
  totalCount: 2,
};

/** How many a list without pages is taken to hold, where that is not the usual. */
const SIZES: Readonly<Record<string, number>> = {
  'Group.keys': 2,
  'Neighbourhood.edges': 100,
  'Neighbourhood.nodes': 50,
};
const USUAL_SIZE = 5;

export const PAGE_SIZE = 20;
export const TIE_CONDITION = 10;

/** Of a field itself: 0 for plain values, 1 for what has fields, more as the table says. */
export function pointsOf(typeName: string, fieldName: string, isLeaf: boolean): number {
  return POINTS[`${typeName}.${fieldName}`] ?? POINTS[fieldName] ?? (isLeaf ? 0 : 1);
}

export const sizeOf = (typeName: string, fieldName: string): number => SIZES[`${typeName}.${fieldName}`] ?? USUAL_SIZE;

/** Writes into the descriptions what fields cost that cost more than usual. */
export function describePoints(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const isLeaf = isLeafType(getNamedType(field.type));
      const points = pointsOf(type.name, field.name, isLeaf);
      if (points > (isLeaf ? 0 : 1)) field.description = `${field.description ?? ''} Costs ${points} points.`.trim();
    }
  }
  return schema;
}
