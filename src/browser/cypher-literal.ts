/** What Neo4j Browser's addresses and guides take for their own. Cypher reads the escape as the character. */
const UNSAFE = /[&#?<>\u007f\u2028\u2029]/g;

const escaped = (text: string): string =>
  JSON.stringify(text).replace(UNSAFE, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A value of a parameter as Cypher writes it, in letters that every address and page can hold. */
export function cypherLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(cypherLiteral).join(', ')}]`;
  if (typeof value === 'string') return escaped(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value).map(([key, held]) => `${cypherName(key)}: ${cypherLiteral(held)}`);
  return `{${entries.join(', ')}}`;
}

const cypherName = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : `\`${name.replaceAll('`', '``')}\``);

/** A statement with the values of its parameters written into it, so that it stands for itself. */
export const withValues = (text: string, values: Readonly<Record<string, unknown>>): string =>
  text.replace(/\$(\w+)/g, (found, name: string) => (name in values ? cypherLiteral(values[name]) : found));
