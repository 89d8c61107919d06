import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, inject, test } from 'vitest';
import type { Graph } from '../src/graph/graph.ts';
import { openTestGraph } from './neo4j.ts';
import { RULES, SECRET, tokenFor } from './tokens.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = execFileSync(process.execPath, ['src/bundle.mjs'], { cwd: root, encoding: 'utf8' }).trim();

/** `npm start` against the database of the tests, as a person would run it. */
function start(...args: string[]) {
  return startWith({}, ...args);
}

function startWith(settings: NodeJS.ProcessEnv, ...args: string[]) {
  const { uri, user, password, database } = inject('neo4j');
  const child = spawn(process.execPath, [program, 'start', ...args], {
    cwd: root,
    env: {
      ...process.env,
      NEO4J_URI: uri,
      NEO4J_USER: user,
      NEO4J_PASSWORD: password,
      NEO4J_DATABASE: database,
      PORT: '0',
      LOG_LEVEL: 'silent',
      ...settings,
    },
  });
  let printed = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const address = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      const found = /http:\/\/localhost:\d+\/graphql/.exec(printed);
      if (found && /Ctrl-C/.test(printed)) resolve(found[0]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => reject(new Error(`it ended:\n${printed}`)));
  });
  address.catch(() => undefined);
  return { address, ended, stop: () => child.kill('SIGINT'), printed: () => printed };
}

let graph: Graph;
beforeEach(async () => {
  graph = await openTestGraph();
});

const reformsOf = async (address: string): Promise<number> => {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Connection: 'close' },
    body: JSON.stringify({ query: '{ institution(id: "institution/kz/senate") { affectedBy { totalCount } } }' }),
  });
  const { data } = (await response.json()) as { data: { institution: { affectedBy: { totalCount: number } } } };
  return data.institution.affectedBy.totalCount;
};

test('the first start loads the seed and answers, Ctrl-C stops it, a second start changes nothing', async () => {
  const first = start();
  expect(await reformsOf(await first.address)).toBeGreaterThan(2);
  expect(first.printed()).toMatch(/Loaded the seed\. Nodes: \d+ created, 0 updated, 0 removed, 0 unchanged/);
  first.stop();
  expect(await first.ended).toBe(0);

  const second = start();
  await second.address;
  expect(second.printed()).toMatch(/The seed is loaded already: \d+ nodes, \d+ relationships, nothing changed/);
  second.stop();
  expect(await second.ended).toBe(0);
});

test("a database that holds somebody else's data is left alone unless --load is given", async () => {
  const mine = { name: 'mine', text: 'CREATE (n:Mine {id: 1}) RETURN n.id AS id' };
  await graph.write([{ statement: mine }]);

  const refused = start();
  expect(await refused.ended).toBe(1);
  expect(refused.printed()).toMatch(/already holds 1 nodes that reformgraph did not load.*--load/s);

  const told = start('--load');
  expect(await reformsOf(await told.address)).toBeGreaterThan(2);
  told.stop();
  expect(await told.ended).toBe(0);
  const left = await graph.read({ name: 'left', text: 'MATCH (n:Mine) RETURN count(n) AS n' });
  expect(left).toEqual([[1]]);
});

test('tokens, numbers and traces are as the settings say, and neither password nor secret is ever printed', async () => {
  const sent: string[] = [];
  const collector = createServer(async (request, response) => {
    sent.push(Buffer.concat(await request.toArray()).toString());
    response.writeHead(200, { 'Content-Type': 'application/json', Connection: 'close' }).end('{}');
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const run = startWith({
    LOG_LEVEL: 'info',
    JWT_ISSUER: RULES.issuer,
    JWT_AUDIENCE: RULES.audience,
    JWT_ALGORITHM: RULES.algorithm,
    JWT_SECRET: SECRET,
    // A request costs a point, its question three.
    POINTS_PER_MINUTE: '6',
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
  });
  const address = await run.address;
  const token = tokenFor('viewer');
  const statuses: number[] = [];
  for (const shown of [undefined, token, token, token]) {
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Connection: 'close',
        ...(shown ? { Authorization: `Bearer ${shown}` } : {}),
      },
      body: JSON.stringify({ query: 'query Traced { laws { totalCount } }' }),
    });
    await response.arrayBuffer();
    statuses.push(response.status);
  }
  expect(statuses).toEqual([401, 200, 200, 429]);
  const numbers = await (await fetch(new URL('/metrics', address), { headers: { Connection: 'close' } })).text();
  expect(numbers).toContain('reformgraph_requests_total{status="401",code="UNAUTHENTICATED"} 1');
  run.stop();
  expect(await run.ended).toBe(0);
  expect(sent.join('')).toContain('"GraphQL Traced"');
  for (const secret of [inject('neo4j').password, SECRET, token]) expect(run.printed()).not.toContain(secret);
  expect(run.printed().match(/^\{.*"msg":"request"\}$/gm)?.length).toBeGreaterThanOrEqual(4);
  await new Promise((resolve) => collector.close(resolve));
});
