import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { GraphAddress } from '../src/graph/graph.ts';

/** The way to a database, which a test can disturb. */
export interface TcpProxy {
  readonly address: GraphAddress;
  /** Hands on all that comes, as at the start. */
  pass(): void;
  /** Takes all that comes, both ways, and says nothing. */
  swallow(): void;
  /** Takes what the database says and hands nothing of it on: it works, and nobody hears. */
  deafen(): void;
  /** Hands on all that comes, so many milliseconds later. */
  delay(milliseconds: number): void;
  /** Breaks every connection, and each that is opened. */
  refuse(): void;
  /** Breaks the connection on which the client next sends something, as often as told. */
  resetNext(times?: number): void;
  close(): Promise<void>;
}

/** Opens a proxy in front of a database on this machine or elsewhere, without TLS. */
export async function openTcpProxy(database: GraphAddress): Promise<TcpProxy> {
  const { hostname, port } = new URL(database.uri);
  const sockets = new Set<Socket>();
  let silent = false;
  let deaf = false;
  let refusing = false;
  let late = 0;
  let resets = 0;

  const server = createServer((client) => {
    if (refusing) {
      client.resetAndDestroy();
      return;
    }
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
        } else if (late > 0) setTimeout(() => to.writable && to.write(bytes), late);
        else if (!silent && !(deaf && from === upstream)) to.write(bytes);
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
      deaf = false;
      refusing = false;
      late = 0;
      resets = 0;
    },
    swallow: () => {
      silent = true;
    },
    deafen: () => {
      deaf = true;
    },
    delay: (milliseconds) => {
      late = milliseconds;
    },
    refuse: () => {
      refusing = true;
      for (const socket of sockets) socket.resetAndDestroy();
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
