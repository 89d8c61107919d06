import { serverAudits } from 'graphql-http';
import { beforeAll, describe, expect, test } from 'vitest';
import { serveForTests } from '../ask.ts';
import { openSharedGraph } from '../neo4j.ts';
import { REGISTERED } from '../profile/registered.ts';

const NO_BARE_GET = 'notice: Response status code is not 200';

/** What the standard leaves open and we decline, by profile. */
const DECLINED: Readonly<Record<'public' | 'locked', Readonly<Record<string, string>>>> = {
  public: {
    // A question in an address needs an explicit JSON Accept header, so that no other website can make a browser ask.
    '5A70': NO_BARE_GET,
  },
  locked: {
    '5A70': NO_BARE_GET,
    // These ask __type, which no file registers; under plain JSON a refusal has status 200, as any request error.
    '2EA1': 'warn: Response status code is not 200',
    D6D5: 'notice: Response status code is not 200',
    '28B9': 'error: Response body execution result has a property "errors"',
    '6A70': 'notice: Response body execution result has a property "errors"',
  },
};

describe.each(['public', 'locked'] as const)('GraphQL over HTTP, %s', (profile) => {
  let url = '';
  beforeAll(async () => {
    const options = { profile, registeredOperations: REGISTERED.folder };
    ({ url } = await serveForTests(openSharedGraph(), undefined, options));
  });
  const audits = serverAudits({ url: () => url, fetchFn: fetch });

  test('has 61 audits', () => expect(audits).toHaveLength(61));

  test.each(audits)('$id $name', async ({ id, fn }) => {
    const result = await fn();
    const verdict = result.status === 'ok' ? 'ok' : `${result.status}: ${result.reason}`;
    expect(verdict).toBe(DECLINED[profile][id] ?? 'ok');
  });
});
