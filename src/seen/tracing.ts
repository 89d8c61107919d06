import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { ReformgraphError } from '../errors.ts';

/** Milliseconds for one sending; a stop waits no longer for a collector that is away. */
const WITHIN = 2_000;

export interface Ended {
  readonly operation: string | undefined;
  readonly status: number;
  readonly code: string | undefined;
  readonly left: boolean;
}

export interface RequestTrace {
  /** Follows a statement of the request to its end; answers with the same promise. */
  statement<Rows>(name: string, rows: Promise<Rows>): Promise<Rows>;
  end(ended: Ended): void;
}

export interface Tracing {
  begin(): RequestTrace;
  /** Sends what was not sent yet. */
  stop(): Promise<void>;
}

/** Sends spans of requests and of their statements to an OTLP collector. They hold names and outcomes, nothing of what was asked. */
export function openTracing(endpoint: string): Tracing {
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'reformgraph' }),
    spanProcessors: [
      new BatchSpanProcessor(new OTLPTraceExporter({ url: tracesUrl(endpoint), timeoutMillis: WITHIN })),
    ],
  });
  const tracer = provider.getTracer('reformgraph');

  function begin(): RequestTrace {
    const span = tracer.startSpan('GraphQL', { kind: SpanKind.SERVER }, ROOT_CONTEXT);
    const within = trace.setSpan(ROOT_CONTEXT, span);
    return {
      statement(name, rows) {
        const part = tracer.startSpan(
          name,
          { kind: SpanKind.CLIENT, attributes: { 'db.system.name': 'neo4j', 'db.operation.name': name } },
          within,
        );
        rows.then(
          () => part.end(),
          (error: unknown) => {
            const code = error instanceof ReformgraphError ? error.code : 'INTERNAL_SERVER_ERROR';
            part.setAttribute('error.type', code).setStatus({ code: SpanStatusCode.ERROR }).end();
          },
        );
        return rows;
      },
      end({ operation, status, code, left }) {
        if (operation) span.updateName(`GraphQL ${operation}`).setAttribute('graphql.operation.name', operation);
        span.setAttribute('http.response.status_code', status);
        if (left) span.setAttribute('reformgraph.client_left', true);
        if (code) span.setAttribute('error.type', code).setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      },
    };
  }

  return { begin, stop: () => provider.shutdown() };
}

const tracesUrl = (endpoint: string): string => `${endpoint.replace(/\/+$/, '')}/v1/traces`;
