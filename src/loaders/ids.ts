import { nouns } from '../../schema/nouns.ts';
import type { NounName } from '../../schema/spec.ts';
import { ReformgraphError } from '../errors.ts';

const nounByPrefix = new Map(Object.values(nouns).map((noun) => [noun.prefix, noun.name]));

const WELL_FORMED = /^[a-z]+(\/[a-z0-9][a-z0-9.-]*)+$/;
const LONGEST = 200;

/** The noun an id speaks of, by its first part; undefined when no noun has that prefix. */
export const nounOf = (id: string): NounName | undefined => nounByPrefix.get(id.slice(0, id.indexOf('/')));

export const isWellFormed = (id: string): boolean => id.length <= LONGEST && WELL_FORMED.test(id);

/** Whether a text may be the id of a thing. */
export const isId = (text: string): boolean => isWellFormed(text) && nounOf(text) !== undefined;

/** Refuses what cannot be an id; `noun` also refuses ids of other nouns. */
export function checkId(id: string, noun?: NounName): string {
  if (!isWellFormed(id)) {
    throw new ReformgraphError(
      'BAD_USER_INPUT',
      `This is not an id: got "${id.slice(0, 60)}". Ids look like "institution/kz/senate": small letters, digits, dots and hyphens between slashes.`,
    );
  }
  const got = nounOf(id);
  if (noun && got && got !== noun) {
    throw new ReformgraphError(
      'BAD_USER_INPUT',
      `"${id}" is an id of kind ${got}, not ${noun}. Ask for it with "${nouns[got].one}(id: …)" or "node(id: …)".`,
    );
  }
  return id;
}
