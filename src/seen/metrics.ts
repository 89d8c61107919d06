import type { IncomingMessage, ServerResponse } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { ReformgraphError } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';
import type { Waiter } from '../graph/waiter.ts';
import { isLoopback } from '../http/client.ts';
import type { Visit } from './visit.ts';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const POINTS = [1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000];
/** Names beyond these count as one: whoever reads the numbers keeps a series of each. */
const NAMES = 600;

export type Seen = ReturnType<typeof openSeen>;

/** Numbers of one server in the words of Prometheus; `access` says who may see them. */
export function openSeen(access: 'loopback' | 'open' = 'loopback') {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const requests = new Counter({
    name: 'reformgraph_requests_total',
    help: 'Requests to /graphql by HTTP status (499: the client left) and code of the first error.',
    labelNames: ['status', 'code'] as const,
    registers,
  });
  const requestSeconds = new Histogram({
    name: 'reformgraph_request_seconds',
    help: 'From the first byte of a request to the last of its answer.',
    buckets: SECONDS,
    registers,
  });
  const cost = new Histogram({
    name: 'reformgraph_cost_points',
    help: 'What questions cost, in points.',
    buckets: POINTS,
    registers,
  });
  const statements = new Counter({
    name: 'reformgraph_statements_total',
    help: 'Statements sent to Neo4j by name and outcome: ok, left by the client, or the code of the error.',
    labelNames: ['statement', 'outcome'] as const,
    registers,
  });
  const statementSeconds = new Histogram({
    name: 'reformgraph_statement_seconds',
    help: 'How long Neo4j took to answer a statement, with what the driver waited.',
    labelNames: ['statement'] as const,
    // Many names: few buckets.
    buckets: [0.01, 0.1, 1],
    registers,
  });
  const shed = new Counter({
    name: 'reformgraph_shed_total',
    help: 'Requests turned away because too much was under way.',
    registers,
  });
  const deadlines = new Counter({
    name: 'reformgraph_deadlines_missed_total',
    help: 'Statements that were given up because Neo4j did not answer in time.',
    registers,
  });

  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  };

  // Looked up once for each combination: to find a label costs more than to count.
  const requestsBy = childrenOf((status: number, code: string) => requests.labels(String(status), code));
  const secondsBy = new Map<string, ReturnType<typeof statementSeconds.labels>>();
  const secondsOf = (name: string) => {
    const known = secondsBy.get(name) ?? statementSeconds.labels(name);
    secondsBy.set(name, known);
    return known;
  };
  const statementsBy = childrenOf((name: string, outcome: string) => statements.labels(name, outcome));
  const names = new Set<string>();
  const bounded = (name: string): string => {
    if (names.has(name)) return name;
    if (names.size >= NAMES) return 'other';
    names.add(name);
    return name;
  };

  function statement(name: string, outcome: string, seconds: number): void {
    const known = bounded(name);
    statementsBy(known, outcome).inc();
    secondsOf(known).observe(seconds);
    if (outcome === 'DEADLINE_EXCEEDED') deadlines.inc();
  }

  return {
    registry,
    answered(status: number, { code = '', cost: points }: Visit, seconds: number): void {
      requestsBy(status, code).inc();
      requestSeconds.observe(seconds);
      if (points !== undefined) cost.observe(points);
      if (code === 'OVERLOADED') shed.inc();
    },
    /** How many requests wait before they are worked on. */
    watchQueue: (waiting: () => number): void =>
      gauge('reformgraph_queue_waiting', 'Requests that wait for their turn.', waiting),
    watchBreaker: (isOpen: () => boolean): void =>
      gauge('reformgraph_breaker', 'Whether Neo4j is taken to be away: 0 or 1.', () => Number(isOpen())),
    watchGraph(graph: Pick<Graph, 'underWay' | 'pool'>): void {
      gauge('reformgraph_statements_under_way', 'Statements that wait for their answers.', graph.underWay);
      gauge('reformgraph_pool_in_use', 'Connections to Neo4j at work.', () => graph.pool().inUse);
      gauge('reformgraph_pool_idle', 'Connections to Neo4j kept for later.', () => graph.pool().idle);
    },
    /** The same graph, whose reads are counted and timed. */
    reading(graph: Graph): Graph {
      const read: Graph['read'] = (asked, parameters, deadline, waiter) => {
        const started = performance.now();
        const rows = graph.read(asked, parameters, deadline, waiter);
        const tell = (outcome: string) => statement(asked.name, outcome, (performance.now() - started) / 1_000);
        rows.then(
          () => tell('ok'),
          (error: unknown) => tell(outcomeOf(error, waiter)),
        );
        return rows;
      };
      return { ...graph, read };
    },
    mayLook: (request: IncomingMessage): boolean => access === 'open' || isLoopback(request),
    async send(response: ServerResponse): Promise<void> {
      const text = await registry.metrics();
      response.writeHead(200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' }).end(text);
    },
  };
}

function outcomeOf(error: unknown, waiter: Waiter | undefined): string {
  if (waiter?.hasLeft) return 'left';
  return error instanceof ReformgraphError ? error.code : 'INTERNAL_SERVER_ERROR';
}

function childrenOf<First, Child>(
  make: (first: First, second: string) => Child,
): (first: First, second: string) => Child {
  const children = new Map<First, Map<string, Child>>();
  return (first, second) => {
    const known = children.get(first) ?? new Map<string, Child>();
    children.set(first, known);
    const child = known.get(second) ?? make(first, second);
    known.set(second, child);
    return child;
  };
}
