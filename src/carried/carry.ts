import type { IncomingMessage } from 'node:http';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { browserAddress } from '../browser/address.ts';
import { askingForIds, takeIds } from './ids.ts';
import type { Sent } from './recorded.ts';
import { asOneText, carriedStatement, pictureOf } from './statements.ts';

const HEADER = 'reformgraph-cypher';

/** Whether the header of a request asks for the Cypher of its answer. */
export const headerAsks = ({ headers }: IncomingMessage): boolean => headers[HEADER] === '1';

/** Whether the request's own `extensions` do. */
export const extensionAsks = (extensions: Readonly<Record<string, unknown>> | undefined | null): boolean =>
  extensions?.cypher === true;

/** In the context of a request that asks: what it has read. */
export interface Carrying {
  readonly sent?: readonly Sent[] | undefined;
}

type Executed = ExecutionResult & { readonly stringify?: () => string };

/**
 * Gives an answer that is asked for it the statements that were run for it, with their parameters, one that draws what was answered, and a
 * link that opens that in the Neo4j Browser at `browser`, where one is known. Stands after what executes.
 */
export function carryCypher(schema: GraphQLSchema, browser: string | undefined): Plugin<Carrying> {
  const withIds = askingForIds(schema);

  function carried(result: Executed, sent: readonly Sent[]): ExecutionResult {
    const { stringify, ...told } = result;
    const { data, extensions, ...more } = stringify ? (JSON.parse(stringify()) as ExecutionResult) : told;
    const picture = pictureOf(takeIds(data));
    const cypher = [...sent.map(carriedStatement), ...(picture ? [picture] : [])];
    const link = browser && picture ? { browser: browserAddress(browser, asOneText(picture)) } : {};
    return { ...more, ...(data === undefined ? {} : { data }), extensions: { ...extensions, cypher, ...link } };
  }

  return {
    onExecute({ args: { contextValue }, executeFn, setExecuteFn }) {
      const { sent } = contextValue;
      if (!sent) return;
      setExecuteFn(async (args) => {
        const result = await executeFn({ ...args, document: withIds(args.document) });
        return Symbol.asyncIterator in result ? result : carried(result as Executed, sent);
      });
    },
  };
}
