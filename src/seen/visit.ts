import type { Graph } from '../graph/graph.ts';
import type { Identity } from '../http/identity.ts';
import type { RequestTrace } from './tracing.ts';

const OPERATION_NAME = /^[_A-Za-z]\w{0,99}$/;

/** One request, from its first byte to its log line: what those who work on it tell of it. */
export class Visit {
  readonly requestId: string;
  readonly trace: RequestTrace | undefined;
  identity: Identity | undefined;
  /** Sent for it, alone or together with what others asked. */
  statements = 0;
  /** Points; undefined while they are not known. */
  cost: number | undefined;
  operation: string | undefined;
  /** Of the first error. */
  code: string | undefined;
  /** Takes points from the client; absent where nobody counts. */
  charge: ((points: number) => void) | undefined;

  constructor(requestId: string, trace?: RequestTrace) {
    this.requestId = requestId;
    this.trace = trace;
  }

  /** Told as soon as it is known what the question costs; the first time counts. */
  costs(points: number): void {
    if (this.cost !== undefined) return;
    this.cost = points;
    this.charge?.(points);
  }

  /** What a kept answer cost when it was made; whoever gets it is not charged again. */
  keptCost(points: number): void {
    this.cost ??= points;
  }

  /** For the header Server-Timing, which the tools of browsers show: how many statements the answer took. */
  get serverTiming(): string {
    return `statements;desc=${this.statements}`;
  }

  /** One of several questions that a request asks: each is charged, and they are told of together. */
  part(): Visit {
    const part = new Visit(this.requestId, this.trace);
    part.charge = (points) => {
      this.cost = (this.cost ?? 0) + points;
      this.charge?.(points);
    };
    return part;
  }

  /** Told what the client calls its operation, which may be anything. */
  asks(name: string | null | undefined): void {
    if (name && OPERATION_NAME.test(name)) this.operation = name;
  }

  /** The graph, as read for this request. */
  reading(graph: Pick<Graph, 'read'>): Pick<Graph, 'read'> {
    return {
      read: (statement, parameters, deadline, waiter) => {
        this.statements += 1;
        const rows = graph.read(statement, parameters, deadline, waiter);
        return this.trace ? this.trace.statement(statement.name, rows) : rows;
      },
    };
  }
}
