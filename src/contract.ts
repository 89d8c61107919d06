import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lexicographicSortSchema, parse, print, printSchema, visit } from 'graphql';
import { schema } from '../schema/index.ts';

const path = fileURLToPath(new URL('../schema/schema.graphql', import.meta.url));

/** The contract as SDL, sorted, so that a change shows as a change. */
export const printContract = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`;

export const writeContract = (): void => writeFileSync(path, printContract());

/**
 * The contract as Relay's compiler takes it: it turns pages over by `node(id)` and refuses that field where it has more arguments.
 * What is asked by it can be asked of the whole.
 */
export function printForRelay(): string {
  const contract = visit(parse(printContract()), {
    ObjectTypeDefinition: (type) => (type.name.value === 'Query' ? undefined : false),
    InterfaceTypeDefinition: () => false,
    InputObjectTypeDefinition: () => false,
    FieldDefinition: (field) =>
      field.name.value === 'node'
        ? { ...field, arguments: (field.arguments ?? []).filter(({ name }) => name.value === 'id') }
        : false,
  });
  return `${print(contract)}\n`;
}
