import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** What a request may hold; a question of four levels with evidence needs a depth of 17. */
export const LIMITS = {
  /** Points, as `schema/points.ts` counts them: three levels of pages of the usual length. */
  cost: 10_000,
  /** Milliseconds from the first byte of a question to its answer. */
  deadline: 5_000,
  admission: { running: 32, waiting: 256, patience: 250 },
  depth: 18,
  tokens: 1_000,
  aliases: 15,
  directives: 5,
  /** Of one field in one selection. */
  repeats: 20,
  bodyBytes: 100_000,
  /** Of lists and objects within each other, values in a list, and objects, each of which is held against every field of its type. */
  variables: { depth: 250, listed: 1_000, objects: 2_500 },
} as const;

/** The limits' own words call a question that is too large a syntax error, and not all tell what was got. */
export const onReject = [
  (_: unknown, { message }: GraphQLError): never => {
    const said = message
      .replace('Syntax Error: ', '')
      .replace(
        /^Token limit of (\d+) exceeded\.$/,
        'A question may hold $1 tokens, but got more. Give lists as variables.',
      );
    throw new GraphQLError(`${said} Ask for less at once.`, { extensions: { code: 'QUERY_TOO_COSTLY' } });
  },
];

/** Refuses variables that would cost too much before they are read by their types. */
export const limitVariables: Plugin = {
  onParams: ({ params }) => checkVariables(params.variables ?? {}),
};

/** Throws what is refused, with its limit. */
export function checkVariables(variables: object): void {
  const { depth, listed, objects } = LIMITS.variables;
  let met = 0;
  // A stack of its own: values may be nested deeper than functions may call each other.
  const left: { value: unknown; path: string; level: number }[] = [{ value: variables, path: '', level: 0 }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, path, level } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (level > depth) refuse(`Variables may be nested ${depth} deep, but got more.`);
    const isList = Array.isArray(value);
    if (isList && value.length > listed) {
      refuse(`"${path.slice(0, 100)}" may hold ${listed} values, but got ${value.length}.`);
    }
    if (!isList) met += 1;
    if (met > objects) refuse(`Variables may hold ${objects} objects, but got more.`);
    for (const [name, held] of Object.entries(value)) {
      left.push({ value: held, path: isList ? path : [path, name].filter(Boolean).join('.'), level: level + 1 });
    }
  }
}

function refuse(message: string): never {
  throw new GraphQLError(`${message} Ask for less at once.`, {
    extensions: { code: 'QUERY_TOO_COSTLY', http: { status: 400, spec: true } },
  });
}
