import {
  type DocumentNode,
  type ExecutionResult,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import type { Context } from '../context.ts';

/** One text of the whole contract holds some megabytes. */
const KEPT = 4;

interface Told {
  readonly cost: number | undefined;
  readonly text: string;
}

/**
 * Keeps the texts of answers to questions about the schema alone, which never change: to make one keeps the server from everything else
 * for as long as it takes. Stands after what executes, so that whoever waits for the same text waits in no queue.
 */
export function keepIntrospection(): Plugin<Context> {
  /** By the operation itself: a document that is known is one and the same for everybody. */
  const kept = new LRUCache<OperationDefinitionNode, Promise<Told>>({ max: KEPT });

  return {
    onExecute({ args: { document, operationName }, executeFn, setExecuteFn }) {
      const operation = getOperationAST(document, operationName);
      if (!operation || operation.variableDefinitions?.length || !asksOnlySchema(document, operation)) return;
      setExecuteFn(async (args) => {
        let first: ExecutionResult | undefined;
        const make = async (): Promise<Told> => {
          first = (await executeFn(args)) as ExecutionResult;
          if (first.errors || !first.data) throw new Error('This is nothing to keep.');
          return { cost: first.extensions?.cost as number | undefined, text: JSON.stringify(first) };
        };
        const told = kept.get(operation) ?? make();
        kept.set(operation, told);
        try {
          const { cost, text } = await told;
          if (cost !== undefined) args.contextValue.visit?.costs(cost);
          return { stringify: () => text };
        } catch {
          kept.delete(operation);
          return first ?? executeFn(args);
        }
      });
    },
  };
}

function asksOnlySchema({ definitions }: DocumentNode, { selectionSet }: OperationDefinitionNode): boolean {
  const fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet]] : [])),
  );
  const names = new Set<string>();
  const met = new Set<SelectionSetNode>();
  function collect(set: SelectionSetNode | undefined): void {
    // Each fragment once: they may spread each other twice a level.
    if (!set || met.has(set)) return;
    met.add(set);
    for (const one of set.selections) {
      if (one.kind === Kind.FIELD) names.add(one.name.value);
      else collect(one.kind === Kind.INLINE_FRAGMENT ? one.selectionSet : fragments.get(one.name.value));
    }
  }
  collect(selectionSet);
  return (names.has('__schema') || names.has('__type')) && [...names].every((name) => name.startsWith('__'));
}
