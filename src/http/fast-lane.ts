import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DocumentNode } from 'graphql';
import type { Context } from '../context.ts';
import { documentCache } from '../document-caches.ts';
import type { FastExecution } from '../execution/fast-execution.ts';
import { checkVariables } from '../limits.ts';
import { type KeptAnswers, sendKept } from './kept-answers.ts';
import { parseQuestion, type Question, readPlain } from './plain-request.ts';

export interface FastLaneOptions {
  readonly execute: FastExecution;
  readonly createContext: () => Context;
  readonly kept: KeptAnswers | undefined;
}

/** What the ordinary way goes on with: what was read already is not read again. */
export type Begun = Partial<Context>;

/**
 * Answers plain requests past Yoga, once it has taken their document: what Yoga refuses never comes here, and whatever
 * is amiss with a request goes on to it.
 */
export function fastLane({ execute, createContext, kept }: FastLaneOptions) {
  const documents = documentCache();

  async function run({ query, operationName, variables }: Question, context: Context): Promise<string | undefined> {
    const document = documents.get(query);
    if (!document) return undefined;
    checkVariables(variables);
    const data = await execute({ document, operationName, variables }, context);
    return data === undefined ? undefined : `{"data":${data}}`;
  }

  return {
    /** Undefined when it has answered. */
    async answer(request: IncomingMessage, response: ServerResponse): Promise<Begun | undefined> {
      const plain = await readPlain(request);
      if (!plain) return {};
      const answer = await kept?.find(plain.text);
      if (answer) {
        sendKept(answer, plain.mediaType, request, response);
        return undefined;
      }
      const question = parseQuestion(plain.text);
      if (!question || !documents.has(question.query)) return {};
      const version = await kept?.version();
      const context = createContext();
      const text = await run(question, context).catch(() => undefined);
      if (text === undefined) return context;
      kept?.keep(plain.text, version, text);
      response.writeHead(200, { 'Content-Type': plain.mediaType, 'Content-Length': Buffer.byteLength(text) }).end(text);
      return undefined;
    },
    /** Told of every document that Yoga has let through. */
    remember: (query: string, document: DocumentNode): void => void documents.set(query, document),
  };
}
