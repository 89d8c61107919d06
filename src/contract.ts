import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from '../schema/index.ts';

const path = fileURLToPath(new URL('../schema/schema.graphql', import.meta.url));

/** The contract as SDL, sorted, so that a change shows as a change. */
export const printContract = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`;

export const writeContract = (): void => writeFileSync(path, printContract());
