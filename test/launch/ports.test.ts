import { createServer, type Server } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { chooseOwnPorts, choosePorts, portsSentence } from '../../src/launch/ports.ts';
import { realWorld } from '../../src/launch/world.ts';

const free =
  (...taken: number[]) =>
  (port: number) =>
    Promise.resolve(!taken.includes(port));

describe('ports', () => {
  it('are the usual ones where free', async () => {
    const ports = await choosePorts(free());
    expect(ports).toEqual({ bolt: 7687, http: 7474 });
    expect(portsSentence(ports)).toBe('');
  });

  it('are others where taken, and that is said', async () => {
    const ports = await choosePorts(free(7687));
    expect(ports.http).toBe(7474);
    expect(ports.bolt).not.toBe(7687);
    expect(portsSentence(ports)).toBe(` (port 7687 is taken, Bolt is on ${ports.bolt})`);
    expect(portsSentence({ bolt: 1, http: 2 })).toBe(
      ' (port 7687 is taken, Bolt is on 1; port 7474 is taken, the Browser is on 2)',
    );
  });

  it('of throw-away databases keep away from the usual ones', async () => {
    const { bolt, http } = await chooseOwnPorts(free());
    expect(bolt).not.toBe(http);
    expect(Math.min(bolt, http)).toBeGreaterThanOrEqual(17_000);
  });

  it('end in an error when there are none', async () => {
    await expect(choosePorts(() => Promise.resolve(false))).rejects.toMatchObject({ code: 'START_FAILED' });
  });
});

it.each(['127.0.0.1', '0.0.0.0'])('a real port is taken while somebody listens on %s', async (host) => {
  const server = await listen(host);
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  expect(await realWorld.isPortFree(port)).toBe(false);
  expect(await realWorld.isListening(port)).toBe(true);
  await new Promise((resolve) => server.close(resolve));
  expect(await realWorld.isPortFree(port)).toBe(true);
  expect(await realWorld.isListening(port)).toBe(false);
});

function listen(host: string): Promise<Server> {
  const server = createServer((socket) => socket.destroy());
  onTestFinished(() => void server.close());
  return new Promise((resolve) => server.listen(0, host, () => resolve(server)));
}
