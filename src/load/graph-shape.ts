/** What a property of a node or tie holds: a text, number, boolean or list of texts. */
export type Properties = Record<string, unknown>;

export interface DesiredNode {
  readonly id: string;
  /** In alphabetical order. */
  readonly labels: readonly string[];
  readonly properties: Properties;
}

export interface DesiredTie {
  readonly id: string;
  readonly type: string;
  readonly fromId: string;
  readonly toId: string;
  readonly properties: Properties;
}

export interface DesiredGraph {
  readonly nodes: readonly DesiredNode[];
  readonly ties: readonly DesiredTie[];
}

/** Labels that are only ours, each with ids of its own. A node is known by the first of them that it bears. */
export const ownLabels = [
  'Thing',
  'Name',
  'Passage',
  'Comparison',
  'Identifier',
  'Merged',
  'Measure',
  'GraphRelease',
] as const;
export type OwnLabel = (typeof ownLabels)[number];

export const ownLabelOf = (labels: readonly string[]): OwnLabel | undefined =>
  ownLabels.find((label) => labels.includes(label));

export const makeNode = (id: string, labels: readonly string[], properties: Properties): DesiredNode => ({
  id,
  labels: [...labels].sort(),
  properties: present({ id, ...properties }),
});

export const makeTie = (
  type: string,
  id: string,
  fromId: string,
  toId: string,
  properties: Properties,
): DesiredTie => ({
  id,
  type,
  fromId,
  toId,
  properties: present({ id, ...properties }),
});

/** Leaves out what is not there: Neo4j stores no nulls, and an empty list says nothing either. */
const present = (properties: Properties): Properties =>
  Object.fromEntries(
    Object.entries(properties).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
