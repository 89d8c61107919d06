import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ReformgraphError } from './errors.ts';
import { createHandler, type ServerOptions } from './server.ts';

export interface RunningServer {
  readonly port: number;
  /**
   * Says that it is not ready and asks clients to leave, takes nothing new after a moment, and lets what is under way finish,
   * for a while.
   */
  stop(): Promise<void>;
}

/** Milliseconds a client may take to send its headers, and all; Node would look only every half minute whether one has taken longer. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 1_000 } as const;
const LEAVE_WITHIN = 300;
const FINISH_WITHIN = 6_000;
/** Connections at a time; one over which nothing moves for so many milliseconds, or twice as many after a last write, is given up: its client does not read. */
const MOST_CONNECTIONS = 1_000;
const IDLE = 15_000;

export interface ListenOptions extends ServerOptions {
  readonly port: number;
  readonly host: string;
  /** Milliseconds in which a stop still takes questions, so that none is lost on a connection that was about to be closed. */
  readonly leaveWithin?: number;
  /** Milliseconds a stop leaves to what is under way. */
  readonly finishWithin?: number;
}

export async function startServer(options: ListenOptions): Promise<RunningServer> {
  const { port, host, leaveWithin = LEAVE_WITHIN, finishWithin = FINISH_WITHIN } = options;
  let leaving = false;
  const handler = createHandler({ ...options, leaving: () => leaving });
  const server = createServer({ ...TIMEOUTS }, handler);
  server.maxConnections = MOST_CONNECTIONS;
  server.setTimeout(IDLE);
  // A stopping server would otherwise wait until clients give their connections up.
  server.on('request', (_, response) =>
    response.once('close', () => server.listening || server.closeIdleConnections()),
  );
  await listen(server, port, host);
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      leaving = true;
      await new Promise((resolve) => setTimeout(resolve, leaveWithin));
      // A busy process comes here before it has looked at its sockets: connections are taken in, then read, before any is thought idle.
      for (let turn = 0; turn < 2; turn += 1) await new Promise(setImmediate);
      const late = setTimeout(() => server.closeAllConnections(), finishWithin);
      await new Promise((resolve) => server.close(resolve));
      clearTimeout(late);
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why =
        cause.code === 'EADDRINUSE'
          ? `port ${port} on ${host} is taken`
          : `${host}:${port} cannot be used (${cause.code})`;
      reject(
        new ReformgraphError('START_FAILED', `The server cannot start: ${why}. Choose another: PORT=4001 npm start.`, {
          cause,
        }),
      );
    });
    server.listen(port, host, resolve);
  });
}
