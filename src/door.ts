import type { Config } from './config.ts';
import { readProxies } from './http/client.ts';
import { type Gate, openGate } from './http/gate.ts';
import { checkTokens } from './http/identity.ts';
import { rateLimit } from './http/rate-limit.ts';
import { readTokenRules } from './http/token-rules.ts';
import { openLogger } from './seen/log.ts';
import { openSeen, type Seen } from './seen/metrics.ts';
import type { ServerOptions } from './server.ts';

export interface Door {
  /** What the settings say of who may ask, how much, and what is told of it. */
  readonly options: Pick<ServerOptions, 'logger' | 'gate' | 'seen' | 'tracing'>;
  readonly seen: Seen | undefined;
  stop(): Promise<void>;
}

/** Reads these settings, and refuses them, before anything else is started. */
export async function openDoor(config: Config): Promise<Door> {
  const gate = gateOf(config);
  const seen = config.METRICS === 'off' ? undefined : openSeen(config.METRICS);
  const endpoint = config.OTEL_EXPORTER_OTLP_ENDPOINT;
  // Loaded where it is wanted only: it is larger than the rest of the server.
  const tracing = endpoint ? (await import('./seen/tracing.ts')).openTracing(endpoint) : undefined;
  return {
    options: {
      logger: openLogger(config.LOG_LEVEL),
      ...(gate ? { gate } : {}),
      ...(seen ? { seen } : {}),
      ...(tracing ? { tracing } : {}),
    },
    seen,
    stop: async () => tracing?.stop(),
  };
}

function gateOf(config: Config): Gate | undefined {
  const rules = readTokenRules(config);
  const points = config.POINTS_PER_MINUTE;
  if (!rules && points === 0) return undefined;
  return openGate({
    identities: rules && checkTokens(rules),
    limit: points > 0 ? rateLimit(points) : undefined,
    proxies: config.TRUSTED_PROXIES ? readProxies(config.TRUSTED_PROXIES) : undefined,
  });
}
