import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { GraphAddress } from '../src/graph/gateway.ts';

/** The way to a database, which a test can disturb. */
export interface TcpProxy {
  readonly address: GraphAddress;
  /** Hands on all that comes, as at the start. */
  pass(): void;
  /** Takes all that comes, both ways, and says nothing. */
  swallow(): void;
  /** Breaks the connection on which the client next sends something, as often as told. */
  resetNext(times?: number): void;
  close(): Promise<void>;
}

/** Opens a proxy in front of a database on this machine or elsewhere, without TLS. */
export async function openTcpProxy(database: GraphAddress): Promise<TcpProxy> {
  const { hostname, port } = new URL(database.uri);
  const sockets = new Set<Socket>();
  let silent = false;
  let resets = 0;

  const server = createServer((client) => {
    const upstream = connect(Number(port || 7687), hostname);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => {
        if (resets > 0 && from === client) {
          resets -= 1;
          client.resetAndDestroy();
        } else if (!silent) to.write(bytes);
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    address: { ...database, uri: `bolt://127.0.0.1:${(server.address() as AddressInfo).port}` },
    pass: () => {
      silent = false;
      resets = 0;
    },
    swallow: () => {
      silent = true;
    },
    resetNext: (times = 1) => {
      resets = times;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
