import { validate } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Errors in one document; each is kept with it. */
const MOST_ERRORS = 20;
const SUGGESTION = 'Did you mean ';
const UNKNOWN = /^(Cannot query field|Unknown (argument|type)) |is not defined by type |does not exist in "\w+" enum/;
const WHERE_TO_LOOK = ' Ask __type, or GraphiQL, what there is.';

/** Looking for names that are like an unknown one costs more than all the rest, and tells the contract to who guesses. */
export const withoutGuesses: Plugin = {
  onValidate({ setValidationFn }) {
    setValidationFn((schema, document, rules) =>
      validate(schema, document, rules, { hideSuggestions: true, maxErrors: MOST_ERRORS }),
    );
  },
};

/** An error's message without names that were not asked for, and with where to find them if that may be told. */
export function withoutSuggestion(message: string, mayLook: boolean): string {
  const at = message.endsWith('?') ? message.lastIndexOf(SUGGESTION) : -1;
  const plain = at < 0 ? message : message.slice(0, at).trimEnd();
  return mayLook && UNKNOWN.test(plain) ? `${plain}${WHERE_TO_LOOK}` : plain;
}
