import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { jsonSchemas } from './load/json-schema.ts';
import { readSeed } from './load/read-seed.ts';

const seedFolder = fileURLToPath(new URL('../seed', import.meta.url));

/** Name of a file of `seed/schema` → what it holds: what editors complete and check seed files by. */
export function printSchemas(): ReadonlyMap<string, string> {
  const { measures } = readSeed(seedFolder).seed;
  return new Map(
    Object.entries(jsonSchemas(measures)).map(([kind, schema]) => [
      `${kind}.json`,
      `${JSON.stringify(schema, null, 2)}\n`,
    ]),
  );
}

export function writeSchemas(): void {
  mkdirSync(`${seedFolder}/schema`, { recursive: true });
  for (const [name, text] of printSchemas()) writeFileSync(`${seedFolder}/schema/${name}`, text);
}
