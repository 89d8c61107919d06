import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('registered/', import.meta.url));

/** Operations that the tests register beside the gallery. */
export const REGISTERED = {
  folder,
  count: readdirSync(folder).length,
  read: (name: string): string => readFileSync(`${folder}${name}`, 'utf8'),
};
