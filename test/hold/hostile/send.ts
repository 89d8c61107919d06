import { type Agent, request as open } from 'node:http';
import { connect } from 'node:net';
import type { HostileRequest } from './request.ts';

export interface Reply {
  /** Undefined where the server closed the connection without a word. */
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly type: string;
  readonly text: string;
}

/** Nothing of the server may take longer: its own time-outs are shorter. */
const LOST_AFTER = 25_000;
const CLOSED: Reply = { status: undefined, requestId: undefined, type: '', text: '' };

export class Lost extends Error {}

/** Sends one request; fails with `Lost` where neither an answer nor an end comes. */
export function send(port: number, agent: Agent, one: HostileRequest): Promise<Reply> {
  return one.raw === undefined ? sendRequest(port, agent, one) : sendRaw(port, one.raw);
}

function sendRequest(port: number, agent: Agent, one: HostileRequest): Promise<Reply> {
  const { method = 'POST', path = '/graphql', headers = {}, body, chunked = false } = one;
  return new Promise((resolve, reject) => {
    const length = body === undefined || chunked ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    const request = open({ host: '127.0.0.1', port, agent, method, path, headers: { ...headers, ...length } });
    const late = setTimeout(() => {
      request.destroy();
      reject(new Lost());
    }, LOST_AFTER);
    const done = (reply: Reply): void => {
      clearTimeout(late);
      resolve(reply);
    };
    request.on('response', (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('close', () => {
        const { 'x-request-id': requestId, 'content-type': type = '' } = response.headers;
        done({
          status: response.statusCode,
          requestId: requestId as string | undefined,
          type,
          text: Buffer.concat(pieces).toString(),
        });
      });
    });
    // An answer may have come before the connection broke; then it counts.
    request.on('error', () => setImmediate(done, CLOSED));
    if (!chunked) {
      request.end(body);
      return;
    }
    const whole = Buffer.from(body ?? '');
    for (let at = 0; at < whole.length; at += 20_000) request.write(whole.subarray(at, at + 20_000));
    request.end();
  });
}

function sendRaw(port: number, raw: string | Buffer): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    const socket = connect({ host: '127.0.0.1', port });
    const late = setTimeout(() => {
      socket.destroy();
      reject(new Lost());
    }, LOST_AFTER);
    socket.on('data', (piece: Buffer) => pieces.push(piece));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(late);
      resolve(read(Buffer.concat(pieces).toString()));
    });
    // Both ends: what is not whole now never will be.
    socket.end(typeof raw === 'string' ? Buffer.from(raw, 'latin1') : raw);
  });
}

/** The last of the answers on one connection, or the worst: a failure among others must not be missed. */
function read(text: string): Reply {
  const heads = [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
  if (heads.length === 0) return CLOSED;
  const status = heads.find((one) => one >= 500) ?? heads.at(-1);
  return {
    status,
    requestId: /^X-Request-Id: (\S+)/im.exec(text)?.[1],
    type: /^Content-Type: ([^\r\n]+)/im.exec(text)?.[1] ?? '',
    text: text.slice(text.lastIndexOf('\r\n\r\n') + 4),
  };
}
