import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DocumentNode } from 'graphql';
import type { Answered, Context } from '../context.ts';
import { documentCache } from '../document-caches.ts';
import { answerText, type FastExecution } from '../execution/fast-execution.ts';
import { checkVariables } from '../limits.ts';
import { nameOf } from '../seen/tell-visit.ts';
import type { Visit } from '../seen/visit.ts';
import type { Admission } from './admission.ts';
import { type KeptAnswers, sendKept } from './kept-answers.ts';
import { parseQuestion, type Question, readPlain } from './plain-request.ts';

export interface FastLaneOptions {
  readonly execute: FastExecution;
  readonly admission: Admission;
  /** What a request reads by; its time runs from now on. */
  readonly begin: (response: ServerResponse, visit?: Visit) => Context;
  readonly kept: KeptAnswers | undefined;
}

/**
 * Answers plain requests past Yoga, once it has taken their document: what Yoga refuses never comes here, and whatever
 * is amiss with a request goes on to it.
 */
export function fastLane({ execute, admission, begin, kept }: FastLaneOptions) {
  const documents = documentCache();

  async function run(
    document: DocumentNode,
    { operationName, variables }: Question,
    context: Context,
  ): Promise<Answered | undefined> {
    checkVariables(variables);
    return admission.during(() => execute({ document, operationName, variables }, context), context.wait);
  }

  return {
    /** Undefined when it has answered; else what the ordinary way goes on with: what was read already is not read again. */
    async answer(request: IncomingMessage, response: ServerResponse, visit?: Visit): Promise<Context | undefined> {
      const context = begin(response, visit);
      const plain = await readPlain(request);
      if (!plain) return context;
      const answer = kept?.find(plain.text);
      const question = answer ? undefined : parseQuestion(plain.text);
      if (!answer && !(question && documents.has(question.query))) return context;
      const version = await kept?.version();
      if (answer && answer.version === version) {
        visit?.asks(answer.operation);
        visit?.keptCost(answer.cost);
        tellTiming(response, visit);
        sendKept(answer, plain.mediaType, request, response);
        return undefined;
      }
      const asked = question ?? parseQuestion(plain.text);
      const document = asked && documents.get(asked.query);
      if (!document) return context;
      const operation = nameOf(document, asked.operationName);
      visit?.asks(operation);
      const tried = await run(document, asked, context).catch(() => undefined);
      if (tried?.data === undefined) return tried ? { ...context, tried } : context;
      const text = answerText(tried.cost, tried.data);
      kept?.keep(plain.text, version, text, operation);
      tellTiming(response, visit);
      response.writeHead(200, { 'Content-Type': plain.mediaType, 'Content-Length': Buffer.byteLength(text) }).end(text);
      return undefined;
    },
    /** Told of every document that Yoga has let through. */
    remember: (query: string, document: DocumentNode): void => void documents.set(query, document),
  };
}

function tellTiming(response: ServerResponse, visit: Visit | undefined): void {
  if (visit) response.setHeader('Server-Timing', visit.serverTiming);
}
