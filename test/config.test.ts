import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { ReformgraphError } from '../src/errors.ts';

/** The message about an environment that cannot be used. */
function refusal(env: NodeJS.ProcessEnv): string {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ReformgraphError);
    expect((error as ReformgraphError).code).toBe('BAD_CONFIGURATION');
    return (error as ReformgraphError).message;
  }
  return expect.fail('it was taken');
}

const DEFAULTS = {
  NEO4J_USER: 'neo4j',
  NEO4J_DATABASE: 'neo4j',
  PORT: 4000,
  HOST: '127.0.0.1',
  KEPT_ANSWERS_MB: 64,
  POINTS_PER_MINUTE: 100_000,
  METRICS: 'loopback',
  REFORMGRAPH_PROFILE: 'public',
  LOG_LEVEL: 'info',
};

describe('the environment', () => {
  test('may say nothing', () => expect(readConfig({})).toEqual(DEFAULTS));

  test('says nothing where it is empty', () => {
    const names = ['NEO4J_URI', 'NEO4J_PASSWORD', 'NEO4J_VERSION', ...Object.keys(DEFAULTS)];
    expect(readConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(DEFAULTS);
  });

  test('is read where it says something, and only what is ours', () => {
    const env = {
      NEO4J_URI: 'neo4j+s://graph.example.org',
      NEO4J_USER: 'reader',
      NEO4J_PASSWORD: ' with blanks ',
      NEO4J_DATABASE: 'reforms',
      HOST: '0.0.0.0',
      METRICS: 'off',
      REFORMGRAPH_PROFILE: 'locked',
      REGISTERED_OPERATIONS: 'operations',
      LOG_LEVEL: 'silent',
    };
    expect(
      readConfig({ ...env, PORT: '0', KEPT_ANSWERS_MB: '0', POINTS_PER_MINUTE: '0', NEO4J_VERSION: '5', PATH: '/bin' }),
    ).toEqual({
      ...env,
      PORT: 0,
      KEPT_ANSWERS_MB: 0,
      POINTS_PER_MINUTE: 0,
      NEO4J_VERSION: '5.26.30',
    });
  });

  test('has every wrong variable named in one message, with what was got', () => {
    const message = refusal({
      PORT: '70000',
      KEPT_ANSWERS_MB: '64 MB',
      LOG_LEVEL: 'loud',
      REFORMGRAPH_PROFILE: 'private',
      NEO4J_VERSION: '4.4',
      NEO4J_PASSWORD: 'open-sesame',
      HOST: 'localhost',
    });
    const lines = message.split('\n');
    expect(lines).toHaveLength(7);
    expect(lines[0]).toBe('The environment cannot be used:');
    expect(lines.slice(1, -1).sort()).toEqual([
      expect.stringMatching(/^ {2}KEPT_ANSWERS_MB: .*4096; got "64 MB"$/),
      expect.stringMatching(/^ {2}LOG_LEVEL: .*"debug".*; got "loud"$/),
      expect.stringMatching(/^ {2}NEO4J_VERSION: .*5 .*2026.*; got "4\.4"$/),
      expect.stringMatching(/^ {2}PORT: .*65535; got "70000"$/),
      expect.stringMatching(/^ {2}REFORMGRAPH_PROFILE: .*"public"\|"locked"; got "private"$/),
    ]);
    expect(lines.at(-1)).toBe('Correct or unset these variables and start again.');
    expect(message).not.toContain('open-sesame');
  });

  test.each(['localhost', '10.0.0.0/33', '10.0.0.1,', 'a,10.0.0.1'])(
    'cannot trust the proxies "%s"',
    (TRUSTED_PROXIES) =>
      expect(refusal({ TRUSTED_PROXIES })).toContain(
        `  TRUSTED_PROXIES: expected addresses or networks, such as 127.0.0.1,10.0.0.0/8; got "${TRUSTED_PROXIES}"`,
      ),
  );

  test.each(['localhost:4318', 'ftp://localhost', 'collector'])(
    'cannot send traces to "%s"',
    (OTEL_EXPORTER_OTLP_ENDPOINT) =>
      expect(refusal({ OTEL_EXPORTER_OTLP_ENDPOINT })).toContain('expected an address such as http://localhost:4318'),
  );

  test('never shows a secret', () => {
    const message = refusal({ JWT_SECRET: 'open-sesame', JWT_ALGORITHM: 'none', PORT: 'x' });
    expect(message).toContain('JWT_ALGORITHM');
    expect(message).not.toContain('open-sesame');
  });

  test.each(['-1', '65536', '80.5', '4000x', 'http', ' ', '0x50', '1e3'])('cannot have the port "%s"', (PORT) =>
    expect(refusal({ PORT })).toContain('  PORT: expected a number from 0 to 65535; got'),
  );
});
