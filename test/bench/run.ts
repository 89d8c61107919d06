import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { openGraph } from '../../src/graph/gateway.ts';
import { setUpGraph } from '../../src/graph/indexes.ts';
import { openPlanner } from '../../src/graph/plan.ts';
import { startThrowawayNeo4j } from '../../src/launch/throwaway-neo4j.ts';
import { LOAD_DEADLINES } from '../../src/load/write-graph.ts';
import { measureCold } from './cold-run.ts';
import { costOf } from './costs.ts';
import { startGenerator } from './generator.ts';
import { type Bench, measure } from './measure.ts';
import { compareAnswers } from './parity.ts';
import { installPeer, type PeerServer, startPeer } from './peer-server.ts';
import { PEER_NAMES, readPeers } from './peers.ts';
import { pictureOf } from './picture.ts';
import { canPin, memoryOf, ownJava } from './processes.ts';
import { cellResult, onFewLines, type Results, ratioLine, ratiosOf, tableOf } from './report.ts';
import { versionsOf } from './versions.ts';
import { drawVariables, workloads } from './workloads.ts';
import { writeGenerated } from './write-generated.ts';

/** Sets our server beside its peers on one throw-away Neo4j: first all answers are compared, then they are timed. */

const SIZES: Readonly<Record<string, number>> = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 };
const words = (text: string): readonly string[] => text.split(',').filter(Boolean);

const options = new Command('npm run bench --')
  .description(
    'Sets our server beside its peers on one throw-away Neo4j. Answers are compared before anything is timed.',
  )
  .option('--quick', '10,000 nodes, 3 rounds, 100 cold texts, short cells: within 20 minutes')
  .option('--nodes <size>', '10k, 100k, 1m or a number', '10k')
  .option('--rounds <number>', 'rounds; 5 without --quick', Number)
  .option('--seconds <number>', 'length of a cell; 3 without --quick', Number)
  .option('--cold <number>', 'texts never seen before; 1000 without --quick', Number)
  .option('--only <workloads>', 'for instance W1,W3,W11', words)
  .option('--peers <names>', `of ${PEER_NAMES.join(', ')}`, words)
  .parse()
  .opts<{
    quick?: true;
    nodes: string;
    rounds?: number;
    seconds?: number;
    cold?: number;
    only?: string[];
    peers?: string[];
  }>();

const { quick, only } = options;
const nodes = SIZES[options.nodes.toLowerCase()] ?? Number(options.nodes);
const rounds = options.rounds ?? (quick ? 3 : 5);
const seconds = options.seconds ?? (quick ? 0.5 : 3);
const coldTexts = options.cold ?? (quick ? 100 : 1_000);
const specs = workloads.filter(({ name }) => !only || only.includes(name));
const withCold = !only || only.includes('W11');

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const begun = performance.now();
const progress = (message: string): void => {
  const passed = Math.round((performance.now() - begun) / 1_000);
  process.stderr.write(`${String(passed).padStart(5)} s  ${message}\n`);
};
const leaving = new AbortController();
process.once('SIGINT', () => leaving.abort(new Error('Stopped.')));

const peers = await readPeers(options.peers ?? PEER_NAMES);
for (const peer of peers) installPeer(peer, progress);
const cores = cpus().length;
const [serverCore, generatorCore] = canPin(cores) ? [0, 1] : [undefined, undefined];

const started: (() => unknown)[] = [];
try {
  const neo4j = await startThrowawayNeo4j({
    home: `${projectRoot}.reformgraph`,
    projectRoot,
    env: process.env,
    progress,
    conf: nodes > 200_000 ? { 'server.memory.pagecache.size': '2g' } : {},
  });
  started.push(() => neo4j.stop());
  const neo4jPid = ownJava();
  const loading = openGraph(neo4j, LOAD_DEADLINES);
  started.push(() => loading.close());
  const neo4jVersion = await loading.checkServer();
  await setUpGraph(loading, progress);
  const relationships = await writeGenerated(loading, nodes, progress);

  const servers: PeerServer[] = [];
  for (const peer of peers) {
    progress(`starting ${peer.name}`);
    const server = await startPeer(peer, neo4j, serverCore);
    started.push(() => server.stop());
    servers.push(server);
  }
  const generator = startGenerator(generatorCore);
  started.push(() => generator.stop());

  const bytes = new Map<string, Readonly<Record<string, number>>>();
  for (const spec of specs) {
    progress(`comparing answers: ${spec.name}`);
    if (spec.name !== 'W10') bytes.set(spec.name, await compareAnswers(servers, spec, nodes));
  }
  const bench: Bench = { servers, nodes, rounds, seconds, generator, neo4jPid, progress, signal: leaving.signal };
  const cells = await measure(bench, specs);
  const cold = withCold ? await measureCold(bench, coldTexts) : [];
  const memory = Object.fromEntries([
    ...servers.map(({ peer, pid }) => [peer.name, memoryOf(pid)]),
    ['Neo4j', memoryOf(neo4jPid)],
  ]);

  const planner = openPlanner(neo4j);
  started.push(() => planner.close());
  const ours = peers.find(({ name }) => name === 'ours');
  const results: Results = {
    nodes,
    relationships,
    rounds,
    secondsACell: seconds,
    coldTexts: withCold ? coldTexts : 0,
    machine: {
      cores,
      memoryGB: Math.round(totalmem() / 2 ** 30),
      processor: cpus()[0]?.model,
      pinned: serverCore === undefined ? 'nothing' : 'servers to one core, the generator to another, Neo4j to none',
    },
    versions: versionsOf(peers, neo4jVersion, neo4j.reason),
    memory,
    workloads: await Promise.all(
      [...specs, ...(withCold ? [{ name: 'W11', what: 'texts never seen before, each asked once' } as const] : [])].map(
        async (spec) => {
          const question = spec.name === 'W10' || spec.name === 'W11' ? undefined : ours?.questions[spec.name];
          return {
            name: spec.name,
            what: spec.what,
            cost:
              question && 'query' in question && 'connections' in spec
                ? await costOf(loading, planner, question.query, drawVariables(spec, nodes, 15))
                : undefined,
            bytes: bytes.get(spec.name) ?? {},
            cells: [...cells, ...cold].filter(({ workload }) => workload === spec.name).map(cellResult),
          };
        },
      ),
    ),
    ratios: ratiosOf([...cells, ...cold]),
  };
  const folder = fileURLToPath(new URL('results/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}${nodes}.json`, `${onFewLines(results)}\n`);
  writeFileSync(`${folder}${nodes}.svg`, pictureOf(results));
  console.log(`${tableOf(results)}\n\n${ratioLine(results)}`);
} finally {
  for (const end of started.reverse()) await end();
}
