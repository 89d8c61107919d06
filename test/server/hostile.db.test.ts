import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../src/listen.ts';
import { loadSeed } from '../../src/load/load.ts';
import type { Profile } from '../../src/server.ts';
import { attack } from '../hold/hostile/attack.ts';
import { families } from '../hold/hostile/families.ts';
import { openTestGraph } from '../neo4j.ts';
import { SEED_FOLDER } from '../seed.ts';

/** Of each family; `npm run test:hostile` sends a hundred thousand in all. */
const EACH = { public: 20, locked: 6 } as const;
const SEED = 7;

const servers = new Map<Profile, RunningServer>();
beforeAll(async () => {
  const graph = await openTestGraph();
  await loadSeed(graph, SEED_FOLDER);
  for (const profile of ['public', 'locked'] as const) {
    const options = { graph, logger: pino({ level: 'silent' }), port: 0, host: '127.0.0.1', profile };
    servers.set(profile, await startServer(options));
  }
});
afterAll(async () => {
  for (const server of servers.values()) await server.stop();
});

test('there are many families, each of its own name', () => {
  expect(new Set(families.map(({ name }) => name)).size).toBe(families.length);
  expect(families.length).toBeGreaterThanOrEqual(90);
});

test.each(['public', 'locked'] as const)('whatever comes is answered or refused in good order, %s', async (profile) => {
  const { port } = servers.get(profile) as RunningServer;
  const each = EACH[profile];
  const { faults, tried, answered, refused, closed, unavailable, lost } = await attack({
    port,
    seed: SEED,
    each,
    connections: 4,
  });
  expect(Object.fromEntries(faults)).toEqual({});
  expect([tried, unavailable, lost]).toEqual([each * families.length, 0, 0]);
  expect(answered + refused + closed).toBe(tried);
  const health = await fetch(`http://127.0.0.1:${port}/health`);
  expect(await health.json()).toEqual({ healthy: true });
});
