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
import { shareAnswers } from './share-answers.ts';

export interface FastLaneOptions {
  readonly execute: FastExecution;
  readonly admission: Admission;
  /** What a request reads by; its time runs from now on. */
  readonly begin: (response: ServerResponse, visit?: Visit) => Context;
  readonly kept: KeptAnswers | undefined;
}

/** What came of running a question; the body where it is good. */
type Tried = (Answered & { readonly body?: Buffer }) | undefined;

/**
 * Answers plain requests past Yoga, once it has taken their document: what Yoga refuses never comes here, and whatever
 * is amiss with a request goes on to it.
 */
export function fastLane({ execute, admission, begin, kept }: FastLaneOptions) {
  const documents = documentCache();
  const share = shareAnswers<Tried>();

  /** Undefined where the ordinary way tells what is amiss. */
  async function run(document: DocumentNode, { operationName, variables }: Question, context: Context): Promise<Tried> {
    try {
      checkVariables(variables);
      const work = () => execute({ document, operationName, variables }, context);
      const answered = await admission.during(work, context.wait);
      if (answered?.data === undefined) return answered;
      return { ...answered, body: Buffer.from(answerText(answered.cost, answered.data)) };
    } catch {
      return undefined;
    }
  }

  /** Its own answer, or one that is made for several. Where that came to nothing, as when the client has left for whom it began, its own after all. */
  async function together(key: string, make: () => Promise<Tried>, { wait }: Context): Promise<Tried> {
    let isOwn = false;
    const shared = share(key, () => {
      isOwn = true;
      return make();
    });
    if (isOwn) return shared;
    const tried = await (wait?.(shared) ?? shared).catch(() => undefined);
    return isOwn || tried?.body ? tried : make();
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
      const tried = await together(plain.text, () => run(document, asked, context), context);
      const body = tried?.body;
      if (!body) return tried ? { ...context, tried } : context;
      visit?.costs(tried.cost);
      kept?.keep(plain.text, version, { body, cost: tried.cost, operation });
      tellTiming(response, visit);
      response.writeHead(200, { 'Content-Type': plain.mediaType, 'Content-Length': body.length }).end(body);
      return undefined;
    },
    /** Told of every document that Yoga has let through. */
    remember: (query: string, document: DocumentNode): void => void documents.set(query, document),
  };
}

function tellTiming(response: ServerResponse, visit: Visit | undefined): void {
  if (visit) response.setHeader('Server-Timing', visit.serverTiming);
}
