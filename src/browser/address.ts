/**
 * Neo4j Browser with a statement in its editor, to be run by a press of a key. `browser` is its address with host and user filled in.
 * The statement stands behind `#`, so that it is not sent: the Browser reads it from there too, and no server limits its length or writes it
 * to a log. The Browser takes `&` and `#` for its own even where they are escaped, so a statement must hold neither.
 */
export const browserAddress = (browser: string, statement: string): string =>
  `${browser}#?cmd=edit&arg=${encodeURIComponent(statement)}`;
