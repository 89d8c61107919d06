import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type AskGraphql, serveForTests } from '../ask.ts';
import { openTestGraph } from '../neo4j.ts';
import { compareAnswers } from './parity.ts';
import type { Peer } from './peer.ts';
import { type PeerServer, startPeer } from './peer-server.ts';
import { readPeers } from './peers.ts';
import { drawVariables, isMix, type Timed, workloads } from './workloads.ts';
import { writeGenerated } from './write-generated.ts';

const NODES = 400;
const VALUES = 3;

let ours: Peer;
let ask: AskGraphql;
let servers: readonly PeerServer[];

beforeAll(async () => {
  const graph = await openTestGraph();
  await writeGenerated(graph, NODES, () => undefined);
  const [first, ...others] = await readPeers(['ours', 'raw', 'raw-maps']);
  ours = first as Peer;
  const served = await serveForTests(graph, undefined, { costLimit: 100_000 });
  ask = served.ask;
  servers = [
    {
      peer: ours,
      url: served.url,
      pid: process.pid,
      upAfter: 0,
      settled: Promise.resolve(),
      stop: async () => undefined,
    },
    ...(await Promise.all(others.map((peer) => startPeer(peer, inject('neo4j'))))),
  ];
});
afterAll(() => Promise.all(servers.map((server) => server.stop())));

/** Statements that each drawn question costs us: a level is one; of more than a hundred things several, of which those that wait go out together. */
const STATEMENTS: Readonly<Partial<Record<Timed, readonly number[]>>> = {
  W1: [1, 1, 1],
  W2: [1],
  W3: [3],
  W3h: [3],
  W4: [1],
  W4c: [2],
  W5: [1, 1, 1],
  W6: [3],
  W7: [4, 4, 4],
  W8: [3, 3, 3],
  W9: [6],
  W12: [5],
};

for (const spec of workloads) {
  const { name } = spec;
  if (isMix(name)) continue;
  test(`${name}, ${spec.what}: all answer the same, and we with the statements that are written down`, async () => {
    await compareAnswers(servers, spec, NODES, VALUES);
    const question = ours.questions[name];
    if ('cannot' in question) throw new Error(`We cannot ask ${name}.`);
    const counted: number[] = [];
    for (const variables of drawVariables(spec, NODES, VALUES)) {
      counted.push((await ask(question.query, variables)).sent.length);
    }
    expect(counted).toEqual(STATEMENTS[name]);
  });
}
