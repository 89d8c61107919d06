import { type DocumentNode, type GraphQLSchema, getOperationAST, getVariableValues, Kind, visit } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import type { Answered, Context } from '../context.ts';
import { bytesOf } from '../document-caches.ts';
import type { Admission } from '../http/admission.ts';
import type { Column } from './columns.ts';
import { costCounter, overLimit } from './cost.ts';
import { planOperation } from './plan.ts';

/** One is enough to leave variables to the ordinary way, which tells of them; of a thousand wrong values each would cost its stack. */
const FIRST_ERROR = { maxErrors: 1, hideSuggestions: true };

/** An operation of a document that has been validated, with what the request says. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

export type FastExecution = (operation: Operation, context: Context) => Promise<Answered | undefined>;

/** Of all plans that are kept, together, with the documents that they are of. */
const PLANNED_BYTES = 16_000_000;
const BYTES_A_FIELD = 1_500;

/** A plan; without a column what is left to the ordinary way. */
interface Plan {
  readonly column?: Column;
}

/** The body of a good answer. */
export const answerText = (cost: number, data: string): string => `{"data":${data},"extensions":{"cost":${cost}}}`;

/**
 * Runs read operations level by level, by plans that are made once for a document. Where anything is amiss there is no data: then the
 * ordinary way tells what, and its loaders still hold what was read. Undefined where the ordinary way will not run anything either.
 * Throws what costs more than `limit` before anything is read.
 */
export function fastExecution(schema: GraphQLSchema, limit: number): FastExecution {
  const count = costCounter(schema);
  const documents = new WeakMap<DocumentNode, KnownDocument>();
  const plans = new LRUCache<string, Plan>({ maxSize: PLANNED_BYTES });
  let nth = 0;

  return async ({ document, operationName, variables }, context) => {
    const operation = getOperationAST(document, operationName);
    if (!operation) return undefined;
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}, FIRST_ERROR);
    if (!coerced) return undefined;
    const { points: cost, most, fields } = count(document, operation, coerced);
    if (cost > limit) throw overLimit(cost, limit, most);
    context.visit?.costs(cost);
    const known = documents.get(document) ?? { nth: nth++, conditions: conditionsOf(document) };
    documents.set(document, known);
    const conditions = Object.fromEntries(known.conditions.map((name) => [name, coerced[name]]));
    const key = JSON.stringify([known.nth, operationName, conditions]);
    let plan = plans.get(key);
    try {
      if (!plan) {
        // Until it is made it counts as one that cannot be.
        plans.set(key, {}, { size: key.length });
        plan = { column: planOperation(schema, document, operation, conditions) };
        plans.set(key, plan, { size: key.length + BYTES_A_FIELD * fields + bytesOf(document) });
      }
      if (!plan.column) return { cost, data: undefined };
      const [data] = await plan.column([undefined], { context, variables: coerced });
      return { cost, data };
    } catch {
      return { cost, data: undefined };
    }
  };
}

/** What its plans are kept by: with the values of the variables that decide which fields are asked for. */
interface KnownDocument {
  readonly nth: number;
  readonly conditions: readonly string[];
}

function conditionsOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ arguments: args = [] }) => {
      for (const { value } of args) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** Takes execution over where it can, when it is the operation's turn, and hands the text of the answer to Yoga. `accepted` is told of every document. */
export const executeFast = (
  fast: FastExecution,
  admission: Pick<Admission, 'during'>,
  accepted: (query: string, document: DocumentNode) => void,
): Plugin<Context> => ({
  onExecute({ args: { document, contextValue }, executeFn, setExecuteFn }) {
    const { query } = contextValue.params;
    if (query) accepted(query, document);
    setExecuteFn((args) =>
      admission
        .during(async () => {
          const { document, operationName, variableValues, contextValue } = args;
          const { tried } = contextValue;
          const answered = tried ?? (await fast({ document, operationName, variables: variableValues }, contextValue));
          if (!answered) return executeFn(args);
          const { cost, data } = answered;
          if (data !== undefined) return { stringify: () => answerText(cost, data) };
          const result = await executeFn(args);
          return Symbol.asyncIterator in result ? result : { ...result, extensions: { ...result.extensions, cost } };
        }, contextValue.wait)
        .catch((error: unknown) => ({ errors: [error] })),
    );
  },
});
