import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { Graph } from '../graph/graph.ts';
import { statementFile } from '../graph/statements.ts';

/** Milliseconds for which what was last seen of the graph is taken to be so. */
const FRESH = 500;
/** Milliseconds a question waits to hear of the version; then it is asked of the graph itself. */
const ANSWERS_WITHIN = 1_000;
/** Shorter ones gain nothing from compression. */
const COMPRESSED_FROM = 4_096;

/** The bytes of an answer, and each way of compressing them once it was asked for. */
export interface Answer {
  readonly version: string;
  readonly etag: string;
  readonly body: Buffer;
  /** What the question called itself. */
  readonly operation: string | undefined;
  /** Points. */
  readonly cost: number;
  readonly compressed: Map<string, Buffer>;
}

const COMPRESS: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  br: (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  gzip: (body) => gzipSync(body, { level: 1 }),
};

export type KeptAnswers = ReturnType<typeof keepAnswers>;

/**
 * Answers by the bytes of the question, for as long as nobody writes to the graph: every read brings the version of the data with it,
 * and one is asked for that alone when the last is older than `fresh` milliseconds. Bounded by bytes, the least used leave first.
 * Everybody who may read reads everything, so nobody's identity is part of a key; who may read is settled before an answer is looked for.
 */
export function keepAnswers(graph: Pick<Graph, 'read' | 'version'>, bytes: number, fresh = FRESH) {
  const answers = new LRUCache<string, Answer>({
    maxSize: bytes,
    maxEntrySize: Math.ceil(bytes / 16),
    sizeCalculation: ({ body }, key) => body.length * 2 + key.length,
  });
  let asking: Promise<string | undefined> | undefined;

  /** Undefined where the graph does not answer. */
  async function version(): Promise<string | undefined> {
    const seen = graph.version(fresh);
    if (seen !== undefined) return seen;
    asking ??= graph
      .read(statementFile('read/ready'), {}, ANSWERS_WITHIN)
      .then(
        () => graph.version(),
        () => undefined,
      )
      .finally(() => {
        asking = undefined;
      });
    return asking;
  }

  return {
    version,
    /** Good only for the version of the data that it tells. */
    find: (key: string): Answer | undefined => answers.get(key),
    /** Kept only when nothing was written since `before`, the version when the question came. */
    keep(key: string, before: string | undefined, made: Pick<Answer, 'body' | 'cost' | 'operation'>): void {
      if (before === undefined || before !== graph.version() || answers.get(key)?.body === made.body) return;
      const etag = `"${createHash('sha1').update(made.body).digest('base64url')}"`;
      answers.set(key, { ...made, version: before, etag, compressed: new Map() });
    },
  };
}

/** Sends a kept answer, or that the client has it. */
export function sendKept(answer: Answer, mediaType: string, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('ETag', answer.etag);
  response.setHeader('Vary', 'Accept, Accept-Encoding');
  if (request.headers['if-none-match'] === answer.etag) {
    response.writeHead(304).end();
    return;
  }
  const accepted = (request.headers['accept-encoding'] ?? '').split(',').map((one) => one.trim());
  const encoding =
    answer.body.length < COMPRESSED_FROM ? undefined : Object.keys(COMPRESS).find((name) => accepted.includes(name));
  const body = encoding ? compressed(answer, encoding) : answer.body;
  if (encoding) response.setHeader('Content-Encoding', encoding);
  response.writeHead(200, { 'Content-Type': mediaType, 'Content-Length': body.length }).end(body);
}

function compressed({ body, compressed: known }: Answer, encoding: string): Buffer {
  const bytes = known.get(encoding) ?? (COMPRESS[encoding] as (body: Buffer) => Buffer)(body);
  known.set(encoding, bytes);
  return bytes;
}
