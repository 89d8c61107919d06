import { edgeName } from '../../schema/edge-name.ts';
import type { EnumName } from '../../schema/enums.ts';
import type { NounName, TieSpec } from '../../schema/spec.ts';
import { nounsAt, ties } from '../../schema/ties.ts';
import { nounOf } from '../loaders/ids.ts';

export type Direction = 'forward' | 'backward';

/** A field of the contract that leads along ties. */
export interface TieField {
  readonly field: string;
  readonly direction: Direction;
  readonly rows: readonly TieSpec[];
}

/** By their names; ties of one type and direction stand behind each. */
export const tieFields: ReadonlyMap<string, TieField> = new Map(
  [...new Set(ties.flatMap(({ forward, backward }) => [forward, backward]))].map((field) => {
    const forwards = ties.filter(({ forward }) => forward === field);
    return [
      field,
      forwards.length > 0
        ? { field, direction: 'forward' as const, rows: forwards }
        : { field, direction: 'backward' as const, rows: ties.filter(({ backward }) => backward === field) },
    ];
  }),
);

/** Which field of the thing `of` a tie between two things stands behind. */
export function fieldOf(type: string, from: string, to: string, of: string): string | undefined {
  const [start, end] = [nounOf(from), nounOf(to)];
  const row = ties.find((tie) => tie.type === type && isAt(tie.from, start) && isAt(tie.to, end));
  return from === of ? row?.forward : row?.backward;
}

/** The fields of a noun behind which ties of one type and direction stand. */
export const fieldsBehind = (type: string, direction: Direction, noun: NounName | undefined): readonly string[] =>
  ties
    .filter((tie) => tie.type === type && isAt(direction === 'forward' ? tie.from : tie.to, noun))
    .map((tie) => tie[direction]);

/** The types of ties that things of a noun have, in the order in which the contract lists what lies around them. */
export const typesAt = (noun: NounName | undefined): readonly string[] =>
  [...new Set(ties.filter(({ from, to }) => isAt(from, noun) || isAt(to, noun)).map(({ type }) => type))].sort();

const isAt = (end: TieSpec['from'], noun: NounName | undefined): boolean => nounsAt(end).some((one) => one === noun);

interface OwnValue {
  readonly property: string;
  /** How it is called in an answer: enums of one name differ from tie to tie, which one answer cannot hold. */
  readonly key: string;
  readonly enum: EnumName;
}

const ownValues = new Map<string, OwnValue>();
const taken = new Map<string, string>();
for (const { properties = {} } of ties) {
  for (const [property, { type }] of Object.entries(properties)) {
    if (typeof type !== 'object' || !('enum' in type)) continue;
    const first = taken.get(property) ?? type.enum;
    taken.set(property, first);
    const key = first === type.enum ? property : type.enum;
    ownValues.set(key, { property, key, enum: type.enum as EnumName });
  }
}

/** What ties say of themselves in enums, as answers hold it: by name, with the enum whose words tell it. */
export const ownEnums: readonly OwnValue[] = [...ownValues.values()];

/** What a tie says of itself in one of these enums. */
export function ownValue(tie: object, name: EnumName): string | undefined {
  const key = ownEnums.find((one) => one.enum === name)?.key;
  const value = key && (tie as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'string' ? value : undefined;
}

/** Asks ties for what only some of them have. */
function ownFragment(edges: readonly (readonly [tie: TieSpec, direction: Direction])[]): string {
  const parts = new Map<string, string>();
  for (const [tie, direction] of edges) {
    const fields = Object.entries(tie.properties ?? {}).map(([property, { type }]) => {
      if (typeof type !== 'object') return property;
      if ('ref' in type) return `${property} { ...Named }`;
      const key = taken.get(property) === type.enum ? property : type.enum;
      return key === property ? property : `${key}: ${property}`;
    });
    if (fields.length > 0) parts.set(edgeName(tie, direction), fields.join(' '));
  }
  const spread = [...parts].map(([type, fields]) => `  ... on ${type} { ${fields} }`);
  return `\nfragment Own on Tie {\n${['  __typename', ...spread].join('\n')}\n}\n`;
}

/** What the question for all ties of a thing asks beside its file. */
export const allOwn = ownFragment(ties.map((tie) => [tie, 'forward']));

/** The question for one field of ties, a page at a time. */
export function fieldQuestion({ field, direction, rows }: TieField): string {
  const nouns = new Set(rows.flatMap((tie) => nounsAt(direction === 'forward' ? tie.from : tie.to)));
  const page = `${field}(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { ...OneTie ...Own } }`;
  return `# ${rows[0]?.description}
query PageTies_${field}($id: ID!, $asOf: Date, $languages: [String!], $first: Int!, $after: String) {
  node(id: $id, asOf: $asOf) {
    ...Named
${[...nouns].map((noun) => `    ... on ${noun} { ${page} }`).join('\n')}
  }
}
${ownFragment(rows.map((tie) => [tie, direction]))}`;
}
