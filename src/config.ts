import { z } from 'zod';
import { ReformgraphError } from './errors.ts';
import { isProxy } from './http/client.ts';
import { ALGORITHMS } from './http/token-rules.ts';
import { NEO4J_VERSIONS, parseNeo4jVersion } from './launch/versions.ts';

function wholeNumber(most: number) {
  const expected = `expected a number from 0 to ${most}`;
  return z.string().regex(/^\d+$/, expected).transform(Number).pipe(z.number().max(most, expected));
}

const version = z.string().transform((wish, context) => {
  try {
    return parseNeo4jVersion(wish);
  } catch {
    context.addIssue(`expected 5 or 2026, for ${NEO4J_VERSIONS.join(' or ')}`);
    return z.NEVER;
  }
});

const proxies = z.string().transform((list, context) => {
  const wrong = list.split(',').filter((one) => !isProxy(one.trim()));
  if (wrong.length === 0) return list;
  context.addIssue('expected addresses or networks, such as 127.0.0.1,10.0.0.0/8');
  return z.NEVER;
});

const variables = z.object({
  NEO4J_URI: z.string().min(1).optional(),
  NEO4J_USER: z.string().min(1).default('neo4j'),
  NEO4J_PASSWORD: z.string().min(1).optional(),
  NEO4J_DATABASE: z.string().min(1).default('neo4j'),
  NEO4J_VERSION: version.optional(),
  PORT: wholeNumber(65_535).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  KEPT_ANSWERS_MB: wholeNumber(4_096).default(64),
  JWT_ISSUER: z.string().min(1).optional(),
  JWT_AUDIENCE: z.string().min(1).optional(),
  JWT_ALGORITHM: z.enum(ALGORITHMS).optional(),
  JWT_SECRET: z.string().min(1).optional(),
  JWT_SECRET_FILE: z.string().min(1).optional(),
  JWT_PUBLIC_KEY_FILE: z.string().min(1).optional(),
  TRUSTED_PROXIES: proxies.optional(),
  POINTS_PER_MINUTE: wholeNumber(1_000_000_000).default(100_000),
  METRICS: z.enum(['off', 'loopback', 'open']).default('loopback'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'expected an address such as http://localhost:4318' })
    .optional(),
  REFORMGRAPH_PROFILE: z.enum(['public', 'locked']).default('public'),
  REGISTERED_OPERATIONS: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export type Config = z.output<typeof variables>;

/** Reads the environment once; every wrong variable is named in one message. An empty variable counts as absent. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(
    Object.keys(variables.shape).flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  );
  const read = variables.safeParse(given);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    const shown = /PASSWORD|SECRET$/.test(name) ? '(hidden)' : `"${env[name]}"`;
    return `  ${name}: ${message}; got ${shown}`;
  });
  throw new ReformgraphError(
    'BAD_CONFIGURATION',
    `The environment cannot be used:\n${problems.join('\n')}\nCorrect or unset these variables and start again.`,
  );
}

/** The name by which a person on this machine reaches the server. */
export const shownHost = ({ HOST }: Pick<Config, 'HOST'>): string =>
  ['127.0.0.1', '0.0.0.0', '::'].includes(HOST) ? 'localhost' : HOST;
