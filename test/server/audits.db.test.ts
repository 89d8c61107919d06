import { serverAudits } from 'graphql-http';
import { beforeAll, describe, expect, test } from 'vitest';
import { serveForTests } from '../ask.ts';
import { openSharedGraph } from '../neo4j.ts';

let url = '';
beforeAll(async () => {
  ({ url } = await serveForTests(openSharedGraph()));
});

/** What the standard leaves open and we decline. */
const DECLINED: Readonly<Record<string, string>> = {
  // A question in an address needs an explicit JSON Accept header, so that no other website can make a browser ask.
  '5A70': 'notice: Response status code is not 200',
};

const audits = serverAudits({ url: () => url, fetchFn: fetch });

describe('GraphQL over HTTP', () => {
  test('has 61 audits', () => expect(audits).toHaveLength(61));

  test.each(audits)('$id $name', async ({ id, fn }) => {
    const result = await fn();
    const verdict = result.status === 'ok' ? 'ok' : `${result.status}: ${result.reason}`;
    expect(verdict).toBe(DECLINED[id] ?? 'ok');
  });
});
