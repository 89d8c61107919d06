import { type FieldNode, type GraphQLField, Kind, type ValueNode } from 'graphql';
import { heldSizes, PAGE_SIZE } from '../../schema/points.ts';

/** The coerced value of a variable. */
export type Variable = (name: string) => unknown;

const TIE_CONDITIONS = new Set(['some', 'none', 'every', 'count']);

/** What arguments say of the length of a list: how many are named, how many stand on a page; and of lists in what it holds, by name. */
export interface Size {
  readonly listed?: number;
  readonly page?: number;
  readonly held?: Readonly<Record<string, number>>;
}

export function sizeAsked(
  typeName: string,
  { name: fieldName, args }: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variable: Variable,
): Size {
  const size: { listed?: number; page?: number; held?: Readonly<Record<string, number>> } = {};
  const held = heldSizes(typeName, fieldName, (name) => {
    const value = argument(node, name);
    const usual = args.find((one) => one.name === name)?.defaultValue;
    if (isListed(value, variable)) return lengthOf(value, variable);
    return numberOf(value, variable) ?? (typeof usual === 'number' ? usual : undefined);
  });
  if (held) size.held = held;
  for (const { name, defaultValue } of args) {
    if (name === 'ids' || name === 'by') size.listed = lengthOf(argument(node, name), variable);
    if (name !== 'first') continue;
    const usual = typeof defaultValue === 'number' ? defaultValue : PAGE_SIZE;
    const [first, last] = ['first', 'last'].map((one) => numberOf(argument(node, one), variable));
    size.page = Math.max(1, first ?? last ?? usual);
  }
  return size;
}

/** Of one field written several times. */
export const larger = (one: Size, other: Size): Size => ({
  ...one,
  ...other,
  ...(one.page && other.page ? { page: Math.max(one.page, other.page) } : {}),
});

const argument = (node: FieldNode, name: string): ValueNode | undefined =>
  node.arguments?.find((one) => one.name.value === name)?.value;

function numberOf(value: ValueNode | undefined, variable: Variable): number | undefined {
  const given = value?.kind === Kind.VARIABLE ? variable(value.name.value) : undefined;
  if (typeof given === 'number') return given;
  return value?.kind === Kind.INT ? Number(value.value) : undefined;
}

const isListed = (value: ValueNode | undefined, variable: Variable): boolean =>
  value?.kind === Kind.LIST || (value?.kind === Kind.VARIABLE && Array.isArray(variable(value.name.value)));

function lengthOf(value: ValueNode | undefined, variable: Variable): number {
  const given = value?.kind === Kind.VARIABLE ? variable(value.name.value) : undefined;
  if (Array.isArray(given)) return Math.max(1, given.length);
  return value?.kind === Kind.LIST ? Math.max(1, value.values.length) : 1;
}

/** How many conditions on ties stand in a field's filter, however deep. */
export const tieConditions = (node: FieldNode, variable: Variable): number =>
  conditionsIn(argument(node, 'where'), variable);

function conditionsIn(value: ValueNode | undefined, variable: Variable): number {
  if (!value) return 0;
  if (value.kind === Kind.VARIABLE) return conditionsInValue(variable(value.name.value));
  if (value.kind === Kind.LIST) return sum(value.values.map((one) => conditionsIn(one, variable)));
  if (value.kind !== Kind.OBJECT) return 0;
  return sum(
    value.fields.map(
      ({ name, value: held }) => (TIE_CONDITIONS.has(name.value) ? 1 : 0) + conditionsIn(held, variable),
    ),
  );
}

function conditionsInValue(value: unknown): number {
  if (Array.isArray(value)) return sum(value.map(conditionsInValue));
  if (typeof value !== 'object' || value === null) return 0;
  return sum(Object.entries(value).map(([name, held]) => (TIE_CONDITIONS.has(name) ? 1 : 0) + conditionsInValue(held)));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

export function isLeftOut(directives: FieldNode['directives'], variable: Variable): boolean {
  return (
    directives?.some(({ name, arguments: args }) => {
      const value = args?.[0]?.value;
      const given =
        value?.kind === Kind.VARIABLE ? variable(value.name.value) : value?.kind === Kind.BOOLEAN && value.value;
      return (name.value === 'skip' && given === true) || (name.value === 'include' && given === false);
    }) ?? false
  );
}
