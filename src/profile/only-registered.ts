import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { RegisteredOperations } from './registered-operations.ts';

const REFUSED =
  'This server answers registered operations only, and this is none of them. Send the text of one, or its sha256 as ' +
  'extensions.persistedQuery.sha256Hash; who runs the server can register more in the folder REGISTERED_OPERATIONS.';

/** Lets through what is registered, asked by its text or by its hash. What is no GraphQL request at all is left to Yoga, which says so. */
export function onlyRegistered(operations: RegisteredOperations): Plugin {
  return {
    onParams({ params, setParams }) {
      const query: unknown = params.query;
      const hash = hashIn(params.extensions);
      if (query == null ? hash === undefined : typeof query !== 'string') return;
      const byText = typeof query === 'string' ? operations.byText(query) : undefined;
      const byHash = hash === undefined ? undefined : operations.byHash(hash);
      const found = typeof query === 'string' ? byText : byHash;
      const agree = hash === undefined || found === byHash;
      if (found === undefined || !agree) {
        throw new GraphQLError(REFUSED, {
          extensions: { code: 'OPERATION_NOT_REGISTERED', http: { status: 400, spec: true } },
        });
      }
      setParams({ ...params, query: found });
    },
  };
}

function hashIn(extensions: unknown): string | undefined {
  const { persistedQuery } = (extensions ?? {}) as { persistedQuery?: unknown };
  const { sha256Hash } = (persistedQuery ?? {}) as { sha256Hash?: unknown };
  return typeof sha256Hash === 'string' ? sha256Hash : undefined;
}
