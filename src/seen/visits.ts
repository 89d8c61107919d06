import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Seen } from './metrics.ts';
import type { Tracing } from './tracing.ts';
import { Visit } from './visit.ts';

const PATH_CHARACTERS = 200;

export interface VisitOptions {
  readonly logger: Logger;
  readonly seen?: Seen | undefined;
  readonly tracing?: Tracing | undefined;
  /** The paths whose requests are counted and traced; all are logged. */
  readonly counted: (path: string) => boolean;
}

/** Begins a visit for each request, and when that is over writes its line, counts it and ends its trace. */
export function visits({ logger, seen, tracing, counted }: VisitOptions) {
  return (request: IncomingMessage, response: ServerResponse, path: string): Visit => {
    const started = performance.now();
    const isCounted = counted(path);
    const visit = new Visit(randomUUID(), isCounted ? tracing?.begin() : undefined);
    response.setHeader('X-Request-Id', visit.requestId);
    response.once('close', () => {
      const took = performance.now() - started;
      const left = !response.writableFinished;
      if (isCounted) seen?.answered(left ? LEFT : response.statusCode, visit, took / 1_000);
      visit.trace?.end({ operation: visit.operation, status: response.statusCode, code: visit.code, left });
      if (!logger.isLevelEnabled('info')) return;
      const { requestId, code, operation, cost, statements } = visit;
      const { method } = request;
      const milliseconds = Math.round(took * 10) / 10;
      logger.info(
        {
          requestId,
          method,
          path: path.slice(0, PATH_CHARACTERS),
          status: response.statusCode,
          code,
          operation,
          cost,
          milliseconds,
          statements,
          left,
        },
        'request',
      );
    });
    return visit;
  };
}

/** As others write it for clients that did not wait for the answer. */
const LEFT = 499;
