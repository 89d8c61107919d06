import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { openPlanner } from '../../src/graph/plan.ts';
import { startBenchGraph } from './bench-graph.ts';
import { COLD, measureCold } from './cold-run.ts';
import { costsOf } from './costs.ts';
import { startGenerator } from './generator.ts';
import { type Bench, measure } from './measure.ts';
import { asked } from './options.ts';
import { compareAnswers } from './parity.ts';
import { installPeer, type PeerServer, startPeer } from './peer-server.ts';
import { readPeers } from './peers.ts';
import { pictureOf } from './picture.ts';
import { canPin, memoryOf, ownJava } from './processes.ts';
import { cellResult, onFewLines, type Results, ratioLine, ratiosOf, tableOf } from './report.ts';
import { versionsOf } from './versions.ts';

/** Sets our server beside its peers on one throw-away Neo4j: first all answers are compared, then they are timed. */

const { nodes, rounds, seconds, coldTexts, specs } = asked;
const begun = performance.now();
const progress = (message: string): void => {
  const passed = Math.round((performance.now() - begun) / 1_000);
  process.stderr.write(`${String(passed).padStart(5)} s  ${message}\n`);
};
const leaving = new AbortController();
process.once('SIGINT', () => leaving.abort(new Error('Stopped.')));

const peers = await readPeers(asked.peers);
for (const peer of peers) installPeer(peer, progress);
const cores = cpus().length;
const [serverCore, generatorCore] = canPin(cores) ? [0, 1] : [undefined, undefined];

const started: (() => unknown)[] = [];
try {
  const { neo4j, graph, relationships } = await startBenchGraph(nodes, started, progress);
  const neo4jPid = ownJava();
  const neo4jVersion = await graph.checkServer();

  const servers: PeerServer[] = [];
  for (const peer of peers) {
    progress(`starting ${peer.name}`);
    const server = await startPeer(peer, neo4j, serverCore);
    started.push(() => server.stop());
    await server.settled;
    servers.push(server);
  }
  const generator = startGenerator(generatorCore);
  started.push(() => generator.stop());

  const bytes = new Map<string, Readonly<Record<string, number>>>();
  for (const spec of specs) {
    progress(`comparing answers: ${spec.name}`);
    bytes.set(spec.name, await compareAnswers(servers, spec, nodes));
  }
  const bench: Bench = { servers, nodes, rounds, seconds, generator, neo4jPid, progress, signal: leaving.signal };
  const cells = await measure(bench, specs);
  const all = [...cells, ...(coldTexts > 0 ? await measureCold(bench, coldTexts) : [])];
  const memory = Object.fromEntries([
    ...servers.map(({ peer, pid }) => [peer.name, memoryOf(pid)]),
    ['Neo4j', memoryOf(neo4jPid)],
  ]);

  const planner = openPlanner(neo4j);
  started.push(() => planner.close());
  const costs = await costsOf(graph, planner, specs, nodes);
  const told = [...specs, ...(coldTexts > 0 ? [COLD] : [])];
  const results: Results = {
    nodes,
    relationships,
    rounds,
    secondsACell: seconds,
    coldTexts,
    machine: {
      cores,
      memoryGB: Math.round(totalmem() / 2 ** 30),
      processor: cpus()[0]?.model,
      pinned: serverCore === undefined ? 'nothing' : 'servers to one core, the generator to another, Neo4j to none',
    },
    versions: versionsOf(peers, neo4jVersion, neo4j.reason),
    memory,
    upAfter: Object.fromEntries(servers.map(({ peer, upAfter }) => [peer.name, upAfter])),
    workloads: told.map(({ name, what }) => ({
      name,
      what,
      cost: costs.get(name),
      bytes: bytes.get(name) ?? {},
      cells: all.filter(({ workload }) => workload === name).map(cellResult),
    })),
    ratios: ratiosOf(all),
  };
  const folder = fileURLToPath(new URL('results/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}${nodes}.json`, `${onFewLines(results)}\n`);
  writeFileSync(`${folder}${nodes}.svg`, pictureOf(results));
  console.log(`${tableOf(results)}\n\n${ratioLine(results)}`);
} finally {
  for (const end of started.reverse()) await end();
}
