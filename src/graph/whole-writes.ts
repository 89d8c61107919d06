import { subscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';

let begun = false;

/**
 * The driver hands each statement to its socket in pieces of 1,400 bytes, and each would be a call of the system. From now on what a
 * client's socket is given in one turn goes out in one.
 */
export function writeWhole(): void {
  if (begun) return;
  begun = true;
  subscribe('net.client.socket', (message) => {
    const { socket } = message as { socket: Socket };
    // Connecting takes `write` back to what it was.
    socket.once('connect', () => {
      socket.write = (...given: unknown[]): boolean => {
        if (socket.writableCorked === 0) {
          socket.cork();
          process.nextTick(() => socket.uncork());
        }
        return Reflect.apply(Socket.prototype.write, socket, given) as boolean;
      };
    });
  });
}
